"""ZIP packages opened under guard: nothing is unpacked before its price is known.

The limits follow the attacks seen on document readers: an archive of a million entries, parts that unpack to
gigabytes, two parts of one name (each reader sees another one), entries that overlap, encrypted entries, paths that
leave the package.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .document import Limits
from .problem import Problem, problem

_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CENTRAL_ENTRY = b"PK\x01\x02"
_RATIO_FROM = 1_000_000
_CHUNK = 1 << 16
# Blank pictures shrink a thousandfold and are never unpacked here.
_PICTURES = (".bmp", ".emf", ".wmf", ".png", ".tif", ".tiff", ".gif", ".jpg", ".jpeg", ".ico")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Archive:
    """A package whose directory passed all guards."""

    file: zipfile.ZipFile
    entries: Mapping[str, zipfile.ZipInfo]
    """By name in lower case: part names don't differ by case (ECMA-376 part 2, 9.1.1)."""
    limits: Limits
    _kept: dict[str, bytes] = field(default_factory=dict)
    """Parts unpacked by `keep`."""

    def keep(self, name: str) -> bytes | Problem:
        """One part unpacked, as `read` does; the next reading of it costs nothing."""
        data = self.read(name)
        if isinstance(data, bytes):
            self._kept[name.lower()] = data
        return data

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.entries

    def read(self, name: str) -> bytes | Problem:
        """One part unpacked, never beyond its declared size; a name that isn't there is a missing part."""
        kept = self._kept.pop(name.lower(), None)
        if kept is not None:
            return kept
        entry = self.entries.get(name.lower())
        if entry is None:
            return problem("doc.missing_part", part=name)
        if _too_dense(entry, self.limits):
            return problem("doc.archive_ratio", part=name, limit=self.limits.archive_ratio)
        chunks = bytearray()
        try:
            with self.file.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    chunks += chunk
                    if len(chunks) > entry.file_size:
                        return problem("doc.archive_damaged", why=name)
        except _BROKEN:
            return problem("doc.archive_damaged", why=name)
        return bytes(chunks)


def open_archive(data: bytes, limits: Limits) -> Archive | Problem:
    """A ZIP package, or what is wrong with it. Only its directory is read."""
    if data.startswith(_OLE_MAGIC):
        return problem("doc.ole")
    if not data.startswith(_ZIP_MAGIC):
        return problem("doc.not_zip")
    # zipfile builds an object for every entry, so they are counted before it is asked.
    if data.count(_CENTRAL_ENTRY) > limits.archive_entries:
        return problem("doc.archive_entries", limit=limits.archive_entries)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        return problem("doc.archive_damaged", why="ZIP")
    entries = file.infolist()
    wrong = _check(entries, limits)
    if wrong is not None:
        return wrong
    return Archive(file, {entry.filename.lower(): entry for entry in entries if not entry.is_dir()}, limits)


def _check(entries: list[zipfile.ZipInfo], limits: Limits) -> Problem | None:
    if len(entries) > limits.archive_entries:
        return problem("doc.archive_entries", limit=limits.archive_entries)
    if sum(entry.file_size for entry in entries) > limits.archive_bytes:
        return problem("doc.archive_bytes", limit=limits.archive_bytes)
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if _leaves_the_package(name):
            return problem("doc.archive_path", part=_printable(name))
        if name.lower() in seen:
            return problem("doc.archive_duplicate", part=name)
        seen.add(name.lower())
        if entry.flag_bits & 0x1:
            return problem("doc.archive_encrypted", part=name)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return problem("doc.archive_damaged", why=name)
        if _too_dense(entry, limits) and not name.lower().endswith(_PICTURES):
            return problem("doc.archive_ratio", part=name, limit=limits.archive_ratio)
    return problem("doc.archive_damaged", why="ZIP") if _overlap(entries) else None


def _leaves_the_package(name: str) -> bool:
    parts = name.split("/")
    return (
        not name or "\\" in name or "\0" in name or ":" in name or name.startswith("/") or ".." in parts or "." in parts
    )


def _too_dense(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    return entry.file_size > _RATIO_FROM and entry.file_size > limits.archive_ratio * max(entry.compress_size, 1)


def _overlap(entries: Iterable[zipfile.ZipInfo]) -> bool:
    """Whether two entries share packed bytes: the trick behind the densest bombs."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            return True
        end = entry.header_offset + entry.compress_size
    return False


def _printable(name: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in name)[:80]
