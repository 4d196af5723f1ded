"""Scales, kinds, records and facts: the vocabulary of a program, from all its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..policylang import core, tree
from .clauses import Clauses, wording
from .core import Sort, Source, Type
from .patterns_check import check_pattern
from .resolve import Desk, Vocabulary
from .tree import Name
from .types import built_in


@dataclass(frozen=True, slots=True)
class File:
    """One policy file under check."""

    module: tree.Module
    desk: Desk
    text: str


def declare(files: Sequence[File], broken: set[str]) -> Vocabulary:
    """The vocabulary of all files together; the order of files and declarations doesn't matter.

    `broken` are the names of declarations that couldn't be read.
    """
    names = Vocabulary(broken=broken)
    records: list[tuple[File, tree.RecordDeclaration]] = []
    facts: list[tuple[File, tree.FactNode]] = []
    for file in files:
        for node in file.module.declarations:
            match node:
                case tree.MembersDeclaration():
                    _members(node, file.desk, names)
                case tree.RecordDeclaration() if _type_name(node.name, file.desk, names):
                    names.records[node.name.text] = core.RecordType(node.name.text, ())
                    records.append((file, node))
                case tree.FactNode():
                    facts.append((file, node))
                case _:
                    pass
    for file, record in records:
        _fields(record, file.desk, names)
    for file, fact in facts:
        _fact(fact, file.desk, names)
    return names


def _type_name(name: Name, desk: Desk, names: Vocabulary) -> bool:
    if built_in(name.text) is not None:
        desk.report("E211", name.place, ("name", name.text))
        return False
    return desk.claim(names.places, f"type {name.text}", name)


def _members(node: tree.MembersDeclaration, desk: Desk, names: Vocabulary) -> None:
    if not _type_name(node.name, desk, names):
        return
    places: dict[str, core.Span] = {}
    labels: dict[str, core.Texts] = {}
    members: list[str] = []
    for member, label in node.members:
        if not desk.claim(places, member.text, member):
            continue
        members.append(member.text)
        texts = wording(label, desk)
        if texts.en or texts.zh:
            labels[member.text] = texts
    known = _known(labels, places, members, desk)
    name = node.name.text
    names.members[name] = core.Members(name, node.ordered, tuple(members), labels, desk.span(node.place))
    names.labels[name] = known


def _fields(node: tree.RecordDeclaration, desk: Desk, names: Vocabulary) -> None:
    places: dict[str, core.Span] = {}
    fields: list[tuple[str, Type]] = []
    labels: dict[str, core.Texts] = {}
    for at, (name, written) in enumerate(node.fields):
        kind = type_of(written, desk, names)
        if kind is None:
            names.broken.add(node.name.text)
        if desk.claim(places, name.text, name) and kind is not None:
            if kind.sort in (Sort.LIST, Sort.RECORD):
                desk.report("E213", written.place, ("name", name.text))
                continue
            fields.append((name.text, kind))
            if node.labels and (label := wording(node.labels[at], desk)) != core.Texts():
                labels[name.text] = label
    names.labels[node.name.text] = _known(labels, places, [name for name, _ in fields], desk)
    names.records[node.name.text] = core.RecordType(node.name.text, tuple(fields), labels, desk.span(node.place))


def _known(
    labels: Mapping[str, core.Texts], places: Mapping[str, core.Span], names: Sequence[str], desk: Desk
) -> dict[str, str]:
    """Names by themselves and by their Chinese labels; a label that stands for two is reported."""
    known = {name: name for name in names}
    for name, texts in labels.items():
        if texts.zh and known.setdefault(texts.zh, name) != name:
            first = places[known[texts.zh]]
            desk.add("E212", places[name], (("label", texts.zh),), (("note.first", first),))
    return known


def type_of(written: tree.TypeName, desk: Desk, names: Vocabulary) -> Type | None:
    """The type a name stands for; an unknown one is reported."""
    kind = names.type_named(written.name)
    if kind is None and written.name in names.broken:
        return None
    if kind is None:
        desk.unknown("E206", Name(written.name, written.place), names.near_type(written.name))
        return None
    return Type(Sort.LIST, of=kind) if written.list else kind


def _fact(node: tree.FactNode, desk: Desk, names: Vocabulary) -> None:
    if not desk.claim(names.places, node.name.text, node.name):
        return
    clauses = Clauses(node.clauses, desk)
    kind = type_of(node.type, desk, names)
    if kind is not None and kind.sort is Sort.RECORD:
        desk.report("E214", node.type.place, ("record", kind.name))
        kind = None
    aliases = [alias for alias in clauses.names("ALIAS") if isinstance(alias, Name)]
    taken = [alias.text for alias in aliases if desk.claim(names.places, alias.text, alias)]
    if not clauses.has("FROM"):
        desk.report("E406", node.name.place, ("name", node.name.text))
    sources = clauses.words("FROM", "from")
    source = Source(sources[0]) if sources else Source.CONTRACT
    reads = _reads(node, desk, kind, source)
    names.aliases |= dict.fromkeys([node.name.text, *taken], node.name.text)
    if kind is None:
        names.broken.add(node.name.text)
    names.facts[node.name.text] = core.FactDeclaration(
        node.name.text,
        kind or Type(Sort.TEXT),
        clauses.wording("LABEL"),
        source,
        taken[0] if taken else "",
        reads,
        desk.span(node.place),
    )


def _reads(node: tree.FactNode, desk: Desk, kind: Type | None, source: Source) -> tuple[core.ReadPattern, ...]:
    found: list[core.ReadPattern] = []
    for clause in node.clauses:
        if not isinstance(clause, tree.Reads):
            continue
        if source is not Source.CONTRACT:
            desk.report("E407", clause.place, ("name", node.name.text))
        for language, pattern in clause.patterns:
            if kind is not None:
                check_pattern(pattern, kind, desk)
            found.append(core.ReadPattern(language, pattern.text, desk.span(pattern.place)))
    return tuple(found)
