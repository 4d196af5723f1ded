"""A source becomes the text file a person would save: one paragraph a line, tables by tabs or drawn."""

from __future__ import annotations

import re
import unicodedata

from .source import INLINE, Item, Source

_HAN = "零一二三四五六七八九"


def plain_text(source: Source, drawn: bool = False) -> str:
    """The contract as text: automatic numbers typed, tracked changes accepted, notes at the end.

    Tables are rows of cells with tabs between them and an empty line after them, as Word saves them; `drawn` rules them
    with │ and ─.
    """
    notes: list[str] = []
    header = source.head.get("header", "")
    lines = [*([header] if header else []), source.head["title"]]
    clauses = 0
    for item in source.items:
        clauses += item.kind == "clause"
        lines += _lines(item, _number(source, clauses), notes, drawn)
    lines += [f"[{index}] {note}" for index, note in enumerate(notes, 1)]
    return "\n".join(lines) + "\n"


def _number(source: Source, at: int) -> str:
    """The automatic number Word prints before a clause."""
    match source.head.get("numbering", "decimal"):
        case "article":
            return f"第{_han(at)}条 "
        case "chinese":
            return f"{_han(at)}、"
        case "brackets":
            return f"({at}) "
        case _:
            return f"{at}. "


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if not tens else ("十" if tens == 1 else f"{_HAN[tens]}十")
    return ten + (_HAN[ones] if ones or not tens else "")


def _lines(item: Item, number: str, notes: list[str], drawn: bool) -> list[str]:
    match item.kind:
        case "clause":
            return [number + _words(item.text, notes)]
        case "table":
            return [*(_drawn(item.rows) if drawn else ("\t".join(row) for row in item.rows)), ""]
        case "sign":
            return [*("\t".join(_words(cell, notes) for cell in row) for row in item.rows), ""]
        case _:
            return [_words(item.text, notes)]


def _words(text: str, notes: list[str]) -> str:
    return INLINE.sub(lambda match: _special(match, notes), text)


def _special(match: re.Match[str], notes: list[str]) -> str:
    if match["note"] is not None:
        notes.append(match["note"])
        return f"[{len(notes)}]"
    if match["blank"] is not None:
        return "_" * int(match["blank"])
    return match["ins"] or match["sdt"] or ""


def _drawn(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    count = max(len(row) for row in rows)
    widths = [max(_width(row[at]) for row in rows if at < len(row)) for at in range(count)]
    made = [_rule(widths, "┌┬┐")]
    for at, row in enumerate(rows):
        if at:
            made.append(_rule(widths, "├┼┤"))
        made.append("│" + "│".join(_filled(row, widths)) + "│")
    return [*made, _rule(widths, "└┴┘")]


def _rule(widths: list[int], corners: str) -> str:
    return corners[0] + corners[1].join("─" * width for width in widths) + corners[2]


def _filled(row: tuple[str, ...], widths: list[int]) -> list[str]:
    """Cells filled up to their columns; the last one of a short row reaches over the rest."""
    last = len(row) - 1
    room = [*widths[:last], sum(widths[last:]) + len(widths) - len(row)]
    return [cell + " " * (width - _width(cell)) for cell, width in zip(row, room, strict=True)]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
