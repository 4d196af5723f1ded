"""Who bears the costs of collecting a debt, and what a payment is set against first."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..fact import Fact
from ..roles import Parties
from ..sentence_tools import Hit, near, passages, passages_with_any, search_all, yes_no
from ..text import Text
from ..vocabulary import alternatives
from .collection_costs import COSTS_EN, borne
from .under_default import under_default

_LAWYERS = alternatives("remedy", "collection_zh")
_COURT = alternatives("remedy", "court_cost_zh")
_BEAR = r"(?:承担|负担|支付|赔偿|偿付)"
_BORNE_ZH = (
    rf"(?:(?:违约|败诉|过错|责任|欠款|拖欠)(?:的?一)?方|债务人|欠款人|任[何意]?一?方(?:违约|违反))"
    rf"[^。;]{{{{0,24}}}}?{_BEAR}[^。;]{{{{0,140}}}}?{{costs}}"
    rf"|{{buyer}}[^。;]{{{{0,24}}}}?{_BEAR}[^。;]{{{{0,60}}}}?{{costs}}"
    rf"|{{costs}}[^。;]{{{{0,50}}}}?(?:由|均由|应由|概由)[^。;]{{{{0,6}}}}(?:违约|败诉|过错|责任|欠款|拖欠|债务人"
    rf"|{{buyer}})[^。;]{{{{0,10}}}}?{_BEAR}"
)
_LAWYERS_BORNE_ZH = re.Template(_BORNE_ZH.replace("{costs}", _LAWYERS))
_COURT_BORNE_ZH = re.Template(_BORNE_ZH.replace("{costs}", _COURT))
_EACH_ZH = re.compile(
    r"(?:律师费|费用|仲裁费|诉讼费)[^。;,]{0,16}(?:各自|自行)(?:承担|负担|支付)|(?:各自"
    r"|自行)(?:承担|负担)[^。;,]{0,16}(?:律师费|诉讼费|仲裁费)|(?:承担|负担)各自的?[^。;,]{0,8}(?:律师费|诉讼费|仲裁费)"
)
_ARBITRATION_EN = re.compile(
    r"\b(?:arbitration|arbitral|court)[^.;]{0,24}?\b(?:fees?|costs?"
    r"|expenses?)\b[^.;]{0,40}?\b(?:borne|paid) by the (?:losing|unsuccessful|defeated)"
    r"|\b(?:costs?|expenses?|fees?) (?:of|for|in|arising from) (?:the |any |such )?(?:arbitrat\w+|arbitral"
    r"|litigation|court"
    r"|legal proceedings|proceedings)\b[^.;]{0,60}?\b(?:borne|paid) by (?:the )?(?:losing|unsuccessful|defeated)"
    r"|\b(?:the )?loser (?:shall |will |must )?(?:pays?|bears?)\b[^.;]{0,30}?\b(?:costs?|fees|expenses)\b"
    r"|\b(?:losing|unsuccessful|defeated) party (?:(?:shall|will|must|is to) )?(?:bears?|pays?"
    r"|meets?)\b[^.;]{0,40}?\b(?:arbitrat\w+"
    r"|proceedings|court)\b",
    re.IGNORECASE,
)
_EACH_EN = re.compile(
    r"\bparties\b[^.;]{0,20}?\beach (?:bear|meet|pay)s?\b[^.;]{0,12}?\btheir own\b[^.;]{0,30}?\b(?:legal"
    r"|attorney|lawyer|cost|expense)"
    r"|\b(?:(?:each|both|either)(?: of the)? part(?:y|ies)|each side)\b[^.;]{0,30}?\b(?:bears?|bare|pays?"
    r"|be responsible for)\b[^.;]{0,20}?\bits own\b[^.;]{0,40}?\b(?:legal|attorney|lawyer|cost"
    r"|expense)",
    re.IGNORECASE,
)
# Costs of making the contract, of audits and of meetings aren't costs of enforcing it.
_OTHER_OCCASION = re.compile(
    r"(?i)\b(?:negotiation|preparation|audits?|meetings?|committee|travel|compliance|marketing|performance of its)\b"
)
_PURSUIT_ZH = re.compile(r"律师|诉讼|仲裁|追[索讨偿收究]|催|维权|债权|保全|索赔|主张|违约|败诉|欠款|货款|逾期付款")
_LEGAL = re.compile(
    r"律师|诉讼|仲裁|争议|纠纷|维权|\b(?:legal|attorney\w*|lawyers?|arbitrat\w+|litigation"
    r"|disputes?|proceedings?|counsel|suit|enforc\w+)\b",
    re.IGNORECASE,
)
_INDEMNITY = re.compile(r"\b(?:indemnif|hold[^.;]{0,40}harmless|defend)", re.IGNORECASE)
_OWN_BREACH = re.compile(
    r"\b(?:recover|collect|enforc|pursu)ing\b|\bdefault(?:s|ing)? in (?:the )?payment|\boverdue\b|\bnon-?performance"
    r"|\bfail(?:s|ure)? to (?:perform"
    r"|pay)|\bnon-?payment|\bbreach of (?:its )?payment",
    re.IGNORECASE,
)
_PRINCIPAL_ZH = re.compile(r"(?:先|优先)(?:抵|冲|偿还|清偿|扣|用于)[^,。;]{0,10}(?:本金|货款)|先本后息")
_INTEREST_ZH = re.compile(
    r"(?:先|优先)(?:抵|冲|偿还|清偿|用于)[^,。;]{0,16}(?:利息|违约金|费用)[^。;]{0,20}(?:后"
    r"|再)[^。;]{0,12}(?:本金|货款)|先息后本"
)
_PRINCIPAL_EN = re.compile(
    r"\bapplied\b[^.;]{0,20}?\bfirst\b[^.;]{0,20}?\b(?:principal|price|invoices?)\b"
    r"|\bfirst (?:applied )?(?:to|against) (?:the )?principal",
    re.IGNORECASE,
)
_INTEREST_EN = re.compile(
    r"\b(?:applied|credited|allocated)\b[^.;]{0,20}?\bfirst\b[^.;]{0,30}?\b(?:interest|costs?|charges)", re.IGNORECASE
)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """Recovery of collection costs and the order in which payments are applied."""
    strong, weak = _granted(text, parties)
    own = [*search_all(text, _EACH_ZH), *search_all(text, _EACH_EN, unless=_OTHER_OCCASION)]
    own = [hit for hit in own if any(_LEGAL.search(p.text) for p in near(passages(text), hit.passage.index, 3, 0))]
    # That lawyers' fees stay where they fall decides over a clause on arbitration fees alone.
    yield yes_no("remedy.cost_recovery", text, strong or ([] if own else weak), own)
    yield yes_no(
        "remedy.principal_first",
        text,
        [*search_all(text, _PRINCIPAL_ZH), *search_all(text, _PRINCIPAL_EN)],
        [*search_all(text, _INTEREST_ZH), *search_all(text, _INTEREST_EN)],
    )


def _granted(text: Text, parties: Parties) -> tuple[list[Hit], list[Hit]]:
    lawyers = _LAWYERS_BORNE_ZH.filled(buyer=parties.buyer)
    court = _COURT_BORNE_ZH.filled(buyer=parties.buyer)
    after = under_default(text, parties)
    strong: list[Hit] = []
    for passage in passages_with_any(text, lawyers, COSTS_EN):
        under = after.get(passage.index)
        found = _pursuing(lawyers, passage.text) or borne(
            parties, passage.text, under.lead if under is not None else None
        )
        following = "".join(item.text for item in passages(text)[passage.index + 1 : passage.index + 2])
        if found is not None and not _against_others(passage.text, following):
            strong.append(Hit(passage, *found))
    weak = [*search_all(text, court), *search_all(text, _ARBITRATION_EN)]
    return strong, weak


def _pursuing(lawyers: re.Pattern[str], words: str) -> tuple[int, int] | None:
    """Costs that the party in breach bears; travelling and inquiries count only where a claim is pursued."""
    match = lawyers.search(words)
    if match is None or _PURSUIT_ZH.search(words) is None:
        return None
    return match.span()


def _against_others(words: str, following: str) -> bool:
    """Whether costs are only part of an indemnity that isn't for the party's own default."""
    if _INDEMNITY.search(words) is None:
        return False
    return _OWN_BREACH.search(words + following) is None or re.search(r"(?i)third[- ]part(?:y|ies)", words) is not None
