"""Arithmetic by unit, and the mixtures that aren't a policy."""

from __future__ import annotations

from notation import Case, Short, case, refused, write

VOCABULARY = """\
scale grade: C < B < A
kinds court: seller, buyer
record part: share percent, price money
fact m: money from contract
fact m2: money from contract
fact p: percent from contract
fact r: rate from contract
fact r2: rate from contract
fact h: hours from contract
fact d: days alias 账期 from contract
fact w: working days from contract
fact mo: months from contract
fact y: years from contract
fact n: number from contract
fact t: date from contract
fact s: text from contract
fact q: yes/no from contract
fact g: grade from contract
fact k: court from contract
fact parts: list of part from contract
fact sums: list of money from contract
parameter cap: money
  | CNY 100 |
"""
POLICY = (
    VOCABULARY
    + """\
rule ADV-1 "advance payment covers material" severity low
  requires m * p >= m2
规则 ADV-2「预付款覆盖材料款」 级别 低
  要求 m × p ≥ m2
"""
)
FACTS: dict[str, Short] = {
    "m": "CNY 200", "m2": "CNY 60", "p": "30%", "r": "0.05% per day", "r2": "5% once", "h": "12 hours", "d": "45 days",
    "w": "10 working days", "mo": "6 months", "y": "2 years", "n": "3", "t": "2026-01-31",
}  # fmt: skip
TRUE = {
    "money": ("m + m2 = CNY 260", "m - m2 = CNY 140", "m2 - m = -CNY 140", "m * 3 = CNY 600", "3 * m = CNY 600", "m / 4 = CNY 50", "m / CNY 50 = 4"),
    "share-of-money": ("m * p = CNY 60", "p * m = CNY 60", "m * p = m2", "m × 12.5% = CNY 25", "m * 0% = CNY 0"),
    "percent": ("p + 5% = 35%", "p - 40% = -10%", "p * 2 = 60%", "p / 3 = 10%", "p / 10% = 3", "p * 50% = 15%", "100% * p = p"),
    "rate": ("r * 2 = 0.1% per day", "r + 18.25% per year = 0.1% per day", "r / 2 = 9.125% per year", "r / 0.05% per day = 1", "2 * r2 = 10% once", "r2 - 1% once = 4% once"),
    "hours": ("h + 12 hours = 24 hours", "h * 2 = 24 hours", "h / 24 hours = 0.5"),
    "days": ("d + 15 days = 60 days", "d - 50 days = -5 days", "d * 2 = 90 days", "d / 30 days = 1.5", "d / 3 = 15 days"),
    "working-days": ("w + 5 working days = 15 working days", "w / 5 working days = 2"),
    "months": ("mo + 6 months = 12 months", "mo / 12 months = 0.5", "2 * mo = 12 months"),
    "years": ("y - 1 year = 1 year", "y / 2 = 1 year"),
    "number": ("n + 1 = 4", "n - 5 = -2", "n * n = 9", "n / 2 = 1.5", "-1 * n = -3"),
    "precedence": ("m + CNY 10 * 2 = CNY 220", "m - CNY 10 - CNY 5 = CNY 185", "n * 4 / 2 = 6", "n / 4 * 2 = 1.5", "m2 + m * p = CNY 120", "n - 1 + 1 = n", "(m + CNY 10) * 2 = CNY 420", "m - (CNY 10 - CNY 5) = CNY 195"),
    "chinese": ("m ＋ 50元 ＝ 250 元", "m × 30％ ＝ 60元", "d ÷ 3 ＝ 15 天", "m ≤ 0.02万元", "账期 − 15天 ＝ 30日"),
    "exact": ("n / 3 = 1", "n * 0.1 = 0.3", "n * 0.1 + 0.6 = 0.9", "m * 0.1% = CNY 0.2", "1 / n * 3 < 1"),
}  # fmt: skip
# facts beyond FACTS, a condition that is unknown
UNKNOWN = {
    "divided-by-zero": ({"n": "0"}, "m / n < CNY 1"),
    "divided-by-no-money": ({"m2": "CNY 0"}, "m / m2 > 1"),
    "divided-by-no-days": ({"d": "0 days"}, "d / d = 1"),
    "two-currencies-added": ({"m2": "USD 60"}, "m + m2 > CNY 1"),
    "two-currencies-subtracted": ({"m2": "USD 60"}, "m - m2 = m - m2"),
    "two-currencies-divided": ({"m2": "USD 60"}, "m / m2 > 1"),
    "once-added-to-daily": ({}, "r + r2 > 1% per year"),
    "once-over-daily": ({}, "r2 / r > 1"),
    "absent-addend": ({"m2": "absent"}, "m + m2 > CNY 1"),
    "unknown-factor": ({"n": "unknown"}, "m * n >= CNY 0"),
    "times-zero-unknown": ({"m": "unknown"}, "m * 0% = CNY 0"),
    "inapplicable-term": ({"d": "not applicable"}, "d + 1 day > 0 days"),
}
UNLIKE = (
    ("months-days", "mo < d"), ("money-percent", "m > p"), ("percent-number", "p = n"), ("rate-percent", "r <= p"), ("days-working-days", "d <= w"),
    ("hours-days", "h <= d"), ("years-months", "y = mo"), ("date-days", "t > d"), ("text-kinds", "s = k"), ("scale-kinds", "g = k"),
    ("month-31-days", "mo < 31 days"), ("money-text", 'm = "CNY 5"'), ("days-parameter", "d <= cap"), ("date-text", 't = "2026-01-01"'),
)  # fmt: skip
NO_SUM = (
    ("money-times-money", "m * m2 > m"), ("money-plus-percent", "m + p > m"), ("money-plus-number", "m + n > m"), ("days-plus-months", "d + mo > d"),
    ("days-plus-working-days", "d + w > d"), ("date-plus-date", "t + t > t"), ("date-times-number", "t * n > t"), ("date-plus-hours", "t + h > t"),
    ("number-over-money", "n / m > n"), ("percent-over-money", "p / m > p"), ("money-over-percent", "m / p > m"), ("days-times-days", "d * d > d"),
    ("rate-times-money", "m * r > m"), ("rate-plus-percent", "r + p > r"), ("text-plus-text", 's + s = "x"'), ("scale-plus-number", "g + n > g"),
    ("days-minus-date", "d - t > d"), ("rate-times-rate", "r * r > r"), ("money-minus-days", "m - d > m"),
)  # fmt: skip
OTHER = (
    ("two-currencies", "CNY 1 < USD 1", "E303"), ("two-currencies-added", "m <= CNY 1 + USD 1", "E303"), ("order-of-texts", 's < "b"', "E308"),
    ("order-of-kinds", "k >= buyer", "E308"), ("whole-lists", "sums = sums", "E309"), ("equals-yes", "q = yes", "E312"), ("no-unit", "d <= 30", "E313"),
    ("yes-of-days", "d is yes", "E314"), ("one-of-unlike", "d is one of 30 days, CNY 5", "E317"), ("one-of-open", "m is one of cap", "E316"),
    ("percent-for-rate", "r <= 5%", "E324"), ("state-of-parameter", "cap is stated", "E310"), ("sum-of-dates-list", "count of d > 1", "E305"),
    ("any-of-plain-list", "any x in sums where x.price > CNY 1", "E306"), ("fold-of-records", "sum of parts > CNY 1", "E304"), ("contains-in-records", "parts contains CNY 1", "E307"),
    ("contains-unlike", "sums contains 5 days", "E317"), ("unknown-fact", "dd > 5 days", "E201"), ("unknown-member", "g >= Z", "E202"),
    ("unknown-field", "any x in parts where x.cost > CNY 1", "E204"), ("no-such-date", "t > 2026-02-30", "E126"), ("chained", "1 day < d < 9 days", "E106"),
    ("yes-no-alone", "q and d > 1 day", "E107"), ("texts-member", 'k = "seller"', "E311"),
)  # fmt: skip


def cases() -> list[Case]:
    found = []
    for id, texts in TRUE.items():
        for place, text in enumerate(texts, 1):
            found.append(
                case(f"unit-{id}-{place}", f"`{text}` holds", FACTS, conditions={text: True, f"not {text}": False})
            )
    for id, (facts, text) in UNKNOWN.items():
        shows = f"`{text}` is unknown: {id.replace('-', ' ')}"
        found.append(
            case(f"unit-unknown-{id}", shows, {**FACTS, **facts}, conditions={text: None, f"not {text}": None})
        )
    for (id, text), code in (*((each, "E301") for each in UNLIKE), *((each, "E302") for each in NO_SUM)):
        found.append(_refused(id, text, code))
    return [*found, *(_refused(id, text, code) for id, text, code in OTHER), *_rules()]


def _refused(id: str, text: str, code: str) -> Case:
    adds = f'rule BAD-1 "x" severity low\n  requires {text}\n'
    return refused(f"refused-{id}", f"`{text}` is no condition", code, adds=adds)


def _rules() -> list[Case]:
    rows = (
        ("at", {}, "satisfied"), ("below", {"p": "29.9%"}, "violated"), ("other-currency", {"m2": "USD 60"}, "undecided m p m2"),
        ("absent", {"p": "absent"}, "undecided p"), ("two-absent", {"p": "absent", "m2": "unknown"}, "undecided p m2"),
    )  # fmt: skip
    return [
        case(
            f"unit-rule-{id}",
            f"a share of a sum against a sum: {id}",
            {**FACTS, **facts},
            {"ADV-1": verdict, "ADV-2": verdict},
        )
        for id, facts, verdict in rows
    ]


def text() -> str:
    return write("Units: what arithmetic gives, what stays unknown, what is refused.", cases(), POLICY)
