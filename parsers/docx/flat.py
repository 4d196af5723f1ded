"""Word's flat form, one XML file that holds every part of the package (ECMA-376 part 1, annex; `pkg:package`)."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile

from lxml import etree

from ..document import Limits
from ..problem import Problem, problem
from .xml import parse_part

NAMESPACE = "http://schemas.microsoft.com/office/2006/xmlPackage"
_PKG = f"{{{NAMESPACE}}}"


def packed(data: bytes, limits: Limits) -> bytes | Problem:
    """The package as a ZIP file, its parts as they stand."""
    root = parse_part(data, "package", limits)
    if isinstance(root, Problem):
        return root
    if root.tag != _PKG + "package":
        return problem("doc.not_wordprocessing", part="package")
    out = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for part in root.iterchildren(_PKG + "part"):
            name = (part.get(_PKG + "name") or "").lstrip("/")
            content = _content(part)
            if not name or content is None:
                continue
            if name.lower() in names:
                return problem("doc.archive_duplicate", part=name)
            names.add(name.lower())
            archive.writestr(name, content)
    return out.getvalue()


def _content(part: etree._Element) -> bytes | None:
    for child in part:
        if child.tag == _PKG + "xmlData" and len(child):
            return etree.tostring(child[0])
        if child.tag == _PKG + "binaryData":
            try:
                return base64.b64decode(child.text or "", validate=False)
            except binascii.Error:
                return None
    return None
