"""What kind of legal person a name belongs to."""

from __future__ import annotations

from .. import regexes as re
from ..vocabulary import words

# From the name's end inwards: 某公司项目部 is a project department, 某大学 a public institution.
_ORDER = ("project_dept", "branch", "sole_prop", "company", "public_institution", "gov")
_LATIN = re.compile(r"[A-Za-z][A-Za-z .,&'()-]+")
_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{2,6})?")
_COMPANY_EN = re.compile(
    r"\b(?:Inc|INC|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Co|LLC|L\.L\.C|LLP|LP|L\.P|Ltd|LTD"
    r"|Limited|LIMITED|PLC|plc|GmbH|AG|KG|SE|S\.A|SA|SAS|S\.L|S\.p\.A|S\.r\.l|B\.V|N\.V|A/S|AB|Oy|Bhd|BHD"
    r"|z o\.o|s\.r\.o|K\.K|Trust|Bank|Partnership)\b"
)
_END = {"project_dept": 6, "branch": 4}


def kind_of(name: str, language: str) -> str:
    """One of company, branch, project_dept, sole_prop, individual, gov, public_institution, foreign, unknown.

    In a Chinese or bilingual contract a party with a name in Latin letters is foreign.
    """
    plain = name.strip()
    if _LATIN.fullmatch(plain) and language != "en":
        return "foreign"
    for kind in _ORDER:
        if any(_fits(plain, word, kind) for word in words("companies", kind)):
            return kind
    if _COMPANY_EN.search(plain):
        return "company"
    if _PERSON.fullmatch(plain):
        return "individual"
    return "unknown"


def _fits(name: str, word: str, kind: str) -> bool:
    if word.isascii():
        return re.search(rf"\b{re.escape(word)}\b", name) is not None
    return name.endswith(word) or (kind in ("project_dept", "gov") and word in name[-12:] and not name.endswith("公司"))
