"""Names: what each one stands for, in either spelling, and which one was meant when none fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from .core import FactDeclaration, Members, Parameter, RecordType, Sort, Span, Type
from .diagnostics import Diagnostic, Level
from .places import Lines, Values
from .tree import Name, Place
from .types import built_in, built_in_names


@dataclass(slots=True)
class Vocabulary:
    """Everything the files of a program declare, by name. Types and values have a space of names each."""

    members: dict[str, Members] = field(default_factory=dict)
    records: dict[str, RecordType] = field(default_factory=dict)
    facts: dict[str, FactDeclaration] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    """Every name of a fact, its own and those in Chinese, with the fact's own."""
    places: dict[str, Span] = field(default_factory=dict)
    """Where each name was declared; types as `type NAME`, rules as `rule ID`."""
    broken: set[str] = field(default_factory=set)
    """Names whose declaration is wrong: the mistake is reported there, and not again where they are used."""
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    """Of each scale and kinds: member by name and by Chinese label. Of each record: its fields likewise."""

    def fact(self, name: str) -> FactDeclaration | None:
        """The fact of a name or alias."""
        return self.facts.get(self.aliases.get(name, ""))

    def parameter(self, name: str) -> Parameter | None:
        """The parameter or table of a name, or of a Chinese label that only one has."""
        found = self.parameters.get(name)
        if found is not None or name.isascii():
            return found
        labelled = [each for each in self.parameters.values() if each.label.zh == name]
        return labelled[0] if len(labelled) == 1 else None

    def member(self, kind: Type, name: str) -> str | None:
        """The member of a scale or of kinds, by its name or Chinese label."""
        return self.labels.get(kind.name, {}).get(name)

    def type_named(self, name: str) -> Type | None:
        """The type of a name, declared or built in."""
        found = built_in(name)
        if found is not None:
            return found
        if name in self.members:
            return Type(Sort.SCALE if self.members[name].ordered else Sort.KINDS, name)
        return Type(Sort.RECORD, name) if name in self.records else None

    def near(self, name: str, also: Iterable[str] = ()) -> str:
        """The declared name of a value that is nearest to one that isn't declared, or an empty string."""
        return nearest(name, [*also, *self.aliases, *self.parameters])

    def near_type(self, name: str) -> str:
        """The same for types."""
        return nearest(name, [*built_in_names(), *self.members, *self.records])


def nearest(name: str, known: Iterable[str]) -> str:
    """The nearest of some names, or an empty string. A dotted name's last part alone counts too."""
    names = list(known)
    found = get_close_matches(name, names, n=1)
    if found:
        return found[0]
    last = name.rsplit(".", 1)[-1]
    return next((each for each in names if "." in each and each.rsplit(".", 1)[-1] == last), "")


class Desk:
    """Where the checks of one file put their diagnostics."""

    def __init__(self, lines: Lines, language: str) -> None:
        self.lines = lines
        self.language = language
        self.calendar = ""
        """The calendar by which the file counts working days."""
        self.errors = 0
        """How many errors were noted."""
        self._found: list[Diagnostic] = []

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def span(self, place: Place) -> Span:
        """A place of this file."""
        return self.lines.span(place)

    def report(
        self, key: str, place: Place, *values: tuple[str, str], related: tuple[tuple[str, Span], ...] = ()
    ) -> None:
        """Note a problem; a key that starts with W is a warning."""
        self.add(key, self.span(place), values, related)

    def add(self, key: str, span: Span, values: Values, related: tuple[tuple[str, Span], ...] = ()) -> None:
        """Note a problem whose place is known as line and column."""
        level = Level.WARNING if key.startswith("W") else Level.ERROR
        self._found.append(Diagnostic(key, span, values, level, related))
        self.errors += level is Level.ERROR

    def unknown(self, key: str, name: Name, near: str, *values: tuple[str, str]) -> None:
        """Note an unknown name. The message with a suggestion has the key of the plain one and an `n`."""
        if near:
            self.report(key + "n", name.place, ("name", name.text), ("near", near), *values)
        else:
            self.report(key, name.place, ("name", name.text), *values)

    def inside(self, place: Place, text: str) -> Place:
        """Where a text stands in a place, or else the place."""
        return self.lines.inside(place, text)

    def claim(self, places: dict[str, Span], key: str, name: Name) -> bool:
        """Take a name for a declaration; when it is taken, note both places."""
        if key in places:
            self.report("E210", name.place, ("name", name.text), related=(("note.first", places[key]),))
            return False
        places[key] = self.span(name.place)
        return True
