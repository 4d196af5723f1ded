"""`presign facts --format html`: complete in itself, escaped, and every link leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from lxml import html

Run = Callable[..., Result]


def page(presign: Run, *paths: object, language: str = "en") -> tuple[str, Any]:
    result = presign("facts", *paths, "--format", "html", "--lang", language)
    return result.output, html.fromstring(result.output)


@pytest.mark.parametrize(
    ("name", "language"), [("zh-dangerous-construction-supply.docx", "zh"), ("en-sound-supply.pdf", "en")]
)
def test_every_link_has_its_end(presign: Run, samples: Path, name: str, language: str) -> None:
    _, tree = page(presign, samples / name, language=language)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [link[1:] for link in tree.xpath("//a/@href")]
    assert len(links) > 60 and set(links) <= set(ids)
    # Both ways: each note is reached from the text, each place in the text from its note.
    assert {each for each in ids if each.startswith("at-")} == {each for each in links if each.startswith("at-")}
    assert {each for each in ids if each.startswith("note-")} == {each for each in links if each.startswith("note-")}


def test_the_mark_holds_the_words_of_the_quote(presign: Run, samples: Path) -> None:
    _, tree = page(presign, samples / "en-sound-supply.pdf")
    (entry,) = tree.xpath("//article[h4/code[.='payment.net_days']]")
    assert entry.xpath("string(p[@class='value'])") == "30 days"
    (link,) = entry.xpath(".//a/@href")
    words = " ".join(tree.get_element_by_id(link[1:]).text_content().split())
    assert words and words in " ".join(entry.xpath("string(.//q)").split())


def test_nothing_is_fetched_and_nothing_runs(presign: Run, samples: Path) -> None:
    source, tree = page(presign, samples / "en-sound-supply.pdf")
    assert not tree.xpath("//script | //link | //img | //iframe | //@onclick | //@style | //@src")
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (css,) = re.findall(r"<style>(.*?)</style>", source, re.S)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'") and f"'sha256-{digest}'" in policy
    assert "url(" not in css and "@import" not in css


def test_what_the_contract_says_is_escaped(presign: Run, tmp_path: Path) -> None:
    contract = tmp_path / "purchase.txt"
    contract.write_text(
        'SALES CONTRACT\n\nThis Contract is made between Alder <script>alert("x")</script> Ltd ("Buyer") and '
        'Birch Metals Ltd ("Seller").\n\n1. The price is USD 5,000.00, due within 30 days after delivery. <b>&amp;</b>\n',
        encoding="utf-8",
    )
    source, tree = page(presign, contract)
    assert not tree.xpath("//script") and "<script" not in source
    assert '<script>alert("x")</script>' in tree.text_content() and "<b>&amp;</b>" in tree.text_content()


def test_a_table_keeps_its_grid(presign: Run, samples: Path) -> None:
    _, tree = page(presign, samples / "zh-dangerous-construction-supply.docx", language="zh")
    table = tree.xpath("//div[@class='contract']//table")[0]
    assert len(table.xpath(".//tr")) == 5
    assert table.xpath("string(.//tr[5]/td[1])").startswith("暂定总价")
    assert table.xpath(".//tr[5]/td[2]/@colspan") == ["4"]


def test_what_could_not_be_read_is_at_the_head(presign: Run, samples: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 nothing behind it")
    result = presign("facts", broken, samples / "en-sound-supply.pdf", "--format", "html", "--lang", "en")
    assert result.exit_code == 2
    assert "broken.docx" in html.fromstring(result.output).xpath("string(//section[@class='top'])")
