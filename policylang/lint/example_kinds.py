"""Examples: each rule shown violated, satisfied and undecided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..core import All, Any, Condition, Expected, HasState, Not, Rule, Texts
from ..keywords import spell_word
from ..traversal import conditions_of
from .model import Check, Finding, Snippet, Subject


def missing_examples(subject: Subject) -> Iterator[Finding]:
    """L109: a rule that no example shows violated, satisfied or undecided. Examples of every file count."""
    shown: dict[str, set[Expected]] = defaultdict(set)
    for example in subject.program.examples:
        for number, verdict in example.expected:
            shown[number].add(verdict)
    for node in subject.file.rules:
        rule = subject.rules[node.id.text]
        lacking = [each for each in _wanted(rule) if each not in shown[rule.id]]
        if lacking:
            verdicts = [
                (f"verdicts_{language}", comma.join(spell_word("verdict", each.value, language) for each in lacking))
                for language, comma in (("en", ", "), ("zh", "、"))
            ]
            yield subject.file.finding("L109", node.id.place, ("rule", rule.id), *verdicts)


def _wanted(rule: Rule) -> tuple[Expected, ...]:
    """A rule that only looks at states is always decided, and so is one that takes undecided for violated."""
    if rule.undecided_is_violated or all(_decided(condition) for condition in conditions_of(rule)):
        return (Expected.VIOLATED, Expected.SATISFIED)
    return (Expected.VIOLATED, Expected.SATISFIED, Expected.UNDECIDED)


def _decided(condition: Condition) -> bool:
    match condition:
        case HasState():
            return True
        case Not(part):
            return _decided(part)
        case All(parts) | Any(parts):
            return all(_decided(part) for part in parts)
        case _:
            return False


CHECKS = (
    Check(
        "L109",
        "example-missing",
        Texts(
            "A rule that no `example` shows violated, none satisfied, or none undecided (where it can be).",
            "规则没有 `违反`、`满足` 或（可能出现时）`无法判定` 的示例。",
        ),
        Texts(
            "The examples are the tests of the policy: what none of them shows may change unnoticed.",
            "示例就是政策的测试：没有示例覆盖的情形，改错了也无人发现。",
        ),
        missing_examples,
        Snippet(
            "",
            '\nexample PAY-01 "days not read"\n  given payment.net_days is unknown\n  expect PAY-01 undecided\n',
        ),
    ),
)
