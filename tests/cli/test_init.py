"""`presign init`: a file a finance person edits, and what happens when they slip."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def company(presign: Run, tmp_path: Path) -> Path:
    path = tmp_path / "company.policy"
    assert presign("init", path, "--lang", "en").exit_code == 0
    return path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_file_is_sound_in_both_languages_and_says_so(presign: Run, tmp_path: Path, language: str) -> None:
    path = tmp_path / "own.policy"
    written = presign("init", path, "--lang", language)
    assert written.exit_code == 0 and "own.policy" in written.output
    checked = presign("policy", "check", path, "--lang", "en")
    assert checked.exit_code == 0 and checked.output.startswith("sound: 1")
    assert presign("policy", "lint", path, "--lang", "en").exit_code == 0
    text = path.read_text(encoding="utf-8")
    # Each value is named in both languages, with the rules that use it.
    assert re.search(r"# 该等级最长账期 / longest credit days of the grade \(customer.grade\) \[CRT-01 ", text)
    assert ("修订 参数 max_days" if language == "zh" else "amend parameter max_days") in text
    # What a statute fixes isn't the company's to set.
    assert "statutory_max_days" not in text and "lpr_1y" not in text


def test_an_edited_value_counts(presign: Run, samples: Path, company: Path) -> None:
    name = "zh-sound-equipment-sale"
    asked = ("check", samples / f"{name}.docx", "--case", samples / "cases" / f"{name}.yaml", "--why-not", "CRT-01")
    text = re.sub(r"in force from \S+", "in force from 2020-01-01", company.read_text(encoding="utf-8"))
    company.write_text(text, encoding="utf-8")
    before = presign(*asked, "--policy", company, "--lang", "en").output
    # The customer is grade B, the sample's longest credit 5 days.
    company.write_text(text.replace("  | B | 45 days |", "  | B |   1 day |", 1), encoding="utf-8")
    after = presign(*asked, "--policy", company, "--lang", "en").output
    assert "verdict: satisfied" in before
    # One day is too short, and the full security excuses it.
    assert "verdict: excepted" in after


@pytest.mark.parametrize(
    ("find", "put", "said"),
    [
        (
            "  | A | 60 days |",
            "  | A | 60% |",
            r":(\d+):9: error\[E317\]: a value of `days` is needed, not of `percent`",
        ),
        ("  | C | 15 days |\n", "", r":(\d+):3: warning\[W601\]: `max_days` has no row for C"),
        ("  | D |  0 days |\n", "  | D |  0 days |\n  | D | 5 days |\n", r":(\d+):3: error\[E413\]: two rows have"),
        (
            "  | any                 | any           | any        => board            |\n",
            "",
            r":(\d+):3: warning\[W601\]: `final_approver` has no row for \(deal.amount_base CNY",
        ),
        (
            r"  in force from 2026-05-04  review by 2027-05-04",
            "  in force from 2019-05-04  review by 2020-05-04",
            r":(\d+):\d+: warning\[A\w+\]: .*max_days.*2020-05-04",
        ),
    ],
)
def test_a_slip_is_told_with_its_line(presign: Run, company: Path, find: str, put: str, said: str) -> None:
    text = re.sub(
        r"in force from \S+  review by \S+",
        "in force from 2026-05-04  review by 2027-05-04",
        company.read_text("utf-8"),
    )
    assert find in text
    company.write_text(text.replace(find, put, 1), encoding="utf-8")
    told = re.search(said, presign("policy", "check", company, "--lang", "en").output)
    assert told is not None
    at = int(told[1])
    assert abs(at - (text[: text.index(find)].count("\n") + 1)) <= 7


def test_an_existing_file_stays_as_it_is(presign: Run, company: Path) -> None:
    company.write_text("# mine\n", encoding="utf-8")
    again = presign("init", company, "--lang", "en")
    assert again.exit_code == 2 and "stays as it is" in again.output
    assert company.read_text(encoding="utf-8") == "# mine\n"


def test_what_cannot_be_written_is_told(presign: Run, tmp_path: Path) -> None:
    assert "`.policy`" in presign("init", tmp_path / "company.txt", "--lang", "en").output
    nowhere = presign("init", tmp_path / "no" / "company.policy", "--lang", "zh")
    assert nowhere.exit_code == 2 and "无法写入" in nowhere.output
