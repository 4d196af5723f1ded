"""The file of waivers: read with the line of every mistake, and added to without touching what stands in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from accepted_case import PROGRAM, waiver
from presign.checker.waivers.append import appended, refused
from presign.checker.waivers.limits import WaiverLimits
from presign.checker.waivers.match import fits, same_person, too_broad
from presign.checker.waivers.model import Waiver, WaiverProblem
from presign.checker.waivers.read import read_waivers, shape_of, waivers_of
from presign.messages import say

SOUND = """\
# 财务部维护
waivers:
  - rule: DAY-01
    fingerprint: 1a2b3c4d5e6f7788:1
    file: supply.docx
    reason: 见会议纪要
    approver: 李娜
    role: general_manager
    requested_by: 王伟
    created: 2026-03-01
    until: 2026-05-30   # 三个月
"""
TODAY = date(2026, 3, 1)
LIMITS = WaiverLimits(90, "general_manager")


def problems(text: str) -> list[tuple[str, int]]:
    found = waivers_of(text.encode(), "w.yaml")
    assert not (found.problems and found.waivers), "a file with a mistake waives nothing"
    for each in found.problems:
        assert say(each.key, "en", each.values) and say(each.key, "zh", each.values)
    return [(each.key.removeprefix("waivers."), each.line) for each in found.problems]


def test_a_sound_file_is_read() -> None:
    (entry,) = waivers_of(SOUND.encode(), "w.yaml").waivers
    assert entry == Waiver(
        "DAY-01",
        "1a2b3c4d5e6f7788",
        "见会议纪要",
        "李娜",
        "王伟",
        date(2026, 3, 1),
        date(2026, 5, 30),
        "supply.docx",
        "general_manager",
        3,
    )


@pytest.mark.parametrize("text", ["", "waivers:\n", "waivers: []\n", "# nothing yet\n"])
def test_an_empty_file_waives_nothing(text: str) -> None:
    assert waivers_of(text.encode(), "w.yaml").waivers == ()
    assert problems(text) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("rule: DAY-01\n    ", "", ("missing", 3)),
        ("reason: 见会议纪要", "reason: ''", ("empty", 6)),
        ("reason: 见会议纪要", "reason: [a, b]", ("not_text", 6)),
        ("until: 2026-05-30", "until: 30/5/2026", ("no_day", 11)),
        ("until: 2026-05-30", "until: 2026-02-30", ("no_day", 11)),
        ("until: 2026-05-30", "until: 2026-02-28", ("ends_first", 11)),
        ("1a2b3c4d5e6f7788:1", "1a2b", ("no_fingerprint", 4)),
        ("approver:", "aprover:", ("unknown_key_near", 7)),
        ("role:", "because_of_course:", ("unknown_key", 8)),
        ("role: general_manager", "reason: again", ("twice", 8)),
        ("waivers:", "waiver:", ("unknown_section", 2)),
        ("waivers:\n", "waivers:\n  - DAY-01\n", ("not_an_entry", 3)),
        ("approver: 李娜", "approver: \"李娜", ("syntax", 12)),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_nothing_is_waived(old: str, new: str, problem: tuple[str, int]) -> None:
    assert SOUND.count(old) == 1
    found = problems(SOUND.replace(old, new))
    assert problem in found, found


def test_what_steers_a_terminal_is_left_out() -> None:
    text = SOUND.replace("reason: 见会议纪要", 'reason: "agreed\\e[2J\\u202Eby\\nall"')
    (entry,) = waivers_of(text.encode(), "w").waivers
    assert entry.reason == "agreed [2J by all"


def test_all_mistakes_are_told_at_once() -> None:
    text = SOUND.replace("reason: 见会议纪要", "reason: ''").replace("until: 2026-05-30", "until: soon")
    assert {key for key, _ in problems(text)} >= {"empty", "no_day"}


def test_what_is_no_file_of_waivers_is_told(tmp_path: Path) -> None:
    assert problems("- a\n- b\n") == [("not_a_list", 1)]
    assert read_waivers(tmp_path / "none.yaml").problems[0].key == "waivers.unreadable"
    assert waivers_of(b"\xff\xfe\xfa", "w").problems[0].key == "waivers.encoding"
    assert waivers_of(b" " * 1_000_001, "w").problems[0].key == "waivers.too_large"
    assert waivers_of(b"a: &x [*x]", "w").problems, "an alias of itself"
    assert problems("[" * 5000)[0][0] == "syntax"


@pytest.mark.parametrize(
    ("written", "shape"),
    [("1A2B3C4D5E6F7788", "1a2b3c4d5e6f7788"), ("1a2b3c4d5e6f7788:12", "1a2b3c4d5e6f7788"), ("*", ""), ("", ""), ("1a2b", None)],
)  # fmt: skip
def test_the_shape_of_a_fingerprint(written: str, shape: str | None) -> None:
    assert shape_of(written) == shape


def test_an_entry_is_added_behind_the_others_and_nothing_else_changes() -> None:
    new = waiver(reason='he said: "yes" # really')
    made = appended(SOUND, new, "w.yaml")
    assert isinstance(made, str)
    assert made.startswith(SOUND)
    first, second = waivers_of(made.encode(), "w.yaml").waivers
    assert first.approver == "李娜"
    assert (second.reason, second.until, second.fingerprint) == (new.reason, new.until, new.fingerprint)


@pytest.mark.parametrize("text", ["", "# 公司豁免\n", "waivers: []\n", "# why\nwaivers:\n"])
def test_a_file_without_entries_gets_its_first(text: str) -> None:
    made = appended(text, waiver(), "w.yaml")
    assert isinstance(made, str), made
    assert len(waivers_of(made.encode(), "w.yaml").waivers) == 1
    assert text.startswith("#") is made.startswith("#") or not text.startswith("#")


def test_an_entry_keeps_the_indentation_of_the_others() -> None:
    flush = SOUND.replace("\n  - ", "\n- ").replace("\n    ", "\n  ")
    made = appended(flush, waiver(), "w.yaml")
    assert isinstance(made, str) and len(waivers_of(made.encode(), "w.yaml").waivers) == 2


def test_what_cannot_be_added_to_is_told() -> None:
    row = "{rule: A-1, reason: r, approver: b, requested_by: c, created: 2026-01-01, until: 2026-01-02}"
    inline = appended(f"waivers: [{row}]\n", waiver(), "w")
    assert isinstance(inline, WaiverProblem) and inline.key == "waivers.in_brackets"
    broken = appended("waivers: {", waiver(), "w")
    assert isinstance(broken, WaiverProblem) and broken.key == "waivers.syntax"
    twice = appended(SOUND, waiver(fingerprint="1a2b3c4d5e6f7788", file="supply.docx"), "w")
    assert isinstance(twice, WaiverProblem) and twice.key == "waivers.already"
    longer = appended(SOUND, waiver(fingerprint="1a2b3c4d5e6f7788", file="supply.docx", until=date(2026, 6, 1)), "w")
    assert isinstance(longer, str), "a renewal"


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        (waiver(fingerprint=""), "refused_broad"),
        (waiver(rule="*", fingerprint="0" * 16), "refused_broad"),
        (waiver(file="**/*.docx"), "refused_pattern"),
        (waiver("NON-09"), "refused_rule"),
        (waiver(reason="  "), "refused_empty"),
        (waiver(requested_by=""), "refused_empty"),
        (waiver(approver="Ｗang Wei"), "refused_self"),
        (waiver(until=TODAY), "refused_past"),
        (waiver(until=date(2026, 5, 31)), "refused_long"),
        (waiver(role="chief"), "refused_no_role"),
        (waiver("PEN-01", role="credit_manager"), "refused_role"),
        (waiver("PEN-01", role="general_manager"), None),
        (waiver(), None),
    ],
)  # fmt: skip
def test_what_may_not_be_written(entry: Waiver, key: str | None) -> None:
    problem = refused(entry, PROGRAM, LIMITS, TODAY)
    assert (problem.key.removeprefix("waivers.") if problem else None) == key


@pytest.mark.parametrize(
    ("pattern", "path", "whether"),
    [
        ("", "any/thing.docx", True),
        ("supply.docx", "in/2026/supply.docx", True),
        ("2026/supply.docx", "in/2026/supply.docx", True),
        ("supply-*.docx", "supply-7.docx", True),
        ("supply.docx", "my-supply.docx", False),
        ("Supply.docx", "supply.docx", False),
        ("采购合同*.docx", "采购合同（终稿）.docx", True),
        ("re\u0301sume\u0301.pdf", "r\u00e9sum\u00e9.pdf", True),
    ],
)
def test_which_file_a_pattern_means(pattern: str, path: str, whether: bool) -> None:
    assert fits(pattern, path) is whether


@pytest.mark.parametrize(
    ("pattern", "whether"),
    [("", False), ("a.docx", False), ("*", True), ("*.pdf", True), ("a*.docx", True), ("supply*.docx", False), ("?????.docx", True), ("[a-z]*", True), ("采购合同*", False)],
)  # fmt: skip
def test_which_pattern_fits_too_much(pattern: str, whether: bool) -> None:
    assert too_broad(pattern) is whether


def test_a_person_is_known_in_other_writing() -> None:
    assert same_person("Li Na", "li na") and same_person("李 娜", "李娜")
    assert not same_person("Li Na", "Li Nan")
