"""Six comparisons of each sort with a value below, at and above a bound, and with none."""

from __future__ import annotations

from notation import Case, case, write

# =, !=, <, <=, >, >= of a value below, at and above the bound
HOLDS = {"below": "FTTTFF", "at": "TFFTFT", "above": "FTFFTT"}
SIGNS = ("=", "!=", "<", "<=", ">", ">=")
ZH_SIGNS = {"!=": "≠", "<=": "≤", ">=": "≥", "=": "＝", "<": "＜", ">": "＞"}
TRUTH = {"T": True, "F": False}

# sort: fact, the bound as written (en, zh), values below, at, above; equal values are written in two ways
SORTS = {
    "money": ("m", "CNY 500,000", "50万元", "CNY 499999.99", "CNY 500000.00", "CNY 500000.01"),
    "percent": ("p", "30%", "３０％", "29.9%", "30.0%", "31%"),
    "rate": ("r", "0.05% per day", "每日 0.05%", "1.5% per month", "18.25% per year", "0.06% per day"),
    "hours": ("h", "24 hours", "24 小时", "23.5 hours", "24 hours", "25 hours"),
    "days": ("d", "30 days", "30天", "29 days", "30.0 days", "31 days"),
    "working days": ("w", "10 working days", "10个工作日", "9 working days", "10 working days", "11 working days"),
    "months": ("mo", "6 months", "6个月", "5 months", "6 months", "7 months"),
    "years": ("y", "2 years", "2年", "1 years", "2 years", "3 years"),
    "number": ("n", "3", "３", "2", "3.00", "3.5"),
    "date": ("t", "2026-03-31", "2026-03-31", "2026-03-30", "2026-03-31", "2026-04-01"),
    "scale": ("g", "B", "乙", "C", "B", "A"),
}
POLICY = """\
scale grade: C < B zh "乙" < A
kinds court: seller, buyer, unnamed
fact m: money from contract
fact m2: money from contract
fact p: percent from contract
fact r: rate from contract
fact r2: rate from contract
fact h: hours from contract
fact d: days alias 付款.账期 from contract
fact d2: days from contract
fact w: working days from contract
fact mo: months from contract
fact y: years from contract
fact n: number from contract
fact t: date from contract
fact g: grade from case
fact g2: grade from case
fact s: text from contract
fact k: court from contract

rule DAYS-1 "credit days" severity low
  requires d <= 30 days
规则 DAYS-2「账期」 级别 低
  禁止 付款.账期 ＞ 30天
rule SCALE-1 "grade" severity low
  requires g >= B
"""


def cases() -> list[Case]:
    found = []
    for sort, (name, bound, bound_zh, *values) in SORTS.items():
        for (place, holds), value in zip(HOLDS.items(), values, strict=True):
            pairs = list(zip(SIGNS, holds, strict=True))
            truths = {f"{name} {sign} {bound}": TRUTH[truth] for sign, truth in pairs}
            truths |= {f"{name} {ZH_SIGNS[sign]} {bound_zh}": TRUTH[truth] for sign, truth in pairs}
            id = f"compare-{sort.replace(' ', '-')}-{place}"
            found.append(case(id, f"{sort}: {value} is {place} {bound}", {name: value}, conditions=truths))
        truths_unknown: dict[str, bool | None] = {f"{name} {sign} {bound}": None for sign in SIGNS}
        for state in ("absent", "unknown", "not applicable"):
            id = f"compare-{sort}-{state}".replace(" ", "-")
            shows = f"{sort}: what has no value ({state}) compares as unknown, either way"
            found.append(case(id, shows, {name: state}, conditions=truths_unknown))
    return [*found, *_unordered(), *_verdicts(), *_measures()]


def _unordered() -> list[Case]:
    return [
        case(
            "compare-text-equal",
            "texts are equal letter by letter",
            {"s": "'net 30'"},
            conditions={'s = "net 30"': True, 's != "net 30"': False, 's = "Net 30"': False, "s = 「net 30」": True},
        ),
        case(
            "compare-text-empty",
            "an empty text is a text",
            {"s": "''"},
            conditions={'s = ""': True, "s is stated": True},
        ),
        case(
            "compare-kinds",
            "kinds are equal or not, without an order",
            {"k": "buyer"},
            conditions={"k = buyer": True, "k != buyer": False, "k = seller": False, "k != unnamed": True},
        ),
        case(
            "compare-one-of",
            "`is one of` is true of any of the values",
            {"k": "buyer", "d": "30 days"},
            conditions={
                "k is one of seller, buyer": True,
                "k is not one of seller, buyer": False,
                "k is one of seller, unnamed": False,
                "d is one of 15 days, 30 days": True,
                "k 属于 seller、unnamed": False,
                "k 不属于 seller、unnamed": True,
            },
        ),
        *(
            case(
                f"compare-one-of-{state}".replace(" ", "-"),
                f"`is one of` of what has no value ({state}) is unknown",
                {"k": state},
                conditions={"k is one of seller, buyer, unnamed": None, "k is not one of seller": None},
            )
            for state in ("absent", "unknown", "not applicable")
        ),
    ]


def _verdicts() -> list[Case]:
    rows = (
        ("at", "30 days", "satisfied"), ("over", "31 days", "violated"), ("absent", "absent", "undecided d"),
        ("unknown", "unknown", "undecided d"), ("inapplicable", "not applicable", "not_applicable"),
    )  # fmt: skip
    return [
        case(
            f"compare-verdict-{id}",
            f"a limit and its twin in Chinese agree: {state}",
            {"d": state},
            {"DAYS-1": verdict, "DAYS-2": verdict},
        )
        for id, state, verdict in rows
    ]


def _measures() -> list[Case]:
    """Money of two currencies; charges by the period and once."""
    unknown: dict[str, bool | None] = {f"m {sign} m2": None for sign in SIGNS}
    once: dict[str, bool | None] = {f"r {sign} r2": None for sign in SIGNS}
    return [
        case("compare-two-currencies", "money of two currencies doesn't compare", {"m": "CNY 7", "m2": "USD 1"}, conditions=unknown),
        case("compare-currency-of-bound", "a bound in another currency", {"m": "USD 1"}, conditions={"m < CNY 500,000": None, "m != CNY 1": None}),
        case("compare-zero-currencies", "nothing of two currencies isn't equal either", {"m": "CNY 0", "m2": "USD 0"}, conditions={"m = m2": None}),
        case("compare-once-and-yearly", "a charge made once doesn't compare with one by the year", {"r": "5% once", "r2": "5% per year"}, conditions=once),
        case("compare-once-and-once", "charges made once compare", {"r": "5% once", "r2": "6% once"}, conditions={"r < r2": True, "r = r2": False}),
        case("compare-month-and-year", "12 months a year", {"r": "1.5% per month", "r2": "18% per year"}, conditions={"r = r2": True, "r >= r2": True}),
        case("compare-day-and-month", "365 days and 12 months: 18.25% against 18%", {"r": "0.05% per day", "r2": "1.5% per month"}, conditions={"r > r2": True}),
        case("compare-negative", "amounts below zero", {"m": "CNY -5", "m2": "CNY -4"}, conditions={"m < m2": True, "m > CNY 0": False, "m = -CNY 5": True}),
        case("compare-trailing-zeros", "30 and 30.00 are one number", {"d": "30.00 days", "d2": "30 days"}, conditions={"d = d2": True, "d != d2": False}),
        case("compare-scale-facts", "two grades by their order", {"g": "C", "g2": "A"}, conditions={"g < g2": True, "g >= g2": False, "g != g2": True}),
        case("compare-scale-label", "a member by its Chinese label", {"g": "B"}, {"SCALE-1": "satisfied"}, conditions={"g = 乙": True, "g > 乙": False}),
        case("compare-itself", "what has no value isn't equal to itself", {"d": "absent"}, conditions={"d = d": None, "d <= d": None}),
        case("compare-one-side", "one side unknown", {"d": "5 days", "d2": "unknown"}, conditions={"d < d2": None, "not d < d2": None}),
        case("compare-leap-day", "dates by the calendar", {"t": "2024-02-29"}, conditions={"t < 2024-03-01": True, "t > 2024-02-28": True}),
    ]  # fmt: skip


def text() -> str:
    return write("Comparisons of every sort, either spelling.", cases(), POLICY)
