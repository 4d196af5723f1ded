"""The `read` patterns of the packs over a contract of 60,000 characters, beside the same patterns one by one.

    python -m benchmarks.patterns

The patterns are those of the packs, and for every fact of the vocabulary the two an author would begin with: its label
in each language, with the value behind it. The other side is what a straightforward checker does: each pattern as one
regular expression of Python's `re`, searched through the whole text. Its expressions find a value's number and the
first word of its unit only; ours read and settle the values as well. How many places each side found is printed.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator
from decimal import Decimal

from presign.checker.run import Refusal, Request, prepare
from presign.facts.patterns.match import fold, folded_word
from presign.facts.patterns.reader import PatternReader
from presign.facts.text import Text
from presign.parsers.document import Block, Document, Media, Unreadable
from presign.parsers.read import read_document
from presign.policylang.core import FactDeclaration, Program, Sort, Type
from presign.policylang.patterns import GAP, Choice, Gap, Maybe, Part, Pattern, Value, Word, parse_pattern

from .long_contract import ROOT

CHARACTERS = 60_000
ROUNDS = 7
_NUMBER = r"[0-9][0-9,.]{0,20}|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{1,24}"
_UNITS = {
    Sort.MONEY: r"\s?(?:元|万元|usd|eur|rmb)",
    Sort.PERCENT: r"\s?(?:%|per\s?cent)?",
    Sort.RATE: r"\s?(?:%|‰|per\s?cent)",
    Sort.DATE: r"\s?年",
}
_PERIOD = r"\s?(?:个?工作日|个?月|日|天|年|(?:business |working )?(?:days?|months?|years?|hours?))?"
_VALUED = frozenset(_UNITS) | {Sort.HOURS, Sort.DAYS, Sort.WORKING_DAYS, Sort.MONTHS, Sort.YEARS, Sort.NUMBER}
_INSIDE = r"[^。；;\n]"


def contract() -> Document:
    """The sound samples of both languages, one behind the other until there are 60,000 characters."""
    blocks: list[Block] = []
    for name in ("zh-sound-equipment-sale.docx", "en-sound-supply.docx"):
        document = read_document(ROOT / "samples" / name, isolated=False)
        assert not isinstance(document, Unreadable), document
        blocks += list(document.blocks)
    many: list[Block] = []
    length = 0
    while length < CHARACTERS:
        for block in blocks:
            many.append(block)
            length += len(block.text)
    return Document("long", "", Media.DOCX, tuple(many))


_Read = tuple[str, Type, str, Pattern]


def patterns(program: Program) -> list[_Read]:
    """What the reader is given: fact, type, language, pattern."""
    return [
        (fact.name, fact.type, language, pattern)
        for fact in program.facts.values()
        for language, source in _sources(fact)
        if isinstance(pattern := parse_pattern(source), Pattern)
    ]


def _sources(fact: FactDeclaration) -> Iterator[tuple[str, str]]:
    yield from ((read.language, read.pattern) for read in fact.reads)
    if fact.type.sort in _VALUED or fact.type.sort is Sort.YES_NO:
        behind = " … {}" if fact.type.sort in _VALUED else ""
        for language in ("zh", "en"):
            words = re.sub(r"[\[\](){}|.…]", " ", getattr(fact.label, language) or "")
            if words.strip():
                yield language, words + behind


def expressions(reads: list[_Read]) -> list[re.Pattern[str]]:
    """Each pattern as one regular expression."""
    return [re.compile(_joined(pattern.parts, kind.sort)) for _, kind, _, pattern in reads]


def _joined(parts: tuple[Part, ...], sort: Sort) -> str:
    return r"[ \t]{0,3}".join(_expression(part, sort) for part in parts)


def _expression(part: Part, sort: Sort) -> str:
    match part:
        case Word(text):
            return re.escape(folded_word(text))
        case Value():
            return f"{_INSIDE}{{1,200}}" if sort is Sort.TEXT else f"(?:{_NUMBER}){_UNITS.get(sort, _PERIOD)}"
        case Gap():
            return f"{_INSIDE}{{0,{GAP}}}?"
        case Maybe(inner):
            return f"(?:{_joined(inner, sort)})?"
        case Choice(alternatives):
            return f"(?:{'|'.join(_joined(each, sort) for each in alternatives)})"


def _seconds(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def main() -> None:
    """Measure both sides in turn, print the ratio."""
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    text = Text(contract())
    folded = fold(text.text)
    reads = patterns(prepared.program)
    reader = PatternReader(reads)
    one_by_one = expressions(reads)

    def search() -> int:
        return sum(1 for expression in one_by_one for _ in expression.finditer(folded))

    pairs = [(_seconds(search), _seconds(lambda: reader.read(text))) for _ in range(ROUNDS)]
    ratios = sorted(theirs / ours for theirs, ours in pairs)
    found = sum(len(fact.evidence) for fact in reader.read(text))
    print(
        f"read patterns: {len(one_by_one)} patterns over {len(folded):,} characters: one by one / one pass = "
        f"{Decimal(statistics.median(ratios)):.1f} (min {ratios[0]:.1f}, max {ratios[-1]:.1f}); "
        f"places: {search()} by the expressions, {found} quoted by the reader"
    )


if __name__ == "__main__":
    main()
