"""Findings an author has looked at and wants left alone: `# lint: ignore L202 because …`.

The comment stands on the line of the finding, or above it on a line of its own. It must give a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..core import Texts
from ..tree import Place
from .model import Check, Finding, Snippet, SourceFile, Subject

_COMMENT = re.compile(r"[#＃][^\n]*")
_SUPPRESSION = re.compile(
    r"[#＃]\s*lint\s*[:：]\s*ignore\b(?P<codes>.*?)(?:(?:\bbecause\b|因为)(?P<reason>.*))?$", re.I
)
_CODE = re.compile(r"\bL\d+\b")
_SPOKEN_OF = re.compile(r"[#＃]\s*lint\s*[:：]", re.I)


@dataclass(slots=True)
class Suppression:
    """One comment: the codes it names, whether it says why, the line it is about, and which codes were met there."""

    place: Place
    codes: tuple[str, ...]
    reasoned: bool
    line: int
    met: set[str] = field(default_factory=set)


def suppressions(file: SourceFile) -> list[Suppression]:
    """The suppressions of a file."""
    found: list[Suppression] = []
    for start, text in _comments(file):
        if not _SPOKEN_OF.match(text):
            continue
        match = _SUPPRESSION.match(text)
        codes = tuple(_CODE.findall(match["codes"])) if match else ()
        reasoned = bool(match and match["reason"] and match["reason"].strip(" .…。"))
        place = (start, start + len(text.rstrip()))
        found.append(Suppression(place, codes, reasoned, _line(file, start)))
    return found


def apply(found: Sequence[Finding], written: Sequence[Suppression]) -> list[Finding]:
    """The findings that nobody suppressed; what a suppression met is noted in it."""
    kept: list[Finding] = []
    for finding in found:
        line = finding.diagnostic.span.line
        meant = [each for each in written if each.reasoned and each.line == line and finding.code in each.codes]
        for each in meant:
            each.met.add(finding.code)
        if not meant:
            kept.append(finding)
    return kept


def amiss(
    file: SourceFile, written: Sequence[Suppression], known: frozenset[str], ran: frozenset[str]
) -> Iterator[Finding]:
    """L901, L902, L903: suppressions without a reason or code, that met nothing, or of a code that doesn't exist."""
    for each in written:
        if not each.codes:
            yield file.finding("L901b", each.place)
            continue
        if not each.reasoned:
            yield file.finding("L901", each.place)
        for code in dict.fromkeys(each.codes):
            if code not in known:
                yield file.finding("L903", each.place, ("code", code))
            elif each.reasoned and code in ran and code not in each.met:
                yield file.finding("L902", each.place, ("code", code))


def _comments(file: SourceFile) -> Iterator[tuple[int, str]]:
    """Comments with the offsets of their starts. They stand between tokens, so that no text is taken for one."""
    ends = [0, *(token.place[1] for token in file.tokens)]
    starts = [*(token.place[0] for token in file.tokens), len(file.text)]
    for end, start in zip(ends, starts, strict=True):
        for match in _COMMENT.finditer(file.text, end, start):
            yield match.start(), match[0]


def _line(file: SourceFile, start: int) -> int:
    """The line a comment is about: its own, or the next that isn't a comment when it stands alone."""
    number = file.lines.span((start, start)).line
    lines = file.text.split("\n")
    while number < len(lines) and re.match(r"[\s\u3000]*[#＃]", lines[number - 1]):
        number += 1
    return number


def _nothing(subject: Subject) -> Iterator[Finding]:
    """Suppressions are looked at when all other checks have run."""
    return iter(())


_LINE, _LINE_ZH = "  requires payment.net_days <= max_days", "  要求 付款.账期 <= max_days"
_MAGIC, _MAGIC_ZH = "  requires payment.net_days <= 45 days", "  要求 付款.账期 <= 45 天"
_REASON = "  # lint: ignore L202 because the statute fixes it\n"
_REASON_ZH = "  # lint: ignore L202 因为 法律规定了天数\n"

CHECKS = (
    Check(
        "L901",
        "suppression-without-reason",
        Texts(
            "A `# lint: ignore …` without `because …`, or without a code. It suppresses nothing.",
            "`# lint: ignore …` 没有写 `因为 …`，或没有写代码。这样的注释不起作用。",
        ),
        Texts(
            "Whoever reads the policy later must be able to tell whether the reason still holds.",
            "以后的读者需要判断理由是否仍然成立。",
        ),
        _nothing,
        Snippet("  # lint: ignore L202\n" + _LINE, _LINE),
        Snippet(_REASON + _MAGIC, _LINE),
        wrong_zh=Snippet("  # lint: ignore L202\n" + _LINE_ZH, _LINE_ZH),
        mended_zh=Snippet(_REASON_ZH + _MAGIC_ZH, _LINE_ZH),
    ),
    Check(
        "L902",
        "unused-suppression",
        Texts(
            "A suppression of a finding that isn't there.",
            "抑制注释所指的问题并不存在。",
        ),
        Texts(
            "It was mended or has moved; left standing, the comment would hide the next one.",
            "问题已修复或已移走；注释留着会掩盖以后的问题。",
        ),
        _nothing,
        Snippet(_REASON + _LINE, _LINE),
        wrong_zh=Snippet(_REASON_ZH + _LINE_ZH, _LINE_ZH),
        mended_zh=Snippet(_LINE_ZH, _LINE_ZH),
    ),
    Check(
        "L903",
        "unknown-code",
        Texts("A suppression of a code that no check has.", "抑制注释中的代码不存在。"),
        Texts("It was mistyped, and suppresses nothing.", "代码写错了，注释不起作用。"),
        _nothing,
        Snippet(_REASON.replace("202", "222") + _LINE, _LINE),
        wrong_zh=Snippet(_REASON_ZH.replace("202", "222") + _LINE_ZH, _LINE_ZH),
        mended_zh=Snippet(_LINE_ZH, _LINE_ZH),
    ),
)
