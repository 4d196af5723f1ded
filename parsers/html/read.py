"""HTML pages become documents. Scripts aren't run, styles and pictures not fetched, hidden words are marked."""

from __future__ import annotations

from ..aside import hidden_words, struck_words
from ..document import Document, Limits, Media, Unreadable
from ..language import language_of
from ..problem import Problem, problem
from .decoding import decode_page
from .walk import PageWalk


def read_html(path: str, data: bytes, sha256: str, limits: Limits) -> Document | Unreadable:
    """The document in an HTML page, or what stops it from being read."""
    # imported here because few contracts are pages
    from lxml import etree, html

    text = decode_page(data)
    if isinstance(text, Problem):
        return text.unreadable(path, sha256)
    if len(text) > limits.characters:
        return problem("doc.too_long", limit=limits.characters).unreadable(path, sha256)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return problem("doc.empty").unreadable(path, sha256)
    walk = PageWalk()
    try:
        walk.page(root)
    except RecursionError:
        return problem("doc.xml_limit", part="html", limit=limits.xml_depth).unreadable(path, sha256)
    if not any(block.text for block in walk.blocks):
        return problem("doc.empty").unreadable(path, sha256)
    blocks = tuple(walk.blocks)
    gaps = (*hidden_words(blocks), *struck_words(blocks))
    return Document(path, sha256, Media.HTML, blocks, tuple(walk.tables), language_of(blocks), gaps=gaps)
