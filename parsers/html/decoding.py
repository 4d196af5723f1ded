"""Bytes of an HTML page become characters: by its mark, by what it declares, else as any text file."""

from __future__ import annotations

import codecs
import re

from ..plain.decoding import decode
from ..problem import Problem

_DECLARED = re.compile(rb"""(?:charset\s*=\s*["']?|<\?xml[^>]*encoding\s*=\s*["'])([\w.:-]+)""", re.I)
_WITHIN = 4096
# What pages call GB2312 is nearly always its superset (WHATWG Encoding, 4.2).
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_XML_HEAD = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")


def decode_page(data: bytes) -> str | Problem:
    """The characters of a page, without an XML declaration."""
    text: str | Problem | None = None
    declared = _DECLARED.search(data[:_WITHIN])
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if declared is not None and not marked:
        name = declared[1].decode("ascii", "replace").lower()
        try:
            text = data.decode(_SUPERSETS.get(name, name))
        except (LookupError, UnicodeDecodeError):
            text = None
    text = decode(data) if text is None else text
    return text if isinstance(text, Problem) else _XML_HEAD.sub("", text).replace("\0", "")
