"""Taking back what was written into a Word document, to compare the rest with the original."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of a package, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def ours(data: bytes) -> dict[str, str]:
    """The texts of Presign's comments by their ids, a line feed between paragraphs."""
    found = {}
    for comment in part(data, "word/comments.xml"):
        if comment.get(W + "author") == "Presign":
            lines = ("".join(text.text or "" for text in each.iter(W + "t")) for each in comment.iter(W + "p"))
            found[comment.get(W + "id", "")] = "\n".join(lines)
    return found


def marked_words(data: bytes) -> dict[str, str]:
    """The words each of Presign's comments stands at, by the comment's id."""
    wanted = ours(data)
    open_: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    for element in part(data).iter():
        number = element.get(W + "id", "") if isinstance(element.tag, str) else ""
        if element.tag == W + "commentRangeStart" and number in wanted:
            open_[number] = []
        elif element.tag == W + "commentRangeEnd" and number in wanted:
            closed[number] = "".join(open_.pop(number))
        elif element.tag == W + "t":
            for words in open_.values():
                words.append(element.text or "")
        elif element.tag == W + "tab":
            for words in open_.values():
                words.append("\t")
    assert not open_, "a range that begins and never ends"
    return closed


def without_ours(data: bytes) -> etree._Element:
    """The document part without comments and insertions by Presign."""
    root, numbers = part(data), set(ours(data))
    for element in list(root.iter(W + "commentRangeStart", W + "commentRangeEnd")):
        if element.get(W + "id") in numbers:
            _remove(element)
    for reference in list(root.iter(W + "commentReference")):
        if reference.get(W + "id") in numbers:
            run = reference.getparent()
            assert run is not None
            assert len(run) == 1
            _remove(run)
    for paragraph in list(root.iter(W + "p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}ins")
        if mark is not None and mark.get(W + "author") == "Presign":
            _remove(paragraph)
    for change in list(root.iter(W + "ins")):
        if change.get(W + "author") == "Presign":
            _remove(change)
    return root


def compare(original: bytes, made: bytes) -> None:
    """Nothing differs but what Presign added: other parts byte for byte, other paragraphs in canonical XML."""
    with zipfile.ZipFile(io.BytesIO(original)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        had_comments = "word/comments.xml" in old.namelist()
        assert new.namelist() == old.namelist() + ([] if had_comments else ["word/comments.xml"])
        free = {"word/document.xml", "word/comments.xml"}
        free |= set() if had_comments else {"[Content_Types].xml", "word/_rels/document.xml.rels"}
        for name in old.namelist():
            assert name in free or old.read(name) == new.read(name), name
    before, after = part(original), without_ours(made)
    touched = {at for at, paragraph in enumerate(_paragraphs(after)) if _has_runs_cut(paragraph, before, at)}
    for at, (one, other) in enumerate(zip(_paragraphs(before), _paragraphs(after), strict=True)):
        if at not in touched:
            assert canonical(one) == canonical(other)
    assert canonical(_merged(before)) == canonical(_merged(after))


def canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", with_tail=False)


def _has_runs_cut(paragraph: etree._Element, before: etree._Element, at: int) -> bool:
    """Whether a paragraph has more runs than it had; one that hasn't must be as it was."""
    return len(list(paragraph.iter(W + "r"))) != len(list(_paragraphs(before)[at].iter(W + "r")))


def _paragraphs(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(W + "p"))


def _merged(root: etree._Element) -> etree._Element:
    """The tree with neighbouring runs of one formatting, and neighbouring texts in a run, put together."""
    for run in list(root.iter(W + "r")):
        following = run.getnext()
        while following is not None and following.tag == W + "r" and not (run.tail or "") and _alike(run, following):
            for child in list(following):
                if child.tag != W + "rPr":
                    run.append(child)
            _remove(following)
            following = run.getnext()
    for text in list(root.iter(W + "t")):
        if text.getparent() is None:
            continue
        following = text.getnext()
        while following is not None and following.tag == W + "t":
            text.text = (text.text or "") + (following.text or "")
            _remove(following)
            following = text.getnext()
        text.attrib.pop(SPACE, None)
    return root


def _alike(one: etree._Element, other: etree._Element) -> bool:
    looks = [each.find(W + "rPr") for each in (one, other)]
    same = [b"" if look is None else canonical(look) for look in looks]
    return same[0] == same[1] and dict(one.attrib) == dict(other.attrib)


def _remove(element: etree._Element) -> None:
    """Takes an element out and leaves the white space behind it."""
    parent, previous = element.getparent(), element.getprevious()
    assert parent is not None
    if element.tail:
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)


def insertions(data: bytes) -> Iterator[str]:
    """The words of each insertion by Presign, in order."""
    for change in part(data).iter(W + "ins"):
        if change.get(W + "author") == "Presign" and len(change):
            yield "".join(text.text or "" for text in change.iter(W + "t"))
