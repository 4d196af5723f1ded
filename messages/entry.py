"""One message of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A message and its help in both languages; `{name}` stands for a value."""

    en: str
    zh: str
    help_en: str = ""
    help_zh: str = ""

    def text(self, language: str) -> str:
        """The message in a language."""
        return self.zh if language == "zh" else self.en

    def help(self, language: str) -> str:
        """The help in a language; empty when there is none."""
        return self.help_zh if language == "zh" else self.help_en
