"""Twenty edits that change a contract's form and not its words, over the text of a sample."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from docx import Document as new_document

Edit = Callable[[str], "str | bytes"]

_CLAUSE = re.compile(r"^(第[一二三四五六七八九十]+条 |\d+\. )")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ENDINGS = re.compile(r"(?<=[。.])(?= ?[^\s\d”」）)])")


def is_chinese(text: str) -> bool:
    """Whether a contract's text is Chinese."""
    return _HAN.search(text) is not None


def _on_clauses(text: str, change: Callable[[str, int], str]) -> str:
    """The text with `change(line, number)` applied to its numbered clauses that carry a sentence."""
    lines = text.split("\n")
    count = 0
    for at, line in enumerate(lines):
        if _CLAUSE.match(line) and len(line) > 30:
            count += 1
            lines[at] = change(line, count)
    return "\n".join(lines)


def _bare(line: str) -> str:
    return _CLAUSE.sub("", line)


def rewrapped(text: str) -> str:
    """Lines broken at forty or eighty characters, as a mail program does."""

    def wrap(line: str, _: int) -> str:
        if is_chinese(line):
            return "\n".join(line[at : at + 40] for at in range(0, len(line), 40))
        return re.sub(r"(.{60,80}) ", r"\1\n", line)

    return _on_clauses(text, wrap)


def renumbered(text: str) -> str:
    """Every clause three numbers further."""
    if is_chinese(text):
        return _on_clauses(text, lambda line, at: f"第{at + 3}条 {_bare(line)}")
    return _on_clauses(text, lambda line, at: f"{at + 3}. {_bare(line)}")


def numbered_otherwise(text: str) -> str:
    """Decimal numbers of two levels."""
    return _on_clauses(text, lambda line, at: f"{1 + at // 5}.{1 + at % 5} {_bare(line)}")


def numbered_in_brackets(text: str) -> str:
    """(1), (2), …: as points of a list."""
    return _on_clauses(text, lambda line, at: f"({at}) {_bare(line)}")


def without_numbers(text: str) -> str:
    """No numbers at all."""
    return _on_clauses(text, lambda line, _: _bare(line))


def moved(text: str) -> str:
    """The third numbered clause put behind the ninth."""
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if _CLAUSE.match(line) and len(line) > 30]
    line = lines.pop(places[2])
    lines.insert(places[8], line)
    return "\n".join(lines)


def half_width(text: str) -> str:
    """Full-width punctuation as its half-width twin."""
    return text.translate(str.maketrans("，；：（）", ",;:()"))


def full_width(text: str) -> str:
    """Half-width punctuation and percent signs between Han characters as their full-width twins."""
    return text.replace(";", "；").replace("%", "％").replace("(", "（").replace(")", "）")


def curly(text: str) -> str:
    """Straight quotes made curly."""
    return re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’")


def bulleted(text: str) -> str:
    """Bullets instead of numbers."""
    return _on_clauses(text, lambda line, _: f"• {_bare(line)}")


def spaced(text: str) -> str:
    """Two blanks at the end of each line, and two behind each full stop."""
    return re.sub(r"\. (?=[A-Z])", ".  ", re.sub(r"(?<=\S)\n", "  \n", text))


def blank_lines(text: str) -> str:
    """An empty line behind each line of prose."""
    return re.sub(r"(?<=[。.])\n", "\n\n", text)


def unrelated(text: str) -> str:
    """A clause more, about something else."""
    more = (
        "第九十九条 进入施工现场的人员应当佩戴安全帽。"
        if is_chinese(text)
        else "99. Visitors to the works shall wear a helmet and safety shoes."
    )
    lines = text.split("\n")
    last = max(at for at, line in enumerate(lines) if _CLAUSE.match(line))
    return "\n".join((*lines[: last + 1], more, *lines[last + 1 :]))


def split(text: str) -> str:
    """Clauses of several sentences cut into a paragraph for each of them."""
    return _on_clauses(
        text, lambda line, _: _CLAUSE.match(line)[0] + _ENDINGS.sub("\n", _bare(line)).replace("\n ", "\n")
    )  # type: ignore[index]


def merged(text: str) -> str:
    """The fourth and the fifth clause in one paragraph."""
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if _CLAUSE.match(line) and len(line) > 30]
    first, second = places[3], places[4]
    between = "" if is_chinese(text) else " "
    lines[first] += between + _bare(lines.pop(second))
    return "\n".join(lines)


def _document(text: str, clause: Callable[[Any, str], None]) -> bytes:
    """A Word document of the text; `clause` sets a numbered clause."""
    made: Any = new_document()
    for block in re.split(r"(?<!\t)\n", text):
        cells = block.split("\t")
        if len(cells) > 1:
            row = made.add_table(rows=1, cols=len(cells)).rows[0]
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
        elif _CLAUSE.match(block):
            clause(made, block)
        elif block.strip():
            made.add_paragraph(block)
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def as_word(text: str) -> bytes:
    """The text in Word."""
    return _document(text, lambda made, line: made.add_paragraph(line))


def in_runs(text: str) -> bytes:
    """In Word, every third character bold: runs that cut words."""

    def bold(made: Any, line: str) -> None:
        paragraph = made.add_paragraph()
        for at in range(0, len(line), 3):
            paragraph.add_run(line[at : at + 3]).bold = at % 2 == 0

    return _document(text, bold)


def numbered_by_word(text: str) -> bytes:
    """In Word, with its own numbers instead of typed ones."""
    return _document(text, lambda made, line: made.add_paragraph(_bare(line), style="List Number"))


def with_page_header(text: str) -> bytes:
    """In Word, with a running head and foot."""
    made: Any = new_document(io.BytesIO(as_word(text)))
    made.sections[0].header.paragraphs[0].text = "v2 / 2026"
    made.sections[0].footer.paragraphs[0].text = "1"
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def in_a_table(text: str) -> bytes:
    """In Word, clauses in a table of two columns: number and words."""

    def row(made: Any, line: str) -> None:
        found = made.add_table(rows=1, cols=2).rows[0]
        number = _CLAUSE.match(line)
        assert number is not None
        found.cells[0].text, found.cells[1].text = number[0].strip(), _bare(line)

    return _document(text, row)


EDITS: tuple[Edit, ...] = (
    rewrapped,
    renumbered,
    numbered_otherwise,
    numbered_in_brackets,
    without_numbers,
    moved,
    half_width,
    full_width,
    curly,
    bulleted,
    spaced,
    blank_lines,
    unrelated,
    split,
    merged,
    as_word,
    in_runs,
    numbered_by_word,
    with_page_header,
    in_a_table,
)
