"""Modules become one checked `Program`: names resolved, units checked, every rule complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from ..policylang import core, tree
from .added_exceptions import with_exceptions
from .amendments import Amendments, amend_parameters
from .clauses import Clauses
from .declare import File, declare
from .diagnostics import Diagnostic, Level
from .example_check import check_example
from .parameters import check_parameter
from .parse import Parsed
from .places import Lines
from .resolve import Desk, Vocabulary, nearest
from .rule_check import check_rule
from .working_days import calendar_names, work_calendar


@dataclass(frozen=True, slots=True)
class Checked:
    """A program, or None when there is an error, and all diagnostics."""

    program: core.Program | None
    diagnostics: tuple[Diagnostic, ...]


def check(files: Sequence[tuple[Parsed, str]]) -> Checked:
    """Check parsed files, each with its text, as one program."""
    open_files = [
        File(parsed.module, Desk(Lines(parsed.module.path, text), parsed.module.language), text)
        for parsed, text in files
    ]
    for file in open_files:
        _calendar(file)
    names = declare(open_files, {name for parsed, _ in files for name in parsed.broken})
    for file in open_files:
        for node in file.module.declarations:
            if isinstance(node, tree.ParameterNode | tree.TableNode):
                check_parameter(node, file.desk, names)
    amend_parameters(open_files, names)
    packs: list[core.Pack] = []
    rules: list[core.Rule] = []
    for file in open_files:
        rules += _rules(file, names, packs)
    rules = _amended(rules, open_files, names)
    examples = [example for file in open_files for example in _examples(file, names)]
    diagnostics = [d for parsed, _ in files for d in parsed.diagnostics]
    diagnostics += [each for file in open_files for each in file.desk]
    order = {parsed.module.path: at for at, (parsed, _) in enumerate(files)}
    diagnostics.sort(key=lambda each: (order[each.span.path], each.span.line, each.span.column))
    if any(each.level is Level.ERROR for each in diagnostics):
        return Checked(None, tuple(diagnostics))
    program = core.Program(
        tuple(packs),
        names.members,
        names.records,
        names.facts,
        names.parameters,
        tuple(rules),
        tuple(examples),
    )
    return Checked(program, tuple(diagnostics))


def _rules(file: File, names: Vocabulary, packs: list[core.Pack]) -> list[core.Rule]:
    heads = [node for node in file.module.declarations if isinstance(node, tree.PolicyHead)]
    for second in heads[1:]:
        first = file.desk.span(heads[0].title.place)
        file.desk.report("E415", second.title.place, related=(("note.first", first),))
    title, side, dates = "", "seller", core.ALWAYS
    if heads:
        clauses = Clauses(heads[0].clauses, file.desk)
        title = heads[0].title.text
        side = next(iter(clauses.words("SIDE", "side")), "seller")
        dates = clauses.period()
        packs.append(
            core.Pack(
                title,
                clauses.text("VERSION"),
                clauses.text("OWNER"),
                clauses.text("SOURCE"),
                clauses.text("JURISDICTION"),
                dates,
                file.module.path,
                sha256(file.text.encode("utf-8", "surrogatepass")).hexdigest(),
                clauses.wording("LABEL"),
            )
        )
    nodes = [node for node in file.module.declarations if isinstance(node, tree.RuleNode)]
    found = (check_rule(node, file.desk, names, title, side) for node in nodes)
    return [replace(rule, period=rule.period.within(dates)) for rule in found if rule is not None]


def _calendar(file: File) -> None:
    """Note the calendar a file's head names; one that isn't there is reported."""
    for head in file.module.declarations:
        clauses = head.clauses if isinstance(head, tree.PolicyHead) else ()
        for clause in clauses:
            if not isinstance(clause, tree.Names) or clause.keyword != "CALENDAR":
                continue
            (name,) = clause.names
            if work_calendar(name.text) is None:
                near = nearest(name.text.upper(), calendar_names())
                file.desk.unknown(
                    "E228", tree.Name(name.text, name.place), near, ("choices", ", ".join(calendar_names()))
                )
            file.desk.calendar = name.text


def _amended(rules: Sequence[core.Rule], files: Sequence[File], names: Vocabulary) -> list[core.Rule]:
    """The rules with what other files add to them and change in them."""
    known = frozenset(key.removeprefix("rule ") for key in names.places if key.startswith("rule ")) | names.broken
    excepted = with_exceptions({rule.id: rule for rule in rules}, known, files, names, _title)
    return list(Amendments(names, known, excepted).apply(files, _title))


def _title(file: File) -> str:
    """The name of a file's policy, else of the file."""
    heads = (node.title.text for node in file.module.declarations if isinstance(node, tree.PolicyHead))
    return next(heads, file.module.path)


def _examples(file: File, names: Vocabulary) -> list[core.Example]:
    known = list(names.broken)
    known += [key.removeprefix("rule ") for key in names.places if key.startswith("rule ")]
    nodes = [node for node in file.module.declarations if isinstance(node, tree.ExampleNode)]
    return [check_example(node, file.desk, names, known) for node in nodes]
