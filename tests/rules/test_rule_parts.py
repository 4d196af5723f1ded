"""Every rule of every pack has all its parts: what a reviewer needs to agree or to disagree with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from presign.policylang.core import Program, Rule, Texts
from presign.policylang.load import load_program
from presign.rules.authorities import cite
from presign.rules.packs import choose, packs

OWNERS = {"sales", "credit", "finance", "legal"}
MEASURE = re.compile(r"[CTS][1-5]")
# What is a practice of the trade or a measure of it has no day on which it came into force.
PRACTICE = {
    "ALTMAN",
    "FIVE-C",
    "SAP-CHK",
    "SAP-DUN",
    "ERP-DUN",
    "ERP-TERMS",
    "ODOO-FU",
    "LADDER-CN",
    "CLASSES",
    "PRACT",
}
# Not law yet, or law of many states: the entry itself says so.
UNDATED = {"UK-BILL-26", "UCC"}
JURISDICTIONS = {"CN", "EU, UK", "US", "INT", "ANY"}


@cache
def program() -> Program:
    loaded = load_program(list(choose(()).paths))
    assert loaded.program is not None
    return loaded.program


@cache
def sources() -> dict[str, str]:
    """The text of each rule, as its pack writes it."""
    found: dict[str, str] = {}
    for path in packs().values():
        for part in re.split(r"(?m)^(?=(?:rule|example) )", path.read_text(encoding="utf-8")):
            if match := re.match(r"rule (\S+) ", part):
                found[match[1]] = part
    return found


def _spoken(text: Texts) -> bool:
    return re.search(r"[\u3400-\u9fff]", text.zh) is not None and re.search(r"[A-Za-z]{2}", text.en) is not None


def _missing(rule: Rule) -> Iterator[str]:
    texts = {
        "title": rule.title,
        "message": rule.message,
        "why": rule.why,
        "remedy": rule.remedy,
        "clause avoid": rule.avoid,
        "clause prefer": rule.prefer,
    }
    yield from (name for name, text in texts.items() if not _spoken(text))
    if rule.owner not in OWNERS:
        yield "owner"
    if not rule.blockers and not rule.countermeasures:
        yield "blocker or countermeasure"
    if any(not MEASURE.fullmatch(code) for code in rule.countermeasures):
        yield "known countermeasure"
    words = sources()[rule.id]
    yield from (word for word in ("severity", "when undecided:", "basis") if f"\n  {word} " not in words)
    yield from (f"authority {text}" for text in rule.basis if not _dated(text))


def _dated(text: str) -> bool:
    """Whether an authority is known and says since when; a doubtful one must carry its mark."""
    found = cite(text)
    if not (found.zh and found.en):
        return False
    stem = found.code
    while stem and stem not in PRACTICE | UNDATED:
        stem = stem.rpartition("-")[0]
    return bool(stem) or found.in_force is not None


def test_no_rule_lacks_a_part() -> None:
    lacking = {rule.id: list(_missing(rule)) for rule in program().rules}
    assert {rule: parts for rule, parts in lacking.items() if parts} == {}


def test_practice_is_never_called_confirmed_law() -> None:
    """A rule that rests on nothing but practice says so; PRACT itself is always to be confirmed."""
    for rule in program().rules:
        for text in rule.basis:
            if text.startswith("PRACT"):
                assert not cite(text).confirmed, rule.id


def test_every_pack_says_whose_law_it_is_and_since_when() -> None:
    heads = {Path(pack.path).stem: pack for pack in program().packs}
    for name in packs():
        head = heads[name]
        assert head.jurisdiction in JURISDICTIONS and head.version.isdigit(), name
        assert head.owner and re.search(r"\d{4}|proposed default", head.source), name


def test_rules_of_one_law_ask_for_that_law() -> None:
    """A rule in the pack of a law doesn't judge a contract under another one, unless its words exist only there."""
    only_there = {"SEC-03", "SEC-05"}
    asks = {"CN": "law_is_prc", "EU, UK": "law_is_uk_eu", "US": "law_is_us"}
    heads = {Path(pack.path).name: pack for pack in program().packs}
    unasked = [
        rule.id
        for rule in program().rules
        if (law := asks.get(heads[Path(rule.span.path).name].jurisdiction)) and law not in sources()[rule.id]
    ]
    assert set(unasked) == only_there


def test_no_threshold_stands_in_a_condition() -> None:
    """Money, days and shares are parameters with a source and a date.

    Zero, one whole, two of a kind and the days of a month and a year are no thresholds.
    """
    number = re.compile(
        r"(?<![\w.-])(?:[A-Z]{3} \d[\d,]*|\d+(?:\.\d+)?(?:%| days?| months?| years?| working days)?)(?![\w-])"
    )
    allowed = {"0", "0 days", "0%", "1", "2", "100%", "1 month", "30 days", "365 days"}
    found = {}
    for rule, text in sources().items():
        conditions = re.search(r"(?ms)^  (?:applies when|requires|forbids).*?(?=^  when undecided)", text)
        assert conditions is not None, rule
        words = re.sub(r'"[^"]*"|#[^\n]*|\d{4}-\d\d-\d\d', "", conditions[0])
        if numbers := set(number.findall(words)) - allowed:
            found[rule] = numbers
    assert found == {}
