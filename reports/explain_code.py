"""`presign explain E301`: the message of a diagnostic and its help."""

from __future__ import annotations

import re
from typing import TextIO

from ..messages import catalogue, say
from ..messages.entry import Entry
from .json_text import write_json
from .wrap import wrapped

_TWINS = ("", "n", "a", "b")
"""One code may have several messages; the one with a suggestion ends in `n`."""


def messages_of(code: str) -> tuple[Entry, ...]:
    """The messages of a diagnostic code; none when there is no such code."""
    entries = catalogue()
    return tuple(entries[code + twin] for twin in _TWINS if code + twin in entries and len(code) == 4)


def render(code: str, language: str, form: str, out: TextIO) -> None:
    """Write the messages of a code with their help."""
    entries = messages_of(code)
    if form == "json":
        shown = [
            {"message": {"en": each.en, "zh": each.zh}, "help": {"en": each.help_en, "zh": each.help_zh}}
            for each in entries
        ]
        write_json({"schema_version": "1.0", "code": code, "messages": shown}, out)
        return
    for entry in entries:
        for line in wrapped(f"{code}: {_shown(entry.text(language))}", "", "  "):
            out.write(line + "\n")
        if entry.help(language):
            for line in wrapped(f"= {say('note.help', language)}: {_shown(entry.help(language))}", "  ", "    "):
                out.write(line + "\n")
    if any("{" in entry.text(language) + entry.help(language) for entry in entries):
        out.write(f"\n{say('pages.code_values', language)}\n")


def _shown(template: str) -> str:
    """A template without the language in the names of its values, and with its doubled braces as they will be said."""
    return re.sub(r"\{(\w+?)_(?:en|zh)\}", r"{\1}", template).replace("{{", "{").replace("}}", "}")
