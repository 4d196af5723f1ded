"""Where the signature block of a contract begins: what a contract lacks is proposed before it."""

from __future__ import annotations

import re

from ...facts.signing.zones import signature_zones
from ...facts.text import Text
from ...parsers.document import Document, Part

_LATE = 0.4
# The last clause stands above the lines to sign; "in witness whereof" and its like belong to them.
_CLAUSE = re.compile(r"[。；;.]\s*$")
_CLOSING = re.compile(r"(?i:in witness|executed|signed|签署|签字|盖章)")


def signing_block(document: Document) -> int | None:
    """The block the signatures begin with; None where there are none to be found."""
    text = Text(document)
    zones = [zone for zone in signature_zones(text) if zone.start >= _LATE * len(text.text)]
    if not zones:
        return None
    begin, end = text.block_at(zones[0].start).index, text.block_at(zones[0].end - 1).index
    for block in document.blocks[begin : end + 1]:
        closes = _CLAUSE.search(block.text) and not _CLOSING.search(block.text)
        if block.location.part is Part.BODY and block.text.strip() and not closes:
            return block.index
    return None
