"""A waiver file as YAML becomes waivers, or problems with their lines; with one problem nothing is waived.

    waivers:
      - rule: CRT-01
        fingerprint: 1a2b3c4d5e6f7788
        file: supply-2026.docx
        reason: secured by a bank guarantee, see minutes of 2026-03-01
        approver: Li Na
        role: finance_director
        requested_by: Wang Wei
        created: 2026-03-02
        until: 2026-05-31

A rule or a fingerprint that is missing or a `*` is read: such a waiver is too broad, which the check reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import yaml

from ...values.data_files import safe_loader
from ..fingerprint import SHAPE
from .model import Waiver, WaiverFile, WaiverProblem

_MAX_BYTES = 1_000_000
NEEDED = ("rule", "reason", "approver", "requested_by", "created", "until")
FIELDS = ("rule", "fingerprint", "file", "reason", "approver", "role", "requested_by", "created", "until")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Signs that steer a terminal or the direction of writing: a report shows the words only."""
_REPEAT = re.compile(r":\d+$")
"""What SARIF adds to a fingerprint."""


def read_waivers(path: Path, name: str = "") -> WaiverFile:
    """The waivers of a file, called `name` in messages."""
    name = name or str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        why = (("why", (error.strerror or "").lower()),)
        return WaiverFile(name, problems=(WaiverProblem("waivers.unreadable", name, 1, why),))
    return waivers_of(data, name)


def waivers_of(data: bytes, name: str) -> WaiverFile:
    """The waivers of a file's bytes."""
    if len(data) > _MAX_BYTES:
        limit = (("limit", f"{_MAX_BYTES:,}"),)
        return WaiverFile(name, problems=(WaiverProblem("waivers.too_large", name, 1, limit),))
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=safe_loader())
    except UnicodeDecodeError:
        return WaiverFile(name, problems=(WaiverProblem("waivers.encoding", name, 1),))
    except (yaml.YAMLError, RecursionError) as error:
        return WaiverFile(name, problems=(_syntax(name, error),))
    reader = _Reader(name)
    waivers = tuple(reader.waivers(root))
    return WaiverFile(name, () if reader.problems else waivers, tuple(reader.problems))


def shape_of(fingerprint: str) -> str | None:
    """A fingerprint as a waiver keeps it, without what SARIF adds; None when it is none. Empty for a wildcard."""
    plain = _REPEAT.sub("", fingerprint.strip().lower())
    if plain in ("", "*", "**"):
        return ""
    return plain if SHAPE.fullmatch(plain) else None


def _syntax(name: str, error: Exception) -> WaiverProblem:
    mark = getattr(error, "problem_mark", None)
    why = str(getattr(error, "problem", None) or "nested too deeply")
    return WaiverProblem("waivers.syntax", name, mark.line + 1 if mark else 1, (("why", why),))


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[WaiverProblem] = []

    def waivers(self, root: yaml.Node | None) -> Iterator[Waiver]:
        """The entries of the file's list that are sound."""
        if root is None:
            return
        if not isinstance(root, yaml.MappingNode):
            self._problem("waivers.not_a_list", root)
            return
        for key, body in root.value:
            if not isinstance(key, yaml.ScalarNode) or key.value != "waivers":
                self._problem("waivers.unknown_section", key, name=str(getattr(key, "value", "")))
            elif isinstance(body, yaml.SequenceNode):
                for node in body.value:
                    if (found := self._waiver(node)) is not None:
                        yield found
            elif not (isinstance(body, yaml.ScalarNode) and body.tag.endswith(":null")):
                self._problem("waivers.not_a_list", body)

    def _waiver(self, node: yaml.Node) -> Waiver | None:
        before = len(self.problems)
        written = self._fields(node)
        for name in NEEDED:
            if name not in written and isinstance(node, yaml.MappingNode):
                self._problem("waivers.missing", node, name=name)
        shape = self._shape(written.get("fingerprint"))
        days = {name: self._day(name, written.get(name)) for name in ("created", "until")}
        created, until = days["created"], days["until"]
        if created is None or until is None or shape is None or len(self.problems) > before:
            return None
        if until < created:
            self._problem("waivers.ends_first", written["until"], until=until.isoformat(), created=created.isoformat())
            return None
        text = {name: " ".join(_UNSEEN.sub(" ", each.value).split()) for name, each in written.items()}
        return Waiver(
            "" if text["rule"] == "*" else text["rule"],
            shape,
            text["reason"],
            text["approver"],
            text["requested_by"],
            created,
            until,
            text.get("file", ""),
            text.get("role", ""),
            node.start_mark.line + 1,
        )

    def _fields(self, node: yaml.Node) -> dict[str, yaml.ScalarNode]:
        if not isinstance(node, yaml.MappingNode):
            self._problem("waivers.not_an_entry", node)
            return {}
        found: dict[str, yaml.ScalarNode] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name not in FIELDS:
                near = get_close_matches(name, FIELDS, n=1)
                values = {"name": name, "near": near[0]} if near else {"name": name}
                self._problem("waivers.unknown_key_near" if near else "waivers.unknown_key", key, **values)
            elif name in found:
                self._problem("waivers.twice", key, name=name)
            elif not isinstance(value, yaml.ScalarNode):
                self._problem("waivers.not_text", value, name=name)
            elif not value.value.strip() and name in NEEDED:
                self._problem("waivers.empty", value, name=name)
            else:
                found[name] = value
        return found

    def _shape(self, node: yaml.ScalarNode | None) -> str | None:
        if node is None:
            return ""
        found = shape_of(node.value)
        if found is None:
            self._problem("waivers.no_fingerprint", node, text=node.value)
        return found

    def _day(self, name: str, node: yaml.ScalarNode | None) -> date | None:
        if node is None:
            return None
        try:
            if _DAY.fullmatch(node.value.strip()):
                return date.fromisoformat(node.value.strip())
        except ValueError:
            pass
        self._problem("waivers.no_day", node, name=name, text=node.value)
        return None

    def _problem(self, key: str, node: yaml.Node, **values: str) -> None:
        self.problems.append(WaiverProblem(key, self.name, node.start_mark.line + 1, tuple(values.items())))
