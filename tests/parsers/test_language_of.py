"""The language of a document's agreed text."""

from __future__ import annotations

import pytest
from presign.parsers.document import Block, Kind, Location, Part
from presign.parsers.language import language_of

ZH = "甲方应于收到发票之日起三十日内向乙方支付全部货款。"
EN = "Party A shall pay the full price to Party B within thirty days of the receipt of the invoice."


def block(text: str, part: Part = Part.BODY, kind: Kind = Kind.PARAGRAPH) -> Block:
    """A block of text."""
    return Block(0, kind, text, Location(part))


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        ([ZH], "zh"),
        ([EN], "en"),
        ([ZH, EN], "mixed"),
        ([ZH * 5, "型号 ABB ACS580，品牌 Siemens"], "zh"),
        ([EN * 5, "北京某某贸易有限公司"], "en"),
        (["30% 2025-01-01"], "zh"),
        ([], "zh"),
    ],
)
def test_language(texts: list[str], language: str) -> None:
    assert language_of([block(text) for text in texts]) == language


def test_comments_and_furniture_do_not_count() -> None:
    assert language_of([block(EN), block(ZH * 9, Part.COMMENT), block(ZH * 9, kind=Kind.FURNITURE)]) == "en"
