"""Clauses of a declaration by keyword: which stand once, what their words mean."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..policylang import tree
from .core import Period, Texts
from .keywords import WORDS, spell_word, word_of
from .resolve import Desk, nearest
from .tree import Clause, Name, Place

_MANY = frozenset(("REQUIRES", "FORBIDS", "UNLESS", "READ", "ROW", "IN_FORCE", "TEXT", "GIVEN", "EXPECT"))


def keyword_of(clause: Clause) -> str:
    """The terminal a clause starts with; the two forms of `in force` count as one."""
    match clause:
        case tree.InForce():
            return "IN_FORCE"
        case tree.Unless():
            return "UNLESS"
        case tree.Reads():
            return "READ"
        case tree.Row():
            return "ROW"
        case tree.GivenFacts():
            return "GIVEN"
        case tree.ContractText():
            return "TEXT"
        case tree.Expectations():
            return "EXPECT"
        case _:
            return clause.keyword


class Clauses:
    """The clauses of one declaration. A clause that stands twice where one is meant is reported."""

    def __init__(self, clauses: Iterable[Clause], desk: Desk, many: frozenset[str] = _MANY) -> None:
        self.desk = desk
        self.all = tuple(clauses)
        self._once: dict[str, Clause] = {}
        for clause in self.all:
            keyword = keyword_of(clause)
            if keyword in self._once and keyword not in many:
                place = _first_word(clause.place)
                first = desk.span(_first_word(self._once[keyword].place))
                desk.report("E404", place, related=(("note.first", first),))
            self._once.setdefault(keyword, clause)

    def has(self, keyword: str) -> bool:
        """Whether a clause stands here."""
        return keyword in self._once

    def text(self, keyword: str) -> str:
        """The text of `source "…"` and the like; empty when the clause is missing."""
        match self._once.get(keyword):
            case tree.Strings(_, strings):
                return strings[0].text
            case tree.Names(_, names):
                return names[0].text
            case _:
                return ""

    def texts(self, keyword: str) -> tuple[str, ...]:
        """All texts or words of a clause."""
        match self._once.get(keyword):
            case tree.Strings(_, strings):
                return tuple(each.text for each in strings)
            case tree.Names(_, names):
                return tuple(each.text for each in names)
            case _:
                return ()

    def wording(self, keyword: str) -> Texts:
        """A text in both languages."""
        found = self._once.get(keyword)
        return wording(found.wording, self.desk) if isinstance(found, tree.Worded) else Texts()

    def names(self, keyword: str) -> tuple[Name | tree.String, ...]:
        """The words of a clause, with their places."""
        found = self._once.get(keyword)
        return found.names if isinstance(found, tree.Names) else ()

    def words(self, keyword: str, table: str) -> tuple[str, ...]:
        """The words of a clause by the table of their meanings; what isn't in it is reported."""
        found = (known_word(name, table, self.desk) for name in self.names(keyword))
        return tuple(word for word in found if word is not None)

    def period(self) -> Period:
        """`in force from … until …`; open when the clause is missing."""
        found = self._once.get("IN_FORCE")
        return period(found, self.desk) if isinstance(found, tree.InForce) else Period()

    def day(self, keyword: str) -> date | None:
        """`as of` and `review by`."""
        found = self._once.get(keyword)
        return day(found.day, self.desk) if isinstance(found, tree.Dated) else None


def _first_word(place: Place) -> Place:
    return place[0], place[0] + 1


def wording(written: tree.Wording, desk: Desk) -> Texts:
    """A text in both languages; one language twice is reported."""
    if written.repeated:
        desk.report("E405", written.place)
    return Texts(written.en, written.zh)


def known_word(name: Name | tree.String, table: str, desk: Desk) -> str | None:
    """What a word means in a clause, or None when it means nothing there."""
    word = word_of(table, name.text)
    if word is None:
        language = desk.language
        choices = ", ".join(spell_word(table, each, language) for each in WORDS[table])
        near = nearest(name.text, [*WORDS[table], *WORDS[table].values()])
        desk.unknown(_KEYS[table], Name(name.text, name.place), near, ("choices", choices))
    return word


_KEYS = {
    "severity": "E220",
    "blocker": "E221",
    "stage": "E222",
    "side": "E223",
    "from": "E224",
    "undecided": "E225",
    "hit": "E227",
    "verdict": "E226",
}


def day(literal: tree.Literal | None, desk: Desk) -> date | None:
    """A date; one that isn't in the calendar is reported."""
    if literal is None:
        return None
    found = tree.day(literal)
    if found is None:
        desk.report("E126", literal.place, ("text", literal.text))
    return found


def period(clause: tree.InForce, desk: Desk) -> Period:
    """A period; one that ends before it starts is reported."""
    start, end = day(clause.start, desk), day(clause.end, desk)
    if start is not None and end is not None and end < start:
        desk.report("E410", clause.place, ("start", start.isoformat()), ("end", end.isoformat()))
    return Period(start, end)
