"""Pictures and scans made to hurt text recognition; alone, in a PDF, in a Word file."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

Build = Callable[[], bytes]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, pixels: bytes, *extra: bytes, depth: int = 1) -> bytes:
    """A grey PNG whose head may lie about its pixels."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _zeros(count: int) -> bytes:
    """So many bytes of nothing, packed a thousandfold."""
    packer = zlib.compressobj(9)
    block = bytes(1_000_000)
    return b"".join(packer.compress(block) for _ in range(count // len(block))) + packer.flush()


def _jpeg(width: int, height: int) -> bytes:
    """The head of a JPEG, and no picture."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + bytes((1, 0x11, 0))
    scan = bytes((1, 1, 0, 0, 63, 0))
    table = bytes(64)
    return (
        b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
        + b"\xff\xdb" + struct.pack(">HB", 67, 0) + table
        + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame
        + b"\xff\xda" + struct.pack(">H", len(scan) + 2) + scan
        + bytes(1000) + b"\xff\xd9"
    )  # fmt: skip


def pdf_picture(width: int, height: int, stream: bytes, about: str) -> bytes:
    """A PDF of one page that is a picture."""
    draw = b"q 595 0 0 842 0 0 cm /I Do Q"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/Length %d %s>>stream\n%s\nendstream"
        % (width, height, len(stream), about.encode(), stream),
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = (
        b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )
    return out + end


def _jbig2(width: int, height: int) -> bytes:
    """A page and a generic region of a size, and no data for it (ITU-T T.88, 7.4)."""
    page = struct.pack(">IBBBI", 0, 0x30, 0, 1, 19) + struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIB", width, height, 0, 0, 0) + bytes((0, 3, 255, 253, 255, 2, 254, 254, 254)) + bytes(64)
    return page + struct.pack(">IBBBI", 1, 0x26, 0, 1, len(region)) + region


_GREY = "/ColorSpace/DeviceGray/BitsPerComponent {} /Filter/{}"


def pasted(picture: bytes, name: str = "image1.png", words: str = "") -> bytes:
    """A Word file with a picture as large as a page."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        f'xmlns:r="{office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    )
    text = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" if words else ""
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="7000000" cy="9900000"/><a:blip r:embed="p1"/></wp:inline></w:drawing>'
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f"<w:document {names}><w:body>{text}<w:p><w:r>{drawing}</w:r></w:p></w:body></w:document>",
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{relations}"><Relationship Id="p1" Type="{office}/image" Target="media/{name}"/></Relationships>',
        )
        archive.writestr(f"word/media/{name}", picture)
    return out.getvalue()


PICTURES: dict[str, Build] = {
    "png-size-of-millions": lambda: png(2**31 - 1, 2**31 - 1, zlib.compress(bytes(1000))),
    "png-says-more-than-it-holds": lambda: png(8000, 10000, zlib.compress(bytes(1000))),
    "png-of-nothing": lambda: png(0, 0, b""),
    "png-pixel-bomb": lambda: png(12_000, 7_000, _zeros(200_000_000), depth=8),
    "png-text-bomb": lambda: png(
        100, 100, zlib.compress(bytes(1400)), _chunk(b"zTXt", b"Comment\0\0" + _zeros(300_000_000))
    ),
    "png-profile-bomb": lambda: png(
        100, 100, zlib.compress(bytes(1400)), _chunk(b"iCCP", b"p\0\0" + _zeros(300_000_000))
    ),
    "png-cut": lambda: png(2000, 3000, _zeros(1_000_000))[:400],
    "png-one-line": lambda: png(60_000, 1, zlib.compress(bytes(60_001)), depth=8),
    "jpeg-size-of-thousands": lambda: _jpeg(65_500, 65_500),
    "jpeg-without-a-picture": lambda: _jpeg(2000, 3000),
    "pdf-picture-of-gigapixels": lambda: pdf_picture(
        50_000, 50_000, _zeros(50_000_000), _GREY.format(8, "FlateDecode")
    ),
    "pdf-picture-jbig2": lambda: pdf_picture(60_000, 60_000, _jbig2(60_000, 60_000), _GREY.format(1, "JBIG2Decode")),
    "pdf-picture-jbig2-lies": lambda: pdf_picture(10, 10, _jbig2(2**31 - 1, 2**31 - 1), _GREY.format(1, "JBIG2Decode")),
    "pdf-picture-jpx-garbage": lambda: pdf_picture(
        3000, 3000, b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff" * 999, "/Filter/JPXDecode"
    ),
    "docx-picture-size-of-millions": lambda: pasted(png(2**31 - 1, 2**31 - 1, zlib.compress(bytes(1000)))),
    "docx-picture-pixel-bomb": lambda: pasted(png(12_000, 7_000, _zeros(84_000_000), depth=8), words="采购合同"),
    "docx-picture-is-no-picture": lambda: pasted(b"MZ\x90\0 not a picture", words="采购合同"),
}
