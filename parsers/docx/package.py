"""The parts of a DOCX package, found by their relationships and parsed under guard."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from ..archive import Archive, open_archive
from ..document import Limits
from ..problem import Problem, problem
from .xml import W, has_doctype, parse_part

_DOCUMENT = "word/document.xml"
_USED = ("settings", "styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")


@dataclass(frozen=True, slots=True)
class Package:
    """The document part and the parts it draws on."""

    document: etree._Element
    parts: Mapping[str, etree._Element] = field(default_factory=dict)
    """`settings`, `styles`, `numbering`, `footnotes`, `endnotes`, `comments`, where the document has them."""
    edges: Mapping[str, tuple[str, etree._Element]] = field(default_factory=dict)
    """Headers and footers by relationship id: name and root of the part."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The names of pictures in the package by relationship id."""
    archive: Archive | None = None
    name: str = _DOCUMENT
    """The name of the document part."""

    def roots(self) -> Iterator[etree._Element]:
        """Every part that holds text or says how text looks, each once."""
        yield from dict.fromkeys(
            (self.document, *self.parts.values(), *(root for _, root in self.edges.values())),
        )


@dataclass(frozen=True, slots=True)
class _Relationship:
    id: str
    kind: str
    target: str


def open_package(data: bytes, limits: Limits) -> Package | Problem:
    """A DOCX file's parts, or what stops it from being read."""
    archive = open_archive(data, limits)
    if isinstance(archive, Problem):
        return archive
    refused = _doctype_anywhere(archive)
    if refused is not None:
        return refused
    name = _document_name(archive, limits)
    if isinstance(name, Problem):
        return name
    document = _parse(archive, name, limits)
    if isinstance(document, Problem):
        return document
    if document.tag != W + "document":
        return problem("doc.not_wordprocessing", part=name)
    relationships = _relationships(archive, name, limits)
    if isinstance(relationships, Problem):
        return relationships
    found = _with_parts(archive, document, relationships, limits)
    return found if isinstance(found, Problem) else replace(found, name=name)


def _with_parts(
    archive: Archive, document: etree._Element, relationships: list[_Relationship], limits: Limits
) -> Package | Problem:
    parts: dict[str, etree._Element] = {}
    edges: dict[str, tuple[str, etree._Element]] = {}
    parsed: dict[str, etree._Element] = {}
    for relationship in relationships:
        # A relationship to a part that isn't there is left over by some editors; the text is whole without it.
        if relationship.kind not in _USED or relationship.target not in archive:
            continue
        root = parsed.get(relationship.target)
        if root is None:
            result = _parse(archive, relationship.target, limits)
            if isinstance(result, Problem):
                # Settings hold no words: a broken part of them is no reason not to read the contract.
                if relationship.kind == "settings":
                    continue
                return result
            root = parsed[relationship.target] = result
        if relationship.kind in ("header", "footer"):
            edges[relationship.id] = (relationship.target, root)
        else:
            parts.setdefault(relationship.kind, root)
    pictures = {each.id: each.target for each in relationships if each.kind == "image" and each.target in archive}
    return Package(document, parts, edges, pictures, archive)


def _doctype_anywhere(archive: Archive) -> Problem | None:
    for name, entry in archive.entries.items():
        if name.endswith((".xml", ".rels")):
            data = archive.keep(name)
            if isinstance(data, Problem):
                return data
            if has_doctype(data):
                return problem("doc.doctype", part=entry.filename)
    return None


def _document_name(archive: Archive, limits: Limits) -> str | Problem:
    relationships = _relationships(archive, "", limits)
    if isinstance(relationships, Problem):
        return relationships
    named = [each.target for each in relationships if each.kind == "officeDocument"]
    for name in (*named, _DOCUMENT):
        if name in archive:
            return name
    return problem("doc.no_document_part", part=named[0] if named else _DOCUMENT)


def _relationships(archive: Archive, part: str, limits: Limits) -> list[_Relationship] | Problem:
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive:
        return []
    root = _parse(archive, path, limits)
    if isinstance(root, Problem):
        return root
    found = []
    for element in root:
        target = element.get("Target", "")
        if element.get("TargetMode") == "External" or not target:
            continue
        resolved = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        kind = element.get("Type", "").rpartition("/")[2]
        found.append(_Relationship(element.get("Id", ""), kind, resolved))
    return found


def _parse(archive: Archive, name: str, limits: Limits) -> etree._Element | Problem:
    data = archive.read(name)
    return data if isinstance(data, Problem) else parse_part(data, name, limits)
