"""Encodings without a mark: told by what their bytes say."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from presign.parsers.document import Document, Media
from presign.parsers.plain.common_characters import likeness
from presign.parsers.plain.decoding import decode
from presign.parsers.problem import Problem
from presign.parsers.read import read_document

TRADITIONAL = (
    "甲方應於驗收合格後30日內付款。",
    "買方：台中精密機械股份有限公司",
    "第三條　付款方式",
    "逾期付款者，每逾一日按應付金額萬分之五計算違約金。",
    "本契約一式兩份，雙方各執一份為憑。\r\n立約人：\r\n",
)
SIMPLIFIED = (
    "甲方应于验收合格后30日内付款。",
    "买方：台州精密机械股份有限公司",
    "第三条　付款方式",
    "水泵 3台 1,200.00元",
    "螺栓",
    "本合同一式两份，双方各执一份。\r\n签约人：\r\n",
)


@pytest.mark.parametrize("text", TRADITIONAL)
@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs", "gb18030", "utf-8"])
def test_traditional_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", SIMPLIFIED)
@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "utf-8"])
def test_simplified_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", [*TRADITIONAL[:2], "Total: USD 5,000\n合计：5,000美元\n", "Payment in 30 days."])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(f"{text}\n".encode(encoding)) == f"{text}\n"
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


@pytest.mark.parametrize(
    "data", [bytes(64), b"\x7fELF\x02\x01\x01" + bytes(9), b"MZ\x90\0\x03\0\0\0", b"a\0b\0\x07\0", b"ab\0c"]
)
def test_binary_files_are_no_text(data: bytes) -> None:
    assert isinstance(decode(data), Problem)


def test_everyday_text_looks_chinese_and_a_wrong_decoding_does_not() -> None:
    right = TRADITIONAL[3]
    assert likeness(right) > 0.9
    assert likeness(right.encode("big5").decode("gb18030")) < 0.5
    assert likeness("Payment in 30 days") == 0


def test_a_big5_file_is_read_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "契約.txt"
    path.write_bytes("採購契約\n買方應於三十日內付款。\n".encode("big5"))
    document = read_document(path)
    assert isinstance(document, Document) and document.media is Media.TEXT
    assert [block.text for block in document.blocks] == ["採購契約", "買方應於三十日內付款。"]
