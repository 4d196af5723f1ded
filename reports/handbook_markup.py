"""What the handbook's template needs besides escaping: languages of texts, anchors, terms set off in sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_TERM = re.compile("“([^“”]*)”")
_HAN = re.compile("[\u3400-\u9fff]")


def tag(language: str) -> str:
    """The BCP 47 tag of a language of Presign."""
    return "zh-CN" if language == "zh" else "en"


def tag_of(text: str) -> str:
    """The tag of a text that comes without a language: Chinese when it has a Chinese character."""
    return tag("zh" if _HAN.search(text) else "en")


def capital(text: str) -> str:
    """A heading: its first letter a capital, the rest as it stands."""
    return text[:1].upper() + text[1:]


def terms(text: str) -> Any:
    """A sentence whose quoted names of facts and parameters are set off; everything is escaped."""
    from markupsafe import Markup, escape

    parts = _TERM.split(text)
    return Markup("").join(
        Markup('<b class="term">{}</b>').format(part) if at % 2 else escape(part) for at, part in enumerate(parts)
    )


def breakable(text: str) -> Any:
    """A dotted name that may be broken after its dots and underscores."""
    from markupsafe import Markup, escape

    return Markup("<wbr>").join(escape(part) for part in re.split(r"(?<=[._])", text))


def css_string(text: str) -> str:
    """A text as a string of CSS: everything but letters, digits and blanks is written as its code."""
    shown = (each if each.isalnum() or each == " " else f"\\{ord(each):x} " for each in text)
    return f'"{"".join(shown)}"'


FILTERS: dict[str, Callable[[str], Any]] = {
    "tag": tag,
    "tag_of": tag_of,
    "capital": capital,
    "terms": terms,
    "breakable": breakable,
}
