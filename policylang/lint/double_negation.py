"""Two negations that cancel out: `not … is not stated`, `forbids not …`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice, takewhile

from ...policylang import tree
from ..core import Texts
from ..keywords import spell
from ..lexer import Token
from .model import Check, Edit, Finding, Snippet, SourceFile, Subject
from .walk import inside

_POSITIVE = {"STATE": "stated", "ONE_OF": "one of"}


def double_negations(subject: Subject) -> Iterator[Finding]:
    """L201: two negations in a row."""
    file = subject.file
    for node in file.conditional:
        for clause in node.clauses:
            if not isinstance(clause, tree.Demand | tree.Unless):
                continue
            prohibition = isinstance(clause, tree.Demand) and clause.keyword == "FORBIDS"
            if prohibition and _negative(clause.condition, signs=False) and not _cancels(clause.condition):
                yield file.finding("L201b", clause.condition.place, edits=_required(file, clause))
            for each in inside(clause.condition):
                if _cancels(each) and isinstance(each, tree.Negation):
                    yield file.finding("L201", each.place, edits=_cancelled(file, each))


def _cancels(node: tree.Condition) -> bool:
    """Whether a condition is the negation of a negative one."""
    return isinstance(node, tree.Negation) and _negative(node.part, signs=True)


def _negative(node: tree.Condition, *, signs: bool) -> bool:
    match node:
        case tree.Negation():
            return True
        case tree.StateTest(_, _, negated) | tree.Membership(_, _, negated):
            return negated
        case tree.Comparison("!="):
            return signs
        case _:
            return False


def _required(file: SourceFile, clause: tree.Demand | tree.Unless) -> tuple[Edit, ...]:
    """`forbids not x` as `requires x`."""
    keyword = file.tokens[_index(file, clause.place[0])]
    language = "en" if keyword.text.isascii() else "zh"
    return (Edit(*keyword.place, spell("REQUIRES", language)), *_positive(file, clause.condition))


def _cancelled(file: SourceFile, node: tree.Negation) -> tuple[Edit, ...]:
    """`not` taken from a condition and from its part."""
    return (*_without_not(file, node), *_positive(file, node.part))


def _positive(file: SourceFile, node: tree.Condition) -> tuple[Edit, ...]:
    """A condition without its negation."""
    match node:
        case tree.Negation():
            return _without_not(file, node)
        case tree.StateTest(subject):
            return _reworded(file, "STATE", node.test, (subject.place[1], node.place[1]))
        case tree.Membership(subject):
            return _reworded(file, "ONE_OF", "one of", (subject.place[1], node.place[1]))
        case tree.Comparison(_, left, right):
            sign = next(token for token in _between(file, (left.place[1], right.place[0])) if token.type == "NE")
            return (Edit(*sign.place, "="),)
        case _:
            return ()


def _reworded(file: SourceFile, terminal: str, value: str, place: tree.Place) -> tuple[Edit, ...]:
    word = next(token for token in _between(file, place) if token.type == terminal)
    return (Edit(*word.place, spell(terminal, "en" if word.text.isascii() else "zh", value)),)


def _without_not(file: SourceFile, node: tree.Negation) -> tuple[Edit, ...]:
    """`not` and the blanks behind it taken away, and the parentheses that only held its part together."""
    at = _index(file, node.place[0])
    edits = [_word_away(file, at)]
    alone = isinstance(node.part, tree.Negation | tree.StateTest | tree.Membership | tree.Comparison)
    opening = at + 1
    while alone and file.tokens[opening].type == "LPAR":
        closing = _closing(file, opening)
        if file.tokens[closing].place[0] < node.part.place[1]:
            break
        edits += [Edit(*file.tokens[opening].place), Edit(*file.tokens[closing].place)]
        opening += 1
    return tuple(edits)


def _word_away(file: SourceFile, at: int) -> Edit:
    start, end = file.tokens[at].place
    following = file.tokens[at + 1].place[0]
    return Edit(start, following if file.text[end:following].isspace() else end)


def _closing(file: SourceFile, opening: int) -> int:
    depth = 0
    for at in range(opening, len(file.tokens)):
        depth += {"LPAR": 1, "RPAR": -1}.get(file.tokens[at].type, 0)
        if depth == 0:
            return at
    return len(file.tokens) - 1


def _index(file: SourceFile, start: int) -> int:
    return bisect_left(file.tokens, start, key=lambda token: token.place[0])


def _between(file: SourceFile, place: tree.Place) -> Iterator[Token]:
    return takewhile(lambda token: token.place[1] <= place[1], islice(file.tokens, _index(file, place[0]), None))


CHECKS = (
    Check(
        "L201",
        "double-negation",
        Texts(
            "Two negations that cancel out: `not not …`, `not (… is not stated)`, `not (… is not one of …)`, "
            "`not (… != …)`, `forbids not …`.",
            "两个否定相互抵消：`非 非 …`、`非 (… 并非 已载明)`、`非 (… 不属于 …)`、`非 (… ≠ …)`、`禁止 非 …`。",
        ),
        Texts(
            "Readers get them wrong. The fix says the same without them; in three-valued logic, too, both are equal.",
            "读者容易读反。修复后的写法意思相同，在三值逻辑中也完全等价。",
        ),
        double_negations,
        Snippet("  forbids not payment.net_days <= max_days", "  requires payment.net_days <= max_days"),
        fixable=True,
    ),
)
