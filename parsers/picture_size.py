"""How large a picture is by its head, and whether it can be a page; nothing is unpacked."""

from __future__ import annotations

import struct

SUFFIXES = frozenset((".png", ".jpg", ".jpeg"))
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_JPEG = b"\xff\xd8"
_LEAST_SIDE, _LEAST_PIXELS = 400, 300_000
"""A page of A4 at 72 dots an inch has 595 × 842; logos, seals and the signs of social networks are smaller."""
_LEAST_BYTES = 10_000
_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_ALONE = frozenset((0x01, *range(0xD0, 0xDA)))


def may_be_page(data: bytes) -> bool:
    """Whether a picture is large enough for a page's words; one whose size can't be told may be, unless it is tiny."""
    size = picture_size(data)
    if size is None:
        return len(data) >= _LEAST_BYTES
    return min(size) >= _LEAST_SIDE and size[0] * size[1] >= _LEAST_PIXELS


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as a PNG (ISO/IEC 15948) or JPEG (ITU-T T.81) says; None for anything else."""
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = struct.unpack_from(">II", data, 16)
        return width, height
    return _jpeg_size(data) if data.startswith(_JPEG) else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return None
