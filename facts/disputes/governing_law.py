"""The law a contract chooses, as printed, and what it says of the UN sales convention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...values import Reason
from .. import regexes as re
from ..fact import Fact, absent, stated
from ..sentence_tools import Hit, Passage, decide, doubtful, evidence, first_blank, passages, search_all, yes_no
from ..text import Text

# A law is named by its country or place: 中国法, 英国法, 香港法; 合同法 and 仲裁法 are statutes.
_OF_A_PLACE = r"(?:法律|民法典|成文法|(?<=[国港门湾洲省区州兰])法(?![院律规定人令典治]))"
_LAW_ZH = re.compile(
    r"(?:适用于(?=(?:[\u3400-\u9fff]{1,8}国|香港|澳门|台湾|新加坡|[\u3400-\u9fff]{1,6}[州省区])(?:现行|有效|大陆|内地|的){0,3}法)"
    r"|适用|受|遵守|遵循|依据|依照|按照|按|以|根据)(?!本|以下|于|以)(?P<law>(?:(?!适用|遵守|依照"
    rf"|按照|法律)[^。;,《》()]){{1,20}}?{_OF_A_PLACE})"
    r"|(?:适用|受)《(?P<code>(?:中华人民共和国)?民法典)》"
    rf"|(?:适用(?:的)?法律|准据法|管辖法律|法律适用)(?:应?为|是|:"
    rf"|以)\s?(?P<named>(?:(?!法律)[^。;,《》()\s]){{1,20}}?{_OF_A_PLACE})"
)
_SUBJECT_ZH = re.compile(
    r"(?:本?(?:合同|协议|订单|确认书)|争议|纠纷)[^。;]{0,50}?(?:适用|受[^,。;]{0,20}(?:管辖|约束"
    r"|调整)|遵守|解释|效力)|(?:适用|准据)法律?|法律适用|准据法"
)
# 根据《民法典》订立 only says why the parties sign.
_MADE_UNDER = re.compile(
    r"(?:根据|依据|依照|按照)[^。;]{0,60}(?:订立|签订|达成|制定)(?:本|如下|以下|了|此)"
    r"|规定,?[^。;]{0,40}(?:订立|签订|达成)"
)
_OWN_ZH = re.compile(r"^(?:有关|相关|国家|现行|法定|上述|其他|行业|本国|所在国|各国|该国|法律|当地法律)")
_NOT_CHOICE = re.compile(r"违反|反商业贿赂|许可|个人信息|税|劳动|安全生产|环保|未尽事宜")
_VERB_EN = (
    r"\b(?i:govern(?:ed|s|ing)?|applied|construed|interpreted|subject(?= (?:exclusively |solely |only )?to )"
    r"|enforced|controlled|regulated|ruled"
    r"|(?:made|executed|entered into|concluded|contract)(?= under)|determined(?= in accordance)"
    r"|resolved(?= in accordance)|(?:decided|settled|adjudicated)(?= (?:in accordance|according|under)))\b(?:[^.;]"
    r"|\.(?=\S)){0,90}?\b(?i:by|under|in accordance with|according to|with|to|pursuant to),?\s"
)
_LAW_PHRASE = (
    r"(?P<law{n}>(?:(?i:the\s)?(?i:(?:substantive|internal|domestic|applicable|procedural|local|common|general|civil"
    r"|statutory|statutes\sand|rules\sand)\s){{0,3}}(?i:laws?|legislation)(?:\s\([^()]{{1,30}}\))?"
    r"(?i:(?:,?\s(?:and\s|or\s)?(?:rules|regulations|statutes|ordinances|decrees))+(?=,?\s(?:and\s\w+\s)?(?:of|in)\s))?"
    r"(?i:\sand\s(?:jurisdiction|(?:judicial|court|case)\s(?:decisions|precedents?|rulings)|case\slaw|statutes|regulations"
    r"|rules))?\s(?:(?:then\s|currently\s)?in\s(?:force"
    r"|effect)\s|(?i:applicable|prevailing|for\sthe\stime\sbeing\sin\sforce)\s(?=in\s|within\s))?(?i:of|in"
    r"|within)\s(?i:the\s)?(?:[A-Z]|(?:state|commonwealth|province|republic"
    r"|country)\sof\s(?:the\s)?[A-Z])(?:[^.,;()]|U\.S\.A?\.?|(?<=\b[A-Z])\.){{1,110}}"
    r"|(?:the\s)?(?:[A-Z][A-Za-z]+\s){{1,4}}(?:(?:substantive|internal|domestic|federal|contract"
    r"|material|state)\s){{0,3}}(?i:laws?|legislation)\b))"
)
_LAW_EN = re.compile(
    _VERB_EN
    + _LAW_PHRASE.format(n=1)
    + r"|"
    + _LAW_PHRASE.format(n=2).replace("(?P<law2>", "(?P<law2>(?<![A-Za-z])")
    + r"(?:\sand\s(?:the\s)?(?:exclusive\s)?[Jj]urisdiction)?"
    r"(?:\sand\s(?:the\s)?(?:federal\s)?laws\sof\s[A-Z]\w+(?:\sapplicable\s(?:therein|in\s\w+))?)?"
    r"(?:\s\([^()]{1,160}\)|,\s[^;]{1,160}?,)?"
    r"\s(?:(?:shall|will|is to|to)\s)?(?:solely\s|exclusively\s)?"
    r"(?:apply|applies|governs?|(?:be|is|are) (?:applied|applicable)|controls?|prevails?|rules?(?=\W*$))\b"
)
_TRIM_EN = re.compile(
    r"\s(?i:without|excluding|exclusive|regardless|irrespective|except|notwithstanding|applicable|and not"
    r"|as (?:applied|they|it|if|such|those)|with(?:out)?\s(?:regard|respect|reference|the exclusion)"
    r"|other than|shall|will|is|are|in (?:all|every|(?:effect|force)(?! in [A-Z]))|to the|from time|for (?:all|any"
    r"|the)|then|which|that|where|including|governing|but|if|by|pursuant|under|who|whose|each"
    r"|either)\b.*$|\sand\s(?!(?:the\s)?(?:federal\s|applicable\s)?laws\s(?:of|in)\b)(?!(?:judicial|court|case|statutes"
    r"|regulations|rules|jurisdiction of)\b)(?:the\s)?(?:[a-z]|parties"
    r"|Parties|any\s).*$",
    re.DOTALL,
)
_IN_A_PLACE = re.compile(r"(?i)(?:the )?laws? (?:applicable|prevailing) (?:with)?in ")
# Governed by the laws and regulations of a state; whoever complies with them chooses nothing.
_GOVERNS = re.compile(r"(?i)govern|constru|interpret")
_LAWS_AND_RULES = re.compile(r"(?i)(?<=laws)(?:,? (?:and )?(?:regulations|rules|statutes))+")
_NO_LAW = re.compile(
    r"(?i)applicable law|governing law|choice of law|these laws|such law|governmental|all laws"
    r"|federal, state|any laws?|laws? and regulations|bankruptcy|securities|export|tax|immigration"
    r"|privacy|patent|labor|employment|antitrust"
)
_LABEL_EN = re.compile(
    r"(?:^\W*(?:\d[\d.)]*\s)?Law(?=\s?:|\s(?:and|&)\s[Jj]urisdiction\s?[:\t])"
    r"|\b(?i:governing|applicable|proper|substantive) (?i:law)"
    r"|(?i:law applicable to))(?i: and jurisdiction)?(?:\s?[:\t]|\s[^.;:]{0,50}?\b(?:is|shall be"
    r"|will be))\s?"
    r"(?P<law>(?:the |that of )?(?:(?:substantive |internal |domestic "
    r"|material )?laws? of )?(?:the )?[A-Z][^.;:\n\t]{2,60})"
)
_CONTRACT_EN = re.compile(
    r"(?i)\b(?:agreements?|contracts?|orders?|confirmation|terms|conditions|obligations?|disputes?|sales?|matters?"
    r"|relationship|appointments?|engagements?|proposals?|quotations?|quotes?|estimates?|purchases?|transactions?"
    r"|deeds?|leases?|hire|bookings?|guarantees?|subscriptions?|invoices?|licen[cs]es?)\b"
)
_BLANK_EN = re.compile(r"(?i)\b(?:governing law|laws? of(?: the)?(?: state of)?)\b[\s:|]{0,4}")
# "construed in accordance with the {{governingLaw}}": the whole law is a field, or a rule to write on.
_CHOSEN_EN = re.compile(
    r"(?i)\b(?:govern(?:ed|s)|construed|interpreted)\b[^.;]{0,60}?\b(?:by|with|under|to) "
    r"(?:and \w+ (?:by|with|under) )?(?:the )?(?:(?:laws?|legislation) (?:in force )?(?:of|in) (?:the )?"
    r"(?:(?:state|country|province) of )?)?(?=[\[{<_$\u00ab])"
)
_LAW_FIELD = re.compile(r"(?i)laws?(?![a-z])|(?<![a-z])law|jurisdiction|state|country|legislation|province|^[\W_]*$")
# "orders are subject to French law requirements": some rules of a law, no choice of it.
_RULES_OF = re.compile(r"\s(?:requirements?|restrictions?|limits?|limitations?|duties|rules|rights|remedies)\b")
_OF_THE_PLACE = re.compile(
    r" (?!(?:laws?|legislation|and|or|without|excluding|for|in|as|irrespective|regardless|with|both|except|but|shall"
    r"|which)\b)[a-z]"
)
# The law of another document: it says that there is one, not which.
_REFERRED_EN = re.compile(
    r"\bgovern(?:ed|s)\b[^.;]{0,80}?\bby\b[^.;]{0,60}?\b(?:the )?(?:same )?laws? (?:governing|that governs?"
    r"|which governs?|as governs?)\b"
    r"|\bgoverning law\b[^.;]{0,80}?\b(?:provisions?|clauses?|sections?|terms)\b[^.;]{0,80}?\b(?:appl(?:y|ies)"
    r"|govern)\b"
    r"|\b(?:provisions?|clauses?|sections?|terms) (?:on|of|regarding|concerning) governing law\b[^.;]{0,80}?\bapply\b",
    re.IGNORECASE,
)
_NAME = "dispute.governing_law"
_MOST_PLACES = 4
_CISG = re.compile(
    r"\bCISG\b|国际货物(?:销售|买卖)合同公约|(?:联合国|国际)[^。;]{0,8}(?:销售|买卖)合同公约"
    r"|维也纳(?:销售)?公约|\bVienna (?:Sales )?Convention"
    r"|\b(?:UN|United Nations) (?:Sales Convention|Convention on (?:Contracts|the International))"
    r"|\bInternational Sales? of Goods\b|\b1980\b[^.;]{0,20}?\bVienna Convention",
    re.IGNORECASE,
)


def read(text: Text) -> Iterator[Fact]:
    """The governing law, and whether the convention is dealt with."""
    yield _law(text)
    yield yes_no("dispute.cisg_addressed", text, search_all(text, _CISG))


def _law(text: Text) -> Fact:
    found = [*_chinese(text), *_english(text)] or list(_labelled(text))
    first: dict[str, Hit] = {}
    for hit in found:
        first.setdefault(_key(str(hit.value)), hit)
    # A bilingual contract says the same twice; the Chinese text comes first.
    if len(first) == 2 and len({_is_chinese(str(hit.value)) for hit in first.values()}) == 2:
        return decide(_NAME, text, list(first.values())[:1])
    if first:
        return _chosen(text, found, list(first.values()))
    if (blank := _blank(text)) is not None:
        return doubtful(_NAME, text, Reason.BLANK, blank)
    referred = next(search_all(text, _REFERRED_EN), None)
    return doubtful(_NAME, text, Reason.UNCLEAR, referred) if referred is not None else absent(_NAME)


def _chosen(text: Text, found: Sequence[Hit], laws: Sequence[Hit]) -> Fact:
    """The law, with each place that chooses it: an annex says it again, and so does the clause on arbitration."""
    if len(laws) > 1:
        return decide(_NAME, text, laws)
    places = [quote for hit in found[:_MOST_PLACES] for quote in evidence(text, hit, _NAME)[:1]]
    first = evidence(text, laws[0], _NAME)
    return stated(_NAME, laws[0].value, *dict.fromkeys((*first, *places)))


def _key(law: str) -> str:
    law = re.sub(
        r"(?i)\b(?:the|laws?|legislation|rules|regulations|statutes|of|state|substantive|internal|domestic|local|and"
        r"|commonwealth|republic"
        r"|country|jurisdiction)\b|中华人民共和国|中国|法律|现行|有效|的|\W",
        "",
        law,
    )
    return law.lower()


def _is_chinese(law: str) -> bool:
    return re.search(r"[\u3400-\u9fff]", law) is not None


def _chinese(text: Text) -> Iterator[Hit]:
    for passage in passages(text):
        words = passage.text
        if _SUBJECT_ZH.search(words) is None or _NOT_CHOICE.search(words):
            continue
        for match in _LAW_ZH.finditer(words):
            made = _MADE_UNDER.search(words)
            law = match["law"] or match["code"] or match["named"]
            if (made is not None and made.start() <= match.start() < made.end()) or first_blank(law):
                continue
            if _OWN_ZH.match(law) is None:
                yield Hit(passage, match.start(), match.end(), law)
                break


def _english(text: Text) -> Iterator[Hit]:
    for passage in passages(text):
        for match in _LAW_EN.finditer(passage.text):
            before = passage.text[max(0, match.start() - 80) : match.start()]
            if match[0].lower().startswith("subject") and (
                not _CONTRACT_EN.search(before) or _RULES_OF.match(passage.text, match.end())
            ):
                continue
            law = match["law1"] or match["law2"]
            law = _trim(law)
            if (
                not law
                or _NO_LAW.search(_LAWS_AND_RULES.sub("", law) if _GOVERNS.match(match[0]) else law)
                or re.search(r"(?i)\b(?:arbitration|arbitral|regulatory|insolvency)\b", law)
            ):
                continue
            if first_blank(law) or not re.search(
                r"[A-Z][A-Za-z]", re.sub(r"(?i)\b(?:the|laws?|state|country|of|internal|substantive)\b", "", law)
            ):
                continue
            yield Hit(passage, match.start(), match.end(), law)
            break


def _labelled(text: Text) -> Iterator[Hit]:
    """The law behind the label of a form or a cover page: "Governing law: Singapore"."""
    for passage in passages(text):
        match = _LABEL_EN.search(passage.text)
        if match is not None and first_blank(match[0]) is None:
            law = _trim(match["law"])
            if law and not re.search(r"(?i)\b(?:this|any|agreement|contract|dispute|jurisdiction|courts?)\b", law):
                yield Hit(passage, match.start(), match.end(), law)


def _trim(law: str) -> str:
    head = _IN_A_PLACE.match(law)
    law = (head[0] if head is not None else "") + _TRIM_EN.sub("", law[head.end() if head is not None else 0 :])
    return re.sub(r"(?i)^the\s", "", law.strip(" ,.\"'")).strip()


def _is_law(passage: Passage, blank: re.Match[str]) -> bool:
    """Whether a field stands for a law or its place, not for what is only of that place: "[Country] tariffs"."""
    return _LAW_FIELD.search(blank[0]) is not None and _OF_THE_PLACE.match(passage.text, blank.end()) is None


def _blank(text: Text) -> Hit | None:
    for passage in passages(text):
        for match in _BLANK_EN.finditer(passage.text):
            blank = first_blank(passage.text, match.end(), match.end() + 30)
            if blank is not None and blank.start() <= match.end() + 2:
                return Hit(passage, match.start(), blank.end())
        chosen = _CHOSEN_EN.search(passage.text)
        blank = first_blank(passage.text, chosen.end(), chosen.end() + 60) if chosen is not None else None
        if chosen is not None and blank is not None and blank.start() == chosen.end() and _is_law(passage, blank):
            return Hit(passage, chosen.start(), blank.end())
        chinese = re.search(r"(?:适用|按照?|依照)", passage.text)
        if chinese is not None and "法律" in passage.text[chinese.end() : chinese.end() + 14]:
            blank = first_blank(passage.text, chinese.end(), chinese.end() + 12)
            if blank is not None:
                return Hit(passage, chinese.start(), blank.end())
    return None
