"""The format of a file by what is in it, never by its name."""

from __future__ import annotations

import re

from .document import Media
from .plain.decoding import decode
from .problem import Problem, problem

_PDF = b"%PDF-"
_WITHIN = 1024
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_WORD_PART = b"word/"
_OTHER_PACKAGES = ((b"xl/workbook", "XLSX"), (b"ppt/presentation", "PPTX"), (b"META-INF/container.xml", "EPUB"))
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_SNIFFED = 65_536
_CONTROL_SHARE = 0.02
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b")) + b"\x7f"
_OTHERS = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"%!PS", "PostScript"),
    (b"\x1f\x8b", "gzip"),
)
_FLAT = b"http://schemas.microsoft.com/office/2006/xmlpackage"
_HTML = re.compile(rb"(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
# A mail starts with header lines, of which these are in every one (RFC 5322, 3.6).
_MAIL = re.compile(rb"\A(?:[A-Za-z][\w-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){3,}")
_MAIL_HEADS = re.compile(rb"^(?:from|date|mime-version|received|message-id):", re.I | re.M)


def format_of(data: bytes) -> Media | Problem:
    """The format of a file by its content."""
    if data.startswith(_ZIP) and data[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08"):
        if _ODT in data[:200]:
            return Media.LEGACY
        if _WORD_PART in data:
            return Media.DOCX
        other = next((found for part, found in _OTHER_PACKAGES if part in data), None)
        return Media.ARCHIVE if other is None else problem("doc.read_format", found=other)
    if data.startswith((_OLE, _RTF)):
        return Media.LEGACY
    if _PDF in data[:_WITHIN]:
        return Media.PDF
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
    if is_text(data) or not isinstance(decode(data), Problem):
        return Media.TEXT
    return problem("doc.read_format", found="?")


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
