"""Policy files read, laid out and replaced: a file is written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import limits
from ..core import Span
from ..diagnostics import Diagnostic
from ..load import policy_files, read_policy
from .format import format_text

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Laid:
    """What became of one file: `after` is None when it isn't touched, because of its diagnostics or else of a
    mistake of the formatter itself."""

    path: str
    before: str
    after: str | None
    diagnostics: tuple[Diagnostic, ...] = ()
    changed: bool = False
    """Whether the bytes of the file would change; line ends and a byte order mark count."""
    stream: bool = False
    """It came from standard input."""


def lay_out(paths: Sequence[str], language: str | None, stdin: bytes = b"") -> Iterator[Laid]:
    """Every policy file of the paths laid out in a language, or each in its own; of a folder, every one below it."""
    for path in paths:
        if path == STDIN:
            yield _of_bytes(stdin, "<stdin>", language)
            continue
        problems: list[Diagnostic] = []
        for file in policy_files([Path(path)], problems):
            yield _of_file(file, language)
        if problems:
            yield Laid(path, "", None, tuple(problems))


def _of_file(path: Path, language: str | None) -> Laid:
    problems: list[Diagnostic] = []
    text = read_policy(path, problems)
    if text is None:
        return Laid(str(path), "", None, tuple(problems))
    return _of_text(text, str(path), language, path.read_bytes())


def _of_bytes(raw: bytes, name: str, language: str | None) -> Laid:
    where = Span(name, 1, 1, 1, 1)
    if len(raw) > limits.MAX_BYTES:
        values = (("path", name), ("limit", f"{limits.MAX_BYTES:,}"), ("size", f"{len(raw):,}"))
        return Laid(name, "", None, (Diagnostic("E501b", where, values),))
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        offset = (("path", name), ("offset", str(problem.start)))
        return Laid(name, "", None, (Diagnostic("E509", where, offset),))
    return _of_text(text, name, language, raw, stream=True)


def _of_text(text: str, name: str, language: str | None, raw: bytes, stream: bool = False) -> Laid:
    formatted = format_text(text, name, language)
    changed = formatted.text is not None and formatted.text.encode("utf-8") != raw
    return Laid(name, text, formatted.text, formatted.diagnostics, changed, stream)


def replace(path: Path, text: str) -> None:
    """Put a text in the place of a file, keeping its mode. The file has its old text until the new one is safe on disk.

    A file that is reached by a link is replaced where it lies. Raises OSError; then the file is as it was.
    """
    target = path.resolve()
    mode = stat.S_IMODE(target.stat().st_mode)
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "permission denied")
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
