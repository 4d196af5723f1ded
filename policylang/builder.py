"""What each rule of the grammar becomes: the parser calls these methods as it recognises a construct.

Each method is named after its rule in grammar.lark and gets the rule's parts in order: tokens and finished nodes.
"""

from __future__ import annotations

import re
from typing import Any

from ..policylang import tree
from .keywords import TABLES, TYPE_NAMES, word_of
from .lexer import Token
from .literals import literal_value
from .tree import Name, Place, String

_ESCAPE = re.compile(r"\\(.)", re.S)
_ESCAPES = {"n": "\n", "t": "\t"}
_SIGNS = {"EQ": "=", "NE": "!=", "LT": "<", "LE": "<=", "GT": ">", "GE": ">="}
_SIGNS |= {"PLUS": "+", "MINUS": "-", "TIMES": "*", "OVER": "/"}

_ENDS = {"LE": "UP_TO", "LT": "BELOW", "GT": "ABOVE", "GE": "AT_LEAST"}

Parts = list[Any]


def _place(parts: Parts) -> Place:
    return parts[0].place[0], parts[-1].place[1]


def _name(token: Token) -> Name:
    return Name(token.text, token.place)


def string(token: Token) -> String:
    """The text of a STRING token: quotes off, escapes resolved (only `"…"` has escapes)."""
    inner = token.text[1:-1]
    if "\\" in inner and token.text[0] == '"':
        inner = _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), inner)
    return String(inner, token.place)


def _strings(parts: Parts) -> tuple[String, ...]:
    return tuple(string(part) for part in parts if isinstance(part, Token) and part.type == "STRING")


def _names(parts: Parts) -> tuple[Name, ...]:
    return tuple(_name(part) for part in parts if part.type == "NAME")


def _nodes(parts: Parts) -> tuple[Any, ...]:
    return tuple(part for part in parts if not isinstance(part, Token))


class Builder:
    """The callbacks of the parser."""

    # --- words, texts, values ---

    def word(self, parts: Parts) -> Name:
        return _name(parts[0])

    def texts(self, parts: Parts) -> tree.Wording:
        if len(parts) == 1:
            token = parts[0]
            text = string(token).text
            return tree.Wording(*(("", text) if token.value == "zh" else (text, "")), place=token.place)
        texts: dict[str, str] = {}
        for language, token in zip(parts[::2], parts[1::2], strict=True):
            texts[language.type.lower()] = string(token).text
        twice = len(texts) * 2 < len(parts)
        return tree.Wording(texts.get("en", ""), texts.get("zh", ""), _place(parts), twice)

    def operand(self, parts: Parts) -> tree.Expression:
        first = parts[0]
        if isinstance(first, Name):
            return first
        if len(parts) == 2:
            number = parts[1]
            return tree.Literal(literal_value("-" + number.text), "-" + number.text, _place(parts))
        match first.type:
            case "STRING":
                return string(first)
            case "NAME":
                return _name(first)
            case "YES_NO":
                return tree.Literal(first.value == "yes", first.text, first.place)
            case _:
                return tree.Literal(literal_value(first.text), first.text, first.place)

    def entry(self, parts: Parts) -> tree.Entry:
        fields = tuple((parts[at], parts[at + 1]) for at in range(1, len(parts) - 1, 3))
        return tree.Entry(fields, _place(parts))

    def list(self, parts: Parts) -> tree.Listed:
        return tree.Listed(_nodes(parts), _place(parts))

    # --- expressions and conditions ---

    def group(self, parts: Parts) -> Any:
        return parts[1]

    def chain(self, parts: Parts) -> tree.Chain:
        return tree.Chain(tuple(parts[::2]), tuple(_SIGNS[sign.type] for sign in parts[1::2]), _place(parts))

    def fold(self, parts: Parts) -> tree.Fold:
        over = _name(parts[3]) if len(parts) > 3 else None
        where = parts[-1] if len(parts) == 6 else parts[-2] if len(parts) == 8 else None
        return tree.Fold(parts[0].value, _name(parts[1]), over, where, _place(parts))

    def comparison(self, parts: Parts) -> tree.Comparison:
        return tree.Comparison(_SIGNS[parts[1].type], parts[0], parts[2], _place(parts))

    def state(self, parts: Parts) -> tree.StateTest:
        test = parts[1].value
        return tree.StateTest(parts[0], test.removeprefix("not "), test.startswith("not "), _place(parts))

    def membership(self, parts: Parts) -> tree.Membership:
        negated = parts[1].value.startswith("not")
        return tree.Membership(parts[0], tuple(parts[2::2]), negated, _place(parts))

    def contains(self, parts: Parts) -> tree.Containment:
        return tree.Containment(parts[0], parts[2], _place(parts))

    def negation(self, parts: Parts) -> tree.Negation:
        part = parts[-2] if isinstance(parts[-1], Token) else parts[-1]
        return tree.Negation(part, _place(parts))

    def conjunction(self, parts: Parts) -> tree.And:
        return tree.And(tuple(parts[::2]), _place(parts))

    def disjunction(self, parts: Parts) -> tree.Or:
        return tree.Or(tuple(parts[::2]), _place(parts))

    def quantified(self, parts: Parts) -> tree.Quantifier:
        every = parts[0].type == "ALL"
        return tree.Quantifier(every, _name(parts[1]), _name(parts[3]), parts[5], _place(parts))

    # --- clauses ---

    def names(self, parts: Parts) -> tree.Names:
        table = TABLES.get(parts[0].type)
        found: list[Name | String] = []
        for part in parts[1:]:
            if isinstance(part, Token) and part.type == "STRING":
                found.append(string(part))
            elif isinstance(part, Name) or part.type in ("NAME", "ZH"):
                known = word_of(table, part.text) if table else None
                found.append(Name(known or part.text, part.place))
        return tree.Names(parts[0].type, tuple(found), _place(parts))

    def strings(self, parts: Parts) -> tree.Strings:
        if parts[1].type == "LITERAL":
            return tree.Strings(parts[0].type, (String(parts[1].text, parts[1].place),), _place(parts))
        return tree.Strings(parts[0].type, _strings(parts), _place(parts))

    def wording(self, parts: Parts) -> tree.Worded:
        return tree.Worded(parts[0].type, parts[1], _place(parts))

    def patterns(self, parts: Parts) -> tree.Reads:
        first = parts[0]
        language = first.type.lower() if first.type in ("EN", "ZH") else first.value
        return tree.Reads(tuple((language, text) for text in _strings(parts)), _place(parts))

    def read(self, parts: Parts) -> tree.Reads:
        return tree.Reads(tuple(pattern for part in parts[1:] for pattern in part.patterns), _place(parts))

    def period(self, parts: Parts) -> tree.InForce:
        first = self.operand([parts[1]])
        assert isinstance(first, tree.Literal)
        if parts[0].type == "IN_FORCE_UNTIL":
            return tree.InForce(None, first, _place(parts))
        last = self.operand([parts[3]]) if len(parts) == 4 else None
        assert last is None or isinstance(last, tree.Literal)
        return tree.InForce(first, last, _place(parts))

    def review_by(self, parts: Parts) -> tree.Dated:
        day = self.operand([parts[1]])
        assert isinstance(day, tree.Literal)
        return tree.Dated(parts[0].type, day, _place(parts))

    as_of = review_by

    def any_cell(self, parts: Parts) -> tree.AnyCell:
        return tree.AnyCell(_place(parts))

    def bound(self, parts: Parts) -> tree.Bound:
        return tree.Bound(_ENDS.get(parts[0].type, parts[0].type), parts[1], _place(parts))

    def bounds(self, parts: Parts) -> tree.Bounds:
        return tree.Bounds(tuple(parts), _place(parts))

    def several(self, parts: Parts) -> tree.Several:
        return tree.Several(tuple(parts[::2]), _place(parts))

    def row(self, parts: Parts) -> tree.Row:
        cells = _nodes(parts)
        if isinstance(parts[-3], Token) and parts[-3].type == "ARROW":
            return tree.Row(cells[:-1], cells[-1], _place(parts))
        return tree.Row(cells, None, _place(parts))

    def demand(self, parts: Parts) -> tree.Demand:
        return tree.Demand(parts[0].type, parts[1], _place(parts))

    def unless(self, parts: Parts) -> tree.Unless:
        return tree.Unless(string(parts[1]), parts[3], _place(parts))

    # --- examples ---

    def setting(self, parts: Parts) -> tree.Setting:
        if parts[1].type == "STATE":
            return tree.Setting(_name(parts[0]), None, parts[1].value, _place(parts))
        return tree.Setting(_name(parts[0]), parts[2], "", _place(parts))

    def given(self, parts: Parts) -> tree.GivenFacts:
        return tree.GivenFacts(_nodes(parts), _place(parts))

    def contract(self, parts: Parts) -> tree.ContractText:
        language = parts[1].type.lower() if len(parts) == 3 else parts[1].value
        return tree.ContractText(language, string(parts[-1]), _place(parts))

    def verdict(self, parts: Parts) -> tree.Verdict:
        word = parts[1]
        if isinstance(word, Token):
            text = "not_applicable" if word.value in ("not_applicable", "inapplicable") else word.text
            word = Name(text, word.place)
        return tree.Verdict(
            _name(parts[0]), Name(word_of("verdict", word.text) or word.text, word.place), _place(parts)
        )

    def expect(self, parts: Parts) -> tree.Expectations:
        return tree.Expectations(_nodes(parts), _place(parts))

    # --- declarations ---

    def policy(self, parts: Parts) -> tree.PolicyHead:
        return tree.PolicyHead(string(parts[1]), _nodes(parts), _place(parts))

    def member(self, parts: Parts) -> tuple[Name, tree.Wording]:
        return parts[0], parts[1] if len(parts) == 2 else tree.Wording()

    def scale(self, parts: Parts) -> tree.MembersDeclaration:
        last = parts[-1][1] if parts[-1][1].place[1] else parts[-1][0]
        place = (parts[0].place[0], last.place[1])
        return tree.MembersDeclaration(parts[0].type == "SCALE", parts[1], tuple(parts[3::2]), place)

    kinds = scale

    def field(self, parts: Parts) -> tuple[Name, tree.TypeName, tree.Wording]:
        return parts[0], parts[-1], parts[1] if len(parts) == 3 else tree.Wording()

    def record(self, parts: Parts) -> tree.RecordDeclaration:
        place = (parts[0].place[0], parts[-1][1].place[1])
        fields = parts[3::2]
        labels = tuple(label for *_, label in fields)
        named = labels if any(label != tree.Wording() for label in labels) else ()
        return tree.RecordDeclaration(parts[1], tuple((name, kind) for name, kind, _ in fields), named, place)

    def type(self, parts: Parts) -> tree.TypeName:
        name = parts[-1].text
        return tree.TypeName(TYPE_NAMES.get(name, name), len(parts) == 2, _place(parts))

    def fact(self, parts: Parts) -> tree.FactNode:
        return tree.FactNode(_name(parts[1]), parts[3], _nodes(parts[4:]), _place(parts))

    def parameter(self, parts: Parts) -> tree.ParameterNode:
        return tree.ParameterNode(_name(parts[1]), parts[3], _nodes(parts[4:]), _place(parts))

    def use(self, parts: Parts) -> tree.UseNode:
        return tree.UseNode(string(parts[1]), _place(parts))

    def table(self, parts: Parts) -> tree.TableNode:
        return tree.TableNode(_name(parts[1]), parts[3], _nodes(parts[4:]), _place(parts))

    def exception(self, parts: Parts) -> tree.ExceptionNode:
        to = string(parts[4]) if len(parts) > 4 and isinstance(parts[4], Token) else None
        return tree.ExceptionNode(string(parts[1]), _name(parts[3]), to, _nodes(parts), _place(parts))

    def amend_parameter(self, parts: Parts) -> tree.AmendParameterNode:
        return tree.AmendParameterNode(_name(parts[1]), _nodes(parts), _place(parts))

    def amend_rule(self, parts: Parts) -> tree.AmendRuleNode:
        return tree.AmendRuleNode(_name(parts[1]), _nodes(parts), _place(parts))

    def switch_off(self, parts: Parts) -> tree.SwitchOffNode:
        return tree.SwitchOffNode(_name(parts[1]), _nodes(parts), _place(parts))

    def rule(self, parts: Parts) -> tree.RuleNode:
        return tree.RuleNode(_name(parts[1]), parts[2], _nodes(parts[3:]), _place(parts))

    def example(self, parts: Parts) -> tree.ExampleNode:
        return tree.ExampleNode(_name(parts[1]), string(parts[2]), _nodes(parts), _place(parts))
