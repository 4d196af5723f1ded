"""Complex fields: what a reader sees of them, result or form control, never the instruction."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from .controls import CHECKED, UNCHECKED
from .line import LineBuilder
from .xml import W, number_value, short, switch, value

_OVERLAY = re.compile(r"EQ\s+\\o(?:\\a[clr])?\s*\(([^,，]+)[,，]([^,，)]+)\)", re.I)
_TICKS, _BOXES = "√✓✔∨vVxX×✗✘", "□☐◻■▢"


@dataclass(slots=True)
class Field:
    """A field that began and hasn't ended yet."""

    control: etree._Element | None
    """The `w:ffData` of a form control."""
    line: LineBuilder
    in_instruction: bool = True
    code: str = ""
    mark: int = 0
    swallowed: list[str] = field(default_factory=list)
    """Ordinary text inside the instruction; it comes back when the field turns out to be broken."""

    def separate(self, line: LineBuilder) -> None:
        """The instruction ends, the result begins."""
        self.in_instruction = False
        self.line, self.mark = line, line.mark()

    def shown_at_end(self, line: LineBuilder) -> str:
        """What the field shows besides its result; an empty text control becomes a blank to fill in."""
        control = self.control
        if control is not None:
            for child in control:
                match short(child.tag):
                    case "checkBox":
                        return CHECKED if _is_checked(child) else UNCHECKED
                    case "ddList":
                        return _chosen(child)
                    case "textInput":
                        if line is self.line and not self.in_instruction:
                            line.blank_out(self.mark)
                    case _:
                        pass
            return ""
        return _drawn(self.code) if self.in_instruction else ""


def _is_checked(box: etree._Element) -> bool:
    checked = switch(box, "checked")
    return bool(switch(box, "default")) if checked is None else checked


def _chosen(choices: etree._Element) -> str:
    entries = [value(entry) or "" for entry in choices.iterchildren(W + "listEntry")]
    at = number_value(choices, "result")
    at = number_value(choices, "default") if at is None else at
    return entries[at or 0] if 0 <= (at or 0) < len(entries) else ""


def _drawn(code: str) -> str:
    """What a field without a result draws from its instruction."""
    code = code.strip()
    word, _, rest = code.partition(" ")
    if word.upper() == "MACROBUTTON":
        return rest.strip().partition(" ")[2].strip()
    overlay = _OVERLAY.match(code)
    if overlay is None:
        return ""
    below, above = sorted((overlay[1].strip(), overlay[2].strip()), key=lambda sign: sign not in _BOXES + "○〇")
    if below in _BOXES:
        return CHECKED if above in _TICKS else below + above
    if below in "○〇" and above.isdecimal() and above.isascii() and 0 < int(above) <= 20:
        return chr(0x2460 + int(above) - 1)
    return above if below in "○〇" else below + above
