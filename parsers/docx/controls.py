"""Content controls settled before reading: check boxes show their state, prompts become blanks."""

from __future__ import annotations

import re

from lxml import etree

from .styles import Styles
from .xml import W, short, switch, value

CHECKED, UNCHECKED, FILL_IN = "☑", "☐", "____"
_NO_NAME = re.compile(r"[{}\s]+")
_LONGEST_TITLE = 60


def settle_controls(root: etree._Element, styles: Styles) -> None:
    """Rewrites the content controls of a part in place, whether they hold runs, paragraphs, rows or cells.

    A check box is drawn with any glyph its author chose (☒, √, ■), but its state is on record. A prompt such as "click
    here to enter text" is no agreed word: the place is still to be filled in; the control's title is its name. Programs
    that fill in templates leave the control's prompt flag set, so only words in Word's own style for prompts are taken
    for one.
    """
    for control in root.iter(W + "sdt"):
        properties, inside = control.find(W + "sdtPr"), control.find(W + "sdtContent")
        if properties is None or inside is None:
            continue
        sign = _check_box(properties)
        if sign is not None:
            _write(list(inside.iter(W + "r")), sign)
        elif switch(properties, "showingPlcHdr"):
            _write([run for run in inside.iter(W + "r") if _is_prompt(run, styles)], _blank(properties))


def _blank(properties: etree._Element) -> str:
    """A blank with the title its author gave the control, as a placeholder is written; else a rule."""
    title = " ".join(_NO_NAME.sub(" ", value(properties.find(W + "alias")) or "").split())
    return f"{{{{{title[:_LONGEST_TITLE]}}}}}" if title else FILL_IN


def _check_box(properties: etree._Element) -> str | None:
    """The sign of a check box control; None for other controls."""
    for child in properties:
        if short(child.tag) == "w14:checkbox":
            for state in child:
                if short(state.tag) == "w14:checked":
                    on = state.get(state.tag.removesuffix("checked") + "val", "1")
                    return UNCHECKED if on in ("0", "false", "off") else CHECKED
            return UNCHECKED
    return None


def _is_prompt(run: etree._Element, styles: Styles) -> bool:
    return styles.style(value(run.find(f"{W}rPr/{W}rStyle"))).is_prompt


def _write(runs: list[etree._Element], text: str) -> None:
    for number, run in enumerate(runs):
        for child in [child for child in run if child.tag in (W + "t", W + "sym", W + "tab", W + "br")]:
            run.remove(child)
        if not number:
            etree.SubElement(run, W + "t").text = text
