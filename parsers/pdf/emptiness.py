"""Whether a page on which pdfium draws nothing is really empty, or its drawing is damaged."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping

# Operators that show something (ISO 32000-1, annex A): text, images and forms, painted paths, shadings.
_SHOWS = re.compile(rb"(?<![\w/])(?:T[jJ]|['\"]|Do|BI|sh|[fFSsBb]\*?)(?![\w*])")


def empty_pages(data: bytes, numbers: Iterable[int]) -> Mapping[int, bool]:
    """For pages by number (from 1): whether nothing is to be drawn on them. What can't be decoded isn't empty."""
    wanted = set(numbers)
    found = dict.fromkeys(wanted, False)
    if not wanted:
        return found
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import stream_value

    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        for number, page in enumerate(PDFPage.create_pages(document), 1):
            if number in wanted:
                found[number] = all(_is_empty(stream_value(stream)) for stream in page.contents)
    except Exception:
        # pdfminer raises many kinds of errors on damaged files; then no page is known to be empty.
        return dict.fromkeys(wanted, False)
    return found


def _is_empty(stream: object) -> bool:
    raw: bytes = getattr(stream, "rawdata", None) or b""
    drawn: bytes = stream.get_data()  # type: ignore[attr-defined]
    return not (raw.strip() and not drawn) and _SHOWS.search(drawn) is None
