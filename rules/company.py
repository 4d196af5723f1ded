"""The file `presign init` writes: every threshold that is the company's to set, at its shipped value, ready to edit.

What rests on a statute isn't in it: such values stay in the shipped parameters, where they are dated by law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..policylang.core import Parameter, Program
from ..policylang.formatting.format import format_text
from ..policylang.traversal import parameters_of
from .packs import PARAMETERS, pack_names

_PROPOSED = "proposed default"
_DECLARED = re.compile(r"^(?:parameter|table) (?P<name>\w+)")

_HEAD = """# language: en
# 本公司信用政策。 Our company's credit policy.
# 财务人员可直接修改下列数值；改动前的日期仍按随附的默认值判断。
# Anybody in finance may edit the values below; days before they come into force are judged by the shipped defaults.
# 每改一项，请写明出处（决议、会议纪要）和复核期限。
# For each change give its source (a resolution, minutes) and the day of its next review.
# 检查本文件： Check this file:  presign policy check {name}
# 审查合同： Check a contract:  presign check CONTRACT --policy {name}

policy "Company credit policy" version "1"
  owner "Credit Control"  source "Shipped defaults, to be adopted by the company"  jurisdiction "ANY"

# 使用的规则包；不需要的请删去。 The rule packs in use; delete those you don't need.
{uses}
"""


def company_parameters(program: Program) -> tuple[Parameter, ...]:
    """The parameters and tables whose values the company sets itself, in the order of the shipped file."""
    text = PARAMETERS.read_text(encoding="utf-8")
    own = (name for name, block in _blocks(text) if _PROPOSED in block)
    return tuple(program.parameters[name] for name in own if name in program.parameters)


def company_policy(program: Program, language: str, today: date, file_name: str) -> str:
    """The company's policy file in a spelling, its values in force from `today` and to be reviewed within a year.

    `program` is all that is shipped; its rules are named beside the values they use.
    """
    uses = "\n".join(f'use "{name}"' for name in pack_names())
    parts = [_HEAD.format(name=file_name, uses=uses)]
    blocks = dict(_blocks(PARAMETERS.read_text(encoding="utf-8")))
    users = _users(program)
    for parameter in company_parameters(program):
        parts.append(_amended(parameter, blocks[parameter.name], users.get(parameter.name, ()), today))
    made = format_text("\n".join(parts), file_name, language)
    if made.text is None:
        raise AssertionError(f"the shipped parameters make no company policy: {made.diagnostics}")
    return made.text


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Each declaration of the shipped file by its name."""
    for block in re.split(r"\n\n+", text):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        found = _DECLARED.match(lines[0]) if lines else None
        if found:
            yield found["name"], "\n".join(lines)


def _users(program: Program) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for rule in program.rules:
        for parameter in parameters_of(rule, program):
            found[parameter.name] = (*found.get(parameter.name, ()), rule.id)
    return found


def _amended(parameter: Parameter, block: str, users: tuple[str, ...], today: date) -> str:
    """The rows of a parameter's last section as an amendment, under a comment that says what they are for."""
    rows: list[str] = []
    for line in block.splitlines():
        if line.lstrip().startswith("|"):
            rows.append(line)
        elif line.lstrip().startswith("in force"):
            rows = []
    keys = f" ({', '.join(key.name for key in parameter.keys)})" if parameter.keys else ""
    used = f" [{' '.join(users)}]" if users else ""
    return "\n".join(
        (
            f"# {parameter.label.zh} / {parameter.label.en}{keys}{used}",
            f"amend parameter {parameter.name}",
            '  source "Shipped default, not yet confirmed by the company"',
            f"  in force from {today.isoformat()}  review by {_in_a_year(today).isoformat()}",
            *rows,
            "",
        )
    )


def _in_a_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
