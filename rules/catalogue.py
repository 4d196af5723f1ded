"""The catalogue of checks the packs serve: its groups, how many checks each has, and which of them no rule answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..policylang.core import Expected, Program, Rule, Texts

_ID = re.compile(r"(?P<group>[A-Z]{2,8})-(?P<number>\d{2,4})")


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the catalogue: its checks are numbered from 01 to `count`."""

    code: str
    name: Texts
    count: int


GROUPS = (
    Group("SIG", Texts("Signing formalities", "签约手续"), 13),
    Group("PTY", Texts("Parties and authority", "当事人与授权"), 9),
    Group("CRT", Texts("Credit terms", "赊销条件"), 23),
    Group("PAY", Texts("Payment timing and the customer's payment process", "付款时间与客户付款流程同步"), 14),
    Group("SEC", Texts("Security", "担保与保全"), 22),
    Group("REM", Texts("Default and remedies", "违约责任与救济"), 16),
    Group("ACC", Texts("Acceptance and after-sales", "验收与售后"), 13),
    Group("DIS", Texts("Disputes and evidence", "争议解决与证据"), 10),
    Group("APR", Texts("Approvals and segregation of duties", "审批与职责分离"), 15),
    Group("CCA", Texts("Credit assessment of the customer", "客户信用与支付实力"), 16),
    Group("COL", Texts("Collection plan", "催款策略与回款计划"), 9),
    Group("TRU", Texts("Disclosure, trust, consistency", "透明与一致"), 13),
)
FURTHER = Group("…", Texts("Beyond the catalogue", "目录之外"), 0)
"""Where rules of a law go that the catalogue has no check for."""


def catalogue_ids() -> tuple[str, ...]:
    """The ids of all checks of the catalogue."""
    return tuple(f"{group.code}-{number:02}" for group in GROUPS for number in range(1, group.count + 1))


def group_of(rule: str) -> Group:
    """The group a rule's id belongs to."""
    match = _ID.fullmatch(rule)
    code = match["group"] if match else ""
    return next((group for group in GROUPS if group.code == code), FURTHER)


def in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules in the order of the catalogue, those beyond it last."""
    places = {number: at for at, number in enumerate(catalogue_ids())}
    return tuple(sorted(rules, key=lambda rule: (places.get(rule.id, len(places)), rule.id)))


def lacking(program: Program) -> Iterator[str]:
    """What a program leaves open: checks without a rule, rules without examples, parameters without source or date."""
    ids = {rule.id for rule in program.rules}
    yield from (f"{number}: no rule" for number in catalogue_ids() if number not in ids)
    shown = Counter(expected for example in program.examples for expected in example.expected)
    for rule in in_order(program.rules):
        for verdict in (Expected.VIOLATED, Expected.SATISFIED, Expected.UNDECIDED):
            if not shown[(rule.id, verdict)]:
                yield f"{rule.id}: no example {verdict.value}"
    for parameter in program.parameters.values():
        for version in parameter.versions:
            if not version.source.strip():
                yield f"{parameter.name}: no source"
            if version.period.start is None:
                yield f"{parameter.name}: no date"
