"""Safe fixes, carried out: token by token, with every comment kept, and only when no verdict can change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..check import check
from ..parse import parse
from .model import Edit, Finding
from .normal import normal


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file's new text, its edits, and how many findings they mend."""

    text: str
    edits: tuple[Edit, ...]
    count: int


def fixed(text: str, findings: Iterable[Finding]) -> Fixed | None:
    """The text with the fixes of its findings made; None when there is none that keeps every verdict.

    Of fixes that meet in one place only the first is made: the others are found again in the next round.
    """
    chosen: list[tuple[Edit, ...]] = []
    for finding in findings:
        if finding.edits and not any(_meet(one, other) for one in finding.edits for each in chosen for other in each):
            chosen.append(finding.edits)
    together = _made(text, chosen)
    if together is not None:
        return together
    return next((alone for each in chosen if (alone := _made(text, [each])) is not None), None)


def _made(text: str, fixes: Sequence[tuple[Edit, ...]]) -> Fixed | None:
    edits = tuple(edit for each in fixes for edit in each)
    if not edits:
        return None
    changed = edited(text, edits)
    before, after = parse(text), parse(changed)
    if after.diagnostics or normal(before.module) != normal(after.module):
        return None
    return Fixed(changed, edits, len(fixes))


def still_sound(sources: Mapping[str, str], changed: Mapping[str, str]) -> bool:
    """Whether the program of the sources is without errors when some of them are replaced."""
    texts = {**sources, **changed}
    return check([(parse(text, path), text) for path, text in texts.items()]).program is not None


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with edits made that don't meet."""
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def edited_lines(raw: str, edits: Sequence[Edit]) -> str:
    """The same for a text whose lines may end in `\\r\\n`: the edits count such an end as one character."""
    ends: list[int] = []
    at = raw.find("\r\n")
    while at >= 0:
        ends.append(at - len(ends))
        at = raw.find("\r\n", at + 2)

    def there(offset: int) -> int:
        return offset + bisect_left(ends, offset)

    return edited(raw, [Edit(there(each.start), there(each.end), each.text) for each in edits])


def _meet(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end
