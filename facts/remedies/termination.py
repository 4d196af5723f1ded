"""When the seller may end the contract: for non-payment, or for a material breach of either side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from .. import regexes as re
from ..roles import Parties, Role
from ..sentence_tools import Hit, Passage, passages, search_all, subject
from ..text import Text
from ..vocabulary import alternatives
from .lists import ITEM, NEW_CLAUSE
from .nonpayment import Default
from .sides import BUYER_FIRST_ZH, EITHER, actor, says_either, with_pronouns
from .under_default import Under

_CONTRACT = alternatives("remedy", "contract_zh")
_END = alternatives("remedy", "end_zh")
_END_ZH = re.compile(
    rf"(?:有权|(?<!不)可以?|(?<!不)得)[^。;]{{0,24}}?{_END}[^,。;]{{0,8}}{_CONTRACT}"
    rf"|取消[^,。;]{{0,8}}(?:资格|合同)|{_CONTRACT}[^,。;]{{0,6}}(?:自动)?(?:解除|终止)"
)
# 一方严重违约…另一方有权解除: either side's breach opens it, so the seller's right is in it.
_BREACH_ZH = re.compile(
    rf"(?:任何一方|一方|任一方|违约方|对方|双方|甲、?乙)[^。;]{{0,30}}?(?:违约|违反|不履行|未履行"
    rf"|未能?按)[^。;]{{0,60}}?"
    rf"(?:对方|另一方|守约方|非违约方|他方|相对方|该方|一方)[^。;]{{0,16}}?(?:有权|可以|可)[^。;]{{0,24}}?{_END}"
    rf"|(?:守约方|非违约方)(?:有权|可以|可)[^。;]{{0,40}}?{_END}[^,。;]{{0,6}}{_CONTRACT}"
)
_IN = r"(?:[^.;]|\.(?=\S))"
_BREACH_EN = re.compile(
    r"\b(?:fundamental|serious|substantial|grave|essential|repudiatory|persistent|major)(?:ly)? (?:\w+ )?(?:breach"
    r"|default|violat)"
    rf"|\bfail(?:s|ed|ure|ing)?\b{_IN}{{0,60}}? to (?:perform|comply with|observe|fulfil|fulfill|discharge|meet"
    rf"|adhere to|abide by|keep)"
    r" (?:any |one or more |all |fully |with )*(?:of )?(?:(?:its|his|the|their|your|these|this"
    r"|our) )?(?:\w+ )?(?:obligations?|duties"
    r"|commitments|terms|conditions|provisions?|covenants?|agreement|contract)\b"
    rf"|\bmaterial(?:ly)? (?:\w+ )?(?:breach|default|violat|non-?compliance|failure)|\b(?:breach"
    rf"|violat)\w*{_IN}{{0,30}} (?:any|a|one or more|of (?:any|a)){_IN}{{0,12}}? material"
    r"|\bfails? to perform any (?:\w+ )?material"
    r"|\bin (?:breach|default) (?:of|under) (?:any|its|this|the)"
    rf"|\b(?:breach(?:es|ed)?|default(?:s|ed)?|violates?|non-?compliance|failure)\b{_IN}{{0,80}}?\b(?:cured?|remed"
    rf"|rectif|corrected)"
    r"|\bmaterially (?:breach|violat|default)"
    r"|\b(?:other(?: party)?|party|counterparty) (?:(?:is|be|commits?|has committed|shall) )?(?:(?:in|a"
    r"|any) )?(?:breach(?:es)?"
    r"|defaults?|violates?)\b"
    r"|\b(?:event of|upon|case of|because of|reason of|due to|for) (?:an? |any |the |such )?(?:breach|default"
    r"|violation)\b(?! of (?:clause"
    r"|section|article|confidential|the confidential|warrant|data))"
    r"|\b(?:breach|violation) (?:of|or default under) (?:any |this |these |the )(?:\w+ )?(?:provisions?|terms?"
    r"|agreement|contract|conditions?"
    r"|obligations?)\b"
    r"|\b(?:breach(?:es)?|violates?) (?:any |this |these |the |a )(?:of )?(?:\w+ ){0,2}?(?:provisions?|terms?"
    r"|agreement|contract"
    r"|conditions?|obligations?)\b"
    r"|(?<!out )(?<!no )\bfor (?:good |just )?cause\b",
    re.IGNORECASE,
)
_TERMINATE_EN = re.compile(
    r"\b(?:terminat(?:e|es|ed|ion|ing)(?! (?:of )?(?:\w+ ){0,2}(?:access|credit|employment of)\b)"
    r"|automatically terminates"
    r"|cancel(?:l?ed|l?ing|lation)?"
    r"(?! (?:of )?(?:\w+ ){0,2}(?:deliver\w+|shipments?|credit|discounts?|appointments?|meetings?|bookings?|insurance"
    r"|polic\w+)\b)"
    r"|(?:unilaterally )?refuse to (?:perform|execute|fulfil|honou?r) (?:the|this) (?:contract|agreement|order)"
    r"|rescind|rescission|withdraw from|revoke (?:the"
    r"|this|any) (?:contract|agreement|order)|(?:end|determine) (?:the|this|any|our|your) (?:contract|agreement|order"
    r"|engagement|appointment|hiring|hire|lease|tenancy)"
    r"|declare (?:the|this|any) (?:contract|agreement|order) (?:void|avoided|terminated|cancelled)"
    r"|(?:bring|put) (?:the|this|any) (?:contract|agreement|order) to an end|(?:put an )?end to (?:the|this"
    r"|any) (?:contract|agreement)"
    r"|(?:dissolve|avoid|discharge itself from|repudiate|resolve|annul) (?:the|this|any) (?:contract|agreement|order"
    r"|sale)"
    r"|treat (?:the|this|any) (?:contract|agreement|engagement|appointment|order|sale) as (?:at an end|void"
    r"|repudiated|discharged|cancelled"
    r"|terminated))\b",
    re.IGNORECASE,
)
_MAY_EN = re.compile(
    r"\b(?:may|can|shall|will|must|rights?|entitl\w*|allow\w*|permit\w*|authori[sz]\w+|option|discretion|reserves?"
    r"|at liberty"
    r"|free to|elects?|results? in|leads? to|grounds? for|subject to|cause for|power to)\b(?! not\b)",
    re.IGNORECASE,
)
# "If you don't pay, we terminate": what the seller does needs no right; "if we terminate" says nothing.
_DOES_EN = re.Template(
    r"(?:(?:^|[,:]\s)(?:the )?|\b(?!(?:if|when|where|unless|once|after|the|that|which|until)\b)\w+ (?:the )?)"
    r"{seller} (?:then |immediately |automatically )?$",
    re.IGNORECASE,
)
# Behind the words: "terminated by either party", "termination may take place".
_BY_EN = re.compile(rf"{_IN}{{0,60}}?\bby (?:the )?(?P<who>{EITHER}|[\w&-]+(?: [A-Z]\w+)?)", re.IGNORECASE)
# A party's assurance that signing breaks no other contract, and breach named only to be left out.
_NO_CLAUSE_EN = re.compile(
    r"\bconflict with\b|\bconstitutes? a default\b|\bcreate in any\b|\b(?:other than|except(?: for)?"
    r"|unless)\b[^.;]{0,30}?\b(?:breach|default|cause)\b"
    r"(?![^.;]{0,160}?\bin which case)|^\W*Nothing\b|\beven in the event of\b",
    re.IGNORECASE,
)
_HEADING_EN = re.compile(r"[^.;:,]{0,70}")
_CONTENTS = re.compile(r"\.{5,}")
# What ends by itself or by nobody in particular: "this Agreement shall terminate at Licensor's option".
_ENDS_EN = re.compile(
    r"\b(?:agreement|contract|order|licen[cs]es?(?: granted)?|subscription|engagement|services?|account|membership"
    r"|terms)\b(?: \w+){0,6}? "
    r"(?:shall|will|may|can|to) (?:(?!not\b)\w+ ){0,3}?(?:be )?(?:terminated?|cancell?ed|rescinded|end|lapse"
    r"|come to an end)\b",
    re.IGNORECASE,
)
# Under non-payment a plain statement does: "your subscription is cancelled".
_IS_ENDED_EN = re.compile(
    r"\b(?:agreement|contract|order|licen[cs]e|subscription|engagement|services?|account|membership|booking)\b"
    r" (?:is|are) (?:(?:then|automatically|thereby|immediately) )?(?:forfeited and )?"
    r"(?:terminated|cancell?ed|rescinded)\b",
    re.IGNORECASE,
)
_CASE = re.compile(r"(?i)\b(?:if|when|where|once|after|until|unless) (?:the |this |your |any |an? |such )?$")
# "Upon termination", "such cancellation": what happened or may happen, not who may bring it about.
_NO_RIGHT = re.compile(
    r"(?i)\b(?:after|following|upon|on|at|before|until|prior to|notwithstanding|survive\w*|date of|event of|effects? of"
    r"|effective|result of|such|said|any|the|case of|without) $"
)
# The buyer's failure gives the seller the right: who is named first doesn't have it.
_GIVES = re.compile(r"(?i)\b(?:results? in|leads? to|grounds? for|cause for|subject to)\b[^.;]{0,80}$")
_POINTS_DOWN = re.compile(
    r"(?i):\s*$|\b(?:if|upon|when|where|on)\W*$|\b(?:following|below)\b|\boccurrence of (?:any|one|an?)\b|:\s*\(?(?:a"
    r"|i|1)[.)]"
)
_CONDITION = re.compile(r"\s*(?:the other|if|when|upon|on|where)\b", re.IGNORECASE)
_MOST_IN_A_SENTENCE = 6
_ITEMS = 12


def terminations(
    text: Text, parties: Parties, defaults: Sequence[Default], under: Mapping[int, Under]
) -> Iterator[Hit]:
    """The places that let the seller end the contract for non-payment, given the conditions of non-payment."""
    buyer_first = BUYER_FIRST_ZH.filled(buyer=parties.buyer)
    for default in defaults:
        words = default.passage.text
        chinese = _END_ZH.search(words, default.start)
        if chinese is not None and not buyer_first.search(words[: chinese.start()]):
            yield Hit(default.passage, default.start, chinese.end())
    yield from _chinese_list(text, parties, {default.passage.index for default in defaults})
    yield from search_all(text, _BREACH_ZH)
    yield from _english_terminations(text, with_pronouns(parties), under)


def _chinese_list(text: Text, parties: Parties, unpaid: set[int]) -> Iterator[Hit]:
    """Non-payment among the cases of a list: 有下列情形之一的,卖方有权解除合同:(1)…"""
    every = passages(text)
    for lead in every:
        right = _END_ZH.search(lead.text)
        if right is None or not re.search(r"(?:下列|以下|如下)", lead.text):
            continue
        if subject(parties, lead.text, right.start() + 1) is Role.BUYER:
            continue
        for item in every[lead.index + 1 : lead.index + 9]:
            if not re.match(r"\s*[(（]?[\d一二三四五六七八九十]{1,2}[)、.)）]", item.text):
                break
            if item.index in unpaid:
                yield Hit(item, 0, len(item.text))


def _english_terminations(text: Text, parties: Parties, under: Mapping[int, Under]) -> Iterator[Hit]:
    every = passages(text)
    for passage in every:
        at = under.get(passage.index)
        right = _right(parties, passage.text, at.lead if at is not None else "")
        if right is None and at is not None:
            right = _is_ended(passage.text)
        if right is None or (at is None and not parties.certain and not _anybody(passage.text, right)):
            continue
        if at is not None or _BREACH_EN.search(passage.text):
            yield Hit(passage, right.start(), right.end())
            continue
        if _POINTS_DOWN.search(passage.text):
            yield from _listed_breach(parties, every, passage, under)


def _right(parties: Parties, words: str, lead: str) -> re.Match[str] | None:
    """Where a sentence lets the seller, either party or nobody in particular end the contract."""
    if _NO_CLAUSE_EN.search(words) is not None or _HEADING_EN.fullmatch(words) or _CONTENTS.search(words):
        return None
    does = _DOES_EN.filled(seller=parties.seller)
    for match in islice(_TERMINATE_EN.finditer(words), _MOST_IN_A_SENTENCE):
        before = lead + words[: match.start()]
        may = _MAY_EN.search(before[-360:]) is not None or does.search(before[-60:]) is not None
        if not may or _NO_RIGHT.search(before[-24:]) is not None:
            continue
        by = _BY_EN.match(words, match.end(), match.end() + 120)
        if by is not None:
            role = parties.role_of(by["who"])
            if role is Role.BUYER:
                continue
            if role is Role.SELLER or re.fullmatch(EITHER, by["who"], re.IGNORECASE):
                return match
        if actor(parties, before, len(before)) is not Role.BUYER or _GIVES.search(before) is not None:
            return match
    ends = _ENDS_EN.search(words)
    return ends if ends is not None and _by_buyer(parties, words[ends.end() :]) is False else None


def _is_ended(words: str) -> re.Match[str] | None:
    ended = _IS_ENDED_EN.search(words)
    if ended is None or _NO_CLAUSE_EN.search(words) is not None:
        return None
    # "If the order is cancelled": a case, not what follows.
    return None if _CASE.search(words, 0, ended.start()) is not None else ended


def _anybody(words: str, right: re.Match[str]) -> bool:
    """Whether a right is either party's or nobody's in particular, so that it doesn't matter who is who."""
    return (
        says_either(words)
        or re.search(r"(?i)\b(?:be|automatically|forthwith|immediately) $", words[: right.start()]) is not None
    )


def _by_buyer(parties: Parties, after: str) -> bool:
    by = _BY_EN.match(after)
    return by is not None and parties.role_of(by["who"]) is Role.BUYER


def _listed_breach(
    parties: Parties, every: Sequence[Passage], lead: Passage, under: Mapping[int, Under]
) -> Iterator[Hit]:
    """The items of a list that a right introduces; after a colon they need no mark."""
    listed = lead.text.rstrip().endswith(":")
    for item in every[lead.index + 1 : lead.index + 1 + _ITEMS]:
        if NEW_CLAUSE.match(item.text):
            return
        match = _BREACH_EN.search(item.text)
        if match is not None and (_NO_CLAUSE_EN.search(item.text) or _HEADING_EN.fullmatch(item.text.strip())):
            match = None
        if match is not None and _TERMINATE_EN.search(item.text) and _right(parties, item.text, "") is None:
            match = None
        if match is not None and (listed or ITEM.match(item.text) or _CONDITION.match(item.text)):
            yield Hit(item, match.start(), match.end())
        elif item.index in under and (listed or ITEM.match(item.text)):
            yield Hit(item, 0, len(item.text))
        listed = listed or item.text.rstrip().endswith(":")
