"""What makes a finding the same finding in the next version of a contract: its rule and the words it rests on.

Version 2. A fingerprint is made of the rule's id and of the sentences its evidence stands in, without their order, each
reduced to letters, figures and signs of number: widths, punctuation, blanks, letter case, the printed numbers of
clauses and references to clauses by their numbers don't count. So a finding outlives a clause that moves, is
renumbered, set anew, cut into two paragraphs or put into a table, and doesn't outlive a change of its words. Where the
words are missing (what a contract doesn't say has none) it is made of the facts that are open. That a rule is undecided
is part of it: what was accepted as open isn't accepted once it is violated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import sha256

from ..facts.fact import Evidence
from ..parsers.document import Block, Kind
from ..policylang.outcome import Verdict
from .report import Finding

VERSION = 2
"""Of the definition above: fingerprints of another version mean nothing here."""

LENGTH = 16
SHAPE = re.compile(rf"[0-9a-f]{{{LENGTH}}}")

_FIGURES = r"[\d一二三四五六七八九十百零〇两]+"
_UNIT = (
    r"\s*(?:[%‰个天日年月元万亿倍吨]|percent\b|per\b|times\b|million\b|days?\b|months?\b|years?\b"
    r"|usd\b|eur\b|gbp\b|cny\b|rmb\b)"
)
_ARTICLE = rf"第{_FIGURES}(?:\.\d+)*(?:条|章|节|款|项)(?:之{_FIGURES})?(?:第{_FIGURES}[款项])*"
_ENGLISH = r"\b(?:clauses?|sections?|articles?|paragraphs?)\s*\d+(?:\.\d+)*(?:\s*\([a-z0-9]{1,4}\))*"
_BRACKETED = rf"(?:^|[;:,])\s*\((?:{_FIGURES}|[a-z]|[ivx]{{1,5}})\)(?!{_UNIT})"
_NUMBERS = re.compile(rf"{_ARTICLE}|{_ENGLISH}|{_BRACKETED}")
"""Numbers of clauses anywhere: before a clause or a point of it, and where one clause refers to another."""
_LEVELS = rf"\d{{1,2}}(?:\.[1-9]\d?)+\.?(?![\d.])(?!{_UNIT})(?=\s*[^\W\d])"
_FIRST = re.compile(rf"\s*(?:{_FIGURES}[、.](?!\d)|{_LEVELS}|\d{{1,2}}\)|[a-z][.)](?=\s)|[•·●○■□◆–—*-])\s*")
"""Numbers and bullets that only the beginning of a line can have."""
_ENDS = re.compile(r"[。；;！!？?]|\.(?=\s|$)")
"""Where a sentence ends; the end of a line alone ends none, since lines are broken anywhere."""
_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
_KEPT_SIGNS = frozenset("%‰")


def fingerprint(finding: Finding, blocks: Sequence[Block] = ()) -> str:
    """The fingerprint of a finding: 16 hexadecimal digits. A document has one finding of each rule.

    `blocks` are the document's: a quote may be cut short, and is completed to whole sentences from its block.
    """
    if finding.waived is not None:
        return finding.waived.waiver.fingerprint
    parts = (finding.rule.id, *_words(finding, blocks))
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _words(finding: Finding, blocks: Sequence[Block]) -> list[str]:
    """The sentences it rests on, each once and sorted; without any, the verdict and what is open."""
    outcome = finding.outcome
    open_ = [outcome.verdict.value] if outcome.verdict is Verdict.UNDECIDED else []
    passages = _passages(finding.evidence, blocks)
    sentences = sorted({words for passage in passages for words in sentences_of(passage)})
    if sentences:
        return [*open_, *sentences]
    return [outcome.verdict.value, *sorted(outcome.missing)]


def _passages(evidence: Sequence[Evidence], blocks: Sequence[Block]) -> list[str]:
    """What the quotes say in whole sentences; a sentence that broken lines spread over paragraphs is one again."""
    found: list[str] = []
    last = -1
    for each in sorted(evidence, key=lambda quote: (quote.block, quote.start)):
        text = _whole(each, blocks)
        if last >= 0 and each.block == last + 1 and _goes_on(found[-1], blocks[last], blocks[each.block], text):
            found[-1] += text
        else:
            found.append(text)
        last = each.block if each.block < len(blocks) else -1
    return found


def _goes_on(before: str, first: Block, second: Block, after: str) -> bool:
    """Whether a passage at the end of a paragraph goes on at the beginning of the next."""
    if first.kind is not Kind.PARAGRAPH or second.kind is not Kind.PARAGRAPH:
        return False
    open_end = first.text.endswith(before) and not _ENDS.search(before.rstrip()[-1:])
    return open_end and second.text.startswith(after)


def _whole(evidence: Evidence, blocks: Sequence[Block]) -> str:
    """The sentences of the block that the quote touches; the quote itself where the block isn't at hand."""
    text = blocks[evidence.block].text if 0 <= evidence.block < len(blocks) else ""
    if text[evidence.start : evidence.end] != evidence.quote:
        return evidence.quote
    before = [end.end() for end in _ENDS.finditer(text, 0, evidence.start)]
    after = _ENDS.search(text, max(evidence.end - 1, evidence.start))
    return text[before[-1] if before else 0 : after.end() if after else len(text)]


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text, each reduced to what makes them the same words."""
    at = 0
    for end in (*(each.end() for each in _ENDS.finditer(text)), len(text)):
        reduced = _reduced(unicodedata.normalize("NFKC", text[at:end]).casefold())
        at = end
        if reduced:
            yield reduced


def _reduced(sentence: str) -> str:
    begun = _FIRST.match(sentence)
    text = _NUMBERS.sub(" ", sentence[begun.end() :] if begun else sentence).strip()
    text = _GROUPED.sub("", text)
    return "".join(sign for at, sign in enumerate(text) if _counts(sign, at, text))


def _counts(sign: str, at: int, text: str) -> bool:
    """Letters, figures, money and comparison signs; a point only inside a number."""
    if sign == ".":
        return 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()
    return sign in _KEPT_SIGNS or unicodedata.category(sign)[0] in "LN" or unicodedata.category(sign) in ("Sc", "Sm")
