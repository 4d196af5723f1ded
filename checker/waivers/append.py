"""A waiver written at the end of its file, by text: what people wrote into the file stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import yaml

from ...policylang.core import Program, Severity
from ...values.data_files import safe_loader
from .limits import WaiverLimits, roles
from .match import same_person, too_broad
from .model import Waiver, WaiverFile, WaiverProblem
from .read import FIELDS, waivers_of

HEAD = """\
# Findings somebody with authority has accepted, each until a day: written by `presign waive`, read by `presign check`.
# 经有权人批准、在期限内接受的审查问题。
waivers:
"""
_PLAIN = re.compile(r"[\w\u4e00-\u9fff][\w\u4e00-\u9fff .,/()，。、（）-]*")
"""What YAML reads as it is written; everything else is quoted."""


def refused(waiver: Waiver, program: Program, limits: WaiverLimits, today: date) -> WaiverProblem | None:
    """Why a waiver may not be written, or None."""
    rule = next((each for each in program.rules if each.id == waiver.rule), None)
    if not waiver.fingerprint or not waiver.rule or "*" in waiver.rule:
        return _problem("waivers.refused_broad")
    if too_broad(waiver.file):
        return _problem("waivers.refused_pattern", pattern=waiver.file)
    if rule is None:
        return _problem("waivers.refused_rule", rule=waiver.rule)
    for name in ("reason", "approver", "requested_by"):
        if not getattr(waiver, name).strip():
            return _problem("waivers.refused_empty", name=name)
    if same_person(waiver.approver, waiver.requested_by):
        return _problem("waivers.refused_self", person=waiver.approver)
    if waiver.until <= today:
        return _problem("waivers.refused_past", until=waiver.until.isoformat(), today=today.isoformat())
    if limits.days is not None and (waiver.until - waiver.created).days > limits.days:
        return _problem("waivers.refused_long", days=str(limits.days), until=waiver.until.isoformat())
    if waiver.role and waiver.role not in roles(program):
        return _problem("waivers.refused_no_role", role=waiver.role, roles=", ".join(roles(program)))
    if rule.severity is Severity.BLOCK and limits.role and waiver.role != limits.role:
        return _problem("waivers.refused_role", rule=rule.id, wanted=limits.role)
    return None


def appended(text: str, waiver: Waiver, name: str) -> str | WaiverProblem:
    """The text of a waiver file with one more entry; what can't be added to is a problem."""
    there = waivers_of(text.encode("utf-8"), name)
    if there.problems:
        return there.problems[0]
    longest = max((each.until for each in there.waivers if each.target == waiver.target), default=None)
    if longest is not None and longest >= waiver.until:
        return WaiverProblem("waivers.already", name, 0, (("until", longest.isoformat()),))
    place = _indent(text)
    if place is None:
        return WaiverProblem("waivers.in_brackets", name, 1)
    head = text if text.strip() and there.waivers else _with_head(text)
    body = head if head.endswith("\n") else f"{head}\n"
    made = body + "".join(f"{line}\n" for line in _entry(waiver, place))
    return made if _adds(there, waivers_of(made.encode("utf-8"), name)) else WaiverProblem("waivers.not_added", name)


def _adds(before: WaiverFile, after: WaiverFile) -> bool:
    return not after.problems and len(after.waivers) == len(before.waivers) + 1


def _with_head(text: str) -> str:
    """A file without entries: what stands in it before `waivers:`, and the list begun."""
    if not text.strip():
        return HEAD
    kept = re.sub(r"(?m)^waivers\s*:.*$", "waivers:", text)
    return kept if re.search(r"(?m)^waivers:$", kept) else f"{kept.rstrip()}\nwaivers:\n"


def _indent(text: str) -> int | None:
    """How far entries are indented; None where the list is written in brackets."""
    root = yaml.compose(text, Loader=safe_loader())
    for _, body in root.value if isinstance(root, yaml.MappingNode) else ():
        if isinstance(body, yaml.SequenceNode) and body.value:
            return None if body.flow_style else int(body.start_mark.column)
    return 2


def _entry(waiver: Waiver, indent: int) -> Iterator[str]:
    mark = "- "
    for name in FIELDS:
        value = getattr(waiver, name)
        if value:
            written = value.isoformat() if isinstance(value, date) else _scalar(value, name)
            yield f"{' ' * indent}{mark}{name}: {written}"
            mark = "  "


def _scalar(text: str, name: str) -> str:
    """A text as YAML reads it back."""
    plain = " ".join(text.split())
    if name == "fingerprint" or not _PLAIN.fullmatch(plain):
        return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return plain


def _problem(key: str, **values: str) -> WaiverProblem:
    return WaiverProblem(key, values=tuple(values.items()))
