"""Each file of bad/ is a policy with a mistake; beside it stand the diagnostics it gives, in English and Chinese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from presign.messages.policy import MESSAGES
from presign.policylang.load import load_texts
from presign.policylang.render import render

HERE = Path(__file__).parent
VOCABULARY = ("vocabulary.policy", (HERE / "vocabulary.policy").read_text(encoding="utf-8"))
CASES = sorted((HERE / "bad").glob("*.policy"))


def diagnose(path: Path) -> tuple[list[str], str]:
    loaded = load_texts([VOCABULARY, (path.name, path.read_text(encoding="utf-8"))])
    texts = [
        "\n".join(render(each, loaded.sources, language) for each in loaded.diagnostics) for language in ("en", "zh")
    ]
    assert (loaded.program is None) is any(each.level == "error" for each in loaded.diagnostics)
    return [each.key for each in loaded.diagnostics], "\n----\n".join(texts) + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_diagnostics_are_those_beside_the_policy(path: Path) -> None:
    keys, text = diagnose(path)
    assert text == path.with_suffix(".txt").read_text(encoding="utf-8")
    named = re.match(r"[EW]\d{3}n?(?=-)", path.stem)
    if named:
        assert keys == [named[0]]


def test_the_vocabulary_of_the_cases_is_sound() -> None:
    loaded = load_texts([VOCABULARY])
    assert loaded.diagnostics == ()
    assert loaded.program is not None


def test_four_mistakes_give_four_diagnostics() -> None:
    keys, _ = diagnose(HERE / "bad" / "four-mistakes.policy")
    assert keys == ["E206", "E127", "E118", "E108"] or keys == ["E206n", "E127", "E118", "E108"]


def test_a_broken_declaration_is_reported_once_and_not_again_where_it_is_used() -> None:
    keys, _ = diagnose(HERE / "bad" / "broken-once.policy")
    assert keys == ["E206n", "E101", "E102"]


# Keys whose cases are too large for a file, or are about files: test_policy_limits.py and test_policy_loading.py.
ELSEWHERE = {key for key in MESSAGES if key.startswith("E5")} | {"W603"}


def test_every_diagnostic_has_a_case() -> None:
    covered = {match[0] for path in CASES if (match := re.match(r"[EW]\d{3}n?(?=-)", path.stem))}
    numbers = {key.rstrip("n") for key in covered}
    wanted = {key for key in MESSAGES if re.fullmatch(r"[EW]\d{3}b?", key)} - ELSEWHERE
    assert wanted <= numbers
    assert len(numbers | ELSEWHERE) >= 45


@pytest.mark.parametrize("key", [key for key in MESSAGES if re.match(r"[EW]\d", key)])
def test_a_message_keeps_the_style(key: str) -> None:
    entry = MESSAGES[key]
    assert entry.en and entry.zh, "both languages"
    assert bool(entry.help_en) == bool(entry.help_zh)
    for text in (entry.en, entry.zh, entry.help_en, entry.help_zh):
        assert not text.endswith((".", "。", "!", "！")), "no full stop"
        assert "\n" not in text
        assert not re.search(r"NoneType|Decimal|Traceback|tuple|dataclass", text)
    assert entry.en[0] in "`{c" or entry.en[0].islower() or not entry.en[0].isalpha()
    names = re.compile(r"(?<!\{)\{(\w+?)(?:_en|_zh)?\}(?!\})")
    assert set(names.findall(entry.en)) == set(names.findall(entry.zh)), "both say the same"
