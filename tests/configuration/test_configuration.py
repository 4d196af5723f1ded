"""presign.toml, `[tool.presign]` and the environment: which file holds, what it sets, and what it may not say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import presign
import pytest
from click.testing import CliRunner, Result
from presign.cli import main
from presign.configuration.find import find
from presign.configuration.read import File, Problem, read

CONTRACT = """\
采购合同
甲方（买方）：宁波启明商贸有限公司
乙方（卖方）：苏州恒远机械有限公司
第一条 合同总价为人民币100,000.00元。
第二条 甲方收到业主支付的货款后10日内向乙方支付全部货款。
"""
Run = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("cached")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a repository that holds a contract."""
    monkeypatch.delenv("PRESIGN_NO_CONFIG", raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / "contract.txt").write_text(CONTRACT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner(catch_exceptions=False).invoke(main, [str(each) for each in arguments])


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_holds_and_its_own_name_wins(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    deep = tmp_path / "one" / "two"
    deep.mkdir(parents=True)
    assert find(deep) is None
    far = write(tmp_path / "presign.toml", "")
    assert find(deep) == far
    write(tmp_path / "one" / "pyproject.toml", "[project]\nname = 'x'\n")
    assert find(deep) == far
    near = write(tmp_path / "one" / "pyproject.toml", "[tool.presign]\n")
    assert find(deep) == near
    assert find(tmp_path) == far
    own = write(tmp_path / "one" / "presign.toml", "")
    assert find(deep) == own


def test_the_search_ends_at_the_root_of_the_repository(tmp_path: Path) -> None:
    write(tmp_path / "presign.toml", "")
    inner = tmp_path / "checkout"
    (inner / ".git").mkdir(parents=True)
    (inner / "contracts").mkdir()
    assert find(inner / "contracts") is None
    # Outside of a repository a folder answers for itself alone.
    alone = tmp_path / "alone" / "below"
    alone.mkdir(parents=True)
    if not any((each / mark).exists() for each in tmp_path.parents for mark in (".git", ".hg", ".svn")):
        assert find(alone) is None
        assert find(tmp_path) == tmp_path / "presign.toml"


def test_a_key_is_the_options_default_and_the_command_line_wins(run: Run, tmp_path: Path) -> None:
    assert run("check", "contract.txt").exit_code == 1
    write(tmp_path / "presign.toml", 'policy = "template"\nstage = "template"\nlang = "zh"\nformat = "json"\n')
    result = run("check", "contract.txt")
    assert result.exit_code == 0
    assert {verdict["rule"] for verdict in json.loads(result.output)["documents"][0]["verdicts"]} == {
        f"TPL-0{number}" for number in range(1, 6)
    }
    assert "份文件" in run("check", "contract.txt", "--format", "text").output
    assert "documents checked" in run("check", "contract.txt", "--format", "text", "--lang", "en").output
    assert run("check", "contract.txt", "--no-config").exit_code == 1


def test_the_environment_wins_over_the_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "presign.toml", 'lang = "zh"\nfail-on = "high"\n')
    monkeypatch.setenv("PRESIGN_LANG", "en")
    house = Path(__file__).parent / "house.policy"
    monkeypatch.setenv("PRESIGN_POLICY", f"template;{house}")
    result = run("check", "contract.txt")
    assert "checked with 6 rules" in result.output
    assert "条规则" in run("check", "contract.txt", "--lang", "zh").output
    monkeypatch.setenv("PRESIGN_FAIL_ON", "often")
    result = run("check", "contract.txt")
    assert result.exit_code == 2
    assert "$PRESIGN_FAIL_ON: `fail-on`" in result.stderr and "block, high, medium, low" in result.stderr


def test_a_table_holds_for_its_command(run: Run, tmp_path: Path) -> None:
    text = 'lang = "en"\nfail-on = "block"\n[compare]\nlang = "zh"\nfail_on = "any"\n[facts]\nformat = "json"\n'
    write(tmp_path / "presign.toml", text)
    write(tmp_path / "other.txt", CONTRACT.replace("10日", "十五日"))
    result = run("compare", "contract.txt", "other.txt")
    assert result.exit_code == 1 and "模板：" in result.output
    assert json.loads(run("facts", "contract.txt").output)
    # `format` at the top is that of `check`; facts has no such format.
    write(tmp_path / "presign.toml", 'format = "sarif"\n')
    assert run("facts", "contract.txt").exit_code == 0
    assert json.loads(run("check", "contract.txt").output)["version"] == "2.1.0"


def test_paths_are_those_of_the_files_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "contracts" / "2026"
    folder.mkdir(parents=True)
    write(folder / "contract.txt", CONTRACT)
    write(tmp_path / "house" / "own.policy", (Path(__file__).parent / "house.policy").read_text(encoding="utf-8"))
    write(tmp_path / "presign.toml", 'policy = ["house", "template"]\noutput = ["json:out.json"]\nlang = "en"\n')
    monkeypatch.chdir(folder)
    result = run("check", "contract.txt")
    assert "checked with 6 rules" in result.output
    assert (tmp_path / "out.json").is_file() and not (folder / "out.json").exists()


def test_a_projects_file_and_a_file_by_name(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n\n[tool.presign]\nlang = "zh"\n')
    assert "份文件" in run("check", "contract.txt").output
    other = write(tmp_path / "other.toml", 'lang = "en"\n')
    assert "documents checked" in run("check", "contract.txt", "--config", other).output
    result = run("check", "contract.txt", "--config", tmp_path / "nowhere.toml")
    assert result.exit_code == 2 and "there is no such file" in result.stderr


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('# limits\n\nfail_onn = "high"\n', 3, "did you mean `fail-on`?"),
        ("colour = true\n", 1, "known here: "),
        ("[compare]\nstage = 'signed'\nfail-one = 'any'\n", 3, "did you mean `fail-on`?"),
        ("[chek]\n", 1, "did you mean `check`?"),
        ('lang = "fr"\n', 1, "one of: zh, en"),
        ("lang = 7\n", 1, "one of: zh, en"),
        ('redline = "yes"\n', 1, "either `true` or `false`"),
        ("policy = [1, [2]]\n", 1, "is a list of texts"),
        ("[policy]\nx = 1\n", 1, "`policy` is a list of texts"),
        ('as-of = "yesterday"\n', 1, "doesn't fit"),
        ('jobs = "many"\n', 1, "doesn't fit"),
        ('lang = "en"\nlang = "zh"\n', 2, "isn't sound TOML"),
        ("lang = \n", 1, "isn't sound TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line(run: Run, tmp_path: Path, text: str, line: int, said: str) -> None:
    file = write(tmp_path / "presign.toml", text)
    result = run("check", "contract.txt")
    assert result.exit_code == 2
    assert f"{file.name}:{line}: " in result.stderr
    assert said in result.stderr
    assert result.stdout == ""


def test_a_line_in_a_projects_file_is_the_line_of_the_whole_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[project]\nlang = "x"\n[tool.presign.compare]\n\n"fail-one" = "any"\n')
    result = run("check", "contract.txt")
    assert result.exit_code == 2 and "pyproject.toml:5: there is no key `fail-one`" in result.stderr


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"\xff\xfe\x00l", "configuration.not_text"),
        (b"# " + b"x" * 300_000, "configuration.too_large"),
        (b"a = " + b"[" * 5_000 + b"]" * 5_000, "configuration.not_toml"),
        (b"a = " + b"9" * 6_000, "configuration.not_toml"),
        (b"tool = 3", None),
    ],
)
def test_a_hostile_file_is_refused_by_name(tmp_path: Path, content: bytes, key: str | None) -> None:
    path = tmp_path / "presign.toml"
    path.write_bytes(content)
    found = read(path)
    if key is None:
        assert isinstance(found, File) and found.place("tool").endswith("presign.toml:1")
    else:
        assert isinstance(found, Problem) and found.key == key
    folder = read(tmp_path)
    assert isinstance(folder, Problem) and folder.key == "configuration.no_file"


def test_a_project_that_says_nothing_of_presign_may_say_it_badly(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[project\n")
    assert run("check", "contract.txt").exit_code == 1


def test_the_example_of_the_page_is_sound(run: Run, tmp_path: Path) -> None:
    page = Path(presign.__file__).with_name("docs") / "configuration.md"
    (example,) = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    house = (Path(__file__).parent / "house.policy").read_text(encoding="utf-8")
    write(tmp_path / "policies" / "house.policy", house)
    write(tmp_path / "presign.toml", example)
    result = run("check", "contract.txt")
    assert (result.exit_code, result.stderr) == (1, "")
    assert (tmp_path / "presign.sarif").is_file()
