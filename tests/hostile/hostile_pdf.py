"""PDF files made to hurt the reader. Objects are written by hand, so that they may lie."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

Build = Callable[[], bytes]

_CATALOG = {1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"}
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_TEXT = b"BT /F1 12 Tf 72 700 Td (Pay in 30 days) Tj ET"


def pdf(objects: Mapping[int, str | bytes], trailer: str = "/Root 1 0 R", start: int | None = None) -> bytes:
    """A PDF of objects with a true table of their places."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += (
            f"{number} 0 obj\n".encode() + (body.encode("latin-1") if isinstance(body, str) else body) + b"\nendobj\n"
        )
    table = len(out)
    out += f"xref\n0 {max(places) + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, max(places) + 1):
        out += f"{places.get(number, 0):010d} 00000 {'n' if number in places else 'f'} \n".encode()
    out += f"trailer << /Size {max(places) + 1} {trailer} >>\nstartxref\n".encode()
    out += f"{table if start is None else start}\n%%EOF\n".encode()
    return bytes(out)


def stream(data: bytes, head: str = "", length: int | None = None) -> bytes:
    """A stream object, with a length that may be false."""
    declared = len(data) if length is None else length
    return f"<< /Length {declared} {head} >>\nstream\n".encode() + data + b"\nendstream"


def page(content: bytes, extra: str = "", resources: str = "/Font << /F1 5 0 R >>") -> dict[int, str | bytes]:
    """A document of one page."""
    leaf = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << {resources} >> {extra} >>"
    )
    return {**_CATALOG, 3: leaf, 4: content, 5: _FONT}


def _deflated(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    filters = " ".join(["/FlateDecode"] * times)
    return stream(data, f"/Filter [{filters}]")


def _kids(count: int) -> bytes:
    kids = " ".join(["3 0 R"] * count)
    return pdf({**page(stream(_TEXT)), 2: f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"})


def _form_in_itself() -> bytes:
    form = stream(b"/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")
    return pdf({**page(stream(b"/X Do"), resources="/XObject << /X 6 0 R >>"), 6: form})


def _forms_doubling() -> bytes:
    objects: dict[int, str | bytes] = dict(page(stream(b"/X Do"), resources="/XObject << /X 6 0 R >>"))
    for number in range(6, 36):
        inner = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {number + 1} 0 R >> >>"
        objects[number] = stream(b"/X Do /X Do", inner)
    objects[36] = stream(_TEXT, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>")
    return pdf(objects)


def _object_stream() -> bytes:
    inner = b"1 0 " + b"<< /Type /Catalog /Pages 2 0 R >>" + b" " * 80_000_000
    body = zlib.compress(inner, 9)
    return pdf(
        {**page(stream(_TEXT)), 9: stream(body, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")}, "/Root 1 0 R"
    )


def _picture(head: str, data: bytes) -> bytes:
    image = stream(data, f"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceGray {head}")
    drawn = b"q 600 0 0 700 0 0 cm /X Do Q " + _TEXT
    resources = "/XObject << /X 6 0 R >> /Font << /F1 5 0 R >>"
    return pdf({**page(stream(drawn), resources=resources), 6: image})


def _fields_in_a_ring() -> bytes:
    form = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [7 0 R] >> >>"
    ring = {7: "<< /T (a) /Kids [8 0 R] /Parent 8 0 R >>", 8: "<< /T (b) /Kids [7 0 R] /Parent 7 0 R /FT /Tx /V (x) >>"}
    return pdf({**page(stream(_TEXT), "/Annots [7 0 R 8 0 R]"), 1: form, **ring})


def _bookmarks_in_a_ring() -> bytes:
    catalog = "<< /Type /Catalog /Pages 2 0 R /Outlines 7 0 R >>"
    ring = {7: "<< /First 8 0 R /Last 8 0 R >>", 8: "<< /Title (a) /Next 8 0 R /First 8 0 R /Parent 7 0 R >>"}
    return pdf({**page(stream(_TEXT)), 1: catalog, **ring})


def _map_of_characters() -> bytes:
    lines = "\n".join(f"<{at:04X}> <FFFF> <{at:04X}>" for at in range(20_000))
    cmap = (
        f"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 20000 beginbfrange {lines} endbfrange endcmap"
    )
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return pdf({**page(stream(_TEXT)), 5: font, 6: stream(cmap.encode())})


PDFS: dict[str, Build] = {
    "pdf-head-only": lambda: b"%PDF-1.7",
    "pdf-cut": lambda: pdf(page(stream(_TEXT)))[:300],
    "pdf-cut-in-the-table": lambda: pdf(page(stream(_TEXT)))[:-60],
    "pdf-table-nowhere": lambda: pdf(page(stream(_TEXT)), start=999_999_999),
    "pdf-table-before-itself": lambda: pdf(page(stream(_TEXT)), "/Root 1 0 R /Prev 9", start=9),
    "pdf-tables-in-a-ring": lambda: pdf(
        page(stream(_TEXT)), f"/Root 1 0 R /Prev {len(pdf(page(stream(_TEXT)))) - 300}"
    ),
    "pdf-no-root": lambda: pdf(page(stream(_TEXT)), ""),
    "pdf-root-is-a-page": lambda: pdf(page(stream(_TEXT)), "/Root 3 0 R"),
    "pdf-pages-in-a-ring": lambda: pdf({**page(stream(_TEXT)), 2: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}),
    "pdf-parent-in-a-ring": lambda: pdf(
        {**page(stream(_TEXT)), 2: "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>"}
    ),
    "pdf-100000-pages": lambda: _kids(100_000),
    "pdf-lying-count": lambda: pdf({**page(stream(_TEXT)), 2: "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"}),
    "pdf-negative-count": lambda: pdf({**page(stream(_TEXT)), 2: "<< /Type /Pages /Kids [3 0 R] /Count -7 >>"}),
    "pdf-stream-bomb": lambda: pdf(page(_deflated(b"0 0 m " * 40_000_000))),
    "pdf-stream-bomb-in-bombs": lambda: pdf(page(_deflated(b"\0" * 200_000_000, 3))),
    "pdf-blank-stream-bomb": lambda: pdf(page(_deflated(b" " * 300_000_000))),
    "pdf-text-bomb": lambda: pdf(
        page(_deflated(b"BT /F1 12 Tf 72 700 Td " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 400_000 + b"ET"))
    ),
    "pdf-million-lines": lambda: pdf(page(_deflated(b"0 0 m 600 700 l S " * 1_000_000))),
    "pdf-million-boxes": lambda: pdf(page(_deflated(b"10 10 50 20 re S " * 1_000_000))),
    "pdf-states-never-restored": lambda: pdf(page(_deflated(b"q " * 5_000_000 + _TEXT))),
    "pdf-lying-length": lambda: pdf(page(stream(_TEXT, length=2_000_000_000))),
    "pdf-negative-length": lambda: pdf(page(stream(_TEXT, length=-5))),
    "pdf-length-of-itself": lambda: pdf({**page(b"<< /Length 4 0 R >>\nstream\n" + _TEXT + b"\nendstream")}),
    "pdf-arrays-in-arrays": lambda: pdf(page(stream(_TEXT), "/X " + "[" * 100_000 + "]" * 100_000)),
    "pdf-dictionaries-in-dictionaries": lambda: pdf(
        page(stream(_TEXT), "/X " + "<< /X " * 50_000 + "1" + " >>" * 50_000)
    ),
    "pdf-references-in-a-ring": lambda: pdf({**page(b"5 0 R"), 5: "6 0 R", 6: "4 0 R"}),
    "pdf-form-in-itself": _form_in_itself,
    "pdf-forms-doubling": _forms_doubling,
    "pdf-object-stream-bomb": _object_stream,
    "pdf-giant-picture": lambda: _picture(
        "/BitsPerComponent 8 /Filter /FlateDecode", zlib.compress(b"\0" * 10_000_000, 9)
    ),
    "pdf-jbig2-bomb": lambda: _picture(
        "/BitsPerComponent 1 /Filter /JBIG2Decode", b"\0\0\0\0\x30\0\1\0\0\0\x13" + b"\xff" * 64
    ),
    "pdf-jpeg2000-garbage": lambda: _picture(
        "/BitsPerComponent 8 /Filter /JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff" * 64
    ),
    "pdf-predictor-lies": lambda: pdf(
        page(stream(zlib.compress(_TEXT), "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 >>"))
    ),
    "pdf-page-without-end": lambda: pdf(
        {**page(stream(_TEXT)), 3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e9 1e9] /Contents 4 0 R >>"}
    ),
    "pdf-page-of-nothing": lambda: pdf(
        {**page(stream(_TEXT)), 3: "<< /Type /Page /Parent 2 0 R /MediaBox [5 5 5 5] /Contents 4 0 R >>"}
    ),
    "pdf-places-of-no-number": lambda: pdf(page(stream(b"BT /F1 1e38 Tf 1e300 -1e300 Td (x) Tj ET nan inf m"))),
    "pdf-fields-in-a-ring": _fields_in_a_ring,
    "pdf-bookmarks-in-a-ring": _bookmarks_in_a_ring,
    "pdf-map-of-characters": _map_of_characters,
    "pdf-runs-javascript": lambda: pdf(
        {**page(stream(_TEXT)), 1: "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(1);) >> >>"}
    ),
    "pdf-launches-a-program": lambda: pdf(
        {**page(stream(_TEXT)), 1: "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>"}
    ),
}
