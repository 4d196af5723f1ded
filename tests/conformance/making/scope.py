"""Which rules a case is about: periods, sides, stages; and values that don't fit their fact."""

from __future__ import annotations

from notation import Case, Short, case, write

POLICY = """\
scale grade: C < B < A
kinds court: seller, buyer
record part: pct percent, amount money
scale stage: draft < for_approval < for_signing < signed
fact deal.stage: stage from case
fact d: days alias 账期 from contract
fact w: working days from contract
fact m: money from contract
fact p: percent from contract
fact r: rate from contract
fact t: date from contract
fact q: yes/no from contract
fact s: text from contract
fact g: grade from case
fact k: court from contract
fact parts: list of part from contract
fact courts: list of court from contract

rule PER-1 "the year 2026" severity low
  in force from 2026-01-01 until 2026-12-31
  requires d <= 30 days
rule PER-2 "from a day on" severity low
  in force from 2026-07-01
  requires d <= 30 days
规则 PER-3「到某日为止」 级别 低
  施行 至 2026-06-30
  要求 账期 ≤ 30天
rule SID-1 "for the seller" severity low side seller
  requires d <= 30 days
规则 SID-2「买方」 级别 低 立场 买方
  要求 账期 ≤ 30天
规则 SID-3「双方」 级别 低 立场 双方
  要求 账期 ≤ 30天
rule SID-4 "no side: the seller's" severity low
  requires d <= 30 days
rule STG-1 "in two stages" severity low
  stage for_approval, for_signing
  requires d <= 30 days
规则 STG-2「草稿，且另有条件」 级别 低
  阶段 起草
  适用于 q 为是
  要求 账期 ≤ 30天
"""
FIT = """\
rule FIT-1 "days" severity low
  requires d <= 30 days
rule FIT-2 "an exception's fact" severity low
  requires d <= 30 days
  unless "small": m <= CNY 5
rule FIT-3 "a bystander" severity low
  requires p <= 30%
rule FIT-4 "only its state" severity low
  requires k is stated
规则 FIT-5「列表」 级别 低
  要求 全部 x 属于 parts 满足 x.pct ≤ 30%
规则 FIT-6「两个事实」 级别 低
  适用于 g ≥ B
  要求 courts 包含 seller
rule FIT-7 "texts, answers, dates, rates" severity low
  requires s = "x" or q is yes or t > 2026-01-01 or r < 1% once
rule FIT-8 "decided without it" severity low
  requires d <= 30 days and m <= CNY 5
"""


def cases() -> list[Case]:
    return [*_periods(), *_sides(), *_stages(), *_misfits()]


def _periods() -> list[Case]:
    rows = (
        ("before", "2025-12-31", "not_applicable", "not_applicable", "violated"), ("start", "2026-01-01", "violated", "not_applicable", "violated"),
        ("last-of-another", "2026-06-30", "violated", "not_applicable", "violated"), ("first-of-another", "2026-07-01", "violated", "violated", "not_applicable"),
        ("end", "2026-12-31", "violated", "violated", "not_applicable"), ("after", "2027-01-01", "not_applicable", "violated", "not_applicable"),
    )  # fmt: skip
    found = [
        case(
            f"period-{id}",
            f"in force as of {day}: both ends belong to the period",
            {"d": "31 days"},
            {"PER-1": one, "PER-2": two, "PER-3": three},
            day=day,
        )
        for id, day, one, two, three in rows
    ]
    unknown = {"PER-1": "not_applicable", "PER-2": "undecided d"}
    found.append(case("period-over-unknown", "a rule out of force isn't undecided", {}, unknown, day="2027-01-01"))
    misfit = {"PER-1": "not_applicable", "PER-2": "error d"}
    found.append(
        case("period-over-error", "a rule out of force has no error", {"d": "CNY 1"}, misfit, day="2027-01-01")
    )
    return found


def _sides() -> list[Case]:
    rows = (
        ("seller", "", "31 days", ("violated", "not_applicable", "violated", "violated")),
        ("seller-said", "seller", "30 days", ("satisfied", "not_applicable", "satisfied", "satisfied")),
        ("buyer", "buyer", "31 days", ("not_applicable", "violated", "violated", "not_applicable")),
        ("buyer-unknown", "buyer", "unknown", ("not_applicable", "undecided d", "undecided d", "not_applicable")),
    )
    found = [
        case(
            f"side-{id}",
            f"rules for a side: {id.replace('-', ' ')}",
            {"d": value},
            {f"SID-{n}": v for n, v in enumerate(verdicts, 1)},
            side=side,
        )
        for id, side, value, verdicts in rows
    ]
    policy = (
        'policy "Purchases" version "1" side buyer\nfact d: days from contract\nrule SID-1 "the file\'s side" severity low\n'
        '  requires d <= 30 days\nrule SID-2 "its own side" severity low side seller\n  requires d <= 30 days\n'
    )
    for side, one, two in (("buyer", "violated", "not_applicable"), ("seller", "not_applicable", "violated")):
        shows = f"the file's side counts for rules that name none: {side}"
        found.append(
            case(
                f"side-of-file-{side}", shows, {"d": "31 days"}, {"SID-1": one, "SID-2": two}, side=side, policy=policy
            )
        )
    return found


def _stages() -> list[Case]:
    rows: tuple[tuple[str, dict[str, Short], str, str], ...] = (
        ("first", {"deal.stage": "for_approval"}, "violated", "not_applicable"),
        ("second", {"deal.stage": "for_signing"}, "violated", "not_applicable"),
        ("other", {"deal.stage": "signed"}, "not_applicable", "not_applicable"),
        ("draft", {"deal.stage": "draft", "q": "yes"}, "not_applicable", "violated"),
        ("draft-not-applied", {"deal.stage": "draft", "q": "no"}, "not_applicable", "not_applicable"),
        ("draft-unknown", {"deal.stage": "draft"}, "not_applicable", "undecided q"),
        ("unknown", {"q": "yes"}, "undecided deal.stage", "undecided deal.stage"),
        ("all-unknown", {}, "undecided deal.stage", "undecided deal.stage q"),
        ("other-unknown", {"deal.stage": "signed", "d": "unknown"}, "not_applicable", "not_applicable"),
    )
    found = [
        case(
            f"stage-{id}",
            f"the stage of the deal: {id.replace('-', ' ')}",
            {"d": "31 days", **facts},
            {"STG-1": one, "STG-2": two},
        )
        for id, facts, one, two in rows
    ]
    bare = 'fact d: days from contract\nrule STG-1 "x" severity low stage draft\n  requires d <= 30 days\n'
    found.append(
        case(
            "stage-undeclared",
            "without `deal.stage` a stage asks nothing",
            {"d": "31 days"},
            {"STG-1": "violated"},
            policy=bare,
        )
    )
    return found


def _misfits() -> list[Case]:
    """A value of another type or unit than its fact's makes every rule in force that uses it end in error."""
    vocabulary = POLICY.partition("\nrule PER-1")[0] + "\n"
    rows: tuple[tuple[str, dict[str, Short], dict[str, str]], ...] = (
        ("unit", {"d": "10 working days"}, {"FIT-1": "error d", "FIT-2": "error d", "FIT-8": "error d"}),
        ("money", {"d": "CNY 10"}, {"FIT-1": "error d"}),
        ("number", {"d": "10"}, {"FIT-1": "error d"}),
        ("text", {"d": "'10 days'"}, {"FIT-1": "error d"}),
        ("bystander", {"d": "CNY 1", "p": "31%"}, {"FIT-1": "error d", "FIT-3": "violated"}),
        ("exception", {"d": "5 days", "m": "5%"}, {"FIT-1": "satisfied", "FIT-2": "error m"}),
        ("decided", {"d": "31 days", "m": "5 days"}, {"FIT-8": "error m", "FIT-1": "violated"}),
        ("two", {"d": "5%", "m": "5%"}, {"FIT-8": "error d m", "FIT-2": "error d m"}),
        ("state-only", {"k": "elsewhere"}, {"FIT-4": "error k"}),
        ("member", {"g": "D", "courts": ["seller"]}, {"FIT-6": "error g"}),
        ("list-member", {"g": "A", "courts": ["seller", "elsewhere"]}, {"FIT-6": "error courts"}),
        ("list-of-one", {"g": "A", "courts": "seller"}, {"FIT-6": "error courts"}),
        ("not-applied", {"g": "C", "courts": "seller"}, {"FIT-6": "error courts"}),
        ("field", {"parts": [{"pct": "CNY 1"}]}, {"FIT-5": "error parts"}),
        ("no-records", {"parts": ["5%"]}, {"FIT-5": "error parts"}),
        ("field-not-there", {"parts": [{"amount": "CNY 1"}]}, {"FIT-5": "undecided parts"}),
        ("answer", {"q": "'yes'"}, {"FIT-7": "error q"}),
        ("date", {"t": "'2026-01-01'"}, {"FIT-7": "error t"}),
        ("percent-for-rate", {"r": "5%"}, {"FIT-7": "error r"}),
        ("fitting", {"d": "30 days", "m": "CNY 5"}, {"FIT-1": "satisfied", "FIT-2": "satisfied", "FIT-8": "satisfied"}),
    )
    return [
        case(
            f"misfit-{id}", f"a value that doesn't fit: {id.replace('-', ' ')}", facts, expect, policy=vocabulary + FIT
        )
        for id, facts, expect in rows
    ]


def text() -> str:
    return write("Periods, sides, stages, and values that don't fit.", cases(), POLICY)
