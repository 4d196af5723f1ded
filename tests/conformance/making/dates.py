"""Dates moved by days, months, years and working days; the expected days are counted by hand."""

from __future__ import annotations

from notation import Case, case, refused, write

POLICY = """\
policy "Dates" version "1" calendar CN
fact t: date from contract
fact t2: date from contract
fact d: days from contract
fact mo: months from contract
fact y: years from contract
fact h: hours from contract
fact w: working days from contract
fact 合同.签订日: date from contract
rule DUE-1 "due before the long stop" severity low
  requires t + mo <= t2
规则 DUE-2「到期日」 级别 低
  要求 t ＋ mo ≤ t2
"""
# start, what is added, the day it gives. A day the month doesn't have becomes its last (民法典 202).
MOVED = (
    ("2026-01-31", "+ 1 month", "2026-02-28"), ("2024-01-31", "+ 1 month", "2024-02-29"),
    ("2026-01-30", "+ 1 month", "2026-02-28"), ("2026-01-29", "+ 1 month", "2026-02-28"),
    ("2026-01-28", "+ 1 month", "2026-02-28"), ("2026-03-31", "+ 1 month", "2026-04-30"),
    ("2026-01-31", "+ 2 months", "2026-03-31"), ("2026-01-31", "+ 1 month + 1 month", "2026-03-28"),
    ("2026-02-28", "+ 1 month", "2026-03-28"), ("2026-03-31", "- 1 month", "2026-02-28"),
    ("2026-03-31", "- 4 months", "2025-11-30"), ("2024-03-31", "- 1 month", "2024-02-29"),
    ("2026-12-31", "+ 2 months", "2027-02-28"), ("2026-08-31", "+ 6 months", "2027-02-28"),
    ("2023-08-31", "+ 6 months", "2024-02-29"), ("2026-12-15", "+ 1 month", "2027-01-15"),
    ("2026-01-15", "- 1 month", "2025-12-15"), ("2026-01-31", "+ 0 months", "2026-01-31"),
    ("2024-02-29", "+ 1 year", "2025-02-28"), ("2024-02-29", "+ 4 years", "2028-02-29"),
    ("2024-02-29", "- 1 year", "2023-02-28"), ("2024-02-29", "+ 12 months", "2025-02-28"),
    ("2026-02-27", "+ 2 days", "2026-03-01"), ("2024-02-28", "+ 1 day", "2024-02-29"),
    ("2026-12-31", "+ 1 day", "2027-01-01"), ("2026-01-01", "- 1 day", "2025-12-31"),
    ("2026-01-01", "+ 90 days", "2026-04-01"), ("2026-03-01", "+ 365 days", "2027-03-01"),
    ("2024-01-01", "+ 366 days", "2025-01-01"), ("1900-02-28", "+ 1 day", "1900-03-01"),
    ("2000-02-28", "+ 1 day", "2000-02-29"), ("2026-01-31", "+ 1 month - 1 month", "2026-01-28"),
)  # fmt: skip
# start, end, days between
BETWEEN = (
    ("2026-02-01", "2026-03-01", "28"), ("2024-02-01", "2024-03-01", "29"), ("2026-03-01", "2026-02-01", "-28"),
    ("2026-03-01", "2026-03-01", "0"), ("2026-01-01", "2027-01-01", "365"),
)  # fmt: skip
# China: 2026-02-14, 02-28, 05-09 and 10-10 are Saturdays worked; holidays 02-15 to 02-23, 05-01 to 05-05, 06-19, 10-01 to 10-07.
WORKED = (
    ("2026-02-13", "+ 1 working day", "2026-02-14"), ("2026-02-13", "+ 2 working days", "2026-02-24"),
    ("2026-02-24", "- 2 working days", "2026-02-13"), ("2026-02-27", "+ 1 working day", "2026-02-28"),
    ("2026-04-30", "+ 1 working day", "2026-05-06"), ("2026-05-08", "+ 1 working day", "2026-05-09"),
    ("2026-06-18", "+ 1 working day", "2026-06-22"), ("2026-09-30", "+ 1 working day", "2026-10-08"),
    ("2026-09-30", "+ 3 working days", "2026-10-10"), ("2026-07-06", "+ 5 working days", "2026-07-13"),
)  # fmt: skip
OTHERS = (
    ("ENGLAND", "2026-12-24", "2026-12-29"), ("TARGET", "2026-12-24", "2026-12-28"), ("US", "2026-11-25", "2026-11-27"),
    ("ENGLAND", "2026-04-02", "2026-04-07"), ("TARGET", "2026-04-30", "2026-05-04"), ("US", "2026-07-02", "2026-07-06"),
)  # fmt: skip


def cases() -> list[Case]:
    found = []
    for place, (start, change, day) in enumerate(MOVED, 1):
        shows = f"{start} {change} is {day}"
        facts = {"t": start, "合同.签订日": start}
        chinese = (
            change.replace(" months", "个月").replace(" month", "个月").replace(" days", "天").replace(" day", "天")
        )
        chinese = chinese.replace(" years", "年").replace(" year", "年").replace("+", "＋")
        truths = {f"t {change} = {day}": True, f"t {change} != {day}": False, f"合同.签订日 {chinese} ＝ {day}": True}
        found.append(case(f"date-moved-{place}", shows, facts, conditions=truths))
    for place, (start, end, days) in enumerate(BETWEEN, 1):
        truths = {f"t2 - t = {days} days": True}
        shows = f"from {start} to {end} are {days} days"
        found.append(case(f"date-between-{place}", shows, {"t": start, "t2": end}, conditions=truths))
    for place, (start, change, day) in enumerate(WORKED, 1):
        shows = f"{start} {change} by China's calendar is {day}"
        found.append(case(f"date-worked-{place}", shows, {"t": start}, conditions={f"t {change} = {day}": True}))
    return [*found, *_other_calendars(), *_unknown(), *_restated(), *_rules()]


def _other_calendars() -> list[Case]:
    found = []
    for place, (calendar, start, day) in enumerate(OTHERS, 1):
        policy = (
            f'policy "Dates" version "1" calendar {calendar}\nfact t: date from contract\nfact t2: date from contract\n'
            'rule DUE-1 "next working day" severity low\n  requires t2 = t + 1 working day\n'
        )
        shows = f"the working day after {start} by {calendar} is {day}"
        found.append(
            case(f"date-calendar-{place}", shows, {"t": start, "t2": day}, {"DUE-1": "satisfied"}, policy=policy)
        )
    bare = 'fact t: date from contract\nrule DUE-1 "x" severity low\n  requires t + 1 working day = t\n'
    return [*found, refused("date-no-calendar", "working days need a calendar", "E325", policy=bare)]


def _unknown() -> list[Case]:
    rows = (
        ("absent-start", {"t": "absent", "mo": "1 months"}, "t + mo = t + mo"),
        ("unknown-span", {"t": "2026-01-31", "mo": "unknown"}, "t + mo > 2026-01-01"),
        ("half-month", {"t": "2026-01-31", "mo": "1.5 months"}, "t + mo > 2026-01-01"),
        ("half-day", {"t": "2026-01-31", "d": "0.5 days"}, "t + d > 2026-01-01"),
        ("half-working-day", {"t": "2026-01-30", "w": "0.5 working days"}, "t + w > 2026-01-01"),
        ("end-of-time", {"t": "9999-12-31"}, "t + 1 day > 2026-01-01"),
        ("working-day-at-end-of-time", {"t": "9999-12-31"}, "t + 1 working day > 2026-01-01"),
        ("working-day-at-start-of-time", {"t": "0001-01-01"}, "t - 1 working day < 2026-01-01"),
        ("start-of-time", {"t": "0001-01-01"}, "t - 1 month < 2026-01-01"),
        ("calendar-too-short", {"t": "2026-12-31"}, "t + 1 working day > 2026-12-31"),
        ("calendar-too-young", {"t": "2010-01-04"}, "t + 1 working day > 2010-01-04"),
        ("between", {"t": "2026-01-31", "t2": "absent"}, "t2 - t > 0 days"),
    )
    return [
        case(f"date-unknown-{id}", f"a day that isn't known: {id.replace('-', ' ')}", facts, conditions={text: None})
        for id, facts, text in rows
    ]


def _restated() -> list[Case]:
    """A duration written out is restated in the fact's unit where arithmetic fixes the measure."""
    rows = (
        ("years-as-months", {"mo": "24 months"}, {"mo <= 2 years": True, "mo < 2 years": False, "mo = 2 年": True}),
        ("years-as-months-over", {"mo": "25 months"}, {"mo <= 2 years": False, "mo > 2 years": True}),
        ("days-as-hours", {"h": "24 hours"}, {"h <= 1 day": True, "h < 1 day": False}),
        ("days-as-hours-over", {"h": "25 hours"}, {"h <= 1 day": False}),
        ("months-as-years", {"y": "2 years"}, {"y >= 24 months": True, "y > 12 months": True}),
        ("hours-as-days", {"d": "3 days"}, {"d <= 72 hours": True, "d < 48 hours": False}),
    )
    return [case(f"duration-{id}", id.replace("-", " "), facts, conditions=truths) for id, facts, truths in rows]


def _rules() -> list[Case]:
    rows = (
        ("kept", "2026-02-28", "1 months", "satisfied"), ("broken", "2026-02-27", "1 months", "violated"),
        ("open", "2026-02-28", "unknown", "undecided mo"), ("none", "absent", "absent", "undecided mo t2"),
    )  # fmt: skip
    return [
        case(
            f"date-rule-{id}",
            f"a due date against a long stop: {id}",
            {"t": "2026-01-31", "t2": stop, "mo": span},
            {"DUE-1": verdict, "DUE-2": verdict},
        )
        for id, stop, span, verdict in rows
    ]


def text() -> str:
    return write("Dates: month ends, leap years, working days, durations.", cases(), POLICY)
