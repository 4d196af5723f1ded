"""Labels: what facts, parameters, members and fields are called in a report, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from ...policylang import tree
from ..core import Texts
from .model import Check, Finding, Snippet, SourceFile, Subject


def incomplete(subject: Subject) -> Iterator[Finding]:
    """L007: a label missing, or missing in one language."""
    file = subject.file
    for node in file.module.declarations:
        match node:
            case (
                tree.FactNode(name, _, clauses)
                | tree.ParameterNode(name, _, clauses)
                | tree.TableNode(name, _, clauses)
            ):
                labels = [each for each in clauses if isinstance(each, tree.Worded) and each.keyword == "LABEL"]
                yield from _label(file, name, labels[0].wording if labels else tree.Wording())
            case tree.MembersDeclaration():
                yield from _several(file, node.members)
            case tree.RecordDeclaration(_, fields, labels) if labels:
                yield from _several(file, [(name, label) for (name, _), label in zip(fields, labels, strict=True)])
            case _:
                pass


def _several(
    file: SourceFile, named: tuple[tuple[tree.Name, tree.Wording], ...] | list[tuple[tree.Name, tree.Wording]]
) -> Iterator[Finding]:
    """Where no member has a label, the names speak for themselves (`A`, `B`)."""
    if any(label.en or label.zh for _, label in named):
        for name, label in named:
            yield from _label(file, name, label)


def _label(file: SourceFile, name: tree.Name, label: tree.Wording) -> Iterator[Finding]:
    if not label.en and not label.zh:
        yield file.finding("L007", name.place, ("name", name.text))
    elif not label.zh:
        yield file.finding("L007a", name.place, ("name", name.text))
    elif not label.en:
        yield file.finding("L007b", name.place, ("name", name.text))


CHECKS = (
    Check(
        "L007",
        "label",
        Texts(
            "A fact, parameter, table, or member of a scale or kinds without a label, or with one in one language "
            "only. A scale or kinds whose members have no labels at all is left alone.",
            "事实、参数、决策表，或等级、种类的成员没有名称，或只有一种语言的名称。成员全都没有名称的等级和种类除外。",
        ),
        Texts(
            "Reports and handbooks show the label; without one the reader is shown the name in the policy.",
            "报告和手册显示的是名称；没有名称时，读者看到的是政策内部的标识。",
        ),
        incomplete,
        Snippet('  label en "contract amount"\n', '  label en "contract amount" zh "合同金额"\n'),
    ),
)
