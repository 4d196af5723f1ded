"""Lists: any, all, count, sum, max, min, contains; empty, absent, unknown, and records that lack a field."""

from __future__ import annotations

from notation import Case, Short, case, write

POLICY = """\
scale grade: C < B < A
kinds court: seller zh "卖方所在地", buyer, unnamed
record part: pct zh "比例" percent, amount money, days days, kept yes/no, due date, court court, grade grade, charge rate
fact rows: list of part alias 付款.期次 from contract
fact sums: list of money from contract
fact spans: list of days from contract
fact courts: list of court alias 争议.法院 from contract
fact notes: list of text from contract
fact cap: percent from case
rule RET-1 "retention" severity low
  requires sum of x.pct in rows where x.kept is yes <= 5%
规则 RET-2「质保金」 级别 低
  要求 合计 x.比例 属于 付款.期次 满足 x.kept 为是 ≤ 5%
rule ALL-1 "no instalment later than 60 days" severity low
  requires all x in rows where x.days <= 60 days
规则 ANY-1「有一期在买方法院」 级别 低
  禁止 任一 x 属于 付款.期次 满足 x.court = buyer
rule CAP-1 "the largest share" severity low
  requires max of x.pct in rows <= cap
"""
FULL = [
    {"pct": "30%", "amount": "CNY 300", "days": "0 days", "kept": "no", "due": "2026-01-31", "court": "seller", "grade": "A", "charge": "0.05% per day"},
    {"pct": "65%", "amount": "CNY 650", "days": "60 days", "kept": "no", "due": "2026-03-31", "court": "seller", "grade": "B", "charge": "18% per year"},
    {"pct": "5%", "amount": "CNY 50", "days": "365 days", "kept": "yes", "due": "2027-01-31", "court": "buyer", "grade": "C", "charge": "1% per month"},
]  # fmt: skip
GAPS = [
    {"pct": "30%", "days": "0 days", "kept": "no"},
    {"pct": "65%", "days": "90 days"},
    {"days": "10 days", "kept": "yes"},
]
MIXED = [{"amount": "CNY 5"}, {"amount": "USD 5"}]
ONCE = [{"charge": "5% once"}, {"charge": "5% per year"}]

T: bool | None = True
F: bool | None = False
U: bool | None = None
# condition: its truth over FULL, no record, an absent list, an unknown list, a list that isn't applicable
STATES: dict[str, tuple[bool | None, ...]] = {
    "any x in rows where x.days > 60 days": (T, F, F, U, U),
    "all x in rows where x.days <= 60 days": (F, T, T, U, U),
    "count of x in rows = 3": (T, F, F, U, U),
    "count of x in rows where x.kept is yes = 0": (F, T, T, U, U),
    "sum of x.pct in rows = 100%": (T, F, U, U, U),
    "sum of x.pct in rows = 0%": (F, T, U, U, U),
    "sum of x.amount in rows = CNY 1,000": (T, U, U, U, U),
    "max of x.days in rows = 365 days": (T, U, U, U, U),
    "min of x.pct in rows = 5%": (T, U, U, U, U),
    "任一 x 属于 付款.期次 满足 x.court = 卖方所在地": (T, F, F, U, U),
    "全部 x 属于 付款.期次 满足 x.比例 ≥ 5%": (T, T, T, U, U),
    "计数 x 属于 付款.期次 满足 x.比例 ≥ 30% ＝ 2": (T, F, F, U, U),
}
NAMES = ("full", "empty", "absent", "unknown", "inapplicable")
LISTS: tuple[Short, ...] = (FULL, [], "absent", "unknown", "not applicable")
HOLD = (
    "sum of x.pct in rows where x.kept is yes = 5%", "sum of x.pct in rows where x.kept is no = 95%", "max of x.amount in rows = CNY 650",
    "max of x.due in rows = 2027-01-31", "min of x.due in rows = 2026-01-31", "max of x.grade in rows = A", "min of x.grade in rows = C",
    "max of x.charge in rows = 0.05% per day", "min of x.charge in rows = 1% per month",
    "sum of x.pct in rows where (x.days >= 60 days and x.kept is no) = 65%", "count of x in rows where (x.court = seller or x.kept is yes) = 3",
    "sum of x.pct in rows where x.days > 400 days = 0%", "any x in rows where x.days > 60 days and x.pct < 10%", "all x in rows where x.pct < 50% or x.days = 60 days",
    "not all x in rows where x.court = seller", "sum of x.pct in rows * 2 = 200%", "max of x.days in rows - min of x.days in rows = 365 days",
    "sum of x.amount in rows where x.court = seller = CNY 950", "count of x in rows where x.grade >= B = 2", "all x in rows where any y in rows where y.pct = 5%",
    "任一 x 属于 rows 满足 x.days > 60天 且 x.kept 为是", "最大 x.比例 属于 rows ≤ 65%", "最小 x.days 属于 付款.期次 ＝ 0天",
)  # fmt: skip
# Over GAPS, whose records lack fields.
LACKING: dict[str, bool | None] = {
    "any x in rows where x.kept is yes": T, "all x in rows where x.kept is yes": F, "all x in rows where x.kept is no": F,
    "any x in rows where x.pct > 90%": U, "any x in rows where x.pct > 60%": T, "all x in rows where x.pct < 70%": U, "all x in rows where x.pct < 60%": F,
    "count of x in rows where x.kept is yes = 1": U, "count of x in rows = 3": T, "count of x in rows where x.days >= 0 days = 3": T,
    "sum of x.pct in rows > 0%": U, "sum of x.pct in rows where x.days >= 90 days = 65%": T, "sum of x.pct in rows where x.kept is no = 30%": U,
    "max of x.days in rows = 90 days": T, "max of x.pct in rows >= 65%": U, "sum of x.pct in rows where x.days < 5 days = 30%": T,
    "any x in rows where x.kept is yes and x.pct > 1%": U, "any x in rows where x.kept is yes and x.days > 50 days": U,
    "any x in rows where x.kept is yes and x.days > 100 days": F, "all x in rows where x.kept is present": U,
}  # fmt: skip
# condition, the fact with its list, truth
PLAIN: tuple[tuple[str, str, Short, bool | None], ...] = (
    ("courts contains seller", "courts", ["buyer", "seller"], T), ("courts contains seller", "courts", ["buyer"], F),
    ("courts contains seller", "courts", [], F), ("courts contains seller", "courts", "absent", F), ("courts contains seller", "courts", "unknown", U),
    ("not courts contains seller", "courts", "not applicable", U), ("争议.法院 包含 卖方所在地", "courts", ["seller"], T),
    ('notes contains "zh"', "notes", ["'zh'", "'en'"], T), ('notes contains "ZH"', "notes", ["'zh'"], F),
    ("sums contains CNY 5", "sums", ["CNY 5.00"], T), ("sums contains CNY 5", "sums", ["USD 5"], U), ("sums contains CNY 5", "sums", ["USD 5", "CNY 5"], T),
    ("count of courts = 2", "courts", ["seller", "seller"], T), ("count of courts = 0", "courts", "absent", T), ("count of courts = 0", "courts", "unknown", U),
    ("sum of sums = CNY 6", "sums", ["CNY 1", "CNY 2", "CNY 3"], T), ("sum of sums = CNY 6", "sums", ["CNY 1", "USD 2"], U), ("sum of sums = CNY 0", "sums", [], U),
    ("max of sums = CNY 3", "sums", ["CNY 3", "CNY -7"], T), ("max of sums = CNY 3", "sums", ["CNY 3", "USD 1"], U), ("min of sums = -CNY 7", "sums", ["CNY 3", "CNY -7"], T),
    ("sum of spans = 0 days", "spans", [], T), ("sum of spans = 90 days", "spans", ["30 days", "60 days"], T), ("最小 spans ＝ 30天", "spans", ["30 days", "60 days"], T),
    ("max of spans < 30 days", "spans", [], U), ("sum of spans = 0 days", "spans", "absent", U),
)  # fmt: skip


def cases() -> list[Case]:
    found = []
    for column, (name, content) in enumerate(zip(NAMES, LISTS, strict=True)):
        for place, (text, truths) in enumerate(STATES.items(), 1):
            truth = truths[column]
            found.append(
                case(f"list-{name}-{place}", f"`{text}`, list: {name}", {"rows": content}, conditions={text: truth})
            )
    for place, text in enumerate(HOLD, 1):
        found.append(
            case(f"list-holds-{place}", f"`{text}` holds", {"rows": FULL}, conditions={text: T, f"not {text}": F})
        )
    for place, (text, truth) in enumerate(LACKING.items(), 1):
        found.append(
            case(
                f"list-lacking-{place}", f"`{text}` where records lack fields", {"rows": GAPS}, conditions={text: truth}
            )
        )
    for place, (text, name, content, truth) in enumerate(PLAIN, 1):
        found.append(case(f"list-plain-{place}", f"`{text}` of {content}", {name: content}, conditions={text: truth}))
    mixed: dict[str, bool | None] = {
        "sum of x.amount in rows > CNY 1": U,
        "max of x.amount in rows > CNY 1": U,
        "any x in rows where x.amount = CNY 5": T,
        "all x in rows where x.amount = CNY 5": U,
    }
    found.append(
        case("list-two-currencies", "records in two currencies have no sum", {"rows": MIXED}, conditions=mixed)
    )
    once: dict[str, bool | None] = {
        "max of x.charge in rows > 1% per year": U,
        "any x in rows where x.charge = 5% once": T,
    }
    found.append(
        case("list-once-and-yearly", "charges once and by the year have no greatest", {"rows": ONCE}, conditions=once)
    )
    return [*found, *_rules()]


def _rules() -> list[Case]:
    over = [{"pct": "10%", "kept": "yes", "days": "61 days", "court": "buyer"}]
    open_ = [{"pct": "3%", "kept": "yes", "days": "9 days"}, {"pct": "95%"}]
    rows: tuple[tuple[str, dict[str, Short], dict[str, str]], ...] = (
        ("full", {"rows": FULL}, {"RET-1": "satisfied", "RET-2": "satisfied", "ALL-1": "violated", "ANY-1": "violated"}),
        ("over", {"rows": over}, {"RET-1": "violated", "RET-2": "violated", "ALL-1": "violated", "ANY-1": "violated"}),
        ("none", {"rows": []}, {"RET-1": "satisfied", "RET-2": "satisfied", "ALL-1": "satisfied", "ANY-1": "satisfied"}),
        ("absent", {"rows": "absent"}, {"RET-1": "undecided rows", "RET-2": "undecided rows", "ALL-1": "satisfied", "ANY-1": "satisfied"}),
        ("unknown", {"rows": "unknown"}, {"RET-1": "undecided rows", "ALL-1": "undecided rows", "ANY-1": "undecided rows"}),
        ("inapplicable", {"rows": "not applicable"}, {"RET-1": "not_applicable", "ALL-1": "not_applicable", "ANY-1": "not_applicable"}),
        ("lacking", {"rows": open_}, {"RET-1": "undecided rows", "RET-2": "undecided rows", "ALL-1": "undecided rows", "ANY-1": "undecided rows"}),
        ("no-cap", {"rows": FULL}, {"CAP-1": "undecided cap"}),
        ("no-cap-no-list", {}, {"CAP-1": "undecided rows cap"}),
        ("cap-of-nothing", {"rows": [], "cap": "50%"}, {"CAP-1": "undecided rows cap"}),
    )  # fmt: skip
    return [
        case(f"list-rule-{id}", f"rules over a list: {id.replace('-', ' ')}", facts, expect)
        for id, facts, expect in rows
    ]


def text() -> str:
    return write("Lists and records.", cases(), POLICY)
