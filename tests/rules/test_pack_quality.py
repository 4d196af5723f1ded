"""The shipped packs as the project's own tools see them: laid out, linted, and tested by their examples."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from presign.checker.examples import Examined, examine
from presign.policylang.core import Expected
from presign.policylang.coverage import RuleCoverage, cover
from presign.policylang.formatting.files import lay_out
from presign.policylang.lint.run import lint
from presign.policylang.mutation.survey import Surveyed, survey
from presign.reports.mutants import totals
from presign.rules.packs import packs

PARAMETERS = next(iter(packs().values())).parents[1] / "parameters.policy"
FILES = (*packs().values(), PARAMETERS)
# Titles that say what the verdict says already.
_EMPTY = frozenset(("violates", "is sound", "stays undecided", "violated", "satisfied", "undecided", "not applicable"))


@cache
def examined() -> Examined:
    found = examine(())
    assert isinstance(found, Examined)
    return found


@cache
def surveyed() -> tuple[Surveyed, ...]:
    return survey(examined().program, examined().cases)


@cache
def covered() -> tuple[RuleCoverage, ...]:
    return cover(examined().program, examined().cases)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_pack_is_laid_out_in_the_standard_form(path: Path) -> None:
    assert [laid.path for laid in lay_out((str(path),), None) if laid.after is None or laid.changed] == []


def test_the_linter_has_nothing_to_say() -> None:
    wanted = {path.resolve() for path in FILES}
    asked = [path for path in examined().sources if Path(path).resolve() in wanted]
    assert len(asked) == len(FILES)
    assert lint(examined().program, examined().sources, asked) == ()


def test_every_rule_is_shown_violated_satisfied_and_undecided() -> None:
    shown: defaultdict[str, set[Expected]] = defaultdict(set)
    for example in examined().program.examples:
        for rule, verdict in example.expected:
            shown[rule].add(verdict)
    wanted = {Expected.VIOLATED, Expected.SATISFIED, Expected.UNDECIDED}
    assert [rule.id for rule in examined().program.rules if not wanted <= shown[rule.id]] == []


def test_every_example_has_a_title_of_its_own() -> None:
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for example in examined().program.examples:
        titles[example.rule].append(example.title.strip().lower())
    twice = [rule for rule, each in titles.items() if len(each) != len(set(each))]
    empty = [rule for rule, each in titles.items() if not _EMPTY.isdisjoint(each)]
    assert (twice, empty) == ([], [])


def test_the_examples_show_nearly_all_there_is_to_show() -> None:
    shown, wanted = sum(each.shown for each in covered()), sum(len(each.wanted) for each in covered())
    assert shown / wanted >= 0.99, f"{shown} of {wanted}"


def test_the_examples_notice_nine_changes_in_ten() -> None:
    noticed, counted = totals(surveyed())
    assert noticed / counted >= 0.95, f"{noticed} of {counted}"


def test_no_pack_is_tested_less_than_the_others() -> None:
    by_file: defaultdict[str, list[Surveyed]] = defaultdict(list)
    for each in surveyed():
        by_file[Path(each.subject.span.path).name].append(each)
    assert set(by_file) == {path.name for path in FILES}
    scores = {name: totals(group) for name, group in by_file.items()}
    assert {name: score for name, score in scores.items() if score[0] < 0.9 * score[1]} == {}
