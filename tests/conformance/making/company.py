"""A company's file over a shipped one: exceptions from elsewhere, amendments, rules switched off, files taken with `use`."""

from __future__ import annotations

from notation import Case, Short, case, refused, write

SHIPPED = """\
policy "Shipped" version "1"
scale grade: D < C < B < A
fact d: days alias 付款.账期 from contract
fact g: grade alias 客户.等级 from case
fact related: yes/no alias 客户.关联方 from case
fact secured: yes/no from contract
fact arrears: days from case
parameter max_days: days
  in force from 2020-01-01
  | 60 days |
rule CRT-01 "too long" severity high
  requires d <= max_days
  unless "secured": secured is yes
rule CRT-02 "graded" severity medium
  requires g >= C
"""
COMPANY = """\
policy "Acme" version "4"
use "shipped"
exception "group company" to CRT-01
  when related is yes
  in force from 2026-01-01 until 2026-12-31
exception "group in arrears" to CRT-01 "group company"
  when arrears > 30 days
exception "arrears forgiven" to CRT-01 "group in arrears"
  when g = A
"""
CHINESE = """\
# language: zh
政策「某公司信用政策」 版本「4」
引用「shipped」
特例「集团内」 针对 CRT-01
  当 客户.关联方 为是
修订 参数 max_days
  出处「董事会纪要 2026-3」
  施行 自 2026-01-01 至 2026-06-30
  | 90天 |
修订 规则 CRT-02 级别 阻断 无法判定时：违反
停用 CRT-01 因为「只做现款」 施行 自 2026-10-01
"""
FLOOR = """\
table floor: grade
  given d
  | up to 30 days => C |
  | over 30 days  => B |
rule CRT-03 "graded for the days" severity low
  requires g >= floor
"""
ZULU = 'exception "zulu" to CRT-01 when related is yes\n'
ALPHA = 'exception "alpha" to CRT-01 when g = A\n'
POLICIES = {"shipped": SHIPPED, "company": COMPANY, "company-zh": CHINESE, "floor": FLOOR, "zulu": ZULU, "alpha": ALPHA}
ALONE = ("shipped",)
OWN = ("company", "shipped")
ZH = ("shipped", "company-zh")
LATE: dict[str, Short] = {"d": "90 days", "secured": "no"}


def cases() -> list[Case]:
    return [*_exceptions(), *_held_against(), *_by_name(), *_amended(), *_stricter(), *_off(), *_stated(), *_refused()]


def _case(
    id: str,
    shows: str,
    facts: dict[str, Short],
    rule: str,
    verdict: str,
    day: str,
    files: tuple[str, ...] = ALONE,
    adds: str = "",
) -> Case:
    return case(f"company-{id}", shows, facts, {rule: verdict}, day=day, files=files, adds=adds)


def _exceptions() -> list[Case]:
    rows: tuple[tuple[str, dict[str, Short], str, str], ...] = (
        ("proven", {"related": "yes", "arrears": "0 days"}, "2026-03-01", "excepted group company"),
        ("denied", {"related": "no", "arrears": "0 days"}, "2026-03-01", "violated"),
        ("silent", {"related": "absent", "arrears": "0 days"}, "2026-03-01", "violated"),
        ("unknown", {"arrears": "0 days"}, "2026-03-01", "violated unproven group company"),
        ("first-day", {"related": "yes", "arrears": "0 days"}, "2026-01-01", "excepted group company"),
        ("last-day", {"related": "yes", "arrears": "0 days"}, "2026-12-31", "excepted group company"),
        ("day-before", {"related": "yes", "arrears": "0 days"}, "2025-12-31", "violated"),
        ("day-after", {"related": "yes", "arrears": "0 days"}, "2027-01-01", "violated"),
        ("out-of-force-unknown", {"arrears": "0 days"}, "2027-01-01", "violated"),
        ("own-first", {"related": "yes", "arrears": "0 days", "secured": "yes"}, "2026-03-01", "excepted secured"),
        (
            "own-unproven",
            {"related": "yes", "arrears": "0 days", "secured": "unknown"},
            "2026-03-01",
            "excepted group company",
        ),
        (
            "both-unproven",
            {"arrears": "0 days", "secured": "unknown"},
            "2026-03-01",
            "violated unproven secured, group company",
        ),
        ("not-needed", {"d": "60 days"}, "2026-03-01", "satisfied"),
        ("undecided", {"d": "unknown", "related": "yes", "arrears": "0 days"}, "2026-03-01", "undecided d"),
    )
    return [
        _case(
            f"exception-{id}",
            f"an exception from the company's file: {id.replace('-', ' ')}",
            {**LATE, **facts},
            "CRT-01",
            verdict,
            day,
            OWN,
        )
        for id, facts, day, verdict in rows
    ]


def _held_against() -> list[Case]:
    """An exception against an exception: the excuse counts while what holds against it is proven not to hold."""
    rows: tuple[tuple[str, dict[str, Short], str], ...] = (
        ("holds", {"arrears": "31 days", "g": "B"}, "violated"),
        ("does-not-hold", {"arrears": "30 days", "g": "B"}, "excepted group company"),
        ("unknown", {"g": "B"}, "violated unproven group company"),
        ("absent", {"arrears": "absent", "g": "B"}, "violated unproven group company"),
        ("outdone", {"arrears": "31 days", "g": "A"}, "excepted group company"),
        ("outdone-unknown", {"arrears": "31 days"}, "violated unproven group company"),
        ("unknown-but-outdone", {"g": "A"}, "excepted group company"),
        ("unrelated", {"related": "no"}, "violated"),
        ("relation-unknown", {"related": "unknown", "arrears": "31 days", "g": "B"}, "violated"),
    )
    return [
        _case(
            f"against-{id}",
            f"an exception to an exception: {id.replace('-', ' ')}",
            {**LATE, "related": "yes", **facts},
            "CRT-01",
            verdict,
            "2026-03-01",
            OWN,
        )
        for id, facts, verdict in rows
    ]


def _by_name() -> list[Case]:
    """Exceptions added to a rule stand by their names, whatever file they came from first."""
    rows: tuple[tuple[str, dict[str, Short], str], ...] = (
        ("both-proven", {"related": "yes", "g": "A"}, "excepted alpha"),
        ("both-unknown", {}, "violated unproven alpha, zulu"),
        ("last-proven", {"related": "yes", "g": "B"}, "excepted zulu"),
        ("own-before", {"related": "yes", "g": "A", "secured": "yes"}, "excepted secured"),
        ("all-unknown", {"secured": "unknown"}, "violated unproven secured, alpha, zulu"),
    )
    orders = (("zulu", "shipped", "alpha"), ("alpha", "zulu", "shipped"))
    return [
        _case(
            f"by-name-{id}-{place}",
            f"exceptions of two files: {id.replace('-', ' ')}",
            {**LATE, **facts},
            "CRT-01",
            verdict,
            "2026-03-01",
            files,
        )
        for id, facts, verdict in rows
        for place, files in enumerate(orders, 1)
    ]


def _amended() -> list[Case]:
    rows = (
        ("before", "90 days", "2025-12-31", "violated"), ("first-day", "90 days", "2026-01-01", "satisfied"), ("over", "91 days", "2026-01-01", "violated"),
        ("last-day", "90 days", "2026-06-30", "satisfied"), ("after", "90 days", "2026-07-01", "violated"), ("after-within", "60 days", "2026-07-01", "satisfied"),
        ("long-before", "1 days", "2019-12-31", "undecided max_days"),
    )  # fmt: skip
    found = [
        _case(
            f"amended-{id}",
            f"other values while the amendment lasts: {id.replace('-', ' ')}",
            {"d": span, "secured": "no", "related": "no"},
            "CRT-01",
            verdict,
            day,
            ZH,
        )
        for id, span, day, verdict in rows
    ]
    always = "amend parameter max_days\n  | 45 days |\n"
    for id, span, day, verdict in (
        ("new", "46 days", "2026-03-01", "violated"),
        ("kept", "45 days", "2026-03-01", "satisfied"),
        ("older", "45 days", "2019-12-31", "satisfied"),
    ):
        shows = f"an amendment without a period counts always: {id}"
        found.append(
            _case(f"amended-always-{id}", shows, {"d": span, "secured": "no"}, "CRT-01", verdict, day, adds=always)
        )
    for id, day, verdict in (("before", "2026-06-30", "satisfied"), ("since", "2026-07-01", "violated")):
        found.append(
            _case(
                f"amended-table-{id}",
                f"a table amended by a day: {id}",
                {"d": "40 days", "g": "B"},
                "CRT-03",
                verdict,
                day,
                ("shipped", "floor"),
                "amend parameter floor\n  in force from 2026-07-01\n  | any => A |\n",
            )
        )
    return found


def _stricter() -> list[Case]:
    rows: tuple[tuple[str, dict[str, Short], str], ...] = (
        ("unknown", {}, "violated lacking g"), ("kept", {"g": "C"}, "satisfied"), ("broken", {"g": "D"}, "violated"), ("inapplicable", {"g": "not applicable"}, "not_applicable"),
    )  # fmt: skip
    found = [
        _case(f"stricter-{id}", f"a rule made stricter: {id}", facts, "CRT-02", verdict, "2026-03-01", ZH)
        for id, facts, verdict in rows
    ]
    found.append(
        _case("stricter-not", "the shipped rule asks for review", {}, "CRT-02", "undecided g", "2026-03-01", OWN)
    )
    return found


def _off() -> list[Case]:
    late: dict[str, Short] = {**LATE, "related": "no"}
    rows: tuple[tuple[str, dict[str, Short], str, str], ...] = (
        ("day-before", late, "2026-09-30", "violated"), ("first-day", late, "2026-10-01", "not_applicable"), ("unknown", {}, "2026-10-01", "not_applicable"),
        ("error", {"d": "CNY 1"}, "2026-10-01", "not_applicable"), ("on-error", {"d": "CNY 1"}, "2026-09-30", "error d"),
    )  # fmt: skip
    found = [
        _case(
            f"off-{id}", f"a rule switched off from a day on: {id.replace('-', ' ')}", facts, "CRT-01", verdict, day, ZH
        )
        for id, facts, day, verdict in rows
    ]
    period = 'switch off CRT-01 because "fair"  in force from 2026-04-01 until 2026-04-30\n'
    for id, day, verdict in (
        ("start", "2026-04-01", "not_applicable"),
        ("end", "2026-04-30", "not_applicable"),
        ("over", "2026-05-01", "violated"),
    ):
        found.append(
            _case(
                f"off-period-{id}", f"a rule switched off for a month: {id}", late, "CRT-01", verdict, day, adds=period
            )
        )
    always = 'switch off CRT-02 because "cash only"\n'
    found.append(
        _case(
            "off-always",
            "a rule switched off for good",
            {"g": "D"},
            "CRT-02",
            "not_applicable",
            "2000-01-01",
            adds=always,
        )
    )
    return found


def _stated() -> list[Case]:
    """The order of files has no meaning; the Chinese file's exception has no period."""
    facts: dict[str, Short] = {"d": "95 days", "related": "yes", "secured": "no"}
    turned = ("company-zh", "shipped")
    return [
        _case("files-in-order", "the shipped file first", facts, "CRT-01", "excepted 集团内", "2026-03-01", ZH),
        _case("files-turned", "the company's file first", facts, "CRT-01", "excepted 集团内", "2026-03-01", turned),
        _case(
            "exception-undated",
            "an exception without a period counts always",
            facts,
            "CRT-01",
            "excepted 集团内",
            "2021-03-01",
            ZH,
        ),
    ]


def _refused() -> list[Case]:
    rows = (
        ("laxer", "amend rule CRT-01 severity low\n", "E433"), ("no-parameter", "amend parameter rent\n  | 5 days |\n", "E429"),
        ("amended-twice", "amend parameter max_days\n  | 5 days |\namend parameter max_days\n  | 6 days |\n", "E430"),
        ("no-rule", 'exception "x" to CRT-09 when related is yes\n', "E431"), ("no-reason", "switch off CRT-01\n", "E434"),
        ("off-twice", 'switch off CRT-01 because "a"\nswitch off CRT-01 because "b"\n', "E432"), ("no-when", 'exception "x" to CRT-01\n', "E435"),
        ("dated-against", 'exception "x" to CRT-01 "secured" when related is yes in force from 2026-01-01\n', "E436"),
        ("no-exception", 'exception "x" to CRT-01 "sold" when related is yes\n', "E437"),
        ("circle", 'exception "x" to CRT-01 "y" when related is yes\nexception "y" to CRT-01 "x" when g = A\n', "E438"),
        ("name-taken", 'exception "secured" to CRT-01 when related is yes\n', "E210"), ("no-file", 'use "nowhere"\n', "E514"),
    )  # fmt: skip
    return [
        refused(
            f"refused-company-{id}",
            f"a company's file that isn't accepted: {id.replace('-', ' ')}",
            code,
            files=ALONE,
            adds=text,
        )
        for id, text, code in rows
    ]


def text() -> str:
    return write("A company's own file over a shipped one.", cases(), POLICIES)
