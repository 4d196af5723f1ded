"""The placeholders of a template: what each is called, and where two of them contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...values import Record
from .. import regexes as re
from ..fact import Evidence, Fact, absent, stated
from ..roles import Parties
from ..text import Stretch, Text
from .blank_forms import FORM_LABEL
from .blanks import open_blanks, with_context
from .placeholder_clashes import Clash, overloaded, renamed, respelt
from .placeholder_names import name_of, notation_of

_READER = "placeholders"
_MOST_SHOWN = 200
_LABEL = re.compile(r"(?P<label>[^\n\t│|;。:_\[\]{}]{1,40}?)[ ]*:[ ]*(?:人民币|[¥$€£]|RMB|CNY|USD|EUR|GBP)?[ ]*$")
_NUMBERED = re.compile(r"^[\s\d.、()第条款一二三四五六七八九十]*(?=\D)")
_CELL_BEFORE = re.compile(r"(?:^|[\t│|\n])[ ]*(?P<label>[^\n\t│|;。,:_\[\]{}]{1,24})[ ]*[\t│|][ ]*$")
_HINT = re.compile(r"[ ]?\((?:以下)?(?:统?简?称)?(?:the )?[\"“”']?(?P<label>[^()\d\n]{2,30}?)[\"“”']?\)")
_TICK_BOX = re.compile(r"\[[ xX√✓]*\]")
_REACH = 64
_LONGEST_NAME = 40
"""What is longer is an instruction to whoever fills the template in."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place of a template to be filled. `name` and `label` are empty where there is none.

    `before` and `after` are the words next to it, which tell what is to be filled in.
    """

    start: int
    end: int
    name: str
    label: str
    notation: str
    before: str
    after: str

    @property
    def named(self) -> bool:
        """Whether somebody who fills it in is told what belongs there."""
        return bool(self.name or self.label)


@lru_cache(maxsize=8)
def find_placeholders(text: Text) -> tuple[Placeholder, ...]:
    """All placeholders of a text, in order. Lines for a signature or its date and boxes to tick are none."""
    return tuple(_placeholder(text, blank) for blank in open_blanks(text) if not _is_box(text, blank))


def _is_box(text: Text, blank: Stretch) -> bool:
    """Whether empty brackets begin a line or cell that goes on: a choice, not a gap."""
    if not _TICK_BOX.fullmatch(blank.text):
        return False
    # The lines of a cell are one line of the text, but lines of their block.
    words = text.block_at(blank.start).text
    found = text.evidence(blank.start, blank.end)[0]
    before, after = re.split(r"[\n\t]", words[: found.start])[-1], words[found.end :].split("\n")[0]
    return not before.strip() and bool(after.strip() or text.line_at(blank.start).end > blank.end)


def _placeholder(text: Text, blank: Stretch) -> Placeholder:
    line = text.line_at(blank.start)
    before = text.text[max(line.start, blank.start - _REACH) : blank.start]
    after = text.text[blank.end : min(line.end, blank.end + _REACH)]
    return Placeholder(
        blank.start,
        blank.end,
        name_of(blank.text),
        _label(blank.text, before, after),
        notation_of(blank.text),
        before,
        after,
    )


def _label(blank: str, before: str, after: str) -> str:
    """The words that say what a blank is for: before a colon, in the cell to the left, in brackets behind it."""
    own = re.match(r"(?P<label>[^\s_:\[\]{}][^_:\[\]{}\t│|]*?)[ ]*[:\t│|]", blank)
    if own is not None:
        return own["label"].strip()
    for pattern in (_LABEL, _CELL_BEFORE):
        if (match := pattern.search(before)) is not None:
            # Blanks part what stands side by side on a line.
            return _NUMBERED.sub("", re.split(r"[ ]{2,}", match["label"].strip())[-1]).strip(" -*·")
    if (match := FORM_LABEL.search(before)) is not None:
        return match.group().strip(" .:")
    hint = _HINT.match(after)
    return hint["label"].strip(" ,\"“”'") if hint is not None else ""


def read(text: Text, parties: Parties) -> Iterable[Fact]:
    """The facts of the group `template`; all are absent where nothing is left to be filled."""
    found = find_placeholders(text)
    unnamed = [each for each in found if not each.named]
    # Each once, and in an order of their own: a header stands first in one format and last in another.
    records = tuple(sorted({_record(each) for each in found}, key=lambda each: each.fields))
    yield _fact("template.placeholders", records, found, text)
    shown = tuple(dict.fromkeys(_shown(text, each) for each in unnamed))
    yield _fact("template.unnamed", shown, unnamed, text, context=True)
    yield _clashes("template.respelt", respelt(found), text)
    yield _clashes("template.renamed", renamed(found), text)
    yield _clashes("template.overloaded", overloaded(found), text)
    yield _notations(text, found)


def _fact(
    name: str,
    value: tuple[Record | str, ...],
    places: Sequence[Placeholder],
    text: Text,
    *,
    context: bool = False,
) -> Fact:
    if not value:
        return absent(name)
    return stated(name, value, *_evidence(text, places, context=context))


def _evidence(text: Text, places: Sequence[Placeholder], *, context: bool) -> list[Evidence]:
    spans = [
        with_context(text, Stretch(each.start, each.end, "")) if context else (each.start, each.end)
        for each in places[:_MOST_SHOWN]
    ]
    return [item for span in dict.fromkeys(spans) for item in text.evidence(*span, _READER)]


def _record(found: Placeholder) -> Record:
    fields = (("name", found.name), ("label", found.label), ("notation", found.notation))
    return Record(tuple((name, value) for name, value in fields if value))


def _shown(text: Text, found: Placeholder) -> str:
    start, end = with_context(text, Stretch(found.start, found.end, ""))
    return " … ".join(each.quote.strip() for each in text.evidence(start, end))


def _clashes(name: str, clashes: Sequence[Clash[Placeholder]], text: Text) -> Fact:
    places = [each for clash in clashes for each in clash.places]
    return _fact(name, tuple(clash.shown for clash in clashes), places, text, context=True)


def _notations(text: Text, found: Sequence[Placeholder]) -> Fact:
    first: dict[str, Placeholder] = {}
    for each in found:
        if each.name and len(each.name) <= _LONGEST_NAME and not each.name.endswith("."):
            # "${price}" may as well be a sum of dollars.
            first.setdefault("braces" if each.notation == "dollar" else each.notation, each)
    if len(first) < 2:
        return absent("template.notations")
    shown = tuple(text.text[each.start : each.end] for each in first.values())
    return _fact("template.notations", shown, list(first.values()), text, context=True)
