"""DOCX files become documents: the final reading of all tracked changes, with every part a reader sees."""

from __future__ import annotations

from ..aside import hidden_words, struck_words
from ..collection import without_collection
from ..document import Document, Gap, Limits, Media, Part, Unreadable, View
from ..language import language_of
from ..problem import Problem, problem
from .flat import packed
from .package import open_package
from .walk import Walk


def read_docx(path: str, data: bytes, sha256: str, limits: Limits, view: View = View.FINAL) -> Document | Unreadable:
    """The document in a DOCX file (ECMA-376, Transitional or Strict), or what stops it from being read."""
    with without_collection():
        return _read(path, data, sha256, limits, view)


def _read(path: str, data: bytes, sha256: str, limits: Limits, view: View) -> Document | Unreadable:
    content = packed(data, limits) if data.lstrip(b"\xef\xbb\xbf").startswith(b"<") else data
    package = content if isinstance(content, Problem) else open_package(content, limits)
    if isinstance(package, Problem):
        return package.unreadable(path, sha256)
    walk = Walk(package, view)
    walk.body()
    walk.edges()
    walk.comments()
    refusal = _refusal(walk, limits)
    if refusal is not None:
        return refusal.unreadable(path, sha256)
    tables = tuple(sorted(walk.tables, key=lambda table: table.index))
    blocks = tuple(walk.blocks)
    gaps = (*_gaps(walk), *hidden_words(blocks), *struck_words(blocks))
    return Document(path, sha256, Media.DOCX, blocks, tables, language_of(blocks), gaps=gaps, view=view)


def _refusal(walk: Walk, limits: Limits) -> Problem | None:
    if sum(len(block.text) for block in walk.blocks) > limits.characters:
        return problem("doc.too_long", limit=limits.characters)
    if any(block.text.strip() for block in walk.blocks if block.location.part is not Part.COMMENT):
        return None
    unread = _gaps(walk)
    if walk.pictures or not unread:
        return problem("doc.only_pictures" if walk.pictures else "doc.empty")
    return Problem(unread[0].key, unread[0].values)


def _gaps(walk: Walk) -> tuple[Gap, ...]:
    counts = (
        ("doc.page_picture", walk.page_pictures),
        ("doc.embedded_object", walk.objects),
        ("doc.imported_part", walk.imported),
    )
    return tuple(Gap(key, values=(("count", str(count)),)) for key, count in counts if count)
