"""Tables: ranges and their ends, rows judged three-valued, both hit policies, gaps, dates."""

from __future__ import annotations

from notation import Case, Short, case, refused, write

VOCABULARY = """\
scale role: sales < credit < finance < board
scale grade: D < C < B < A
kinds court: seller zh "卖方所在地", buyer, unnamed
fact m: money alias 合同.金额 from contract
fact d: days alias 付款.账期 from contract
fact g: grade alias 客户.等级 from case
fact k: court alias 争议.法院 from contract
fact q: yes/no from case
fact t: date from contract
fact level: role alias 审批.级别 from case
"""
POLICY = (
    VOCABULARY
    + """\
table approver: role
  given m, d
  hit unique
  | up to CNY 500,000                    | up to 30 days => sales   |
  | up to CNY 500,000                    | over 30 days  => credit  |
  | over CNY 500,000 up to CNY 2,000,000 | any           => finance |
  | over CNY 2,000,000                   | any           => board   |
rule APP-1 "approved too low" severity low
  requires level >= approver

决策表 审批人：role
  给定 合同.金额、付款.账期
  命中 唯一
  | 不超过 50万元              | 不超过 30 天 => sales   |
  | 不超过 50万元              | 超过 30 天   => credit  |
  | 超过 50万元 不超过 200万元 | 任一         => finance |
  | 超过 200万元               | 任一         => board   |
规则 APP-2「审批级别不足」 级别 低
  要求 审批.级别 ≥ 审批人

table allowed: days
  given g, k
  hit first
  | at least B | any           => 60 days |
  | C          | seller, buyer => 30 days |
  | under B    | any           => 10 days |
rule ALW-1 "credit days by the first row" severity low
  requires d <= allowed

决策表 后备天数：天
  给定 q、争议.法院
  命中 首行
  | 是   | 任一  => 30天 |
  | 任一 | buyer => 30天 |
  | 任一 | 任一  => 10天 |
规则 FAL-1「其余情形」 级别 低
  要求 付款.账期 ≤ 后备天数

table quota: money
  given g, q
  in force from 2026-01-01 until 2026-12-31
  | A, B | yes => CNY 100 |
  | A, B | no  => CNY 50  |
  in force from 2027-01-01
  | any  | any => CNY 10 |
rule QUO-1 "quota, with a gap for low grades" severity low
  requires m <= quota

table season: percent
  given t
  | under 2026-04-01 => 5% |
  | at least 2026-04-01 under 2026-07-01 => 5% |
  | at least 2026-07-01 => 3% |
rule SEA-1 "an equal share twice" severity low
  requires season >= 4%
"""
)
SUMS = {"low": "CNY 500000", "middle": "CNY 500000.01", "top": "CNY 2000000", "beyond": "CNY 2000000.01"}
SPANS = {"short": "30 days", "long": "31 days"}
ROLE = {"low-short": "sales", "low-long": "credit", "middle": "finance", "top": "finance", "beyond": "board"}
ROLES = ("sales", "credit", "finance", "board")


def cases() -> list[Case]:
    return [*_ranges(), *_open(), *_first(), *_fallback(), *_dated(), *_same(), *_refused()]


def _ranges() -> list[Case]:
    """The role a deal needs, its own level at and just below it."""
    found = []
    for (sum, amount), (span, days) in ((one, two) for one in SUMS.items() for two in SPANS.items()):
        needed = ROLE.get(sum) or ROLE[f"{sum}-{span}"]
        lower = ROLES[ROLES.index(needed) - 1]
        for level, verdict in ((needed, "satisfied"), (lower, "violated")):
            if level == "board" and needed == "sales":
                continue
            facts = {"m": amount, "d": days, "level": level}
            shows = f"{amount}, {days}: {needed} must approve, {level} did"
            found.append(case(f"table-{sum}-{span}-{level}", shows, facts, {"APP-1": verdict, "APP-2": verdict}))
    return found


def _open() -> list[Case]:
    """What isn't known does no harm where every row that may fit says the same."""
    rows: tuple[tuple[str, dict[str, Short], str], ...] = (
        ("idle-column-unknown", {"m": "CNY 600000", "level": "finance"}, "satisfied"),
        ("idle-column-absent", {"m": "CNY 600000", "d": "absent", "level": "credit"}, "violated"),
        ("idle-column-inapplicable", {"m": "CNY 3000000", "d": "not applicable", "level": "board"}, "satisfied"),
        ("column-matters", {"m": "CNY 500000", "level": "board"}, "undecided d"),
        ("sum-unknown", {"d": "31 days", "level": "board"}, "undecided m"),
        ("all-unknown", {"level": "board"}, "undecided m d"),
        ("all-and-level-unknown", {}, "undecided level m d"),
        ("level-unknown", {"m": "CNY 600000", "d": "5 days"}, "undecided level"),
        ("other-currency", {"m": "USD 1", "d": "5 days", "level": "board"}, "undecided TABLE"),
        ("inapplicable", {"m": "CNY 1", "d": "not applicable", "level": "board"}, "not_applicable"),
    )
    return [
        case(
            f"table-open-{id}", f"rows that may fit: {id.replace('-', ' ')}", facts,
            {"APP-1": verdict.replace("TABLE", "approver"), "APP-2": verdict.replace("TABLE", "审批人")},
        )
        for id, facts, verdict in rows
    ]  # fmt: skip


def _first() -> list[Case]:
    rows: tuple[tuple[str, dict[str, Short], str], ...] = (
        ("upper-row", {"g": "A", "k": "seller", "d": "60 days"}, "satisfied"), ("upper-row-end", {"g": "B", "d": "61 days"}, "violated"),
        ("second-row", {"g": "C", "k": "buyer", "d": "30 days"}, "satisfied"), ("second-row-other", {"g": "C", "k": "seller", "d": "31 days"}, "violated"),
        ("third-row", {"g": "C", "k": "unnamed", "d": "11 days"}, "violated"), ("lowest", {"g": "D", "k": "seller", "d": "10 days"}, "satisfied"),
        ("court-unknown", {"g": "C", "d": "10 days"}, "undecided k"), ("court-idle", {"g": "D", "d": "10 days"}, "satisfied"),
        ("grade-unknown", {"k": "seller", "d": "5 days"}, "undecided g"), ("both-unknown", {"d": "5 days"}, "undecided g k"),
        ("days-unknown", {"g": "A"}, "undecided d k"), ("misfit", {"g": "A", "k": "elsewhere", "d": "5 days"}, "error k"),
    )  # fmt: skip
    return [
        case(f"table-first-{id}", f"the upper row counts: {id.replace('-', ' ')}", facts, {"ALW-1": verdict})
        for id, facts, verdict in rows
    ]


def _fallback() -> list[Case]:
    """A row that may fit stands in the way of those below it that say something else."""
    rows: tuple[tuple[str, dict[str, Short], str], ...] = (
        ("answer-unknown-same", {"k": "buyer", "d": "30 days"}, "satisfied"),
        ("answer-unknown-same-over", {"k": "buyer", "d": "31 days"}, "violated"),
        ("answer-unknown-other", {"k": "seller", "d": "10 days"}, "undecided q"),
        ("answer-absent-same", {"q": "absent", "k": "buyer", "d": "30 days"}, "satisfied"),
        ("answer-absent-other", {"q": "absent", "k": "unnamed", "d": "10 days"}, "undecided q"),
        ("court-unknown-idle", {"q": "yes", "d": "30 days"}, "satisfied"),
        ("court-unknown", {"q": "no", "d": "10 days"}, "undecided k"),
        ("court-inapplicable", {"q": "no", "k": "not applicable", "d": "10 days"}, "not_applicable"),
        ("nothing-known", {"d": "10 days"}, "undecided q k"),
        ("last-row", {"q": "no", "k": "seller", "d": "11 days"}, "violated"),
    )
    return [
        case(f"table-fallback-{id}", f"rows in order: {id.replace('-', ' ')}", facts, {"FAL-1": verdict})
        for id, facts, verdict in rows
    ]


def _dated() -> list[Case]:
    rows: tuple[tuple[str, dict[str, Short], str, str], ...] = (
        ("yes", {"g": "A", "q": "yes", "m": "CNY 100"}, "2026-12-31", "satisfied"), ("no", {"g": "B", "q": "no", "m": "CNY 51"}, "2026-01-01", "violated"),
        ("gap", {"g": "C", "q": "yes", "m": "CNY 1"}, "2026-06-01", "undecided quota"), ("next", {"g": "C", "q": "yes", "m": "CNY 10"}, "2027-01-01", "satisfied"),
        ("next-over", {"g": "A", "q": "yes", "m": "CNY 11"}, "2027-01-01", "violated"), ("next-nothing-known", {"m": "CNY 10"}, "2027-01-01", "satisfied"),
        ("before", {"g": "A", "q": "yes", "m": "CNY 1"}, "2025-12-31", "undecided quota"), ("one-key", {"g": "A", "m": "CNY 1"}, "2026-06-01", "undecided q"),
        ("other-key", {"q": "yes", "m": "CNY 1"}, "2026-06-01", "undecided g"), ("before-unknown", {"g": "A", "m": "CNY 1"}, "2025-12-31", "undecided q"),
    )  # fmt: skip
    return [
        case(f"table-dated-{id}", f"as of {day}: {id.replace('-', ' ')}", facts, {"QUO-1": verdict}, day=day)
        for id, facts, day, verdict in rows
    ]


def _same() -> list[Case]:
    rows = (
        ("spring", "2026-03-31", "satisfied"),
        ("april", "2026-04-01", "satisfied"),
        ("june", "2026-06-30", "satisfied"),
        ("july", "2026-07-01", "violated"),
        ("unknown", "unknown", "undecided t"),
    )
    return [
        case(f"table-date-{id}", f"a table by date: {id}", {"t": day}, {"SEA-1": verdict}) for id, day, verdict in rows
    ]


def _refused() -> list[Case]:
    head = "table x: role\n  given m, k\n"
    rows = (
        ("overlap", head + "  | up to CNY 5 | any => sales |\n  | at least CNY 5 | any => board |\n", "E422"),
        ("no-given", "table x: role\n  | up to CNY 5 => sales |\n", "E423"),
        ("no-arrow", head + "  | up to CNY 5 | any | sales |\n", "E424"),
        ("unordered", head + "  | any | up to seller => sales |\n", "E427"),
        ("two-upper-ends", head + "  | up to CNY 5 under CNY 9 | any => sales |\n", "E428"),
        ("unlike-cell", head + "  | up to 5 days | any => sales |\n", "E317"),
        ("unlike-value", head + "  | any | any => 5 days |\n", "E317"),
    )  # fmt: skip
    return [
        refused(f"refused-table-{id}", f"no table: {id.replace('-', ' ')}", code, adds=text) for id, text, code in rows
    ]


def text() -> str:
    return write("Tables: ranges, unknown columns, the first row, gaps.", cases(), POLICY)
