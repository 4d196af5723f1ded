"""The `read` patterns of the packs over a contract of 60,000 characters, beside the same patterns one by one.

    python -m benchmarks --only patterns

The patterns are those of the packs, and for every fact of the vocabulary the two an author would begin with: its label
in each language, with the value behind it. Both sides find the places where the patterns stand in the folded text, and
must find the same number of places of each. The other side is each pattern as one regular expression of Python's `re`,
searched through the whole text, its words matched as whole words, which is what a pattern means: `rate` isn't in
`separate`. The second line leaves that out, though the places found would be wrong in other texts: the least `re` can
take. In both its values are a number and the first word of a unit, where ours are read, checked and measured. The third
line is ours with what follows: places settled into facts with their quotes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from presign.checker.run import Refusal, Request, prepare
from presign.facts.patterns.match import ends_in_letters, fold, folded_word
from presign.facts.patterns.reader import PatternReader
from presign.facts.text import Text
from presign.parsers.document import Block, Document, Media, Unreadable
from presign.parsers.read import read_document
from presign.policylang.core import FactDeclaration, Program, Sort, Type
from presign.policylang.patterns import GAP, Choice, Gap, Maybe, Part, Pattern, Value, Word, parse_pattern

from .long_contract import ROOT
from .suite.figures import Figure, in_turn, show

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


def contract(characters: int = CHARACTERS) -> Document:
    """The sound samples of both languages, one behind the other until there are so many characters."""
    blocks: list[Block] = []
    for name in ("zh-sound-equipment-sale.docx", "en-sound-supply.docx"):
        document = read_document(ROOT / "samples" / name, isolated=False)
        assert not isinstance(document, Unreadable), document
        blocks += list(document.blocks)
    many: list[Block] = []
    length = 0
    while length < characters:
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


def expressions(reads: list[_Read], whole_words: bool) -> list[re.Pattern[str]]:
    """Each pattern as one regular expression."""
    return [re.compile(_joined(pattern.parts, kind.sort, whole_words)) for _, kind, _, pattern in reads]


def _joined(parts: tuple[Part, ...], sort: Sort, whole: bool) -> str:
    return r"[ \t]{0,3}".join(_expression(part, sort, whole) for part in parts)


def _expression(part: Part, sort: Sort, whole: bool) -> str:
    match part:
        case Word(text):
            word = folded_word(text)
            before, behind = ends_in_letters(word) if whole else (False, False)
            return (r"(?<![a-z0-9])" if before else "") + re.escape(word) + (r"(?![a-z0-9])" if behind else "")
        case Value():
            return f"{_INSIDE}{{1,200}}" if sort is Sort.TEXT else f"(?:{_NUMBER}){_UNITS.get(sort, _PERIOD)}"
        case Gap():
            return f"{_INSIDE}{{0,{GAP}}}?"
        case Maybe(inner):
            return f"(?:{_joined(inner, sort, whole)})?"
        case Choice(alternatives):
            return f"(?:{'|'.join(_joined(each, sort, whole) for each in alternatives)})"


def figures(quick: bool) -> Iterator[Figure]:
    """Both ways of writing the other side, and the facts on top."""
    rounds = 1 if quick else ROUNDS
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    text = Text(contract(CHARACTERS // 6 if quick else CHARACTERS))
    folded = fold(text.text)
    reads = patterns(prepared.program)
    reader = PatternReader(reads)
    ours = Counter(source for source, *_ in reader.places(text))
    size = f"{len(reads)} patterns, {len(folded):,} characters"
    for key, beside, whole, asked in (
        ("whole-words", "one by one through `re`", True, "≤ 0.125"),
        ("anywhere", "one by one through `re`, without the edges of words", False, ""),
    ):
        theirs = expressions(reads, whole)
        found = Counter(
            pattern.source for each, (*_, pattern) in zip(theirs, reads, strict=True) for _ in each.finditer(folded)
        )
        note = f"{size}; {ours.total()} places, {found.total()} by `re`, {(ours & found).total()} the same"
        ratios = in_turn(lambda: list(reader.places(text)), partial(_search, theirs, folded), rounds)
        yield Figure(f"patterns.{key}", "one pass", beside, ratios, asked, note)
    ratios = in_turn(lambda: reader.read(text), lambda: list(reader.places(text)), rounds)
    yield Figure("patterns.facts", "facts read", "places found", ratios)


def _search(expressions: list[re.Pattern[str]], folded: str) -> int:
    return sum(1 for expression in expressions for _ in expression.finditer(folded))


def main() -> None:
    """Print the figures."""
    show(figures(False))


if __name__ == "__main__":
    main()
