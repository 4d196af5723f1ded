"""Tables whose first fitting row counts: rows that hide others, and tables that have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...policylang import tree, types
from ...values import Value
from ..analysis.tables import Overlap, TooMany, overlaps
from ..core import HitPolicy, Parameter, Texts
from ..keywords import spell_word
from ..literals import write_literal
from .model import Check, Edit, Finding, Run, Snippet, Subject


def _first_tables(subject: Subject) -> Iterator[tuple[tree.TableNode, Parameter]]:
    for node in subject.file.module.declarations:
        if isinstance(node, tree.TableNode):
            parameter = subject.program.parameters[node.name.text]
            if parameter.hit is HitPolicy.FIRST:
                yield node, parameter


def _overlaps(parameter: Parameter, subject: Subject) -> list[list[Overlap]]:
    """The overlaps of each version. Raises `TooMany` where the rows can't be judged."""
    return [overlaps(version, parameter.keys, subject.program.members) for version in parameter.versions]


def hidden(subject: Subject) -> Iterator[Finding]:
    """L301: two rows that take one case and give it different values."""
    file = subject.file
    for _, parameter in _first_tables(subject):
        try:
            found = _overlaps(parameter, subject)
        except TooMany:
            continue
        for version, pairs in zip(parameter.versions, found, strict=True):
            shown: set[int] = set()
            for pair in pairs:
                spans = version.spans[pair.first], version.spans[pair.second]
                if pair.same or pair.second in shown or spans[1].path != file.path:
                    continue
                shown.add(pair.second)
                case = ("case", _case(parameter, pair.case, file.module.language))
                yield file.at("L301", spans[1], case, related=(("note.first", spans[0]),))


def needless(subject: Subject) -> Iterator[Finding]:
    """L302: `hit first` where no two rows take one case."""
    file, language = subject.file, subject.file.module.language
    for node, parameter in _first_tables(subject):
        hits = [each for each in node.clauses if isinstance(each, tree.Names) and each.keyword == "HIT"]
        try:
            found = _overlaps(parameter, subject)
        except TooMany:
            continue
        if hits and not any(found):
            word = hits[0].names[0].place
            edit = Edit(*word, spell_word("hit", HitPolicy.UNIQUE.value, language))
            yield file.finding("L302", hits[0].place, ("name", node.name.text), edits=(edit,))


def _case(parameter: Parameter, case: Sequence[Value], language: str) -> str:
    """A value for each key, as a policy writes it."""
    named = zip(parameter.keys, case, strict=True)
    return ", ".join(
        f"{key.name} = {value if key.type.sort in types.NAMED else write_literal(value, language)}"
        for key, value in named
    )


_TABLE = """  hit unique
  in force from 2026-01-01 review by 2026-12-31
  | up to CNY 500,000 => manager |
  | over CNY 500,000 => director |"""


def _check(code: str, name: str, run: Run, finds: Texts, why: Texts, wrong: str, fixable: bool) -> Check:
    return Check(code, name, finds, why, run, Snippet(wrong, _TABLE), fixable=fixable)


CHECKS = (
    _check(
        "L301",
        "hidden-overlap",
        hidden,
        Texts(
            "Two rows of a table with `hit first` that both take a case (shown) and give it different values.",
            "`命中 首行` 的决策表有两行都适用于同一情形（给出实例），而值不同。",
        ),
        Texts(
            "Which one counts hangs on the order of the rows: whoever moves a row changes the policy without noticing. "
            "Narrow the lower row, or keep it and say why in a suppression.",
            "哪一行有效取决于行的顺序，移动一行就会不知不觉改变政策。请收窄下面一行，或保留并用抑制注释说明原因。",
        ),
        _TABLE.replace("hit unique", "hit first").replace("over CNY 500,000", "over CNY 300,000"),
        False,
    ),
    _check(
        "L302",
        "needless-first",
        needless,
        Texts("`hit first` on a table whose rows can't overlap.", "各行不会重叠的决策表写了 `命中 首行`。"),
        Texts(
            "With `hit unique` the checker refuses a later row that overlaps; the values stay the same.",
            "改用 `命中 唯一` 后，以后加入重叠的行会被检查出来；各值不变。",
        ),
        _TABLE.replace("hit unique", "hit first"),
        True,
    ),
)
