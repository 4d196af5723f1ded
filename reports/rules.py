"""`presign rules`: the rules of the packs, one a line, or as JSON."""

from __future__ import annotations

from typing import TextIO

from ..policylang.core import Program, Rule
from .json_text import write_json

SCHEMA_VERSION = "1.0"


def render(program: Program, language: str, form: str, out: TextIO) -> None:
    """Write the rules in the order of their packs."""
    if form == "json":
        rules = [_as_json(rule) for rule in program.rules]
        write_json({"schema_version": SCHEMA_VERSION, "rules": rules}, out)
        return
    pack = None
    names = {each.title: each.name(language) for each in program.packs}
    for rule in program.rules:
        if rule.pack != pack:
            pack = rule.pack
            out.write(f"\n{names.get(pack, pack)}\n")
        out.write(f"  {rule.id:8} {rule.severity.value:7} {rule.title.get(language)}\n")
    out.write(f"\n{len(program.rules)}\n")


def _as_json(rule: Rule) -> dict[str, object]:
    return {
        "rule": rule.id,
        "pack": rule.pack,
        "severity": rule.severity.value,
        "title": {"en": rule.title.en, "zh": rule.title.zh},
        "blockers": [blocker.value for blocker in rule.blockers],
        "countermeasures": list(rule.countermeasures),
        "stages": list(rule.stages),
        "owner": rule.owner,
        "basis": list(rule.basis),
    }
