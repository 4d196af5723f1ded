"""The library: what it promises in its documentation is true, and problems come back as values."""

from __future__ import annotations

import doctest
import inspect
import json
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest
from presign import api
from presign.cli import main

SAMPLES = Path(__file__).parents[2] / "samples"
DANGEROUS = SAMPLES / "en-dangerous-services.pdf"
DAY = date(2026, 3, 2)


def test_the_examples_of_the_documentation_come_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES)
    done = doctest.testmod(api)
    assert done.attempted >= 5 and done.failed == 0


def test_every_name_is_there_documented_and_typed() -> None:
    for name in api.__all__:
        assert hasattr(api, name), name
    functions = [getattr(api, name) for name in api.__all__ if inspect.isfunction(getattr(api, name))]
    assert len(functions) == 6
    for function in functions:
        assert inspect.getdoc(function), function
        assert set(inspect.signature(function).parameters) | {"return"} == set(get_type_hints(function)), function


def test_the_library_and_the_command_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    report = api.check(DANGEROUS, as_of=DAY)
    assert isinstance(report, api.Report)
    with pytest.raises(SystemExit) as ended:
        main(["check", str(DANGEROUS), "--as-of", "2026-03-02", "--format", "json", "--lang", "en"])
    assert ended.value.code == 1
    assert json.loads(api.render(report, "json")) == json.loads(capsys.readouterr().out)


def test_a_policy_loaded_once_judges_by_its_packs_alone() -> None:
    policy = api.load_policy("credit-policy")
    assert isinstance(policy, api.Policy)
    report = api.check(DANGEROUS, policy=policy, as_of=DAY)
    assert isinstance(report, api.Report)
    assert {finding.rule.pack for finding in report.documents[0].findings} == {"Credit policy"}
    assert report.documents[0].packs == ()


def test_without_names_the_packs_follow_the_contracts_law() -> None:
    policy = api.load_policy()
    assert isinstance(policy, api.Policy)
    report = api.check(DANGEROUS, policy=policy, as_of=DAY)
    assert isinstance(report, api.Report)
    assert {run.pack.title for run in report.documents[0].packs if not run.ran} >= {"Chinese civil law"}


def test_facts_of_a_document() -> None:
    document = api.read_document(SAMPLES / "zh-sound-equipment-sale.docx")
    assert isinstance(document, api.Document)
    fact = api.read_facts(document)["party.buyer_name"]
    (evidence,) = fact.evidence[:1]
    assert str(fact.value) in evidence.quote
    assert document.blocks[evidence.block].text[evidence.start : evidence.end] == evidence.quote


def test_a_policy_with_an_error_says_where(tmp_path: Path) -> None:
    path = tmp_path / "house.policy"
    path.write_text('# language: en\npolicy "House" version "1"\nrule H-1 "no demand"\n  severity high\n')
    refusal = api.load_policy(path)
    assert isinstance(refusal, api.Refusal)
    assert f"{path}:3:6" in api.told(refusal) and "`H-1`" in api.told(refusal)


def test_a_case_with_an_error_refuses_the_check(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("customer:\n  grade: Z\n")
    refusal = api.check(DANGEROUS, case=case)
    assert isinstance(refusal, api.Refusal)
    assert f"{case}:2" in api.told(refusal, "zh")


def test_a_file_that_cannot_be_read_is_a_value(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing follows")
    found = api.read_document(broken)
    assert isinstance(found, api.Unreadable)
    assert api.told(found, "en") and api.told(found, "en") != api.told(found, "zh")
    report = api.check(broken, SAMPLES / "zh-order-form.txt", as_of=DAY)
    assert isinstance(report, api.Report)
    assert ([each.path for each in report.unreadable], len(report.documents)) == ([str(broken)], 1)


@pytest.mark.parametrize("wrong", [{"stage": "signing"}, {"side": "bank"}])
def test_misuse_is_an_exception(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="is not one of"):
        api.check(DANGEROUS, **wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="is not one of text, json"):
        api.render(api.Report(DAY, api.load_policy().program, (), ()), "xlsx")  # type: ignore[union-attr]
