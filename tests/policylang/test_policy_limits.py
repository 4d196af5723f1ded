"""Whatever a policy file holds, the answer is a diagnostic: no crash, no hang."""

from __future__ import annotations

import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presign.policylang.keywords import KEYWORDS
from presign.policylang.limits import MAX_DECLARATIONS, MAX_DEPTH, MAX_FILE, MAX_MISTAKES, MAX_PARTS
from presign.policylang.load import load_program, load_texts
from presign.policylang.parse import parse
from presign.policylang.render import render

FACT = "fact a.b: yes/no  from contract\n"


def rule(condition: str) -> str:
    return f'{FACT}rule CRT-01 "x"\n  severity low\n  requires {condition}\n'


def keys(text: str) -> list[str]:
    started = time.perf_counter()
    loaded = load_texts([("a.policy", text)])
    found = [each.key for each in loaded.diagnostics]
    for each in loaded.diagnostics[:20]:
        assert render(each, loaded.sources, "zh")
    assert time.perf_counter() - started < 20
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rule("not " * 10_000 + "a.b is yes"), "E503"),
        (rule("(" * 10_000 + "a.b is yes" + ")" * 10_000), "E504"),
        (rule("(" * 200 + "a.b is yes" + ")" * 200), "E503"),
        (rule("a.b is yes" + " and a.b is yes" * 100_000), "E504"),
        (rule("a.b is yes" + " or a.b is yes" * 400), "E505"),
        (rule("1 < 2" + " + 2" * 100), "E513"),
        (rule("a.b is yes") + '  message "' + "x" * 1_000_000 + '"\n', "E502"),
        ("x" * (MAX_FILE + 1), "E501"),
        ("fact " * (MAX_DECLARATIONS // 10), "E103"),
        ("".join(f"kinds k{n}: a\n" for n in range(MAX_DECLARATIONS + 1)), "E506"),
        ("kinds k: " + ", ".join(f"m{n}" for n in range(20_000)), "E504"),
    ],
    ids=["not", "parentheses", "nested", "and", "or", "sum", "text", "file", "keywords", "declarations", "members"],
)
def test_what_is_too_large_is_a_diagnostic(text: str, expected: str) -> None:
    found = keys(text)
    assert found[0] == expected
    assert len(found) == 1 or expected == "E103"


RULE = rule("")
MANY = {
    "parentheses": "(",
    "numbers": "1 ",
    "digits": "9",
    "full-width commas": "，",
    "names": "a.b ",
    "one dotted name": "a.",
    "one rule id": "A-1-",
    "words": "not ",
    "conjunctions": "且",
    "texts": '"x" ',
    "quotes without end": '"\n',
    "one text without end": '"x',
    "backslashes": '"' + "\\",
    "dates": "2026-01-01 ",
    "bars": "|",
    "stray characters": "\0",
    "emoji": "😀",
    "declarations": "fact ",
    "rules of one id": 'rule CRT-01 "x"\n',
    "broken declarations": "use 1\n",
    "Chinese numerals": "亿",
    "amounts without end": "每日 ",
}

_CHILD = """
import sys
from pathlib import Path
from presign.policylang.load import load_program, load_texts
from presign.policylang.limits import MAX_FILE
before, repeated = sys.argv[1:]
text = before + repeated * ((MAX_FILE - len(before)) // len(repeated))
loaded = load_texts([("a.policy", text)])
status = Path("/proc/self/status")
# The peak that the kernel's accounting gives a child starts from its parent's, so the child's own is read.
held = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")] if status.exists() else []
peak = int(held[0].split()[1]) // 1024 if held else 0
print(loaded.program is None, len(loaded.diagnostics) > 0, peak)
"""


@pytest.mark.parametrize("kind", MANY)
def test_four_megabytes_of_one_thing_are_refused_in_bounded_memory(kind: str) -> None:
    """In a process of its own, whose peak of memory is its own; the time is a guard against hanging, not a figure."""
    before = "" if kind in ("declarations", "rules of one id", "broken declarations") else RULE
    arguments = [sys.executable, "-c", _CHILD, before, MANY[kind].replace("\0", "\x01")]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=True, encoding="utf-8")
    refused, told, peak = done.stdout.split()
    assert (refused, told) == ("True", "True")
    assert int(peak) < 400


def test_a_file_of_fifty_megabytes_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.policy"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    loaded = load_program([path])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [each.key for each in loaded.diagnostics] == ["E501b"]
    assert peak < 1_000_000


def test_a_giant_number_is_no_value() -> None:
    found = keys(rule("a.b is yes and 1 < " + "9" * 1_000))
    assert found and all(key.startswith("E") for key in found)


PATTERNS = {
    "holes": "{}" * 9_000,
    "choices left out": "[a] " * 4_500 + "{}",
    "parentheses": "(" * 9_000 + ")" * 9_000 + "{}",
    "choices in choices": "[a [b [c [d]]]] " * 1_100 + "{}",
}


@pytest.mark.parametrize("kind", PATTERNS)
def test_a_hostile_read_pattern_is_refused(kind: str) -> None:
    found = keys(f'fact a.b: days\n  from contract\n  read en "{PATTERNS[kind]}"\n')
    assert found and found[0].startswith("E4")


def test_a_million_declarations_are_too_many() -> None:
    text = "kinds k: a\n" * 1_000_000
    assert keys(text) == ["E501"]
    assert keys(text[:MAX_FILE])[-1] == "E506"


def test_after_many_mistakes_the_rest_is_not_looked_at() -> None:
    found = keys("use 1\n" * 2_000)
    assert len(found) == MAX_MISTAKES


def test_what_is_just_within_the_limits_is_read() -> None:
    assert keys(rule("not " * MAX_DEPTH + "a.b is yes")) == []
    assert keys(rule("a.b is yes" + " and a.b is yes" * ((MAX_PARTS - 4) // 3))) == []


def test_depth_is_not_added_up_over_the_parts_of_one_condition() -> None:
    assert keys(rule(" and ".join(["not (a.b is yes)"] * 60))) == []


WORDS = [word.en for word in KEYWORDS] + [word.zh for word in KEYWORDS]
PIECES = st.sampled_from(
    [*WORDS, "CRT-01", "a.b", "付款.账期", '"x"', "「", "30 days", "50万元", "=", "(", ")", "|", ",", ":"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_any_row_of_words_is_read_or_diagnosed(pieces: list[str]) -> None:
    text = " ".join(pieces)
    loaded = load_texts([("a.policy", text)])
    for each in loaded.diagnostics:
        for language in ("en", "zh"):
            assert render(each, loaded.sources, language)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_diagnosed(text: str) -> None:
    loaded = load_texts([("a.policy", text)])
    for each in loaded.diagnostics:
        assert render(each, loaded.sources)


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=400), st.sampled_from(["", ")", '"', "and", "是", "rule", "\x00", "，"]))
def test_a_policy_cut_and_patched_anywhere_is_read_or_diagnosed(at: int, patch: str) -> None:
    text = (
        rule("a.b is yes and not (a.b is absent)")
        + 'example CRT-01 "y"\n  given a.b = yes\n  expect CRT-01 satisfied\n'
    )
    assert isinstance(keys(text[:at] + patch + text[at + 3 :]), list)


def test_a_broken_declaration_does_not_hide_the_next() -> None:
    parsed = parse("fact a.b days\nfact c.d: days from case\n")
    assert [type(each).__name__ for each in parsed.module.declarations] == ["FactNode"]
    assert [each.key for each in parsed.diagnostics] == ["E101"]
