"""The templates in use: the company's own where it has them, else the shipped ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .build import KINDS, LANGUAGES, shipped, template_name

_LARGEST = 20_000_000
"""Bytes a template may unpack to."""


@dataclass(frozen=True, slots=True)
class LetterProblem:
    """What keeps letters from being written, as a message key with its values."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Templates:
    """The company's files by kind and language."""

    own: Mapping[str, bytes]

    def open(self, kind: str, language: str) -> Any:
        """A fresh document of python-docx."""
        data = self.own.get(template_name(kind, language))
        if data is None:
            return shipped(kind, language)
        from docx import Document

        return Document(io.BytesIO(data))

    def path_of(self, kind: str, language: str) -> str:
        """The name a message calls the template by."""
        return template_name(kind, language)


def names() -> tuple[str, ...]:
    """The file names a company may give."""
    return tuple(template_name(kind, language) for kind in KINDS for language in LANGUAGES)


def load_templates(where: str | None) -> Templates | LetterProblem:
    """The templates of a folder or a file; a folder without any of the known names is a problem."""
    if where is None:
        return Templates({})
    path = Path(where)
    files = [path] if path.is_file() else [path / name for name in names() if (path / name).is_file()]
    if not files or any(each.name not in names() for each in files):
        return LetterProblem("collection.template_missing", (("path", where), ("names", ", ".join(names()))))
    own: dict[str, bytes] = {}
    for each in files:
        data = _whole(each)
        if data is None:
            return LetterProblem("collection.template_broken", (("path", str(each)),))
        own[each.name] = data
    return Templates(own)


def _whole(path: Path) -> bytes | None:
    """The bytes of a document that opens; None for anything else."""
    from docx import Document

    try:
        data = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(each.file_size for each in package.infolist()) > _LARGEST:
                return None
        Document(io.BytesIO(data))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError):
        return None
    return data


def unknown_placeholders(found: Iterator[str], known: frozenset[str]) -> tuple[str, ...]:
    """The placeholders of a template that nothing fills, each once."""
    return tuple(dict.fromkeys(each for each in found if each not in known))
