"""The printed name of a party: where it ends, whether it is a name at all, and whether it was left open."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from .. import regexes as re
from ..contract.blank_forms import LABEL_ZH
from ..contract.blanks import find_blanks
from ..text import Text
from ..vocabulary import alternatives, words

_HAN = r"\u3400-\u9fff"
ROLE_WORD = alternatives("roles", "neutral", "buyer", "seller", "guarantor", "third")
ROLE_WORD_EN = r"(?i:" + alternatives("roles", "buyer_en", "seller_en", "neutral_en") + r"|Guarantor|Surety|Party [AB])"
_SUFFIX_ZH = alternatives("companies", "suffix_zh")
_WEAK_ZH = alternatives("companies", "suffix_weak_zh")
_WEAK_END = re.compile(rf"[{_HAN}()·]{{2,30}}{_WEAK_ZH}")
_NOTHING = re.compile(
    rf"[ ]*(?:$|[\n\t│|])|[ ]{{3,}}|[ ]*(?:{ROLE_WORD})[^\n]{{0,12}}:|[ ]*[A-Z]\w+(?:[ ]\w+)?[ ]*:"
    # 供方:合同编号: - the label of the next field stands where the name would.
    r"|[ ]*(?:(?:合同)?编号|合同号|(?:签[订约署定]|订立)(?:地点|时间|日期)|(?:单位)?地址|电话|日期|联系人"
    r"|身份证号)[ ]*:"
)
_SUFFIX_EN = alternatives("companies", "suffix_en")
_STOP = re.compile(
    r"[\n\t│|;。]|[ ]{2,}|,(?=[ ]*[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[ ]*\([ ]*(?:以下|下称|下文|后文"
    rf"|简称|地址|住所|盖|签|章|公章|统一|法定|(?:{ROLE_WORD})[ ]*\))"
    r"|(?:统一)?社会信用代码|纳税人识别号|(?:单位|注册|联系|通讯)?地[ ]*址|住[ ]*所|法定代表人|授权代表"
    r"|联系人|联系?电[ ]*话|职务[ ]*:|开户"
    r"|合同编号|合同号|签订地点|签订时间|签订日期|签约地点|分配号|签字|盖章"
    rf"|(?:{ROLE_WORD})(?:\([^()\n]{{1,16}}\))*[ ]*:"
    rf"|\b(?i:the )?(?:{ROLE_WORD_EN})[ ]*:|\b(?:ADD|Add|Address|ADDRESS|Tel|TEL|Fax|Attn|Registered"
    rf"|Signature|SIGNATURE|Name|Title|By|Date)\b[^\n]{{0,10}}?:"
    r"|,?[ ]+(?:having|whose|with (?:its|an|a|offices)|located|organi[sz]ed|incorporated|registered"
    r"|established|being)\b"
    r"|,[ ]+(?:an?|the)[ ]+[A-Z]?[a-z]"
)
# What may stand inside a name; a description (", a division of", " whose") and a second name end it.
_WITHIN = (
    r"(?:(?!,[ ]an?[ ]|,?[ ](?:whose|having|with|located|acting|represented|hereinafter)[ ]"
    r"|[ ](?:and|AND)[ ](?:the[ ])?[A-Z0-9][^\n,;]{1,60}?,?[ ](?:Inc|INC|Ltd|LTD|LLC|GmbH|Corp|Limited"
    r"|LIMITED)\b)[^\n\t;:\"])"
)
# First Trust Portfolios L.P.: a word that can end a name may stand in the middle of one.
_GOES_ON = rf"(?:(?:[ ](?:of|for|&|de|y|et|und))?[ ](?!AND\b)[A-Z][\w.&'-]*){{1,5}},?[ ]{_SUFFIX_EN}(?![A-Za-z])\.?"
# Bank of Fenshire, The Regents of the University of Fenshire: a body that is called by its place.
_OF_PLACE = (
    r"(?:(?<=University)|(?<=Bank)|(?<=Institute)|(?<=College)|(?<=Hospital)|(?<=Council)|(?<=Commission)|(?<=Authority)"
    r"|(?<=Foundation)|(?<=Association)"
    r"|(?<=Ministry)|(?<=Department)|(?<=Corporation)|(?<=Insurance Company))[ ]of[ ]"
    r"(?:the[ ])?[A-Z][\w.'-]*(?:[ ](?:and[ ])?[A-Z][\w.'-]*){0,3}"
)
_ENGLISH_NAME = re.compile(
    r"(?P<name>(?:[A-Z0-9]|[a-z][\w-]*\.(?:com|org|net)\b|[a-z]{1,5}[A-Z0-9])"
    + _WITHIN
    + r"{1,110}?(?:(?:,?[ ])"
    + _SUFFIX_EN
    + r"(?![A-Za-z])\.?)"
    + rf"(?:{_GOES_ON}|{_OF_PLACE})?"
    + r"(?:(?:,?[ ]|[ ]&[ ])"
    + _SUFFIX_EN
    + r"(?![A-Za-z])\.?)*(?:[ ]\((?!(?!USA|PRC|UAE|ROC|BVI)[A-Z]{3,5}\))[A-Z][A-Za-z.&' ]{1,24}\)(?:,?[ ]"
    + _SUFFIX_EN
    + r"\.?)*)?)"
)
# OOO "Severny Les", PT Bintang Logistik: the form of the company comes first.
PREFIXED = re.compile(
    r"(?P<name>(?:OOO|OAO|ZAO|PAO|AO|JSC|OJSC|CJSC|PJSC|LLC|LLP|SIA|UAB|IP|SE|FOP)[ ][\"'][^\"'\n]{2,60}[\"']"
    r"|(?:PT|SIA|UAB|OOO|ZAO|JSC|CV)\.?[ ][A-Z][\w&.'-]*(?:[ ][A-Z&][\w&.'-]*){0,5}(?:[ ]Tbk)?"
    r"|[\"'][A-Z][^\"'\n]{1,60}[\"'],?[ ](?:AD|EAD|EOOD|OOD|LLC|JSC|OJSC|CJSC|Ltd\.?|GmbH|Inc\.?|d\.o\.o\."
    r"|S\.?A\.?|Sp\. z o\.o\.|s\.r\.o\.))"
)
# City of Riverton, Ministry of Health of the Republic of Zandia, County Council of Fenshire
_PUBLIC_BODY = re.compile(
    r"(?P<name>(?:[A-Z][\w.'-]*[ ]){0,4}(?i:city|county|town|state|municipality|borough|district|ministry"
    r"|council|university|department|government"
    r"|board|bank|commonwealth|republic|port|institute|commission|secretariat|office|authority)"
    r"[ ](?i:of)[ ](?:the[ ])?[A-Z][\w.'-]*(?:[ ](?:and[ ]|of[ ]the[ ]|for[ ](?:the[ ])?|(?<=Republic )of[ ]"
    r"|(?<=Kingdom )of[ ]|(?<=State )of[ ]|(?<=Ministry )of[ ]|(?<=Department )of[ ]"
    r"|(?<=City )of[ ]|(?<=County )of[ ]|(?<=Town )of[ ])?[A-Z][\w.'-]*){0,6})"
)
_ADDRESSED = re.compile(r"[ ]*(?:\*\*(?=[A-Z]))?(?:M/[sS]\.?|Messrs\.?)?[ ]*(?=\S)|[ ]+")
_CHINESE_NAME = re.compile(
    rf"(?P<name>[{_HAN}A-Za-z0-9()·&.\- ]{{2,50}}{_SUFFIX_ZH}(?:\((?:有限|普通|特殊普通)合伙\))?)"
)
# 甲公司、乙公司; 某公司及其附属公司: the first stands for all.
_JOINED = re.compile(
    r"(?P<name>.{2,40}?(?:公司|集团|厂|合作社|事务所|大学|学院|医院|银行|研究院|中心)(?:\([^()]{2,10}\))?)"
    rf"(?:、|及其?|以及|和|与)(?=[{_HAN}].{{1,40}}$)"
)
_PERSON = re.compile(rf"[{_HAN}]{{2,4}}(?:·[{_HAN}]{{2,6}})?$")
_NO_NAME = re.compile(
    rf"^(?:一家|一间|一个|其|该)|^(?:是|系|即|均|仅)?指(?![南挥尖纹掌望])|^(?:{ROLE_WORD}|公司|单位|(?:计量|计价|规格|型号|产品|货物)?(?:单位|品名|数量|单价|金额|备注)|(?:单位|企业|公司|机构|客户|法人)?(?:名称|全称)|代表人?|本?人|确认|回签|(?:签字|盖章|签章|日期).*|名\s*称)$"
    rf"|^{LABEL_ZH}[ ]*(?::.*)?$|^(?i:the )?(?:{ROLE_WORD_EN})$|^[\d\s.:,/-]*$"
)
_CAPITALISED = re.compile(
    r"[A-Z][\w.&'-]+(?:(?: (?:of|and|the|for|de|du|von|van|der|y|et))* [A-Z&][\w.&'-]*)*"
    # 4th Dimension Architects, but not 4th Floor
    rf"|\d+(?:st|nd|rd|th)(?: [A-Z][\w.&'-]*)* {alternatives('companies', 'business_en')}"
)
_PLACEHOLDER = re.compile(r"[_{}\[\]●]|[Xx×]{2,}|\*{2,}|[\u2500\u2501]{2,}|某")
# Client Name, Your Company Name: what a form prints where the name goes.
_STANDS_FOR_A_NAME = re.compile(
    r"(?i:(?:the|your|full|legal|registered|company|business|trading|insert) "
    rf"|{ROLE_WORD_EN} ){{1,3}}(?i:name(?: here)?)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed at `start` up to `end` of the normalised text; `blank` says that it was left open."""

    text: str
    start: int
    end: int
    blank: bool = False


def read_name(text: Text, start: int, limit: int = 160) -> Name | None:
    """The name that begins at a position, None where the words there are no name."""
    whole = text.text[start : start + limit]
    # **Alder Ltd**, M/s. Alder Ltd: emphasis and forms of address are no part of the name.
    lead = _ADDRESSED.match(whole)
    skipped = lead.end() if lead is not None else 0
    start += skipped
    whole = whole[skipped:]
    if (blank := _blank_at(text, start)) is not None:
        return Name("", start, max(blank, start), True)
    stop = _STOP.search(whole)
    piece = whole[: stop.start()] if stop else whole.split("\n")[0]
    piece = _trim(piece)
    return judge(piece, start)


def comparable(name: str) -> str:
    """A name by its letters and figures alone, to be compared with another."""
    return re.sub(r"[\W_]+", "", name).casefold()


def judge(piece: str, start: int) -> Name | None:
    """A name for words already cut out, None where they are none."""
    if not piece or _NO_NAME.match(piece):
        return None
    if _PLACEHOLDER.search(piece) or _STANDS_FOR_A_NAME.fullmatch(piece):
        return Name("", start, start + len(piece), True)
    if piece[0].isascii() and not _reads_as_name(piece):
        return None
    if is_organisation(piece) or _PERSON.fullmatch(piece) or _ends_weakly(piece) or _CAPITALISED.fullmatch(piece):
        return Name(piece, start, start + len(piece))
    return None


def is_organisation(words_: str) -> bool:
    """Whether words end like the name of a company or another organisation."""
    return (
        re.search(rf"{_SUFFIX_ZH}(?:\([^()]{{2,10}}\))?$|(?:^|[ ,]){_SUFFIX_EN}\.?$", words_) is not None
        or PREFIXED.fullmatch(words_) is not None
        or _PUBLIC_BODY.fullmatch(words_) is not None
    )


def _ends_weakly(piece: str) -> bool:
    """Whether words behind a label end like an organisation that only a label makes one: 某某旅行社, 某某村."""
    return _WEAK_END.fullmatch(piece) is not None


def _trim(piece: str) -> str:
    piece = piece.strip(" :,\"'*")
    if re.match(rf"[{_HAN}]", piece):
        if match := re.match(rf"(.*?[{_HAN})])[ ]+[A-Za-z]", piece):
            piece = match[1]
        if not re.search(rf"{_SUFFIX_ZH}(?:\([^()]{{2,10}}\))?$", piece) and (match := _CHINESE_NAME.match(piece)):
            piece = match["name"]
        if (match := re.match(rf"([{_HAN}·]{{2,8}})\(", piece)) and not is_organisation(piece):
            piece = match[1]
        if joined := _JOINED.match(piece):
            piece = joined["name"]
        return piece.strip(" ,:")
    if (found := english_name(piece)) is not None:
        return found
    return re.split(r"[,(]", piece)[0].strip(" ,:\"'")


def english_name(words_: str) -> str | None:
    """The company name that English words begin with, None where they begin with none."""
    found = [
        match["name"].strip(" ,") for form in (PREFIXED, _ENGLISH_NAME, _PUBLIC_BODY) if (match := form.match(words_))
    ]
    found = [name for name in found if _reads_as_name(name)]
    return max(found, key=len, default=None)


def _reads_as_name(name: str) -> bool:
    """Whether no word but a connecting one begins with a small letter: a sentence that ends in a name is none."""
    if _HEADING.search(name) is not None or _SENTENCE_ENDS.search(name) is not None or _TWO_PARTIES.search(name):
        return False
    return all(
        not word.islower() or word in _CONNECTING or word in _SMALL or re.search(r"[.\d]", word) is not None
        for word in name.split()
    )


# CONDITIONS OF CREDIT BY X PTY LTD: a heading in capitals that runs into a name.
_HEADING = re.compile(
    r"\b(?:THIS|BETWEEN|RELATION|CONDITIONS|AGREEMENT|TERMS|CONTRACT (?:BY|WITH))\b"
    r"|\bThis Agreement\b"
)


# Company A (Client) and Company: a role in brackets ends a name.
_TWO_PARTIES = re.compile(rf"\((?i:the )?{ROLE_WORD_EN}\)[ ](?:and|AND)\b")


# …operations in China. China Recycling Corp: a sentence ends inside.
_SENTENCE_ENDS = re.compile(r"\b(?!(?:Corp|Bros|Assn|Dept|Intl|Assoc|Univ|Inst|Messrs)\.)[A-Z]?[a-z]{4,}\. [A-Z]")
_CONNECTING = frozenset(words("companies", "connecting"))
_SMALL = frozenset(words("companies", "small_suffix"))


def _blank_at(text: Text, start: int) -> int | None:
    blanks = find_blanks(text)
    at = bisect_right(blanks, start, key=lambda blank: blank.start) - 1
    if at >= 0 and (start < blanks[at].end or blanks[at].start == start):
        return blanks[at].end
    return None


def nothing_follows(text: Text, end: int) -> bool:
    """Whether a label is followed by nothing but the end of its line or cell, or by the next label."""
    rest = text.text[end : end + 60]
    return _NOTHING.match(rest) is not None
