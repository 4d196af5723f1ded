"""The law a contract chooses, as printed, and what it says of the UN sales convention."""

from __future__ import annotations

from collections.abc import Iterator

from ...values import Reason
from .. import regexes as re
from ..fact import Fact
from ..sentence_tools import Hit, decide, doubtful, first_blank, passages, search_all, yes_no
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
    r"|statutory|statutes\sand|rules\sand)\s){{0,3}}(?i:laws?)(?:\s\([^()]{{1,30}}\))?"
    r"(?i:\sand\s(?:(?:judicial|court|case)\s(?:decisions|precedents?|rulings)|case\slaw|statutes|regulations|rules))?\s(?:(?:then\s)?in\s(?:force"
    r"|effect)\s)?(?i:of|in)\s(?i:the\s)?(?:[A-Z]|(?:state|commonwealth|province|republic"
    r"|country)\sof\s(?:the\s)?[A-Z])(?:[^.,;()]|U\.S\.A?\.?|(?<=\b[A-Z])\.){{1,110}}"
    r"|(?:the\s)?(?:[A-Z][A-Za-z]+\s){{1,4}}(?:(?:substantive|internal|domestic|federal|contract"
    r"|material|state)\s){{0,3}}(?i:laws?)\b))"
)
_LAW_EN = re.compile(
    _VERB_EN
    + _LAW_PHRASE.format(n=1)
    + r"|"
    + _LAW_PHRASE.format(n=2).replace("(?P<law2>", "(?P<law2>(?<![A-Za-z])")
    + r"(?:\s\([^()]{1,160}\)|,\s[^;]{1,160}?,)?\s(?:(?:shall|will|is to)\s)?(?:solely\s|exclusively\s)?"
    r"(?:apply|applies|governs?|(?:be|is|are) (?:applied|applicable)|controls?)\b"
)
_TRIM_EN = re.compile(
    r"\s(?i:without|excluding|exclusive|regardless|irrespective|except|notwithstanding|applicable|and not"
    r"|as (?:applied|they|it|if|such|those)|with(?:out)?\s(?:regard|respect|reference|the exclusion)"
    r"|other than|shall|will|is|are|in (?:all|every|(?:effect|force)(?! in [A-Z]))|to the|from time|for (?:all|any"
    r"|the)|then|which|that|where|including|governing|but|if|by|pursuant|under|who|whose|each"
    r"|either)\b.*$|\sand\s(?!(?:the\s)?(?:federal\s|applicable\s)?laws\s(?:of|in)\b)(?!(?:judicial|court|case|statutes"
    r"|regulations|rules)\b)(?:the\s)?(?:[a-z]|parties"
    r"|Parties|any\s).*$",
    re.DOTALL,
)
# Governed by the laws and regulations of a state; whoever complies with them chooses nothing.
_GOVERNS = re.compile(r"(?i)govern|constru|interpret")
_LAWS_AND_RULES = re.compile(r"(?i)(?<=laws) and (?:regulations|rules)")
_NO_LAW = re.compile(
    r"(?i)applicable law|governing law|choice of law|these laws|such law|governmental|all laws"
    r"|federal, state|any laws?|laws? and regulations|bankruptcy|securities|export|tax|immigration"
    r"|privacy|patent|labor|employment|antitrust"
)
_LABEL_EN = re.compile(
    r"\b(?:(?i:governing|applicable|proper|substantive) (?i:law)"
    r"|(?i:law applicable to))(?i: and jurisdiction)?(?:\s?[:\t]|\s[^.;:]{0,50}?\b(?:is|shall be"
    r"|will be))\s?"
    r"(?P<law>(?:the |that of )?(?:laws? of )?(?:the )?[A-Z][^.;:\n\t]{2,60})"
)
_CONTRACT_EN = re.compile(r"(?i)\b(?:agreement|contract|order|confirmation|terms|obligations?)\b")
_BLANK_EN = re.compile(r"(?i)\b(?:governing law|laws? of(?: the)?(?: state of)?)\b[\s:|]{0,4}")
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
    name = "dispute.governing_law"
    found = [*_chinese(text), *_english(text)] or list(_labelled(text))
    first: dict[str, Hit] = {}
    for hit in found:
        first.setdefault(_key(str(hit.value)), hit)
    # A bilingual contract says the same twice; the Chinese text comes first.
    if len(first) == 2 and len({_is_chinese(str(hit.value)) for hit in first.values()}) == 2:
        return decide(name, text, list(first.values())[:1])
    blank = _blank(text)
    if first:
        return decide(name, text, list(first.values()))
    return doubtful(name, text, Reason.BLANK, blank) if blank is not None else decide(name, text, [])


def _key(law: str) -> str:
    law = re.sub(
        r"(?i)\b(?:the|laws?|of|state|substantive|internal|domestic|local|and|commonwealth|republic"
        r"|country)\b|中华人民共和国|中国|法律|现行|有效|的|\W",
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
            if match[0].lower().startswith("subject") and not _CONTRACT_EN.search(before):
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
    law = _TRIM_EN.sub("", law)
    return re.sub(r"(?i)^the\s", "", law.strip(" ,.\"'")).strip()


def _blank(text: Text) -> Hit | None:
    for passage in passages(text):
        for match in _BLANK_EN.finditer(passage.text):
            blank = first_blank(passage.text, match.end(), match.end() + 30)
            if blank is not None and blank.start() <= match.end() + 2:
                return Hit(passage, match.start(), blank.end())
        chinese = re.search(r"(?:适用|按照?|依照)", passage.text)
        if chinese is not None and "法律" in passage.text[chinese.end() : chinese.end() + 14]:
            blank = first_blank(passage.text, chinese.end(), chinese.end() + 12)
            if blank is not None:
                return Hit(passage, chinese.start(), blank.end())
    return None
