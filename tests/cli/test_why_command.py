"""`presign check --why` and `--why-not` on the samples."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from rich.cells import cell_len

Run = Callable[..., Result]
SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def loaded(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


def validator(name: str) -> Draft202012Validator:
    known = [(f"{each}.schema.json", Resource.from_contents(loaded(each))) for each in ("check", "why")]
    registry: Registry[Any] = Registry().with_resources(known)
    return Draft202012Validator(loaded(name), registry=registry)


def check(presign: Run, samples: Path, name: str, *more: object) -> Result:
    case = samples / "cases" / f"{name.rsplit('.', 1)[0]}.yaml"
    return presign("check", samples / name, "--case", case, "--as-of", "2026-03-02", *more)


@pytest.mark.parametrize(
    ("name", "language"), [("zh-dangerous-construction-supply.docx", "zh"), ("en-dangerous-master-supply.docx", "en")]
)
def test_the_json_proofs_of_all_rules_keep_their_schema(presign: Run, samples: Path, name: str, language: str) -> None:
    rules = [rule["rule"] for rule in json.loads(presign("rules", "--format", "json").output)["rules"]]
    asked = [word for rule in rules for word in ("--why-not", rule)]
    report = json.loads(check(presign, samples, name, "--format", "json", "--lang", language, *asked).output)
    assert list(validator("check").iter_errors(report)) == []
    (document,) = report["documents"]
    proofs = document["why"]
    assert [error.message for proof in proofs for error in validator("why").iter_errors(proof)] == []
    verdicts = {verdict["rule"]: verdict["verdict"] for verdict in document["verdicts"]}
    assert {proof["rule"]: proof["verdict"] for proof in proofs} == verdicts
    # Every violation but a few has a way out that was proven.
    mended = [bool(proof["satisfied_by"]) for proof in proofs if proof["verdict"] == "violated"]
    assert len(mended) > 30 and sum(mended) >= 0.9 * len(mended)


def test_without_why_the_report_is_as_it_was(presign: Run, samples: Path) -> None:
    report = json.loads(check(presign, samples, "en-sound-supply.pdf", "--format", "json").output)
    assert all("why" not in document for document in report["documents"])


def test_the_text_has_the_words_and_the_way_out(presign: Run, samples: Path) -> None:
    result = check(presign, samples, "en-dangerous-master-supply.docx", "--why", "CRT-07", "--lang", "en")
    assert result.exit_code == 1
    head, proof = result.output.split("\n\n", 1)
    assert head.startswith(str(samples / "en-dangerous-master-supply.docx")[:40])
    assert "CRT-07" in proof and "◀ decides" in proof and "the smallest change" in proof
    assert "findings:" not in result.output and "by cause" not in result.output


def test_the_exit_code_is_that_of_the_check(presign: Run, samples: Path) -> None:
    assert check(presign, samples, "en-sound-supply.pdf", "--why", "CRT-01").exit_code == 0
    assert check(presign, samples, "en-dangerous-master-supply.docx", "--why-not", "CRT-03").exit_code == 1


def test_lines_fit_the_terminal(presign: Run, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    # A path is never broken, so that it can be copied; how long it is here must not depend on where the test runs.
    monkeypatch.chdir(samples)
    asked = [word for rule in ("CRT-01", "CRT-07", "PAY-01", "SEC-08", "APR-01") for word in ("--why-not", rule)]
    for language in ("zh", "en"):
        result = check(presign, Path(), "zh-dangerous-construction-supply.docx", "--lang", language, *asked)
        proof = result.output.split("\n\n", 1)[1]
        assert max(map(cell_len, proof.splitlines())) <= 80


def test_a_rule_that_is_not_there_is_an_error(presign: Run, samples: Path) -> None:
    result = check(presign, samples, "en-sound-supply.pdf", "--why", "CRT-1", "--lang", "en")
    assert result.exit_code == 2
    assert "there is no rule `CRT-1`" in result.output and "did you mean `CRT-" in result.output
    result = check(presign, samples, "en-sound-supply.pdf", "--why-not", "QQQQ", "--lang", "zh")
    assert result.exit_code == 2
    assert "没有规则 `QQQQ`" in result.output and "`presign rules` 可列出全部规则" in result.output


def test_a_rule_whose_pack_did_not_run_says_so_and_what_it_would_have_said(presign: Run, samples: Path) -> None:
    result = check(presign, samples, "en-dangerous-master-supply.docx", "--why", "SEC-08", "--lang", "en")
    told = " ".join(result.output.split())
    assert "verdict: not applicable" in told
    assert "its pack, Chinese civil law, did not run: another law governs the contract" in told
    assert "had it run, the verdict would be:" in told
