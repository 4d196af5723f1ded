"""The catalogue: both languages, one style, nothing said that isn't in it and nothing in it that is never said."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from presign.messages import advise, catalogue, preferred_language, say
from presign.messages.entry import Entry

ROOT = Path(__file__).parents[2]
ENTRIES = sorted(catalogue().items())
# Names of persons, languages and standards begin a message as they are written.
PROPER = re.compile(r"[A-Z]{2,}|[A-Z][a-z]+[A-Z]|`|\{|\d|Word|Chinese|English|LibreOffice|Unicode")


def fields(text: str) -> set[str]:
    """The values a text shows; `{left_en}` and `{left_zh}` are one value said in each language."""
    return {re.sub(r"_(en|zh)$", "", name) for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("key", "entry"), ENTRIES, ids=[key for key, _ in ENTRIES])
def test_an_entry_is_said_alike_in_both_languages(key: str, entry: Entry) -> None:
    assert entry.en and entry.zh
    assert bool(entry.help_en) == bool(entry.help_zh), "help in one language only"
    assert fields(entry.en) == fields(entry.zh)
    words = re.sub(r"\{\w+\}", "", entry.en)
    assert re.search(r"[\u4e00-\u9fff]", entry.zh) or not re.search(r"[a-z]{3}", words), "said in Chinese, too"


@pytest.mark.parametrize(("key", "entry"), ENTRIES, ids=[key for key, _ in ENTRIES])
def test_an_entry_keeps_the_style(key: str, entry: Entry) -> None:
    for text in (entry.en, entry.help_en):
        assert not text.endswith("."), "no full stop"
        assert not text[:1].isupper() or PROPER.match(text), "lower case"
    assert not entry.zh.endswith("。") and not entry.help_zh.endswith("。")
    for word in ("None", "Decimal", "dict", "tuple", "NoneType", "traceback"):
        assert not re.search(rf"\b{word}\b", entry.en + entry.help_en), f"`{word}` is a word of Python"


def test_every_key_that_is_said_is_in_the_catalogue_and_the_other_way_round() -> None:
    rooms = (
        "assessment",
        "checker",
        "commands",
        "comparison",
        "configuration",
        "facts",
        "ledger",
        "parsers",
        "policylang",
        "portfolio",
        "reports",
        "rules",
    )
    sources = [path for room in rooms for path in (ROOT / room).rglob("*.py")] + [ROOT / "cli.py"]
    sources += sorted((ROOT / "reports" / "templates").glob("*.html"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    stems = "|".join(sorted({key.split(".")[0] for key in catalogue() if "." in key}))
    used = set(re.findall(rf"""["']((?:{stems})\.[a-z_]+|[EWL]\d{{3}}[a-z]?)["']""", text))
    made = set(re.findall(r"""f["']([a-z.]+[._])\{""", text))
    assert used <= set(catalogue()), sorted(used - set(catalogue()))
    unsaid = {key for key in catalogue() if key not in used and not any(key.startswith(stem) for stem in made)}
    # A diagnostic with a suggestion has a twin, the same number with an n behind it.
    unsaid = {key for key in unsaid if key.removesuffix("n") not in used}
    assert unsaid == set()


def test_values_fill_the_message() -> None:
    values = (("name", "x"), ("near", "y"))
    assert say("case.unknown_key_near", "en", values) == "`x` isn't known here"
    assert advise("case.unknown_key_near", "zh", values) == "是否想写 `y`？"


def test_the_language_is_the_option_else_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert preferred_language() == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert preferred_language() == "zh"
    assert preferred_language("en") == "en"
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert preferred_language() == "en"
