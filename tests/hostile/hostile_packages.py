"""DOCX and ZIP packages made to hurt the reader."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

Build = Callable[[], bytes]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TEXT = "<w:p><w:r><w:t>Pay in 30 days</w:t></w:r></w:p>"


def part(root: str, inner: str, head: str = "") -> str:
    """An XML part."""
    return f'<?xml version="1.0"?>{head}<w:{root} xmlns:w="{W}" xmlns:r="{OFFICE}">{inner}</w:{root}>'


def docx(body: str = TEXT, head: str = "", *, raw: bytes | None = None, **parts: str) -> bytes:
    """A package; `parts` are whole XML parts by their names."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>' for name in parts
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": raw if raw is not None else part("document", f"<w:body>{body}</w:body>", head),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return zipped(files)


def zipped(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _patched(data: bytes, offset: int, value: int, size: str) -> bytes:
    """A field changed in every entry, in its own head and in the directory."""
    changed = bytearray(data)
    for mark, base in ((b"PK\3\4", offset), (b"PK\1\2", offset + 2)):
        at = changed.find(mark)
        while at >= 0:
            struct.pack_into(size, changed, at + base, value)
            at = changed.find(mark, at + 4)
    return bytes(changed)


def _twice(second: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", part("document", f"<w:body>{TEXT}</w:body>"))
        archive.writestr("word/other___.xml", part("document", "<w:body/>"))
    return out.getvalue().replace(b"word/other___.xml", second.encode())


def _renamed(name: bytes) -> bytes:
    data = zipped({"word/document.xml": part("document", f"<w:body>{TEXT}</w:body>"), "word/placeholder.xml": "<a/>"})
    return data.replace(b"word/placeholder.xml", name.ljust(len(b"word/placeholder.xml"), b"x"))


def _nested_zips(depth: int) -> bytes:
    data = zipped({"contract.txt": "Pay in 30 days"})
    for _ in range(depth):
        data = zipped({"contract.txt": data})
    return data


def _zip_of_zips() -> bytes:
    inner = zipped({"contract.txt": "0" * 5_000_000})
    return zipped({f"{at}.txt": inner for at in range(49)})


def _laughs() -> str:
    entities = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    return f'<!DOCTYPE w [<!ENTITY l0 "lol">{entities}]>'


def _cells(rows: int, columns: int) -> str:
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * columns + "</w:tr>"
    return f"<w:tbl>{row * rows}</w:tbl>"


def _numbering(inner: str) -> str:
    return part("numbering", inner)


_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_NUMBERED = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Pay</w:t></w:r></w:p>'
)

PACKAGES: dict[str, Build] = {
    "zip-cut": lambda: docx()[:200],
    "zip-directory-lost": lambda: docx()[:-40],
    "zip-ratio-bomb": lambda: docx(TEXT + "<w:p/>" * 3_000_000),
    "zip-many-entries": lambda: zipped(
        {"word/document.xml": "<a/>", **{f"x/{at}": "" for at in range(20_000)}}, zipfile.ZIP_STORED
    ),
    "zip-part-twice": lambda: _twice("word/document.xml"),
    "zip-part-twice-by-case": lambda: _twice("WORD/DOCUMENT.XML"),
    "zip-path-up": lambda: _renamed(b"../../etc/passwd"),
    "zip-path-absolute": lambda: _renamed(b"/etc/cron.d/evil"),
    "zip-path-backslash": lambda: _renamed(b"..\\..\\evil.dll"),
    "zip-path-nul": lambda: _renamed(b"word/a\0b"),
    "zip-encrypted": lambda: _patched(docx(), 6, 1, "<H"),
    "zip-unknown-compression": lambda: _patched(docx(), 8, 99, "<H"),
    "zip-lying-size-small": lambda: _patched(docx(TEXT * 1000), 22, 10, "<I"),
    "zip-lying-size-large": lambda: _patched(docx(), 22, 4_000_000_000, "<I"),
    "zip-lying-checksum": lambda: _patched(docx(), 14, 12345, "<I"),
    "zip-in-zips": lambda: _nested_zips(40),
    "zip-of-large-zips": _zip_of_zips,
    "zip-without-contract": lambda: zipped({"a.exe": "MZ"}),
    "docx-laughs": lambda: docx("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", _laughs()),
    "docx-external-entity": lambda: docx(
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ),
    "docx-parameter-entity": lambda: docx(TEXT, '<!DOCTYPE w [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]>'),
    "docx-doctype-in-styles": lambda: docx(styles=part("styles", "", "<!DOCTYPE w [<!ENTITY a 'b'>]>")),
    "docx-doctype-in-utf16": lambda: docx(
        raw=part("document", "<w:body/>", _laughs()).replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")
    ),
    "docx-deep": lambda: docx("<w:sdt><w:sdtContent>" * 50_000 + TEXT + "</w:sdtContent></w:sdt>" * 50_000),
    "docx-deep-tables": lambda: docx("<w:tbl><w:tr><w:tc>" * 3_000 + TEXT + "</w:tc></w:tr></w:tbl>" * 3_000),
    "docx-long-attribute": lambda: docx(f'<w:p w:rsidR="{"a" * 11_000_000}"/>' + TEXT),
    "docx-long-text": lambda: docx(f"<w:p><w:r><w:t>{'付款' * 6_000_000}</w:t></w:r></w:p>"),
    "docx-many-names": lambda: docx("".join(f'<w:p xmlns:n{at}="urn:n{at}"/>' for at in range(100_000)) + TEXT),
    "docx-many-runs": lambda: docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 300_000 + "</w:p>"),
    "docx-many-cells": lambda: docx(_cells(1_000, 1_000)),
    "docx-cells-of-millions": lambda: docx(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>' + TEXT
    ),
    "docx-merged-without-end": lambda: docx(
        "<w:tbl>" + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>" * 50_000 + "</w:tbl>" + TEXT
    ),
    "docx-fields-without-end": lambda: docx(f"<w:p>{_BEGIN * 100_000}<w:r><w:t>Pay in 30 days</w:t></w:r></w:p>"),
    "docx-changes-in-changes": lambda: docx(
        "<w:p>" + '<w:ins w:id="1" w:author="a">' * 150 + "<w:r><w:t>Pay</w:t></w:r>" + "</w:ins>" * 150 + "</w:p>"
    ),
    "docx-styles-in-a-ring": lambda: docx(
        '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Pay</w:t></w:r></w:p>',
        styles=part(
            "styles",
            '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        ),
    ),
    "docx-lists-in-a-ring": lambda: docx(
        _NUMBERED,
        numbering=_numbering(
            '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        ),
        styles=part(
            "styles", '<w:style w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        ),
    ),
    "docx-roman-number-of-billions": lambda: docx(
        _NUMBERED,
        numbering=_numbering(
            '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        ),
    ),
    "docx-number-no-integer": lambda: docx(_NUMBERED.replace('w:val="1"', f'w:val="{"9" * 5000}"')),
    "docx-note-of-itself": lambda: docx(
        '<w:p><w:r><w:t>Pay</w:t><w:footnoteReference w:id="2"/></w:r></w:p>',
        footnotes=part(
            "footnotes",
            '<w:footnote w:id="2"><w:p><w:r><w:footnoteReference w:id="2"/><w:t>note</w:t></w:r></w:p></w:footnote>',
        ),
    ),
    "docx-document-missing": lambda: zipped({"word/other.xml": "<a/>"}),
    "docx-document-is-html": lambda: docx(raw=b"<html><body>word/</body></html>"),
    "docx-broken-xml": lambda: docx(raw=b"<w:document><w:body>"),
    "docx-nul-in-xml": lambda: docx(raw=part("document", f"<w:body>{TEXT}\0</w:body>").encode()),
    "docx-processing-bomb": lambda: docx("<?x y?>" * 500_000 + TEXT),
    "docx-comment-bomb": lambda: docx("<!--" + "x" * 9_000_000 + "-->" + TEXT),
}
