"""A Word package to be written back: the parts that change made anew, all others byte for byte and in their order."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree

TYPES = "[Content_Types].xml"
_TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS_SPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS_SPACE[1:-1]}"/>'.encode()
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_SIGNATURES = "_xmlsignatures/"


@dataclass(slots=True)
class Parts:
    """The parts of a package and those that were changed or added."""

    data: bytes
    changed: dict[str, bytes] = field(default_factory=dict)

    def names(self) -> list[str]:
        """The names in their order, new ones last."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            there = archive.namelist()
        return there + [name for name in self.changed if name not in there]

    def find(self, name: str) -> str | None:
        """The name as it is written in the package: part names don't differ by case (ECMA-376 part 2, 9.1.1)."""
        return next((each for each in self.names() if each.lower() == name.lower()), None)

    def read(self, name: str) -> bytes:
        """A part as it now stands. Raises `KeyError` for one that isn't there."""
        if name in self.changed:
            return self.changed[name]
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(name)

    @property
    def is_signed(self) -> bool:
        """Whether the package carries digital signatures (ECMA-376 part 2, 12)."""
        return any(name.lower().startswith(_SIGNATURES) for name in self.names())

    def packed(self) -> bytes:
        """The package with its changes."""
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            new.comment = old.comment
            entries = old.infolist()
            for entry in entries:
                new.writestr(_like(entry), self.changed.get(entry.filename) or old.read(entry))
            for name in self.changed.keys() - {entry.filename for entry in entries}:
                added = zipfile.ZipInfo(name, _EARLIEST)
                added.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(added, self.changed[name])
        return out.getvalue()


def parsed(data: bytes) -> etree._Element:
    """The root of a part, with everything in it kept. The reader has refused what is dangerous before."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, strip_cdata=False
    )
    return etree.fromstring(data, parser)


def written(root: etree._Element) -> bytes:
    """A part as bytes, as Word writes it."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def put_after(element: etree._Element, added: etree._Element) -> None:
    """Puts an element directly behind another, before any white space that follows it."""
    added.tail, element.tail = element.tail, None
    element.addnext(added)


def relations_of(part: str) -> str:
    """The name of the part that holds another part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def comments_part(parts: Parts, document: str, strict: bool) -> str:
    """The name of the document's part of comments; one is put in its relationships and types where it has none yet."""
    relations = parts.find(relations_of(document))
    root = parsed(parts.read(relations) if relations is not None else _NO_RELATIONS)
    folder = posixpath.dirname(document)
    for each in root.iter(_RELATIONS_SPACE + "Relationship"):
        target = each.get("Target", "")
        if each.get("Type", "").endswith("/comments") and each.get("TargetMode") != "External" and target:
            name = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if (found := parts.find(name)) is not None:
                return found
    name = _free(parts, folder)
    added = etree.SubElement(root, _RELATIONS_SPACE + "Relationship")
    taken = {each.get("Id", "") for each in root}
    names = (f"rIdPresign{at or ''}" for at in range(len(taken) + 1))
    added.set("Id", next(each for each in names if each not in taken))
    added.set("Type", f"{_STRICT_OFFICE if strict else _OFFICE}/comments")
    added.set("Target", posixpath.basename(name))
    parts.changed[relations or relations_of(document)] = written(root)
    _add_type(parts, name)
    return name


def _free(parts: Parts, folder: str) -> str:
    """A name for the part of comments that no part has."""
    taken = {name.lower() for name in parts.names()}
    names = (posixpath.join(folder, f"comments{at or ''}.xml") for at in range(len(taken) + 1))
    return next(name for name in names if name.lower() not in taken)


def _add_type(parts: Parts, name: str) -> None:
    types = parts.find(TYPES) or TYPES
    root = parsed(parts.read(types))
    for old in [each for each in root if each.get("PartName", "").lower() == f"/{name}".lower()]:
        root.remove(old)
    added = etree.SubElement(root, _TYPES_SPACE + "Override")
    added.set("PartName", f"/{name}")
    added.set("ContentType", _COMMENTS_TYPE)
    parts.changed[types] = written(root)


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(entry.filename, entry.date_time)
    made.compress_type, made.external_attr = entry.compress_type, entry.external_attr
    made.create_system = entry.create_system
    made.comment = entry.comment
    return made
