"""Checked contracts written to files with their notes in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ...checker.report import DocumentReport, Report
from ...messages import say
from ...parsers.document import Document, Limits, Media
from ...parsers.formats import format_of
from ...parsers.isolation import shared_worker
from ...parsers.problem import Problem, problem
from ...parsers.wire import answers_of
from ...policylang.core import Program
from .docx import mark_docx
from .notes import notes_of
from .paper import Marked, Paper
from .pdf import mark_pdf
from .targets import targets

_LIMITS = Limits()
_ANSWERS = answers_of(Marked)

FORMATS = {"docx": Media.DOCX, "pdf": Media.PDF}
"""The formats of `--output` that give contracts back, and what they have to be read from."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, what there is to tell of others, and whether the job couldn't be done."""

    files: tuple[Path, ...] = ()
    told: tuple[Problem, ...] = ()
    failed: bool = False


def write_marked(form: str, report: Report, language: str, where: str, redline: bool = False) -> Written:
    """Write every contract of the format `form` with its notes. Raises `OSError` where a file can't be written.

    Contracts of other formats are passed over and told of; nothing is written when there is no other, or when the
    files wouldn't have places of their own.
    """
    told: list[Problem] = []
    sources: dict[str, tuple[DocumentReport, bytes]] = {}
    for document in report.documents:
        data = _source(document, FORMATS[form])
        if isinstance(data, Problem):
            told.append(data)
        else:
            sources[document.path] = document, data
    if not sources:
        return Written(told=tuple(told) or (problem("marked.none", form=form),), failed=True)
    places = targets(tuple(sources), where, form, [document.path for document in report.documents])
    if isinstance(places, Problem):
        return Written(told=(*told, places), failed=True)
    files: list[Path] = []
    failed = False
    for path, (document, data) in sources.items():
        match marked(form, data, paper_of(document, report.program, language), redline):
            case Problem() as why:
                failed = True
                told.append(_with_path(why, path, language))
            case Marked(content, notice):
                places[path].parent.mkdir(parents=True, exist_ok=True)
                places[path].write_bytes(content)
                files.append(places[path])
                if notice:
                    told.append(problem(notice, path=path))
    return Written(tuple(files), tuple(told), failed)


def _with_path(why: Problem, path: str, language: str) -> Problem:
    """A problem that names its file: the readers' don't."""
    if why.key.startswith("marked."):
        return why
    return problem("marked.failed", path=path, why=say(why.key, language, why.values))


def paper_of(document: DocumentReport, program: Program, language: str) -> Paper:
    """What is to be written into a contract."""
    read = Document(document.path, document.sha256, Media.DOCX, document.blocks, document.tables, document.language)
    return Paper(read, notes_of(document, program, language), document.as_of, language)


def marked(form: str, data: bytes, paper: Paper, redline: bool = False, limits: Limits = _LIMITS) -> Marked | Problem:
    """A contract with its notes, made in the process that files are read in: what is in it may be hostile."""
    answer = (
        shared_worker().call(mark_docx, (data, paper, redline, limits), limits, _ANSWERS)
        if form == "docx"
        else shared_worker().call(mark_pdf, (data, paper), limits, _ANSWERS)
    )
    return answer if isinstance(answer, Marked | Problem) else Problem("doc.read_crashed")


def _source(document: DocumentReport, media: Media) -> bytes | Problem:
    """The bytes that were checked, if they are of the format; or why they can't be written in."""
    try:
        data = Path(document.path).read_bytes()
    except OSError:
        return problem("marked.changed", path=document.path)
    if hashlib.sha256(data).hexdigest() != document.sha256:
        return problem("marked.changed", path=document.path)
    if format_of(data) is not media:
        return problem("marked.not_docx" if media is Media.DOCX else "marked.not_pdf", path=document.path)
    if media is Media.DOCX and not data.startswith(b"PK"):
        return problem("marked.flat", path=document.path)
    return data
