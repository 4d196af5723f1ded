"""Where delivery takes place and when the risk passes."""

from __future__ import annotations

from collections.abc import Iterator

from ...values import Reason
from .. import regexes as re
from ..contract.empty_clauses import empty_clause
from ..fact import Fact
from ..roles import Parties
from ..sentence_tools import Hit, doubtful, first_blank, passages_with_any, search_all, yes_no
from ..text import Text
from .delivery_en import LABEL, NO_TERM, RISK, SPOT, TERM, is_of_papers

_PLACE = re.compile(
    rf"(?:交(?:\(提\))?货|提货|交付|送货|到货|收货)(?:的)?(?:地点|地址"
    rf"|地)(?:、方式)?\s?[:为是]\s?(?P<p1>[^,。;\n\t_]{{2,40}})"
    rf"|(?:送货至|运送至|交付至|交货至|运至|运抵|送至|送到|送达|交至|发至|运到)(?P<p2>[^,。;\n]{{2,40}}?)(?:厂"
    rf"|仓库|港|站|现场"
    rf"|工地|工厂|地址|厂区|指定地点|园区|处)"
    rf"|\b{TERM}{NO_TERM}(?:[ :,]{{1,2}}(?P<p3>[A-Z][\w'-]+)|\s?(?P<p9>[\u3400-\u9fff]{{2,12}}))"
    r"|\b(?i:point|place) of (?i:delivery)\b[^.;]{0,30}?\b(?:shall be|is|:)\s?(?P<p4>[^.;]{3,60})"
    r"|\bdelivery (?:takes|shall take) place\b[^.;]{0,60}?\bat\b\s?(?P<p5>[^.;]{3,60})"
    r"|\b(?i:deliver(?:ed|y)?|ship(?:ped|ment)?)\b[^.;]{0,60}?\b(?:to|at) (?:the )?(?P<p6>(?:address"
    r"|destination|port|plant|warehouse|site|premises|facility|location)[^.;]{0,40}|such (?:place"
    r"|address|destination|location)[^.;]{0,40}"
    r"|[A-Z][\w']+(?:'s)? (?:[A-Z][\w]+ )?(?:warehouse|site|plant|facility|facilities|premises))"
    rf"|{LABEL}(?P<p7>[^;\n]{{3,60}})|(?P<p8>{SPOT})"
)
_VAGUE_PLACE = re.compile(
    r"指定(?:的)?(?:地点|地址|位置|仓库|厂区|处)|另行通知|designated by|as (?:agreed|directed"
    r"|specified by)|time to time|\bmay (?:designate|direct|specify|nominate|advise)|(?:address|place"
    r"|location) specified\W*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"交货(?:的)?地点\s?[::]?\s?")
_HEADING = re.compile(r"^交(?:\(提\))?货(?:的)?(?:地点|地址)(?:[、,和及]?方式)?$|^交货地点[^,。;]{0,6}$")
_RISK = re.compile(
    r"(?:风险|灭失)[^。;]{0,40}?(?:转移|转由|由[^,。;]{0,10}承担|归)"
    r"|\brisks?\b[^.;]{0,60}?\b(?:pass(?:es)?|transfers?|transferred|borne|remain|shift)\b"
    r"|\bat (?:the )?(?:your|our|\w+'s) (?:sole |entire )?risk\b[^.;]{0,40}?\b(?:from|on|upon|until|after|when|as)\b"
    r"|\bat (?:the )?(?:sole )?risk of (?:the )?\w+\b[^.;]{0,40}?\b(?:from|on|upon|until|after|when|as)\b"
    r"|\bbear(?:s)? (?:all|the) risks?\b|\b(?:transfer|passing) of risk\b"
    rf"|{RISK}",
    re.IGNORECASE,
)
_OTHER_RISK = re.compile(
    r"生产过程|承担相应风险|经营风险|商业风险|市场风险|high[- ]risk|risk management|own risk"
    r"|sole risk|at its risk|credit risk",
    re.IGNORECASE,
)
_INCOTERM = re.compile(
    rf"\b{TERM}{NO_TERM}(?:[^.;]{{0,50}}?\bIncoterms\b|\s[A-Z])|\bIncoterms\b|国际贸易术语解释通则|\bEx Works\b",
    re.IGNORECASE,
)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of the place of delivery and of the passing of risk."""
    yield _place(text)
    risk = list(search_all(text, _RISK, unless=_OTHER_RISK))
    # An Incoterms rule fixes the passing of risk without a word on it (Incoterms 2020, A3/B3).
    yield yes_no("delivery.risk_transfer_defined", text, risk or search_all(text, _INCOTERM))


def _place(text: Text) -> Fact:
    name = "delivery.place_defined"
    vague: Hit | None = None
    named: list[Hit] = []
    blank: Hit | None = None
    for passage in passages_with_any(text, _PLACE, _LABEL):
        for match in _PLACE.finditer(passage.text):
            written = next((value for value in match.groups() if value), "")
            hit = Hit(passage, match.start(), match.end())
            if first_blank(passage.text, match.start(), min(len(passage.text), match.end() + 6)) is not None:
                blank = blank or hit
            elif (match["p6"] or match["p8"]) and is_of_papers(passage.text, match):
                continue
            elif _VAGUE_PLACE.search(match[0]) or not written.strip():
                vague = vague or hit
            else:
                named.append(hit)
        if blank is None:
            label = _LABEL.search(passage.text)
            if label is not None and (gap := first_blank(passage.text, label.end(), label.end() + 12)) is not None:
                blank = Hit(passage, label.start(), gap.end())
    if named:
        return yes_no(name, text, named)
    blank = blank or empty_clause(text, _HEADING)
    if blank is not None:
        return doubtful(name, text, Reason.BLANK, blank)
    return doubtful(name, text, Reason.UNCLEAR, vague) if vague is not None else yes_no(name, text, [])
