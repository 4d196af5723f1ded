"""The authorities behind the codes rules cite: `CC-628` is article 628 of the Civil Code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ..values.data_files import read_data

_FILE = Path(__file__).parent / "authorities.yaml"
_OPEN = " (to be confirmed)"
"""The mark a rule puts behind a code that nobody has compared with its source yet."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A citation spelled out; texts of no known code have empty titles and stand for themselves."""

    code: str
    confirmed: bool
    """Whether somebody compared the citation with its source."""
    zh: str = ""
    en: str = ""
    unit: str = ""
    """What `part` counts: article, section, paragraph, principle; empty for a whole instrument."""
    part: str = ""
    in_force: date | None = None
    date_confirmed: bool = True

    def title(self, language: str) -> str:
        """The name of the instrument, or an empty string."""
        return self.zh if language == "zh" else self.en


def cite(text: str) -> Authority:
    """The authority a rule's `basis` text names."""
    code = text.removesuffix(_OPEN)
    known = _instruments()
    stem, part = code, ""
    while stem not in known:
        stem, hyphen, last = stem.rpartition("-")
        if not hyphen:
            return Authority(code, code == text)
        part = f"{last}-{part}" if part else last
    entry = known[stem]
    part = part or str(entry.get("article", ""))
    day = entry.get("in_force")
    return Authority(
        code,
        code == text,
        str(entry["zh"]),
        str(entry["en"]),
        str(entry.get("unit", "article")) if part else "",
        part,
        day if isinstance(day, date) else None,
        entry.get("confirmed", True) is True,
    )


@cache
def _instruments() -> Mapping[str, Mapping[str, object]]:
    found: Mapping[str, Mapping[str, object]] = read_data(_FILE.read_text(encoding="utf-8"))
    return found
