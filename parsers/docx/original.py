"""The text before all tracked changes: every change of a part is rejected in place, as Word's "Reject All" does."""

from __future__ import annotations

from lxml import etree

from .xml import W, short, value

_ADDED = ("ins", "moveTo")
_TAKEN = ("del", "moveFrom")
_PROPERTIES = ("pPrChange", "rPrChange", "trPrChange", "tcPrChange")
# What a change of formatting doesn't touch in the properties it stands in (ECMA-376 part 1, 17.13.5).
_KEPT = tuple(W + name for name in ("rPr", "sectPr", *_ADDED, *_TAKEN, "cellIns", "cellDel", "cellMerge"))


def reject_changes(root: etree._Element) -> None:
    """Rewrites a part to what it said before all its tracked changes, by whatever author.

    What was inserted or moved here goes, what was deleted or moved away comes back, and formatting, numbering and cell
    spans are what they were.
    """
    for change in _all(root, *_PROPERTIES):
        _restore(change)
    for change in _all(root, *_ADDED, *_TAKEN):
        _reject(change)
    for cell in _all(root, "tc"):
        _settle_cell(cell)
    for row in _all(root, "tr"):
        if next(row.iter(W + "tc"), None) is None:
            _drop(row)
    for table in _all(root, "tbl"):
        if next(table.iter(W + "tr"), None) is None:
            _drop(table)
    for code in _all(root, "delInstrText"):
        code.tag = W + "instrText"


def _all(root: etree._Element, *names: str) -> list[etree._Element]:
    """A list, because the tree changes while it is gone through."""
    return list(root.iter(*(W + name for name in names)))


def _restore(change: etree._Element) -> None:
    properties = change.getparent()
    if properties is None:
        return
    before = list(change[0]) if len(change) else []
    for child in list(properties):
        if child.tag not in _KEPT:
            properties.remove(child)
    properties[0:0] = before


def _reject(change: etree._Element) -> None:
    parent = change.getparent()
    if parent is None:
        return
    added = short(change.tag) in _ADDED
    match short(parent.tag):
        case "rPr":
            _reject_mark(change, parent, added)
        case "trPr" if added:
            row = parent.getparent()
            if row is not None:
                _drop(row)
        case "numPr" if added:
            _drop(parent)
        case _ if added:
            _drop(change)
        case "trPr" | "numPr":
            parent.remove(change)
        case _:
            at = parent.index(change)
            parent[at : at + 1] = list(change)


def _reject_mark(change: etree._Element, parent: etree._Element, added: bool) -> None:
    """A paragraph mark that was inserted isn't there: its paragraph runs on into the next one."""
    if added:
        change.tag = W + "del"
    elif all(before.tag != W + "del" for before in change.itersiblings(preceding=True)):
        parent.remove(change)


def _settle_cell(cell: etree._Element) -> None:
    properties = cell.find(W + "tcPr")
    if properties is None:
        return
    if properties.find(W + "cellIns") is not None:
        _drop(cell)
        return
    for mark in properties.findall(W + "cellDel"):
        properties.remove(mark)
    for mark in properties.findall(W + "cellMerge"):
        _unmerge(properties, mark)


def _unmerge(properties: etree._Element, mark: etree._Element) -> None:
    """Vertical merging as it was before a tracked change of it."""
    before = value(mark, "vMergeOrig")
    for each in (mark, *properties.findall(W + "vMerge")):
        properties.remove(each)
    if before is not None:
        merge = etree.SubElement(properties, W + "vMerge")
        merge.set(W + "val", "continue" if before == "cont" else "restart")


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
