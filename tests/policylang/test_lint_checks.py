"""Every check of the linter: its wrong policy gives exactly its code, the mended one none, in both spellings."""

from __future__ import annotations

import re

import pytest
from presign.messages.lint import MESSAGES
from presign.policylang.lint.document import PAGE, both, page
from presign.policylang.lint.fix import fixed
from presign.policylang.lint.model import Check, Finding
from presign.policylang.lint.registry import CHECKS, CODES, chosen
from presign.policylang.lint.run import lint
from presign.policylang.load import load_texts

IDS = [check.code for check in CHECKS]


def findings(text: str) -> tuple[Finding, ...]:
    loaded = load_texts([("x.policy", text)])
    assert loaded.program is not None, loaded.diagnostics
    assert loaded.diagnostics == ()
    return lint(loaded.program, loaded.sources, ["x.policy"])


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_the_wrong_policy_has_this_finding_alone_and_the_mended_one_none(check: Check, language: str) -> None:
    wrong, mended = both(check, language)
    assert {each.code for each in findings(wrong)} - {"L202"} == {check.code} - {"L202"}
    if check.code != "L901":  # a suppression without its reason lets the finding stand
        assert {each.code for each in findings(wrong)} == {check.code}
    assert findings(mended) == ()


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_a_check_is_documented_in_both_languages(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name)
    for text in (check.finds, check.why):
        assert text.en.endswith(".") and text.zh.endswith(("。", "）"))
    assert MESSAGES[check.code].help_en and MESSAGES[check.code].help_zh


def test_codes_and_names_are_used_once() -> None:
    assert len({check.code for check in CHECKS}) == len({check.name for check in CHECKS}) == len(CHECKS)
    assert {key[:4] for key in MESSAGES if key.startswith("L")} == CODES


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_a_fix_is_offered_where_the_table_says_so_and_mends_the_finding(check: Check) -> None:
    for language in ("en", "zh"):
        wrong, _ = both(check, language)
        found = findings(wrong)
        assert any(each.edits for each in found) is check.fixable
        if check.fixable:
            change = fixed(wrong, found)
            assert change is not None and findings(change.text) == ()


def test_the_page_is_the_one_the_table_gives() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m presign.policylang.lint.document"


def test_checks_are_chosen_by_code_beginning_or_name() -> None:
    assert chosen((), ()) == (CODES, ())
    assert chosen(("l2",), ("magic-number",)) == (frozenset({"L201", "L203"}), ())
    assert chosen(("L202", "L555"), ("vague",)) == (frozenset({"L202"}), ("L555", "vague"))
