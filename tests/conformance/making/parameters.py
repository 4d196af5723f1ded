"""Parameters: one value or one for each key, dated, and the cases no row takes."""

from __future__ import annotations

from notation import Case, Short, case, refused, write

POLICY = """\
scale grade: D < C < B zh "乙" < A
kinds court: seller, buyer
fact g: grade alias 客户.等级 from case
fact k: court from contract
fact q: yes/no from case
fact d: days alias 付款.账期 from contract
fact p: percent from contract
fact m: money from contract
parameter cap: percent
  in force from 2026-01-01 until 2026-06-30  review by 2026-03-31
  | 5% |
  in force from 2026-07-01
  | 3% |
parameter max_days: days by g
  | A | 60 days |
  | B | 45 days |
  | C | 15 days |
参数 上限：金额 按 客户.等级、q
  | A | 是 | 100万元 |
  | A | 否 | 50万元 |
  | 乙 | 是 | 20万元 |
rule CAP-1 "retention" severity low
  requires p <= cap
rule DAY-1 "credit days" severity low
  requires d <= max_days
规则 DAY-2「账期」 级别 低
  要求 付款.账期 ≤ max_days
规则 SUM-1「金额」 级别 低
  要求 m ≤ 上限
  无法判定时：违反
rule DAY-3 "half of the days, or none said" severity low
  requires d is absent or d <= max_days / 2
rule DAY-4 "excused by a parameter" severity low
  requires d <= 10 days
  unless "within": d <= max_days
"""


def cases() -> list[Case]:
    return [*_dated(), *_keyed(), *_two_keys(), *_refused()]


def _dated() -> list[Case]:
    rows = (
        ("before", "2025-12-31", "4%", "undecided cap"), ("start", "2026-01-01", "4%", "satisfied"), ("at", "2026-01-01", "5%", "satisfied"),
        ("end", "2026-06-30", "4%", "satisfied"), ("next", "2026-07-01", "4%", "violated"), ("review-passed", "2026-06-01", "5.1%", "violated"),
        ("open-end", "2099-12-31", "3%", "satisfied"), ("before-unknown", "2025-12-31", "unknown", "undecided p"),
    )  # fmt: skip
    return [
        case(
            f"parameter-dated-{id}",
            f"the value as of {day}: {id.replace('-', ' ')}",
            {"p": value},
            {"CAP-1": verdict},
            day=day,
        )
        for id, day, value, verdict in rows
    ]


def _keyed() -> list[Case]:
    rows: tuple[tuple[str, dict[str, Short], str], ...] = (
        ("a", {"g": "A", "d": "60 days"}, "satisfied"), ("a-over", {"g": "A", "d": "61 days"}, "violated"), ("b", {"g": "B", "d": "46 days"}, "violated"),
        ("c", {"g": "C", "d": "15 days"}, "satisfied"), ("no-row", {"g": "D", "d": "15 days"}, "undecided max_days"),
        ("no-key", {"d": "15 days"}, "undecided g"), ("absent-key", {"g": "absent", "d": "15 days"}, "undecided g"),
        ("no-value", {"g": "A"}, "undecided d"), ("nothing", {}, "undecided d g"), ("no-row-no-value", {"g": "D"}, "undecided d"),
        ("inapplicable-key", {"g": "not applicable", "d": "15 days"}, "not_applicable"), ("inapplicable-and-unknown", {"g": "not applicable"}, "undecided d g"),
        ("misfit-key", {"g": "Z", "d": "15 days"}, "error g"),
    )  # fmt: skip
    found = [
        case(
            f"parameter-key-{id}",
            f"a value for each grade: {id.replace('-', ' ')}",
            facts,
            {"DAY-1": verdict, "DAY-2": verdict},
        )
        for id, facts, verdict in rows
    ]
    more: tuple[tuple[str, dict[str, Short], dict[str, str]], ...] = (
        ("half", {"g": "A", "d": "30 days"}, {"DAY-3": "satisfied"}), ("half-over", {"g": "A", "d": "31 days"}, {"DAY-3": "violated"}),
        ("silent", {"d": "absent"}, {"DAY-3": "satisfied"}), ("excused", {"g": "A", "d": "60 days"}, {"DAY-4": "excepted within"}),
        ("not-excused", {"g": "B", "d": "60 days"}, {"DAY-4": "violated"}), ("excuse-unproven", {"d": "60 days"}, {"DAY-4": "violated unproven within"}),
        ("excuse-no-row", {"g": "D", "d": "60 days"}, {"DAY-4": "violated unproven within"}),
    )  # fmt: skip
    return found + [
        case(f"parameter-used-{id}", f"a parameter in use: {id}", facts, expect) for id, facts, expect in more
    ]


def _two_keys() -> list[Case]:
    rows: tuple[tuple[str, dict[str, Short], str], ...] = (
        ("first", {"g": "A", "q": "yes", "m": "CNY 1000000"}, "satisfied"), ("second", {"g": "A", "q": "no", "m": "CNY 500000.01"}, "violated"),
        ("third", {"g": "B", "q": "yes", "m": "CNY 200000"}, "satisfied"), ("no-row", {"g": "B", "q": "no", "m": "CNY 1"}, "violated lacking 上限"),
        ("one-key", {"g": "A", "m": "CNY 1"}, "violated lacking q"), ("no-key", {"m": "CNY 1"}, "violated lacking g q"),
        ("other-currency", {"g": "A", "q": "yes", "m": "USD 1"}, "violated lacking m g q"), ("silent-key", {"g": "A", "q": "absent", "m": "CNY 1"}, "violated lacking q"),
    )  # fmt: skip
    return [
        case(f"parameter-two-keys-{id}", f"a value for two keys: {id.replace('-', ' ')}", facts, {"SUM-1": verdict})
        for id, facts, verdict in rows
    ]


def _refused() -> list[Case]:
    start = "scale grade: B < A\nfact g: grade from case\n"
    rows = (
        ("overlap", "parameter x: days\n  in force from 2026-01-01\n  | 5 days |\n  in force from 2027-01-01\n  | 6 days |\n", "E412"),
        ("same-keys", "parameter x: days by g\n  | A | 5 days |\n  | A | 6 days |\n", "E413"),
        ("cells", "parameter x: days by g\n  | 5 days |\n", "E414"),
        ("unlike-value", "parameter x: days\n  | CNY 5 |\n", "E317"),
        ("range", "parameter x: days by g\n  | at least A | 5 days |\n  | B | 1 day |\n", "E426"),
        ("no-row", "parameter x: days\n", "E411"),
    )  # fmt: skip
    return [
        refused(f"refused-parameter-{id}", f"no parameter: {id.replace('-', ' ')}", code, policy=start + text)
        for id, text, code in rows
    ]


def text() -> str:
    return write("Parameters: dated, keyed, without a row.", cases(), POLICY)
