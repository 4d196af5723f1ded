"""Places, types and bilingual texts: what every part of a checked program is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a policy file: lines and columns count code points from 1, `end_column` is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


NOWHERE = Span("", 0, 0, 0, 0)


class Sort(StrEnum):
    """The families of types."""

    MONEY = "money"
    PERCENT = "percent"
    RATE = "rate"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    MONTHS = "months"
    YEARS = "years"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    YES_NO = "yes/no"
    SCALE = "scale"
    KINDS = "kinds"
    RECORD = "record"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Type:
    """A type: `name` is the scale, kinds or record declared, `of` the type of a list's members."""

    sort: Sort
    name: str = ""
    of: Type | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """A text in both languages; either may be missing."""

    en: str = ""
    zh: str = ""

    def get(self, language: str) -> str:
        """The text in a language, else in the other one."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)


NO_TEXTS = Texts()
