"""Files that carry a contract and its annexes: ZIP archives and e-mails. Their parts come out; each is then read."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import PurePosixPath

from .archive import open_archive
from .document import Limits
from .picture_size import SUFFIXES as PICTURES
from .picture_size import may_be_page
from .problem import Problem, problem

SUFFIXES = frozenset((".docx", ".docm", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".txt", ".md", ".html", ".htm"))
MOST_PARTS = 50
_MOST_PICTURES = 200
_DEEPEST_PARTS = 100
"""Parts of a mail inside one another that are told as too many; how many Python's reader takes is its own affair."""
_CONTRACT = re.compile(r"合同|协议|contract|agreement", re.I)
_ANNEX = re.compile(r"附件|附录|清单|annex|appendix|schedule|exhibit|attachment", re.I)
_NUMBER = re.compile(r"\d+")


def carried_by_archive(data: bytes, limits: Limits) -> list[tuple[str, bytes]] | Problem:
    """The contract files in a ZIP archive, the contract before its annexes; nothing else is unpacked."""
    archive = open_archive(data, limits)
    if isinstance(archive, Problem):
        return archive
    found: list[tuple[str, bytes]] = []
    for entry in archive.entries.values():
        name = _name(entry.filename, utf8=bool(entry.flag_bits & 0x800))
        path = PurePosixPath(name)
        if (
            path.suffix.lower() not in SUFFIXES | PICTURES
            or path.name.startswith((".", "~$"))
            or "__MACOSX" in path.parts
        ):
            continue
        content = archive.read(entry.filename)
        if isinstance(content, Problem):
            return content
        if (wrong := _add(found, name, content)) is not None:
            return wrong
    return sorted(found, key=_order) if found else Problem("doc.bundle_empty")


def carried_by_mail(data: bytes, limits: Limits) -> list[tuple[str, bytes]] | Problem:
    """The contract files attached to an e-mail (RFC 5322, MIME); without any, the text of the mail itself."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        return _carried(message, limits)
    except RecursionError:
        return problem("doc.bundle_depth", limit=_DEEPEST_PARTS)
    except (LookupError, ValueError):
        return problem("doc.bundle_damaged")


def _carried(message: EmailMessage, limits: Limits) -> list[tuple[str, bytes]] | Problem:
    found: list[tuple[str, bytes]] = []
    for part in _attachments(message):
        name = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
        if PurePosixPath(name).suffix.lower() not in SUFFIXES | PICTURES:
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content:
            wrong = _add(found, name, content[: limits.file_bytes])
            if wrong is not None:
                return wrong
    if found:
        return sorted(found, key=_order)
    body = message.get_body(("plain", "html"))
    content = body.get_payload(decode=True) if body is not None else None
    if not isinstance(content, bytes) or not content.strip():
        return Problem("doc.bundle_empty")
    suffix = "html" if body is not None and body.get_content_subtype() == "html" else "txt"
    return [(f"mail.{suffix}", content)]


def _add(found: list[tuple[str, bytes]], name: str, content: bytes) -> Problem | None:
    """Takes a part in; not the picture of a logo, and not more parts than a contract can have."""
    kinds = PICTURES if _is_picture(name) else SUFFIXES
    most = _MOST_PICTURES if kinds is PICTURES else MOST_PARTS
    if kinds is PICTURES and not may_be_page(content):
        return None
    if sum(PurePosixPath(each).suffix.lower() in kinds for each, _ in found) >= most:
        return problem("doc.bundle_parts", limit=most)
    found.append((name, content))
    return None


def _is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PICTURES


def _attachments(message: EmailMessage) -> list[EmailMessage]:
    """Every part with a file name, also inside of forwarded mails."""
    return [part for part in message.walk() if part.get_filename() and isinstance(part, EmailMessage)]


def _order(part: tuple[str, bytes]) -> tuple[int, list[int], str]:
    """The contract first, its annexes by their numbers."""
    name = PurePosixPath(part[0]).name
    is_annex = _ANNEX.search(name) is not None
    rank = 2 if is_annex else 0 if _CONTRACT.search(name) else 1
    return rank, [int(each[:9]) for each in _NUMBER.findall(name)], part[0]


def _name(written: str, *, utf8: bool) -> str:
    """The name of an entry; Chinese Windows writes it in GBK without saying so."""
    if utf8 or written.isascii():
        return written
    try:
        raw = written.encode("cp437")
    except UnicodeEncodeError:
        return written
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return written
