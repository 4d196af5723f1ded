"""The case file: what the company knows of the customer, the deal and its approvals, as YAML.

    customer: {name: 某某公司, grade: B}
    deal:
      amount_base: CNY 1,665,600
    approval:
      records:
        - {role: credit_manager, person: 李某, decision: approve, on: 2026-02-27, days_limit: 60 days}

Sections and keys are the two halves of a fact's name, or of its Chinese alias. Unknown keys, wrong units and facts that
only the contract can state are problems with a line number; nothing is guessed.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..facts.fact import Fact
from ..policylang.core import FactDeclaration, Program, RecordType, Sort, Source, Type
from ..values import Record, State, Value
from ..values.data_files import safe_loader
from .literals import read_value, sample
from .problems import CaseProblem

_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Case:
    """The facts of a case file; with problems there are no facts to rely on."""

    facts: tuple[Fact, ...] = ()
    problems: tuple[CaseProblem, ...] = ()


def read_case(path: str, program: Program) -> Case:
    """Read a case file against the vocabulary of a program. Mistakes come back as problems, all of them at once."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return Case(problems=(CaseProblem("case.unreadable", path, 1, 1, (("why", error.strerror or ""),)),))
    if len(data) > _MAX_BYTES:
        return Case(problems=(CaseProblem("case.too_large", path, 1, 1, (("limit", str(_MAX_BYTES)),)),))
    try:
        root = yaml.compose(data.decode("utf-8"), Loader=safe_loader())
    except UnicodeDecodeError:
        return Case(problems=(CaseProblem("case.encoding", path, 1, 1),))
    except (yaml.YAMLError, RecursionError) as error:
        return Case(problems=(_syntax_problem(path, error),))
    reader = _Reader(path, program)
    facts = tuple(reader.facts(root))
    return Case((), tuple(reader.problems)) if reader.problems else Case(facts)


def _syntax_problem(path: str, error: Exception) -> CaseProblem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    why = getattr(error, "problem", None) or "nested too deeply"
    return CaseProblem("case.syntax", path, line, column, (("why", str(why)),))


class _Reader:
    def __init__(self, path: str, program: Program) -> None:
        self.path = path
        self.program = program
        self.members = dict(program.members)
        self.problems: list[CaseProblem] = []
        self.names: dict[str, FactDeclaration] = dict(program.facts)
        self.names |= {fact.alias_zh: fact for fact in program.facts.values() if fact.alias_zh}

    def facts(self, root: yaml.Node | None) -> Iterator[Fact]:
        seen: dict[str, yaml.Node] = {}
        for section, body in self._pairs(root, "case.not_a_mapping"):
            for key, node in self._pairs(body, "case.section_not_a_mapping", section.value):
                declaration = self._declaration(f"{section.value}.{key.value}", key, section)
                if declaration is None:
                    continue
                if declaration.name in seen:
                    first = str(seen[declaration.name].start_mark.line + 1)
                    self._problem("case.twice", key, name=declaration.name, first=first)
                    continue
                seen[declaration.name] = key
                value = self._value(node, declaration.type, declaration.name)
                if value is not None:
                    origin = f"{self.path}:{node.start_mark.line + 1}"
                    yield Fact(declaration.name, State.STATED, value, origin=origin)

    def _pairs(
        self, node: yaml.Node | None, key: str, section: str = ""
    ) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            self._problem(key, node, section=section)
            return
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode):
                yield name, value
            else:
                self._problem(key, name, section=section)

    def _declaration(self, name: str, key: yaml.Node, section: yaml.Node) -> FactDeclaration | None:
        declaration = self.names.get(name)
        if declaration is None:
            prefix = name.split(".")[0] + "."
            if not any(known.startswith(prefix) for known in self.names):
                self._unknown(name.split(".")[0], {known.split(".")[0] for known in self.names}, section)
            else:
                self._unknown(name, set(self.names), key)
            return None
        if declaration.source is Source.CONTRACT:
            self._problem("case.read_from_contract", key, name=name)
            return None
        return declaration

    def _unknown(self, name: str, known: set[str], node: yaml.Node) -> None:
        near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
        if near:
            self._problem("case.unknown_key_near", node, name=name, near=near[0])
        else:
            self._problem("case.unknown_key", node, name=name)

    def _value(self, node: yaml.Node, wanted: Type, name: str) -> Value | None:
        if wanted.sort is Sort.LIST and wanted.of is not None:
            return self._list(node, wanted.of, name)
        if wanted.sort is Sort.RECORD:
            return self._record(node, self.program.records[wanted.name], name)
        if not isinstance(node, yaml.ScalarNode):
            self._problem("case.not_a_value", node, name=name, sample=sample(wanted, self.members))
            return None
        value = read_value(node.value, wanted, self.members)
        if value is None:
            written = node.value or "∅"
            self._problem("case.wrong_value", node, name=name, text=written, sample=sample(wanted, self.members))
        return value

    def _list(self, node: yaml.Node, of: Type, name: str) -> Value | None:
        if not isinstance(node, yaml.SequenceNode):
            self._problem("case.not_a_list", node, name=name)
            return None
        values = [self._value(item, of, name) for item in node.value]
        return tuple(value for value in values if value is not None)

    def _record(self, node: yaml.Node, record: RecordType, name: str) -> Record | None:
        types = dict(record.fields)
        found: list[tuple[str, Value]] = []
        for key, item in self._pairs(node, "case.not_a_record", name):
            if key.value not in types:
                self._unknown(key.value, set(types), key)
                continue
            value = self._value(item, types[key.value], f"{name}.{key.value}")
            if value is not None:
                found.append((key.value, value))
        return Record(tuple(found))

    def _problem(self, key: str, node: yaml.Node, **values: str) -> None:
        mark = node.start_mark
        self.problems.append(CaseProblem(key, self.path, mark.line + 1, mark.column + 1, tuple(values.items())))
