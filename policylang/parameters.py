"""Parameters and tables: thresholds with their dated sections, chosen by the facts of a case."""

from __future__ import annotations

from ..policylang import core, tree
from .clauses import Clauses
from .core import HitPolicy, Sort, Type
from .declare import type_of
from .expressions import type_values
from .resolve import Desk, Vocabulary, nearest
from .rows import Rows
from .sections import sections
from .tree import Name

_ONE_OF_EACH_SECTION = frozenset(("IN_FORCE", "REVIEW_BY", "SOURCE", "ROW"))


def check_parameter(node: tree.ParameterNode | tree.TableNode, desk: Desk, names: Vocabulary) -> None:
    """Add a parameter or table to the vocabulary."""
    if not desk.claim(names.places, node.name.text, node.name):
        return
    clauses = Clauses(node.clauses, desk, _ONE_OF_EACH_SECTION)
    kind = type_of(node.type, desk, names)
    if kind is not None and kind.sort in (Sort.LIST, Sort.RECORD):
        desk.report("E215", node.type.place, *type_values(is_=kind))
        kind = None
    is_table = isinstance(node, tree.TableNode)
    written = clauses.names("GIVEN" if is_table else "BY")
    if is_table and not written:
        desk.report("E423", node.name.place, ("name", node.name.text))
    keys = [_key(name, desk, names) for name in written]
    known = tuple(key for key in keys if key is not None)
    hit = HitPolicy(next(iter(clauses.words("HIT", "hit")), "unique")) if is_table else None
    name = node.name.text
    label, span = clauses.wording("LABEL"), desk.span(node.place)
    names.parameters[name] = core.Parameter(name, kind or Type(Sort.TEXT), known, (), label, hit, span)
    if kind is None or len(known) < len(keys) or (is_table and not written):
        names.broken.add(name)
        return
    rows = Rows(node.name, kind, known, hit, desk, names)
    versions = tuple(rows.version(section) for section in sections(node.clauses, node.name, desk))
    names.parameters[name] = core.Parameter(name, kind, known, versions, label, hit, span)


def _key(name: Name | tree.String, desk: Desk, names: Vocabulary) -> core.FactValue | None:
    fact = names.fact(name.text)
    if name.text in names.broken or (fact is not None and fact.name in names.broken):
        return None
    if fact is None:
        desk.unknown("E207", Name(name.text, name.place), nearest(name.text, names.aliases))
        return None
    if fact.type.sort is Sort.LIST:
        desk.report("E319", name.place, ("name", name.text))
        return None
    return core.FactValue(fact.name, fact.type, desk.span(name.place))
