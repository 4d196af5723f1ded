"""Annexes a contract refers to and doesn't have, and clauses it refers to that don't exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from .. import regexes as re
from ..fact import Fact, absent, stated
from ..text import Text

_HAN_NUMBERS = "一二三四五六七八九十"
_ANNEX = re.compile(
    rf"附[件录表][ ]*(?P<zh>[{_HAN_NUMBERS}]{{1,3}}|\d{{1,2}})(?![年月])|\b(?P<word>Annex|Exhibit|Schedule"
    rf"|Appendix|Attachment|ANNEX|EXHIBIT|SCHEDULE|APPENDIX|ATTACHMENT)[ ](?P<en>[A-Z]|\d{{1,2}}"
    rf"|[IVX]{{1,4}})(?![A-Za-z0-9]|\.\d)"
)
_OTHER_PAPER = re.compile(
    r"^[ ]*(?:to|of)[ ]+(?:the|that certain|its)[ ](?!agreement|contract|this)|^[ ]*(?:hereto )?filed"
)
# Annex 3, Acceptance Standard (3 pages, initialled); 附件三《验收标准》(共3页): told to be there, leaf by leaf.
_ATTACHED = re.compile(
    r"[^.;。;()\n]{0,60}\((?:共[ ]*)?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|one|two|three|four|five|six)"
    r"[ ]*(?:pages?|页|张|sheets?)"
)
_CLAUSE = re.compile(
    rf"(?:本(?:合同|协议)|前述|上述|按照?|依照?|根据"
    rf"|见)[ ]*第[ ]*(?P<zh>[{_HAN_NUMBERS}百\d]{{1,4}}(?:\.\d{{1,2}})*)[ ]*[条款]"
    rf"|(?<![》\n法例定释])第[ ]*(?P<bare>[{_HAN_NUMBERS}\d]{{1,4}}(?:\.\d{{1,2}})*)[ ]*条(?=[^\n]{{0,4}}(?:约定"
    rf"|规定|所述|执行|第))|\b(?:Section|Clause|Article|section|clause"
    rf"|article)[ ](?P<en>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})(?![\d%])"
)
_OF_LAW = re.compile(r"法》?[^。;\n]{0,6}$|》[^。;\n]{0,4}$|(?i:code|act|regulation|law|rules?|u\.s\.c\.?)[ ,]*$")
_LAW_AFTER = re.compile(
    r"^[^.;\n]{0,24}?(?i:of the (?:[A-Z]\w+ ){0,4}(?:act|code|law|rules|standard terms|framework terms"
    r"|securities)\b|of (?:the )?(?:Agreement and Plan|Standard))"
)
_FEWEST_MARKERS = 5


def read_references(text: Text) -> Iterable[Fact]:
    """`contract.missing_annexes` and `contract.broken_refs`; absent when everything referred to is there."""
    yield _missing(text)
    yield _broken(text)


def _missing(text: Text) -> Fact:
    name = "contract.missing_annexes"
    seen: dict[str, tuple[int, int]] = {}
    present: set[str] = set()
    for match in _ANNEX.finditer(text.text):
        label = _label(match)
        line = text.line_at(match.start())
        if _heads(text, match, line.start) or _ATTACHED.match(text.text, match.end()) is not None:
            present.add(label)
        elif not _OTHER_PAPER.search(text.text[match.end() : match.end() + 30]):
            seen.setdefault(label, match.span())
    missing = {label: span for label, span in seen.items() if label not in present}
    if not missing:
        return absent(name)
    evidence = [item for start, end in missing.values() for item in text.evidence(max(0, start), end, name)]
    return stated(name, tuple(missing), *evidence)


def _label(match: re.Match[str]) -> str:
    if match["zh"]:
        number = match["zh"]
        return "附件" + (str(_number(number)) if not number.isdigit() else number)
    return f"{match['word'].capitalize()} {match['en']}"


def _heads(text: Text, match: re.Match[str], line_start: int) -> bool:
    """The annex itself begins here: its label opens a line that is no sentence, or stands in capitals."""
    before = text.text[line_start : match.start()].strip(" \t(《[")
    rest = text.text[match.end() : match.end() + 30]
    if before == "":
        return re.match(r"[ ]*(?:$|\n|[:.\-—]|《|[\u3400-\u9fff]|[ ]{2,}|\s[A-Z])", rest) is not None and not re.match(
            r"[ ]*(?:\(|is |are |shall |and |与|及|为本)", rest
        )
    return match["word"] is not None and match["word"].isupper() and len(match["word"]) > 4


def _number(han: str) -> int:
    total = 0
    for character in han:
        value = 10 if character == "十" else _HAN_NUMBERS.index(character) + 1
        total = max(total, 1) * 10 if character == "十" else total + value
    return total


def _broken(text: Text) -> Fact:
    """References beyond the last clause, told only where the clauses are numbered throughout."""
    name = "contract.broken_refs"
    tops, subs = _numbered(text)
    if len(tops) < _FEWEST_MARKERS:
        return absent(name)
    broken: dict[str, tuple[int, int]] = {}
    for match in _CLAUSE.finditer(text.text):
        before = text.text[max(0, match.start() - 14) : match.start()]
        if _OF_LAW.search(before) or _LAW_AFTER.search(text.text[match.end() : match.end() + 60]):
            continue
        top, *rest = _parts(match["zh"] or match["bare"] or match["en"])
        if _heads_a_clause(text, top):
            continue
        beyond = top > max(tops) or (rest and top in subs and rest[0] > max(subs[top]))
        if beyond:
            broken.setdefault(match.group().strip(), match.span())
    if not broken:
        return absent(name)
    evidence = [item for start, end in broken.values() for item in text.evidence(start, end, name)]
    return stated(name, tuple(broken), *evidence)


def _heads_a_clause(text: Text, number: int) -> bool:
    """Whether a clause of this number begins inside a line: of a text without line breaks few clauses begin one."""
    head = rf"(?<![\w.,])(?:(?:Section|SECTION|Article|ARTICLE|Clause|CLAUSE)\s+)?{number}(?:\.\d{{1,2}})*"
    return (
        re.search(rf"{head}(?:[.:)]\s+|\s+[-–—]\s+|\s{{1,8}}(?=[A-Z]{{3}}))(?=[\"A-Z\u3400-\u9fff])", text.text)
        is not None
        or re.search(rf"(?:[。;\n]|^)[ ]*第(?:{number}|{_in_han(number)})条(?![之的规约所])", text.text) is not None
    )


def _in_han(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number > 99:
        return str(number)
    return ("" if tens == 0 else "十" if tens == 1 else _HAN_NUMBERS[tens - 1] + "十") + (
        _HAN_NUMBERS[ones - 1] if ones else ""
    )


def _parts(number: str) -> list[int]:
    return [int(part) if part.isdigit() else _number(part.replace("百", "")) for part in number.split(".") if part]


def _numbered(text: Text) -> tuple[set[int], dict[int, set[int]]]:
    tops: set[int] = set()
    subs: defaultdict[int, set[int]] = defaultdict(set)
    for parts in _marker_numbers(text):
        tops.add(parts[0])
        if len(parts) > 1:
            subs[parts[0]].add(parts[1])
    return tops, subs


def _marker_numbers(text: Text) -> Iterator[list[int]]:
    for marker in text.markers:
        # Clause 19 inside a line is a reference, not the head of a clause.
        if (
            marker.number[:1].isalpha()
            and marker.number[0].isascii()
            and text.line_at(marker.start).start != marker.start
        ):
            continue
        plain = re.sub(r"第|[条章节款()]|(?i:article|section|clause)|\s", "", marker.number)
        if re.fullmatch(rf"[{_HAN_NUMBERS}]{{1,3}}|\d{{1,2}}(?:\.\d{{1,2}})*", plain):
            yield _parts(plain)
