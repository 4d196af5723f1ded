"""The courts and arbitral institutions a dispute clause names, as printed."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..contract.blank_forms import FORMS
from ..roles import Parties, Role
from ..vocabulary import alternatives, words
from .bodies import known_body
from .party_places import belongs_to, courts_at_a_party

# What leads to a forum's name; the name starts behind the last of these.
_LEAD_ZH = (
    r"(?:提请|提交至?|交由|诉至|诉诸|起诉至|报送?|呈交|递交|向|由|送|到|为|是|接受|选择|约定|(?<!所)在|依据|根据|按照|可以|均可|均应"
    r"|应当|应|则|并|或者?|和)"
)
# A place in brackets belongs to the name: 合同签订地(某市某区)人民法院.
_COURT_ZH = re.compile(
    rf"(?:{_LEAD_ZH}|^|(?<=[,。;:、\s]))(?P<name>(?:(?!{_LEAD_ZH})[^,。;、:()\s]|\([^()\s]{{1,20}}\)){{0,30}}?法院)"
)
# A clause that opens with who may sue, or with what the court does, has no name there.
_NO_NAME_ZH = re.compile(
    r"^(?:双方|各方|任[何一]|一方|[如若经]|当事人|协商|均|可|有权|发生|依法|仍|违约方|守约方|争议"
    r"|本合同(?!的?(?:签|订|履行|标的|项目|工程|交货|交付)))"
)
_ARBITRATOR_ZH = re.compile(
    rf"(?:{_LEAD_ZH}|^|(?<=[,。;:、\s]))(?P<name>(?:(?!{_LEAD_ZH})[^,。;、:()\s]){{0,24}}?仲裁"
    rf"(?:委员会|院|中心|机构|机关)(?:[\u3400-\u9fff]{{2,8}}(?:分会|分院))?)"
)
_PLACE_EN = (
    r"(?:\s(?:of|in|at|for|within|tribunals|sitting|located|situated|having\s(?:local\s)?jurisdiction"
    r"|with\sjurisdiction|having|over|and|the|or|situate|exclusively"
    r"|state|federal|district|county|city)(?=\s)|\s?,?\s(?:[A-Z][\w'.-]*|the|of|and|in|for))"
)
_COURT_EN = re.compile(
    r"(?P<name>(?:(?:[Cc]ompetent|[Ss]tate|[Ff]ederal|[Ss]uperior|[Dd]istrict|[Cc]ommercial"
    r"|[Hh]igh|[Ss]upreme|[Cc]ounty|[Pp]rovincial|[Ll]ocal|[Cc]ivil|[Cc]hancery|[Aa]ppropriate"
    r"|[Uu]nited|[Ss]tates|and/or|and|or|U\.S\.|English|[A-Z][a-z]+)\s){0,7}"
    rf"[Cc]ourts?(?:\s\([^()]{{1,60}}\))?(?:\sof\scompetent\s(?:subject\smatter\s)?jurisdiction"
    rf"(?=\s(?:in|located|sitting|of)))?(?:{_PLACE_EN}){{1,16}})"
)
_NATIONAL_EN = re.compile(
    r"\b(?:(?!These\b)[A-Z][a-z]+(?:ish|ese|ian|an|ch|ss)|Irish|Dutch|Singapore|Hong Kong"
    r"|Israeli) [Cc]ourts?\b(?!\s(?:of|in|located|sitting))"
)
# Tokyo District Court, Dubai International Financial Centre Courts: the place stands in front.
_PLACED_EN = re.compile(
    r"\b(?P<name>(?:[A-Z][\w.&'-]+\s){1,6}(?:Courts?|courts(?=\s(?:jurisdiction|only|alone|shall|have|for|to)|[.,;)]"
    r"|\W*$)))\b(?!\s(?:of|in|located|sitting|for|at)\b)"
)
_NO_PLACE_EN = re.compile(
    r"\b(?:The|Any|Such|Chosen|Competent|Each|This|All|Other|High|District|Supreme|Regional|Federal"
    r"|State|County|Superior|Commercial"
    r"|Civil|Appropriate|Local|United|States|[Cc]ourts?|Bankruptcy|And|Or|No|Of|Those|These|Its|Our|Which|If|In|Where"
    r"|When|Only|To|Subject|Disputes?)\b|[\W_]"
)
_SPOT = (
    r"[A-Z][\w'-]+(?:(?:,\s?|\s(?:(?:am|an|der|auf|de|del|di|da|do|den|du|la|le|upon|on|sur|under|im)\s){0,2})"
    r"(?!(?:And|Or|The|Each|Any)\b)[A-Z][\w'-]*){0,5}"
)
_PLACE_OF_JURISDICTION = (
    r"(?:[Pp]lace of (?:(?:performance|fulfil+ment|delivery|payment) and )?(?:place of )?(?:exclusive )?[Jj]urisdiction"
    r"|[Vv]enue|[Jj]urisdiction and [Vv]enue|[Ff]orum|[Cc]ourts? of [Jj]urisdiction)"
)
_JURISDICTION_EN = re.compile(
    rf"\b{_PLACE_OF_JURISDICTION}\b[^.;]{{0,160}}?\b(?:is|be|shall be|lies? in|in|at)\s(?:exclusively\s|solely\s"
    rf"|only\s)?"
    r"(?P<name>(?:the\s)?[A-Z][\w'-]+(?:,?\s(?:(?:am|an\sder|auf|upon|de|del|di)(?=\s[A-Z])|[A-Z][\w'-]+|of|and|the"
    r"|(?:registered|principal|head|place|office|business|seat|domicile)(?=[\s.,;]|$)))*)"
    rf"|(?<![\w'-])(?!(?:This|That|These|Such|Each|It|There)\b)(?P<ahead>{_SPOT})\s(?:shall be|will be"
    rf"|is)\s(?:the\s)?(?:\w+\s(?:and\s)?){{0,3}}?"
    rf"{_PLACE_OF_JURISDICTION}\b"
)
# A place that stands for its courts: venue in Alder County, subject to Mumbai jurisdiction, suits filed in Alder, Ohio.
_TOWN = (
    r"[A-Z][\w'-]+(?:\s(?!And\b|Or\b)[A-Z][\w'-]+){0,2}(?:,\s?[A-Z][\w.'-]*\w(?:\s[A-Z][\w'-]+)?)?"
    r"(?![\w'-])(?!\s(?:[Cc]ourts?|[A-Z])\b)"
)
_SUIT = r"(?i:suits?|lawsuits?|(?:legal |court )?actions?|legal proceedings|proceedings|litigation)"
PLACED_VENUE = re.compile(
    r"\b(?i:jurisdiction) of the (?P<land>(?:State|Commonwealth|Province|City|County|Republic"
    r"|Kingdom) of [A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"(?!\s(?:[Cc]ourts?|and the)\b)"
    r"|\b(?i:(?:jurisdiction and )?venue|venue and jurisdiction)\b(?:[^.;]{0,60}?\b(?i:are|is|be|lies?)\b)?"
    rf"(?:\s(?i:proper|exclusively|solely|only|properly|laid|fixed))*\s(?i:in|at)\s(?:the\s)?(?P<venue>{_TOWN})"
    r"|\b(?i:subject to)\s(?:the\s)?(?i:be\sunder\s)?(?i:exclusive\s|sole\s)?(?!(?i:the|exclusive|sole|any|this|such"
    r"|local|non|be)\b)"
    r"(?P<city>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)?)\s(?i:jurisdiction)\b"
    rf"|\b{_SUIT}\b[^.;]{{0,60}}?\b(?i:brought|filed|commenced|instituted|maintained|heard|tried|bring|file|commence)\b"
    rf"(?:\s(?i:only|exclusively|solely))?\s(?i:in)\s(?:the\s(?i:(?:city|county|state) of\s)?)?(?P<filed>{_TOWN})"
)
# Courts at the place of signing: printed in small letters, and found from the contract.
_AT_PLACE_EN = re.compile(
    r"\b(?P<name>[Cc]ourts? (?:at|of|in) the (?:place|domicile|seat) of (?:the )?"
    r"(?:signing|signature|performance|conclusion|delivery"
    r"|plaintiff|defendant|claimant)\b(?:\s\([^()]{1,60}\))?)"
)
_FOREIGN_COURT = re.compile(
    r"\b(?P<name>(?:Tribunal (?:de Commerce|judiciaire|de grande instance|Arbitral)?\s?(?:de|d')"
    r"|Tribunale di|Landgericht|Amtsgericht"
    r"|Oberlandesgericht|Handelsgericht|Bezirksgericht|Kantonsgericht|Rechtbank)\s?[A-Z][\w-]+)"
)
_SEAT = re.compile(
    r"\b(?:seat|place|venue) of (?:the )?arbitration\b[^.;]{0,24}?\b(?:is|be"
    r"|in)\s(?:in\s)?(?P<name>[A-Z][\w'-]+(?:,?\s[A-Z][\w'-]+){0,3})"
    r"|\b[Aa]rbitration\b(?: (?:held|seated|conducted|to be held|taking place))? (?:in|at)\s(?:the City of\s)?"
    r"(?P<held>[A-Z][\w'-]+(?:,?\s[A-Z][\w'-]+){0,3})"
    r"|仲裁(?:地点?|庭所在地)[为是在:]{1,2}(?P<zh>[^,。;、\s]{2,12})"
)

_INSTITUTION_EN = re.compile(
    r"(?P<name>(?:(?:[A-Z][\w&'-]+|of|and|the|for)\s){0,9}?(?:Arbitration|ARBITRATION|Arbitral"
    r"|Arbitrators)(?:\s(?:and\s)?(?:Mediation\s)?)"
    r"(?:Association|Centre|Center|Commission|Committee|Institute|Tribunal|Chamber|Institution|Council|Court"
    r"|ASSOCIATION|CENTRE|CENTER|COMMISSION|COMMITTEE|INSTITUTE|INSTITUTION|COUNCIL)"
    r"(?:\s(?:of|for|at)\s(?:the\s)?(?:[A-Z][\w'-]+\s?)(?:(?:of|and|for|the|in)\s(?=\w)"
    r"|[A-Z][\w'-]+\s?){0,12})?(?:located in\s[A-Z][\w'-]+)?)"
    r"|(?P<chamber>(?:[A-Z][\w-]+\s){1,3}Chamber of Commerce)"
    r"|(?P<centre>(?:(?:[A-Z][\w&'-]+|of|and)\s){0,5}(?:Centre|Center|Chamber|Court|Board|Institute)\s(?:of|for)\s"
    r"(?:(?:[A-Z][\w&'-]+|and)\s){0,4}Arbitration(?:\s(?:of|in)\s[A-Z][\w-]+)?)"
)
_ARBITRAL_COURT = re.compile(r"\b(?:International\s)?Court of (?:International\s)?Arbitration\b|\bArbitration Court\b")
_GENERIC_BODY = re.compile(
    r"^(?:(?:Arbitral|Arbitration|Arbitrators)\s?)?(?:Tribunal|Committee|Panel|Court|Board|Institution)?$"
)
_GENERIC_COURT = re.compile(alternatives("dispute", "generic_court_zh"))
_GENERIC_ARBITRATOR = re.compile(alternatives("dispute", "generic_arbitration_zh"))
_TRIM_EN = re.compile(
    r"(?:\s|,)+(?:and|or|the|of|in|for|at|located|within|state|federal|exclusively|having|sitting"
    r"|having|situate|situated|,)$"
)

Name = tuple[int, int, str]
"""Start, end and words of a forum's name in a passage."""


def without_arbitral_courts(words: str) -> str:
    """A passage with the arbitral bodies that call themselves courts blotted out, every character in its place."""
    return _ARBITRAL_COURT.sub(lambda match: "-" * len(match[0]), words)


def courts(passage: str) -> Iterator[Name]:
    """The courts a passage names so that the place can be found from the name."""
    passage = without_arbitral_courts(passage)
    for match in _COURT_ZH.finditer(passage):
        name = match["name"].removeprefix("在").removeprefix("至").removeprefix("到")
        if _GENERIC_COURT.sub("", name).strip() and FORMS.search(name) is None and not _NO_NAME_ZH.match(name):
            yield match.end("name") - len(name), match.end("name"), name
    for match in _COURT_EN.finditer(passage):
        name = _trimmed(match["name"])
        if re.search(
            r"\b(?:of|in|for|at|within|over)\s(?:the\s)?(?:[A-Z]|state|federal|county|city)", name
        ) and not re.search(r"(?i)competent jurisdiction$", name):
            start = match.start("name") + match["name"].index(name)
            yield start, start + len(name), name
    for match in _NATIONAL_EN.finditer(passage):
        yield match.start(), match.end(), match[0]
    for match in _PLACED_EN.finditer(passage):
        if _NO_PLACE_EN.sub("", match["name"]) and _NATIONAL_EN.match(passage, match.start()) is None:
            yield match.start(), match.end("name"), match["name"].removeprefix("The ")
    for match in PLACED_VENUE.finditer(passage):
        place = match.lastgroup or "venue"
        yield match.start(place), match.end(place), match[place]
    for match in (
        *_JURISDICTION_EN.finditer(passage),
        *_FOREIGN_COURT.finditer(passage),
        *_AT_PLACE_EN.finditer(passage),
    ):
        group = match.lastgroup or "name"
        yield match.start(group), match.end(group), match[group].removeprefix("the ")
    yield from courts_at_a_party(passage)


def seats(passage: str) -> Iterator[Name]:
    """The places a passage names as the seat of an arbitration."""
    for match in _SEAT.finditer(passage):
        group = match.lastgroup or "name"
        yield match.start(group), match.end(group), match[group]


def institutions(passage: str) -> Iterator[Name]:
    """The arbitral institutions a passage names."""
    found: list[Name] = []
    for match in _ARBITRATOR_ZH.finditer(passage):
        name = match["name"].removeprefix("在").removeprefix("至").removeprefix("到")
        if _GENERIC_ARBITRATOR.sub("", name).strip() and FORMS.search(name) is None:
            found.append((match.end("name") - len(name), match.end("name"), name))
    for match in _INSTITUTION_EN.finditer(passage):
        whole = match["name"] or match["chamber"] or match["centre"]
        name = re.sub(
            r"^(?:(?:of|and|the|for|The|Rules|Arbitration Rules|Commercial|By|Any|All)\s)+", "", _trimmed(whole)
        )
        name = re.sub(r"^.*\bRules of (?:the )?", "", name)
        if _GENERIC_BODY.match(name):
            continue
        start = match.start() + whole.index(name)
        found.append((start, start + len(name), name))
    for match in known_body().finditer(passage):
        if not any(start < match.end() and match.start() < end for start, end, _ in found):
            found.append((match.start(), match.end(), match[0]))
    yield from sorted(found)


def _trimmed(name: str) -> str:
    name = re.sub(r"^(?:(?:and|or|the|The|Each|Any|All|In)\s)+", "", name.strip(" ,"))
    name = re.sub(
        r"(?:(?<=[a-z.]) |, ?)(?:Each|Any|The|All|Both|Neither|Either|No|This|Distributor|Customer"
        r"|Supplier|Seller|Buyer|Licensee|Licensor|Company)\b(?!').*$",
        "",
        name,
    )
    while (cut := _TRIM_EN.search(name)) is not None:
        name = name[: cut.start()]
    return name.strip(" ,.")


def court_place(parties: Parties, name: str) -> str | None:
    """Whose or which place a court's name points to; None when only a map could tell."""
    near = r"[^,。;]{0,8}?(?:所在地|住所地|注册地|经营地|登记地|地(?!区|方))"
    for place in ("signing_place", "performance_place", "goods_place"):
        if any(word in name for word in words("dispute", place)):
            return place
    for role, own in ((Role.SELLER, parties.seller), (Role.BUYER, parties.buyer)):
        party = parties.first(role)
        whose = f"(?:{own}|{re.escape(party.name.rstrip('.'))})" if party is not None and party.name else own
        if re.search(rf"{whose}{near}", name) or belongs_to(name, whose):
            return role.value
    return None
