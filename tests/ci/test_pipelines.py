"""The shipped steps for GitHub, GitLab and pre-commit: their commands, run in a scratch repository."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import presign
import pytest
import yaml

ROOT = Path(presign.__file__).parent
Shell = Callable[..., subprocess.CompletedProcess[str]]
SOUND = """\
设备销售合同
合同编号：【合同编号】
买方：【买方名称】
卖方：苏州恒远机械有限公司
第一条 买方应于收货之日起【付款天数】日内付清全部货款。
"""
SPOILT = SOUND + "第二条 交货日期：【某日日期】\n付款日期：【某日日期】\n"
POLICY = '# language: en\npolicy "House" version "1"\n  owner "Credit"  source "Manual"  jurisdiction "ANY"\n'


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def step(name: str) -> dict[str, Any]:
    (found,) = [each for each in load("docs/ci/github/action.yml")["runs"]["steps"] if each["name"] == name]
    return dict(found)


def variables(one: dict[str, Any], **inputs: str) -> dict[str, str]:
    """The variables of a step as GitHub would set them."""
    defaults = {name: each["default"] for name, each in load("docs/ci/github/action.yml")["inputs"].items()}
    values = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
    asked = {name: re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", text) for name, text in one["env"].items()}
    return {name: values[match[1]] for name, match in asked.items() if match is not None}


def test_nothing_of_an_input_stands_in_a_script() -> None:
    steps = load("docs/ci/github/action.yml")["runs"]["steps"]
    scripts = [each["run"] for each in steps if "run" in each]
    assert len(scripts) == 2 and not any("${{" in script for script in scripts)
    assert all(each["shell"] == "bash" for each in steps if "run" in each)


def test_the_action_passes_a_sound_template_and_stops_a_spoilt_one(shell: Shell, repository: Path) -> None:
    check = step("check")
    summary = repository.parent / "summary.md"
    put(repository, "templates/sale.txt", SOUND)
    given = variables(check, paths="templates/\n", stage="template", policy="template", arguments="--lang\nen")
    given["GITHUB_STEP_SUMMARY"] = str(summary)
    result = shell(check["run"], **given)
    assert (result.returncode, result.stderr) == (0, "")
    sarif = json.loads((repository / "presign.sarif").read_text(encoding="utf-8"))
    assert sarif["runs"][0]["results"] == []
    put(repository, "templates/sale.txt", SPOILT)
    result = shell(check["run"], **given)
    assert result.returncode == 1
    assert "::error file=templates/sale.txt,line=6," in result.stdout
    assert "TPL-04" in summary.read_text(encoding="utf-8")
    sarif = json.loads((repository / "presign.sarif").read_text(encoding="utf-8"))
    assert [each["ruleId"] for each in sarif["runs"][0]["results"]] == ["TPL-04"]


def test_an_input_is_an_argument_whatever_it_holds(shell: Shell, repository: Path) -> None:
    check = step("check")
    put(repository, "a b; touch x.txt", SOUND)
    given = variables(check, paths="a b; touch x.txt", stage="template", policy="template")
    result = shell(check["run"], **given)
    assert result.returncode == 0, result.stderr
    assert not (repository / "x.txt").exists()
    # A path is never taken for an option.
    assert shell(check["run"], **variables(check, paths="--version")).returncode == 2


def test_the_action_leaves_to_the_file_what_isnt_given(shell: Shell, repository: Path) -> None:
    check = step("check")
    put(repository, "presign.toml", 'stage = "template"\npolicy = ["template"]\n')
    put(repository, "templates/sale.txt", SPOILT)
    assert shell(check["run"], **variables(check)).returncode == 1
    assert shell(check["run"], **variables(check, fail_on="block")).returncode == 0


def test_the_example_workflow_uses_inputs_the_action_has() -> None:
    (job,) = load("docs/ci/github/workflow.yml")["jobs"].values()
    given = job["steps"][-1]["with"]
    assert set(given) <= set(load("docs/ci/github/action.yml")["inputs"])


def test_the_gitlab_job_writes_what_it_declares(shell: Shell, repository: Path) -> None:
    job = load("docs/ci/gitlab/presign.gitlab-ci.yml")["presign"]
    given = {**job["variables"], "INSTALL": "", "PATHS": "templates/ more.txt"}
    given |= {"PRESIGN_STAGE": "template", "PRESIGN_POLICY": "template", "PRESIGN_LANG": "en"}
    put(repository, "templates/sale.txt", SPOILT)
    put(repository, "more.txt", SOUND)
    result = shell("\n".join((*job["before_script"], *job["script"])), **given)
    assert result.returncode == 1, result.stderr
    reports = job["artifacts"]["reports"]
    assert set(reports.values()) <= set(job["artifacts"]["paths"])
    issues = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert [(each["location"]["path"], each["check_name"]) for each in issues] == [("templates/sale.txt", "TPL-04")]
    suites = ElementTree.parse(repository / reports["junit"]).getroot()
    assert {suite.get("name") for suite in suites} == {"templates/sale.txt", "more.txt"}


HOOKS = {hook["id"]: hook for hook in load(".pre-commit-hooks.yaml")}


@pytest.mark.parametrize(
    ("hook", "taken", "left"),
    [
        (
            "presign-check",
            ["sale.docx", "a/b/Sale.PDF"],
            ["sale.doc", "docx", "~$sale.docx", "a/~$sale.docx", "x.docx.md"],
        ),
        ("presign-template", ["templates/sale.docx", "law/template/a/b.md"], ["sale.docx", "mytemplates/x.docx"]),
        ("presign-policy", ["rules/house.policy"], ["policy", "house.policy.bak"]),
        ("presign-policy-format", ["house.policy"], ["house.txt"]),
    ],
)
def test_a_hook_takes_its_files_by_name(hook: str, taken: list[str], left: list[str]) -> None:
    def chosen(name: str) -> bool:
        # As pre-commit does: `files` and `exclude` are searched for anywhere in the path.
        found = HOOKS[hook]
        return bool(re.search(found["files"], name)) and not re.search(found.get("exclude", "^$"), name)

    assert [name for name in taken if not chosen(name)] == []
    assert [name for name in left if chosen(name)] == []


def test_the_hooks_run(shell: Shell, repository: Path) -> None:
    put(repository, "templates/sound.txt", SOUND)
    put(repository, "templates/spoilt.txt", SPOILT)
    put(repository, "house.policy", POLICY)
    put(repository, "presign.toml", 'policy = ["template"]\n')
    template = HOOKS["presign-template"]["entry"]
    assert shell(f"{template} templates/sound.txt").returncode == 0
    assert shell(f"{template} templates/sound.txt templates/spoilt.txt").returncode == 1
    for hook in ("presign-policy", "presign-policy-format"):
        result = shell(f"{HOOKS[hook]['entry']} house.policy")
        assert result.returncode in (0, 1) and "Usage" not in result.stderr, result.stderr
    assert {hook["language"] for hook in HOOKS.values()} == {"python"}
