"""`presign check --format html`: decision first, every link with its end, nothing fetched, everything escaped."""

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


def page(presign: Run, samples: Path, name: str, *more: object, language: str = "en") -> tuple[str, Any]:
    case = samples / "cases" / f"{name.rsplit('.', 1)[0]}.yaml"
    options = ("--case", case, "--as-of", "2026-03-02", "--format", "html", "--lang", language, *more)
    result = presign("check", samples / name, *options)
    return result.output, html.fromstring(result.output)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh-dangerous-construction-supply.docx", "zh"),
        ("en-dangerous-master-supply.docx", "en"),
        ("en-sound-supply.pdf", "en"),
    ],
)
def test_every_link_has_its_end(presign: Run, samples: Path, name: str, language: str) -> None:
    _, tree = page(presign, samples, name, "--stage", "for_signing", language=language)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = {link[1:] for link in tree.xpath("//a/@href")}
    assert links <= set(ids)
    # Every marked place is reached from a note.
    assert {each for each in ids if each.startswith("at-")} <= links


def test_the_decision_stands_first_and_follows_the_table(presign: Run, samples: Path) -> None:
    _, bad = page(presign, samples, "zh-dangerous-construction-supply.docx", language="zh")
    assert bad.xpath("string(//div[contains(@class, 'advice')]/p[@class='word'])") == "不要签署"
    assert bad.xpath("//div[contains(@class, 'advice')]/@class") == ["advice do_not_sign"]
    _, sound = page(presign, samples, "zh-sound-equipment-sale.docx")
    assert "do_not_sign" not in sound.xpath("//div[contains(@class, 'advice')]/@class")[0]


def test_a_finding_has_its_words_its_values_and_its_wording(presign: Run, samples: Path) -> None:
    _, tree = page(presign, samples, "en-dangerous-master-supply.docx")
    (entry,) = tree.xpath("//article[h3/code[.='CRT-07']]")
    assert entry.xpath("h3/span[contains(@class, 'chip')]")[0].text_content() == "Block"
    assert "payment.back_to_back" in entry.xpath("string(details)")
    assert len(entry.xpath("string(div[@class='prefer']/p)")) > 40
    link = entry.xpath(".//ul[@class='quotes']//a/@href")[0]
    marked = " ".join(tree.get_element_by_id(link[1:]).text_content().split())
    quote = " ".join(entry.xpath("string(.//q)").split())
    assert len(marked) > 10 and marked[:10] == quote[:10]


def test_the_procedure_is_there_when_it_is_to_be_signed(presign: Run, samples: Path) -> None:
    name = "zh-dangerous-construction-supply.docx"
    _, before = page(presign, samples, name, "--stage", "draft", language="zh")
    assert not before.xpath("//ol[@class='steps']")
    _, at_signing = page(presign, samples, name, "--stage", "for_signing", language="zh")
    steps = at_signing.xpath("//ol[@class='steps']/li")
    assert len(steps) == 13 and {step.get("class") for step in steps} == {"proven", "failed", "open"}


def test_nothing_is_fetched_and_nothing_runs(presign: Run, samples: Path) -> None:
    source, tree = page(presign, samples, "en-dangerous-master-supply.docx")
    assert not tree.xpath("//script | //link | //img | //iframe | //@onclick | //@style | //@src")
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (css,) = re.findall(r"<style>(.*?)</style>", source, re.S)
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'") and f"'sha256-{digest}'" in policy
    assert "http" not in css and "url(" not in css and "@import" not in css


def test_two_documents_keep_their_notes_apart(presign: Run, samples: Path, tmp_path: Path) -> None:
    paths = (samples / "en-purchase-order.md", samples / "zh-order-form.txt")
    target = tmp_path / "both.html"
    presign("check", *paths, "--as-of", "2026-03-02", "--output", f"html:{target}", "--lang", "zh")
    tree = html.fromstring(target.read_text(encoding="utf-8"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids)) and "document-2" in ids
    assert {link[1:] for link in tree.xpath("//a/@href")} <= set(ids)
