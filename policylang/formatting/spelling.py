"""How each token is written: keywords, clause words, values and texts in one spelling, names as they stand."""

from __future__ import annotations

import re
from decimal import Decimal

from ...values import Money
from ..builder import string
from ..keywords import KEYWORDS, TABLES, TYPE_NAMES, TYPES, spell, spell_word, word_of
from ..literals import literal_value, write_literal
from ..print_terms import Terms
from .concrete import Node, Piece

_SIGNS = {"≤": "<=", "≥": ">=", "≠": "!=", "−": "-", "×": "*", "÷": "/"}
_TERMINALS = frozenset(word.terminal for word in KEYWORDS)
_TYPE_WORDS = {word.value: word for word in TYPES if word.value}
_SCALED = re.compile("[万亿]")


class Speller:
    """Gives every token of a tree its text in a language."""

    def __init__(self, language: str, written_in: str) -> None:
        """`written_in` is the language of the texts that don't say theirs."""
        self._language = language
        self._written_in = written_in
        self._terms = Terms(language)

    def spell(self, node: Node) -> None:
        """Set `shown` of every token below a node; a text that would change its language gets a mark."""
        if self._language != self._written_in:
            _mark(node, self._written_in, spell(self._written_in.upper(), self._language))
        for child in node.children:
            if isinstance(child, Piece):
                child.shown = self._token(child, node)
                child.glued = child.type == "MINUS" and node.name == "operand"
            elif child.name == "word":
                word = child.children[0]
                assert isinstance(word, Piece)
                word.shown = self._word(word, node)
            else:
                self.spell(child)

    def _token(self, piece: Piece, parent: Node) -> str:
        match piece.type:
            case "STRING":
                return self._terms.string(string(piece).text)
            case "LITERAL" if parent.name == "strings":
                return self._terms.string(piece.text)
            case "LITERAL" | "DATE":
                return _literal(piece.text, self._language)
            case "NAME" | "ID":
                return self._word(piece, parent) if piece is not parent.children[0] else piece.text
            case _ if piece.type not in _TERMINALS:
                return _SIGNS.get(piece.text, piece.text)
            case _ if parent.name in ("names", "verdict") and piece is not parent.children[0]:
                return self._word(piece, parent)
            case "BELONGS" | "IN" | "ONE_OF" if parent.name == "membership":
                return spell("ONE_OF", self._language, piece.value or "one of")
            case "BELONGS":
                return spell("IN", self._language)
            case _:
                return spell(piece.type, self._language, piece.value)

    def _word(self, piece: Piece, parent: Node) -> str:
        """A word that stands for itself, unless its clause gives it a meaning."""
        if parent.name == "type":
            return self._type(piece.text)
        if parent.name == "verdict":
            inapplicable = piece.value in ("not_applicable", "inapplicable") and piece.type != "NAME"
            verdict = "not_applicable" if inapplicable else word_of("verdict", piece.text)
            return spell_word("verdict", verdict, self._language) if verdict else piece.text
        if parent.name == "names":
            keyword = parent.children[0]
            table = TABLES.get(keyword.type) if isinstance(keyword, Piece) else None
            word = word_of(table, piece.text) if table else None
            if table and word:
                return spell_word(table, word, self._language)
        return piece.text

    def _type(self, written: str) -> str:
        name = TYPE_NAMES.get(written, "")
        if name == "text":
            return spell("TEXT", self._language)
        word = _TYPE_WORDS.get(name)
        return word.spelled(self._language) if word else written


def _literal(written: str, language: str) -> str:
    value = literal_value(written)
    if value is None:
        return written
    if isinstance(value, Money) and _SCALED.search(written):
        value = Money(_plain(value.amount), value.currency)
    return write_literal(value, language)


def _plain(amount: Decimal) -> Decimal:
    """An amount without the noughts behind the point that 1.5万 brings (15000.0)."""
    return Decimal(int(amount)) if amount == amount.to_integral_value() else amount.normalize()


def _mark(node: Node, language: str, keyword: str) -> None:
    """Put `en` or `zh` before a text of a node that doesn't say its language."""
    at = {"texts": 0, "patterns": 0, "contract": 1}.get(node.name)
    if at is None:
        return
    text = node.children[at]
    if isinstance(text, Piece) and text.type == "STRING":
        place = (text.place[0], text.place[0])
        node.children.insert(at, Piece(language.upper(), keyword, "", place, text.above))
        text.above = ()
