"""Sentences as the readers of duties see them: whole again after hard line breaks, with who is bound by them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..values import Reason, Value
from . import regexes as re
from .contract.blank_forms import FORMS
from .fact import Evidence, Fact, absent, stated, unknown
from .roles import Parties, Role
from .text import Stretch, Text

MAX_QUOTE = 200
_HAN = r"\u3400-\u9fff"
# A line that was broken in the middle of a Chinese sentence: long, and neither its end nor the next start closes it.
_BROKEN_END = re.compile(rf"[{_HAN},、\"(\[%\dA-Za-z-]\n$")
# No sentence ends so, however short the line.
_OPEN_END = re.compile(r"[的向与和及或由在按为对以并将,、]\n$")
_ITEM_START = re.compile(
    rf"[ \t]*(?:第[ ]?[一二三四五六七八九十百\d]+[ ]?[条章节款]|[一二三四五六七八九十]{{1,3}}[、.,]"
    rf"|\([一二三四五六七八九十\d]{{1,3}}\)"
    rf"|\d{{1,2}}(?:\.\d{{1,2}})*[.、)\s]|\d{{1,2}}(?:\.\d{{1,2}})+[{_HAN}]|[■□☐☑●◆*-]|[{_HAN}]{{2,8}}:|__|──)"
)
# An English line that was broken before a capital letter: its last word can't end a sentence.
_OPEN_END_EN = re.compile(
    r"[A-Za-z,][ ]+(?:of|the|and|or|to|in|an?|by|with|for|from|within|at|on|any|its|their|his|this|that"
    r"|such|shall|will|must|may|be|is|are"
    r"|before|after|upon|under|between|all|no|not)[ ]*\n$"
)
_PADDING = re.compile(r"(?<=[!-~] )[ ]+(?=[!-~])")
_GOES_ON = re.compile(r"[或及和并与的,]")
_SHORTEST_BROKEN, _SHORTEST_OPEN = 25, 15
_REACH = 400
"""How far back in a sentence its subject is looked for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence; line breaks inside it and padding between Latin words are taken out.

    `joints` are the positions at which a character was taken out, in order, one entry each.
    """

    index: int
    start: int
    end: int
    text: str
    joints: tuple[int, ...] = ()

    def origin(self, at: int) -> int:
        """The position in the document's text of a position of this passage."""
        return self.start + at + bisect_right(self.joints, at)


@dataclass(frozen=True, slots=True)
class Hit:
    """A value with the words of a passage that decide it."""

    passage: Passage
    start: int
    end: int
    value: Value = True


@lru_cache(maxsize=4)
def passages(text: Text) -> tuple[Passage, ...]:
    """The sentences of a text in order, each whole even where a line break cuts it."""
    return tuple(_join(text))


def passages_with(text: Text, pattern: re.Pattern[str]) -> Iterator[Passage]:
    """The passages a pattern may match in: quickly passed over are those without its words."""
    return passages_with_any(text, pattern)


def passages_with_any(text: Text, *patterns: re.Pattern[str]) -> Iterator[Passage]:
    """The passages one of several patterns may match in, in order."""
    found, index = passages(text), _index(text)
    places = [index.where(pattern) for pattern in patterns]
    return (found[at] for at in (places[0] if len(places) == 1 else sorted({at for one in places for at in one})))


@lru_cache(maxsize=4)
def _index(text: Text) -> re.Index:
    return re.Index([passage.text for passage in passages(text)], re.KNOWN.held)


def _join(text: Text) -> Iterator[Passage]:
    index = 0
    held: list[Stretch] = []
    for sentence in text.sentences:
        if held and not _continues(text, held[-1], sentence):
            yield _passage(index, held)
            index += 1
            held = []
        held.append(sentence)
    if held:
        yield _passage(index, held)


def _continues(text: Text, first: Stretch, then: Stretch) -> bool:
    width = first.end - text.text.rfind("\n", 0, first.start) - 1
    if _is_english_broken(first, then, width):
        return True
    return (
        first.end == then.start
        and (width > _SHORTEST_BROKEN or (width > _SHORTEST_OPEN and _OPEN_END.search(first.text) is not None))
        and "\t" not in first.text
        and (
            _BROKEN_END.search(first.text) is not None
            or (first.text.endswith(")\n") and _GOES_ON.match(then.text) is not None)
        )
        and re.search(rf"[{_HAN}]", first.text) is not None
        and _ITEM_START.match(then.text) is None
    )


def _is_english_broken(first: Stretch, then: Stretch, width: int) -> bool:
    return (
        first.end == then.start
        and width > _SHORTEST_BROKEN
        and "\t" not in first.text
        and _OPEN_END_EN.search(first.text) is not None
        and re.match(r"[ ]*[A-Z][A-Za-z]*[a-z]", then.text) is not None
    )


def _passage(index: int, held: Sequence[Stretch]) -> Passage:
    whole = "".join(piece.text for piece in held)
    breaks: set[int] = set()
    length = 0
    for piece in held[:-1]:
        length += len(piece.text)
        if _OPEN_END_EN.search(piece.text) is None:
            breaks.add(length - 1)
        else:
            whole = whole[: length - 1] + " " + whole[length:]
    for padding in _PADDING.finditer(whole):
        breaks.update(range(padding.start(), padding.end()))
    if not breaks:
        return Passage(index, held[0].start, held[-1].end, whole)
    taken = sorted(breaks)
    joints = tuple(place - before for before, place in enumerate(taken))
    words = "".join(character for place, character in enumerate(whole) if place not in breaks)
    return Passage(index, held[0].start, held[-1].end, words, joints)


def search_all(text: Text, pattern: re.Pattern[str], unless: re.Pattern[str] | None = None) -> Iterator[Hit]:
    """The first match of a pattern in each passage that doesn't have the words of `unless`."""
    for passage in passages_with(text, pattern):
        match = pattern.search(passage.text)
        if match is not None and (unless is None or unless.search(passage.text) is None):
            yield Hit(passage, match.start(), match.end())


def near(all_passages: Sequence[Passage], at: int, before: int = 1, after: int = 1) -> Sequence[Passage]:
    """The passage at an index with its neighbours."""
    return all_passages[max(0, at - before) : at + after + 1]


def in_one_clause(text: Text, one: Passage, other: Passage) -> bool:
    """Whether two passages stand under the same clause number."""
    return text.clause_at(one.start) == text.clause_at(other.start)


def first_blank(words: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first blank left open between two positions of a passage's text."""
    return FORMS.search(words, start, len(words) if end is None else end)


_OBJECT = re.compile(
    r"(?:[向给对与和同致予]|为了?|因|由于|经|未经|除|付给|偿付|归|凭|收到|接到|\b(?:to|of|by|from|with"
    r"|against|notify|notifies|inform|informs|advise|give|gives|provide|provides|furnish|send|pay|pays"
    r"|reimburse|require"
    r"|request|entitle))\s?(?:the\s)?$",
    re.I,
)


def subject(parties: Parties, words: str, at: int) -> Role | None:
    """Which side is bound by the words at a position: the last party named before them that isn't their object."""
    if not parties.certain:
        return None
    mention = re.compile(f"(?P<b>{parties.buyer})|(?P<s>{parties.seller})", re.IGNORECASE)
    role: Role | None = None
    for match in mention.finditer(words, max(0, at - _REACH), at):
        if _OBJECT.search(words, max(0, match.start() - 16), match.start()) is None:
            role = Role.BUYER if match["b"] is not None else Role.SELLER
    return role


def evidence(text: Text, hit: Hit, reader: str) -> tuple[Evidence, ...]:
    """The deciding words of a hit with as much of their sentence as fits a quote."""
    passage = hit.passage
    low, high = _window(passage.text, hit.start, hit.end)
    if passage.origin(high - 1) - passage.origin(low) >= MAX_QUOTE:
        low, high = _narrowed(passage, hit, low, high)
    whole = text.evidence(passage.origin(low), passage.origin(high - 1) + 1, reader)
    if len(whole) < 2:
        return whole
    last = max(min(hit.end, hit.start + MAX_QUOTE), hit.start + 1)
    deciding = {item.block for item in text.evidence(passage.origin(hit.start), passage.origin(last - 1) + 1, reader)}
    return tuple(sorted(whole, key=lambda item: item.block not in deciding))


def _narrowed(passage: Passage, hit: Hit, low: int, high: int) -> tuple[int, int]:
    """A window made to fit the padding that the original has and the passage doesn't."""
    while low < hit.start and passage.origin(high - 1) - passage.origin(low) >= MAX_QUOTE:
        low += 1
    while high > low + 1 and passage.origin(high - 1) - passage.origin(low) >= MAX_QUOTE:
        high -= 1
    return low, high


def _window(words: str, start: int, end: int) -> tuple[int, int]:
    """The cells of a table row that hold the words, or their sentence, cut at commas or blanks where it is too long."""
    end = min(max(end, start + 1), start + MAX_QUOTE, len(words))
    first = words.rfind("\t", 0, start + 1) + 1
    last = words.find("\t", end)
    last = len(words) if last < 0 else last
    if last - first <= MAX_QUOTE:
        return first, last
    room = MAX_QUOTE - (end - start)
    low, high = max(first, start - room // 2), min(last, end + room // 2)
    if low > first:
        low = _cut(words, low, start, first_one=True)
    if high < last:
        high = _cut(words, end, high, first_one=False)
    return low, high


def _cut(words: str, low: int, high: int, first_one: bool) -> int:
    """The first or last comma between two positions, else the first or last blank, else the nearer end."""
    for mark in (r"[,;:](?!\d)\s?", r"\s"):
        places = [low + match.end() for match in re.finditer(mark, words[low:high])]
        if places:
            return places[0] if first_one else places[-1]
    return low if first_one else high


def decide(name: str, text: Text, hits: Sequence[Hit], otherwise: Fact | None = None) -> Fact:
    """One value from several places: stated when they agree, a contradiction when not, else `otherwise` or absent."""
    first: dict[Value, Hit] = {}
    for hit in hits:
        first.setdefault(hit.value, hit)
    if len(first) == 1:
        return stated(name, hits[0].value, *evidence(text, hits[0], name))
    if first:
        return unknown(name, Reason.CONTRADICTION, *(e for hit in first.values() for e in evidence(text, hit, name)))
    return otherwise if otherwise is not None else absent(name)


def yes_no(name: str, text: Text, yes: Iterable[Hit], no: Iterable[Hit] = ()) -> Fact:
    """A yes/no fact: granted, expressly denied, both (a contradiction), or absent."""
    granted, denied = next(iter(yes), None), next(iter(no), None)
    if granted is not None and denied is not None:
        return unknown(name, Reason.CONTRADICTION, *evidence(text, granted, name), *evidence(text, denied, name))
    if granted is not None:
        return stated(name, True, *evidence(text, granted, name))
    if denied is not None:
        return stated(name, False, *evidence(text, denied, name))
    return absent(name)


def doubtful(name: str, text: Text, reason: Reason, hit: Hit) -> Fact:
    """A fact that the words of a hit leave unknown."""
    return unknown(name, reason, *evidence(text, hit, name))
