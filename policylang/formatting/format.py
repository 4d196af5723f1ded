"""A policy's text laid out anew, or why it isn't: nothing is changed that isn't proved to mean the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics import Diagnostic
from ..lexer import Token, tokens
from ..parse import Parsed, parse
from .comments import gaps_of, header_of
from .page import lines_of_page, page_of


@dataclass(frozen=True, slots=True)
class Formatted:
    """The text laid out; None when there are mistakes in it, or when the result wouldn't have meant the same."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def format_text(text: str, path: str = "", language: str | None = None) -> Formatted:
    """A policy's text laid out in a spelling, or else in its own. Lines end with a line feed."""
    source = text.replace("\r\n", "\n").removeprefix("\ufeff")
    before = parse(source, path)
    if before.diagnostics:
        return Formatted(None, before.diagnostics)
    written_in = before.module.language
    lines = lines_of_page(page_of(source, before.module), written_in, language or written_in)
    result = "".join(line + "\n" for line in lines)
    return Formatted(result if _is_same(source, before, result) else None)


def _is_same(source: str, before: Parsed, result: str) -> bool:
    """Whether two texts have one syntax tree and the same comments between the same words."""
    after = parse(result)
    if after.diagnostics or after.module != before.module:
        return False
    return _comments(source, before.module.language) == _comments(result, after.module.language)


def _comments(text: str, language: str) -> list[tuple[int, str]]:
    """Each comment with the number of words and signs before it; the marks `en` and `zh` may be added: not counted."""
    stream = list(tokens(text, language))
    found: list[tuple[int, str]] = []
    count = 0
    for at, gap in enumerate(gaps_of(text, stream)):
        header = header_of(text, gap.comments) if at == 0 else None
        found += [(count, header)] if header else []
        found += [(count, comment.text) for comment in gap.comments[0 if header is None else 1 :]]
        count += at < len(stream) and not _is_mark(stream, at)
    return found


def _is_mark(stream: Sequence[Token], at: int) -> bool:
    """Whether a token tells the language of the text after it (`中` is also a severity)."""
    return stream[at].type in ("EN", "ZH") and at + 1 < len(stream) and stream[at + 1].type == "STRING"
