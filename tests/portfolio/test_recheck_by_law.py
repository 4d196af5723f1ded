"""A recheck for which no policy is named judges as a check would: by the configuration, else by the law of each contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from fact_books import facts_of
from fake_jobs import head
from presign.checker.check import check_document
from presign.checker.pack_choice import by_law
from presign.checker.run import Refusal, load_rules
from presign.cli import main
from presign.facts.fact import Fact, FactBook, stated, unknown
from presign.parsers.document import Document, Media
from presign.policylang.compiler import CompiledRules
from presign.portfolio.dataset import DataSet
from presign.portfolio.row import Row, as_json
from presign.values import Reason

DAY = date(2026, 3, 2)
PRC, EU, US = (f"dispute.law_is_{law}" for law in ("prc", "uk_eu", "us"))
GOVERNING = "dispute.governing_law"


def law(name: str, **is_it: bool) -> list[Fact]:
    """What a contract says of its law."""
    answers = {PRC: "prc", EU: "uk_eu", US: "us"}
    return [stated(GOVERNING, name), *(stated(fact, is_it.get(key, False)) for fact, key in answers.items())]


CONTRACTS = (
    ("chinese.docx", "zh", law("中华人民共和国法律", prc=True)),
    ("english.docx", "en", law("the laws of England", uk_eu=True)),
    ("american.docx", "en", law("the laws of Delaware", us=True)),
    ("elsewhere.docx", "en", law("the laws of Japan")),
    ("silent-zh.docx", "zh", []),
    ("silent-en.docx", "en", []),
    ("torn.docx", "en", [unknown(PRC, Reason.CONTRADICTION), unknown(GOVERNING, Reason.CONTRADICTION)]),
)


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory, cache_of_this_run: Path) -> Iterator[CompiledRules]:
    """All shipped packs; the working folder is an empty one."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(cache_of_this_run))
        patched.setenv("PRESIGN_NO_CACHE", "0")
        patched.chdir(tmp_path_factory.mktemp("nothing"))
        found = load_rules(())
        assert not isinstance(found, Refusal)
        yield found[1]


@pytest.fixture(scope="module")
def data(rules: CompiledRules, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contracts as a check without `--policy` stores them, in parts of three."""
    path = tmp_path_factory.mktemp("stored") / "data"
    data = DataSet(path, "0" * 16, {"day": str(DAY), "side": "seller"}, False, 3)
    for name, language, facts in CONTRACTS:
        book = FactBook({fact.name: fact for fact in (*facts, stated("deal.stage", "for_approval"))}, "sale")
        document = Document(name, "0" * 64, Media.TEXT, (), language=language)
        report = by_law(check_document(document, book, rules, rules.program, DAY, "seller"), rules.program)
        verdicts = [
            {"rule": each.rule.id, "pack": "p", "severity": each.rule.severity, "verdict": each.outcome.verdict}
            for each in report.findings
        ]
        data.put(Row(name, head(language=language), as_json(verdicts), facts_of(book)))
    data.close()
    return path


def recheck(data: Path, *arguments: str) -> Result:
    """A run of the command."""
    return CliRunner().invoke(main, ["recheck", str(data), *arguments, "--lang", "en"])


def test_the_same_packs_judge_that_judged_before(data: Path) -> None:
    done = recheck(data)
    text = " ".join(done.stdout.split())
    assert done.exit_code == 0
    assert text.startswith("7 contracts: ") and "verdicts change in 0" in text
    assert "judged by the shipped packs, each where it fits the contract's law" in text
    assert json.loads(recheck(data, "--format", "json").stdout)["policy"]["by_law"] is True


def test_packs_that_are_named_judge_whatever_the_law_is(data: Path) -> None:
    found = json.loads(recheck(data, "--policy", "cn-civil", "--format", "json").stdout)
    assert found["policy"] == {"packs": ["Chinese civil law"], "by_law": False}
    # Under a law of its own, or without a word of it, a contract in English isn't judged by Chinese law.
    came = {
        each["path"]
        for each in found["contracts"]
        if any(change["before"] == "not_applicable" and change["after"] for change in each["changes"])
    }
    assert came == {"english.docx", "american.docx", "elsewhere.docx", "silent-en.docx"}


def test_the_policies_of_the_configuration_are_taken(data: Path, tmp_path: Path) -> None:
    (tmp_path / "own.policy").write_text(
        '# language: en\npolicy "House terms" version "1"\n\nrule H-01 en "No law is named"\n  severity high\n'
        f"  requires {GOVERNING} is not unknown\n",
        encoding="utf-8",
    )
    config = tmp_path / "presign.toml"
    config.write_text('policy = ["own.policy"]\n', encoding="utf-8")
    done = recheck(data, "--config", str(config))
    assert "judged by: House terms" in done.stdout and done.exit_code == 1
    found = json.loads(recheck(data, "--config", str(config), "--format", "json").stdout)
    refused = {each["path"] for each in found["contracts"] if each["refused_after"]}
    assert refused == {"silent-zh.docx", "silent-en.docx", "torn.docx"}


def test_a_proof_knows_which_packs_judge(data: Path, rules: CompiledRules) -> None:
    from presign.policylang.core import Severity
    from presign.policylang.outcome import Verdict
    from presign.portfolio.proofs import report_on_stored
    from presign.portfolio.recheck import Contract, Recheck
    from presign.portfolio.stored import batches

    found = Recheck(data, rules, "seller", None, Severity.HIGH, by_law=True)
    batch = next(iter(batches(data)))
    american = Contract("american.docx", DAY, False, False, (), batch, 2)
    (report,) = report_on_stored(american, found).documents
    chinese = {each.outcome.verdict for each in report.findings if Path(each.rule.span.path).stem == "cn-civil"}
    assert chinese == {Verdict.NOT_APPLICABLE}
