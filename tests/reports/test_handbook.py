"""The handbook: one well-formed page that fetches nothing, with a place for every rule, parameter and fact."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from hashlib import sha256
from itertools import pairwise

import pytest
from house_rules import COMPANY, load
from lxml import etree, html
from presign.checker.run import Refusal
from presign.checker.run import load as load_packs
from presign.policylang.load import load_texts
from presign.reports.handbook import handbook, render
from presign.reports.handbook_markup import css_string

DAY = date(2026, 3, 1)


def written(languages: tuple[str, ...] = ("zh", "en"), as_of: date | None = DAY, *more: str) -> str:
    program, sources = load(*more)
    return render(handbook(program, sources, languages, as_of))


@pytest.fixture(scope="module")
def shipped() -> str:
    loaded = load_packs(("credit-policy",))
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    return render(handbook(loaded.program, loaded.sources, ("zh", "en")))


def tree(page: str) -> html.HtmlElement:
    return html.fromstring(page)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_page_is_well_formed(shipped: str) -> None:
    # every element is closed but for the void ones of HTML
    closed = re.sub(r"<(meta|br|wbr)\b([^<>]*)>", r"<\1\2/>", shipped.replace("<!DOCTYPE html>", "", 1))
    etree.fromstring(closed.encode())
    ids = tree(shipped).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_rule_has_its_place_and_every_link_a_target(shipped: str) -> None:
    page = tree(shipped)
    ids = set(page.xpath("//@id"))
    loaded = load_packs(("credit-policy",))
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    rules = {rule.id for rule in loaded.program.rules}
    assert len(rules) > 40 and rules <= ids
    assert {link.removeprefix("#") for link in page.xpath("//a/@href")} <= ids
    assert rules <= {link.removeprefix("#") for link in page.xpath("//nav//a/@href")}


def test_nothing_is_fetched_and_nothing_runs(shipped: str) -> None:
    page = tree(shipped)
    assert page.xpath("//@src | //link | //script | //iframe | //object | //img | //@style | //*[@onclick]") == []
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    (css,) = page.xpath("//style/text()")
    assert "url(" not in css and "@import" not in css
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = b64encode(sha256(css.encode()).digest()).decode()
    assert policy.startswith("default-src 'none';") and f"style-src 'sha256-{digest}'" in policy


def test_what_a_policy_says_is_never_markup() -> None:
    page = tree(written(("zh", "en"), DAY, COMPANY))
    assert page.xpath("//script") == []
    title = words(page.get_element_by_id("PAY-02-title"))
    assert title == "PAY-02 折扣「<b>」过大 Bonus <script>alert(1)</script> & more"
    notices = [words(each) for each in page.xpath("//article[@id='PAY-02']//*[@class='notice']")]
    assert notices[1] == "Switched off by Company: no bonus is <paid> any more"


def test_a_title_cant_leave_its_string_in_the_style_sheet() -> None:
    assert css_string('a"; } </style> 政策') == '"a\\22 \\3b  \\7d  \\3c \\2f style\\3e  政策"'
    assert css_string("line\nbreak\\") == '"line\\a break\\5c "'


def test_headings_follow_one_another_without_a_gap(shipped: str) -> None:
    levels = [int(each.tag[1]) for each in tree(shipped).iter("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_text_of_the_other_language_says_so() -> None:
    page = tree(written())
    assert page.get("lang") == "zh-CN"
    han = re.compile("[\u4e00-\u9fff]")
    for element in page.iter():
        if not isinstance(element.tag, str) or not (element.text or "").strip() or element.tag in ("style", "title"):
            continue
        spoken = next(each.get("lang") for each in (element, *element.iterancestors()) if each.get("lang"))
        if spoken == "en":
            # the mark of the rule's own text: what a policy author quotes stays as it is
            assert not han.search(element.text or ""), element.text


def test_there_are_landmarks_and_a_way_past_the_contents(shipped: str) -> None:
    page = tree(shipped)
    assert [len(page.xpath(f"//body/{each}")) for each in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    (skip,) = page.xpath("//a[@class='skip']/@href")
    assert page.get_element_by_id(skip[1:]).tag == "main"
    ids = set(page.xpath("//@id"))
    assert set(page.xpath("//@aria-labelledby")) <= ids
    assert all(cell.get("scope") for cell in page.iter("th"))


def test_the_title_page_names_what_is_signed() -> None:
    program, sources = load()
    cover = words(tree(written()).xpath("//header[@class='cover']")[0])
    for said in (
        "House rules",
        "Credit manual, section 4",
        "CN",
        "house.policy",
        program.packs[0].sha256,
        "2026-03-01",
    ):
        assert said in cover
    for label in ("签批 · Sign-off", "政策负责人批准 · Approved by the policy owner"):
        assert label in cover
    assert handbook(program, sources, ("en",)).fingerprint in words(
        tree(written()).xpath("//header[@class='cover']")[0]
    )


def test_a_file_without_a_head_and_many_packs_are_simply_a_handbook() -> None:
    loaded = load_texts(
        [("bare.policy", 'fact d: days  from contract\nrule A-1 "x"\n  severity low\n  requires d > 1 day')]
    )
    assert loaded.program is not None
    page = tree(render(handbook(loaded.program, loaded.sources, ("en",))))
    assert words(page.xpath("//h1")[0]) == "Policy handbook"
    assert words(page.get_element_by_id("family-A")) == "A"


def test_the_card_says_it_in_both_languages() -> None:
    card = words(tree(written()).get_element_by_id("CRT-01"))
    for said in (
        "账期不超过最长账期",
        "credit days is at most longest credit days",
        "方便时付款。 Payable when convenient.",
        "requires net_days <= max_days",
        "（甲 → 60日；乙 → 45日",
        "第628条",
        "ninety days 2026-03-01",
        "违反 · violated",
    ):
        assert said.removeprefix("（") in card


def test_one_language_alone_leaves_out_the_other() -> None:
    page = tree(written(("en",)))
    card = words(page.get_element_by_id("CRT-01"))
    assert "credit days is at most" in card and not re.search("[\u4e00-\u9fff]", card)


def test_the_values_in_force_are_marked_only_with_a_day() -> None:
    marked = tree(written()).xpath("//article[@id='parameter-max_days']//table[contains(@class, 'current')]")
    assert len(marked) == 1 and "60 days" in words(marked[0])
    undated = tree(written(as_of=None))
    assert undated.xpath("//*[contains(@class, 'current')]") == []
    both = words(undated.get_element_by_id("CRT-01"))
    assert "from 2026-01-01 until 2026-06-30" in both and "from 2026-07-01" in both


def test_the_glossary_has_each_fact_looked_at_and_no_other() -> None:
    page = tree(written())
    names = [each.removeprefix("fact-") for each in page.xpath("//tr/@id")]
    # the table `bonus` and the parameter `max_days` are chosen by facts, too
    assert names == ["customer.grade", "net_days", "parts", "secured", "sign_date"]
    cells = page.get_element_by_id("fact-net_days").xpath("./td")
    told = [[words(each) for each in cell.iter("span")] for cell in cells]
    assert told == [["账期（自开票）", "credit days (from the invoice)"], ["天", "days"], ["合同", "the contract"]]


def test_the_same_policies_give_the_same_page(shipped: str) -> None:
    loaded = load_packs(("credit-policy",))
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    assert render(handbook(loaded.program, loaded.sources, ("zh", "en"))) == shipped
    assert "/work" not in shipped and str(date.today()) not in shipped


def test_text_has_contrast_enough() -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, for the colours of text on the grounds it stands on, light and dark."""
    (css,) = tree(written()).xpath("//style/text()")
    schemes = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", css, re.S)
    ]
    assert len(schemes) == 2
    for colours in schemes:
        pairs = [(ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "card", "tint")]
        pairs += [("good", "card"), ("bad", "card"), ("good", "good-tint"), ("bad", "bad-tint"), ("ink", "bad-tint")]
        pairs += [("on", tone) for tone in ("block", "high", "medium", "low")]
        for ink, ground in pairs:
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
