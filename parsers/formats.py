"""The format of a file by what is in it, never by its name."""

from __future__ import annotations

import re
import struct

from .document import Media
from .problem import Problem, problem

_PDF = b"%PDF-"
_WITHIN = 1024
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_ZIP_ENTRY, _ZIP_END = b"PK\x01\x02", b"PK\x05\x06"
_LONGEST_END = 22 + 65_535
_DOCUMENT, _CONTENT_TYPES = b"word/document", b"[Content_Types].xml"
_OTHER_PACKAGES = ((b"xl/workbook", "XLSX"), (b"ppt/presentation", "PPTX"), (b"META-INF/container.xml", "EPUB"))
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_SNIFFED = 65_536
_CONTROL_SHARE = 0.02
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b")) + b"\x7f"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
_OTHERS = (
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"%!PS", "PostScript"),
    (b"\x1f\x8b", "gzip"),
)
_FLAT = b"http://schemas.microsoft.com/office/2006/xmlPackage"
# Atomic: a thousand comments before something else must not be tried in all ways.
_HTML = re.compile(rb"(?>(?><!--.*?-->|<\?xml[^>]*\?>)\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
# A mail starts with header lines, of which these are in every one (RFC 5322, 3.6).
_MAIL = re.compile(rb"\A(?:[A-Za-z][\w-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){3,}")
_MAIL_HEADS = re.compile(rb"^(?:from|date|mime-version|received|message-id):", re.I | re.M)


def format_of(data: bytes) -> Media | Problem:
    """The format of a file by its content."""
    if data.startswith(_ZIP) and data[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08"):
        return Media.LEGACY if _ODT in data[:200] else _package(_directory(data))
    if data.startswith((_OLE, _RTF)):
        return Media.LEGACY
    if _PDF in data[:_WITHIN]:
        return Media.PDF
    if data.startswith(_PICTURES):
        return Media.PICTURE
    for magic, found in _OTHERS:
        if data.startswith(magic) and (magic != b"BM" or not is_text(data)):
            return problem("doc.read_format", found=found)
    start = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTML.match(start):
        return Media.HTML
    if start.startswith(b"<") and _FLAT in start[:4096]:
        return Media.DOCX
    if start.startswith(b"<?xml"):
        return problem("doc.read_format", found="XML")
    head = _MAIL.match(data[:_SNIFFED])
    if head is not None and len(_MAIL_HEADS.findall(head[0])) >= 2:
        return Media.MAIL
    if is_text(data):
        return Media.TEXT
    # Brings tables of characters with it that only texts of an odd encoding need.
    from .plain.decoding import decode

    if not isinstance(decode(data), Problem):
        return Media.TEXT
    return problem("doc.read_format", found="?")


def _package(names: bytes) -> Media | Problem:
    """What a ZIP file is by the names in it; Word's own program finds its parts by relation, wherever they stand."""
    other = next((found for part, found in _OTHER_PACKAGES if part in names), None)
    if other is None or _DOCUMENT in names:
        return Media.DOCX if _DOCUMENT in names or _CONTENT_TYPES in names else Media.ARCHIVE
    return problem("doc.read_format", found=other)


def _directory(data: bytes) -> bytes:
    """The directory at the end of a ZIP file, where a packed contract in it doesn't show its own names (APPNOTE 4.3).

    The whole file when its end is missing or lies: the reader will say so.
    """
    at = data.rfind(_ZIP_END, -_LONGEST_END)
    size, start = struct.unpack_from("<II", data, at + 12) if 0 <= at <= len(data) - 22 else (0, 0)
    directory = data[start : start + size]
    return directory if directory.startswith(_ZIP_ENTRY) else data


def suffix_of(data: bytes) -> str:
    """The usual suffix of a file of the `LEGACY` kind."""
    if data.startswith(_RTF):
        return "rtf"
    return "odt" if data.startswith(_ZIP) else "doc"


def is_text(data: bytes) -> bool:
    """Whether bytes may be text of some encoding: hardly any control characters, unless two bytes make a character."""
    sample = data[:_SNIFFED]
    if sample.startswith(_BYTE_ORDER_MARKS):
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls <= _CONTROL_SHARE * len(sample)
