"""and, or, not: the strong Kleene tables, written out (Kleene, Introduction to Metamathematics, 1952, section 64)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from notation import Case, case, write

AND = {"TT": "T", "TF": "F", "TU": "U", "FT": "F", "FF": "F", "FU": "F", "UT": "U", "UF": "F", "UU": "U"}
OR = {"TT": "T", "TF": "T", "TU": "T", "FT": "T", "FF": "F", "FU": "U", "UT": "T", "UF": "U", "UU": "U"}
NOT = {"T": "F", "F": "T", "U": "U"}
SAID = {"T": "yes", "F": "no", "U": "unknown"}
WORD = {"T": "true", "F": "false", "U": "unknown"}
VERDICT = {"T": "satisfied", "F": "violated"}

POLICY = """\
fact a: yes/no from contract
fact b: yes/no from contract
fact c: yes/no from contract

rule AND-2 "two and" severity low
  requires a is yes and b is yes
rule AND-3 "three and" severity low
  requires a is yes and b is yes and c is yes
rule NOT-1 "not" severity low
  requires not a is yes
rule MIX-1 "and binds tighter than or, not tighter than and" severity low
  requires a is yes or b is yes and not c is yes
规则 OR-2「两者之一」 级别 低
  要求 a 为是 或 b 为是
规则 OR-3「三者之一」 级别 低
  要求 a 为是 或 b 为是 或 c 为是
规则 MIX-2「括号先算」 级别 低
  要求（a 为是 或 b 为是）且 c 为是
"""


def and_three(a: str, b: str, c: str) -> tuple[str, str]:
    """The truth, and the operands that keep it unknown."""
    return AND[AND[a + b] + c], unknown(a, b, c)


def or_three(a: str, b: str, c: str) -> tuple[str, str]:
    return OR[OR[a + b] + c], unknown(a, b, c)


def mixed(a: str, b: str, c: str) -> tuple[str, str]:
    """a or (b and not c): where the second half is decided, only `a` can be missing."""
    half = AND[b + NOT[c]]
    missing = ("a " if a == "U" else "") + (unknown("", b, c) if half == "U" else "")
    return OR[a + half], missing.strip()


def grouped(a: str, b: str, c: str) -> tuple[str, str]:
    """(a or b) and c."""
    half = OR[a + b]
    missing = (unknown(a, b, "") if half == "U" else "") + (" c" if c == "U" else "")
    return AND[half + c], missing.strip()


def unknown(a: str, b: str, c: str) -> str:
    return " ".join(name for name, truth in zip("abc", (a, b, c), strict=True) if truth == "U")


def cases() -> list[Case]:
    found = []
    for truth, result in NOT.items():
        found.append(_case("NOT-1", truth, result, "a" if result == "U" else "", "not"))
    for table, rule, word in ((AND, "AND-2", "and"), (OR, "OR-2", "or")):
        for pair, result in table.items():
            missing = unknown(pair[0], pair[1], "") if result == "U" else ""
            found.append(_case(rule, pair, result, missing, word))
    three: tuple[tuple[str, str, Callable[[str, str, str], tuple[str, str]]], ...] = (
        ("AND-3", "a and b and c", and_three),
        ("OR-3", "a or b or c", or_three),
        ("MIX-1", "a or b and not c", mixed),
        ("MIX-2", "(a or b) and c", grouped),
    )
    for rule, word, judged in three:
        for a, b, c in product("TFU", repeat=3):
            result, missing = judged(a, b, c)
            found.append(_case(rule, a + b + c, result, missing if result == "U" else "", word))
    return found


def _case(rule: str, truths: str, result: str, missing: str, word: str) -> Case:
    facts = {name: SAID[truth] for name, truth in zip("abc", truths, strict=False)}
    shown = ", ".join(WORD[truth] for truth in truths)
    expected = VERDICT.get(result, f"undecided {missing}")
    return case(
        f"kleene-{rule.lower()}-{truths.lower()}", f"`{word}` of {shown} is {WORD[result]}", facts, {rule: expected}
    )


def text() -> str:
    return write("Strong Kleene logic: and, or, not of true, false and unknown.", cases(), POLICY)
