"""The Incoterms rule of a contract with its named place and edition (ICC Incoterms 2020 and before)."""

from __future__ import annotations

from collections.abc import Iterable

from .. import regexes as re
from ..fact import Fact, absent, stated
from ..finding import Read, agreed
from ..text import Text

# Rules of the 2020, 2010 and 2000 editions, and the old trade names still written for CFR.
_CODE = re.compile(
    r"(?<![A-Za-z])(?<!\d )(?P<code>EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DAT|DDP|DDU|DAF|DES|DEQ|C&F|CNF"
    r"|F\.O\.B|C\.I\.F)\.?(?![A-Za-z])"
    r"(?P<place>[ ]+[A-Z][A-Za-z'-]+(?:[ ,]+[A-Z][A-Za-z'-]+){0,4}|[ ]*[\u3400-\u9fff]{2,12}(?:港|市|机场"
    r"|口岸|工厂|仓库))?"
)
_EDITION = re.compile(
    r"(?i:incoterms)[^\n.;]{0,12}?(?P<year>(?:19|20)\d\d)|(?P<year_zh>(?:19"
    r"|20)\d\d)年?[^\n。;]{0,8}(?:国际贸易术语解释通则|国际贸易术语)"
    r"|国际贸易术语解释通则[^\n。;]{0,6}?(?P<year_after>(?:19|20)\d\d)"
)
_NAMED = re.compile(r"(?i:incoterm)|贸易术语|价格术语|价格条件")
_OLD = {"C&F": "CFR", "CNF": "CFR", "F.O.B": "FOB", "C.I.F": "CIF"}
# 21 CFR Part 11 is the Code of Federal Regulations.
_NO_PLACE = re.compile(
    r"(?i:^(?:incoterms?|terms?|basis|price|the|this|part|section|title|value|any|all|shall|no)\b)|'s$"
)


def read_incoterms(text: Text) -> Iterable[Fact]:
    """`contract.incoterm_code`, `contract.incoterm_place`, `contract.incoterm_version`.

    A code counts with a place beside it, or where the text speaks of Incoterms or trade terms.
    """
    named = _NAMED.search(text.text) is not None
    codes: list[Read] = []
    places: list[Read] = []
    for match in _CODE.finditer(text.text):
        place = (match["place"] or "").strip(" ,")
        place = re.split(r"[ ,]+(?:Incoterms|INCOTERMS)", place)[0]
        if _NO_PLACE.search(place):
            place = ""
        if not (named or place or match["code"] in ("FOB", "CIF", "CFR", "F.O.B", "C.I.F")):
            continue
        codes.append((match.start(), match.end(), _OLD.get(match["code"], match["code"])))
        if place:
            places.append(
                (match.start("place"), match.start("place") + len(match["place"].split(place)[0]) + len(place), place)
            )
    yield agreed("contract.incoterm_code", text, codes)
    # One place named twice, once more exactly, is one place.
    yield agreed("contract.incoterm_place", text, places[:1])
    edition = _EDITION.search(text.text)
    if edition is None:
        yield absent("contract.incoterm_version")
        return
    year = edition["year"] or edition["year_zh"] or edition["year_after"]
    yield stated("contract.incoterm_version", year, *text.evidence(edition.start(), edition.end(), "incoterms"))
