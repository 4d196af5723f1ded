"""The printed name of a party: where it ends, whether it is a name at all, and whether it was left open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..contract.blanks import find_blanks
from ..text import Text
from ..vocabulary import alternatives

_HAN = r"\u3400-\u9fff"
ROLE_WORD = alternatives("roles", "neutral", "buyer", "seller", "guarantor", "third")
ROLE_WORD_EN = r"(?i:" + alternatives("roles", "buyer_en", "seller_en") + r"|Guarantor|Surety|Party [AB])"
_SUFFIX_ZH = alternatives("companies", "suffix_zh")
_SUFFIX_EN = alternatives("companies", "suffix_en")
_STOP = re.compile(
    r"[\n\t│|;。]|[ ]{2,}|,(?=[ ]*[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[ ]*\([ ]*(?:以下|下称|下文|后文"
    r"|简称|地址|住所|盖|签|章|公章|统一|法定)"
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
_ENGLISH_NAME = re.compile(
    r"(?P<name>(?:[A-Z0-9]|[a-z][\w-]*\.(?:com|org|net)\b)[^\n\t;\"]{1,110}?(?:(?:,?[ ])"
    + _SUFFIX_EN
    + r"(?![A-Za-z])\.?)"
    r"(?:(?:,?[ ]|[ ]&[ ])"
    + _SUFFIX_EN
    + r"(?![A-Za-z])\.?)*(?:[ ]\([A-Z][A-Za-z.&' ]{1,24}\)(?:,?[ ]"
    + _SUFFIX_EN
    + r"\.?)*)?)"
)
_CHINESE_NAME = re.compile(
    rf"(?P<name>[{_HAN}A-Za-z0-9()·&.\- ]{{2,50}}{_SUFFIX_ZH}(?:\((?:有限|普通|特殊普通)合伙\))?)"
)
_PERSON = re.compile(rf"[{_HAN}]{{2,4}}(?:·[{_HAN}]{{2,6}})?$")
_NO_NAME = re.compile(
    rf"^(?:{ROLE_WORD}|公司|单位|名称|单位名称|代表人?|本?人|确认|回签|(?:签字|盖章|签章|日期).*|名\s*称)$"
    rf"|^(?:the )?(?:{ROLE_WORD_EN})$|^[\d\s.:,/-]*$"
)
_PLACEHOLDER = re.compile(r"[_{}\[\]●]|[Xx×]{2,}|\*{2,}|[\u2500\u2501]{2,}|某")


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
    skipped = len(whole) - len(whole.lstrip(" "))
    start += skipped
    whole = whole[skipped:]
    if (blank := _blank_at(text, start)) is not None:
        return Name("", start, max(blank, start), True)
    stop = _STOP.search(whole)
    piece = whole[: stop.start()] if stop else whole.split("\n")[0]
    piece = _trim(piece)
    return judge(piece, start)


def judge(piece: str, start: int) -> Name | None:
    """A name for words already cut out, None where they are none."""
    if not piece or _NO_NAME.match(piece):
        return None
    if _PLACEHOLDER.search(piece):
        return Name("", start, start + len(piece), True)
    if is_organisation(piece) or _PERSON.fullmatch(piece) or re.match(r"[A-Z][\w.&'-]+(?: [A-Z&][\w.&'-]*)*$", piece):
        return Name(piece, start, start + len(piece))
    return None


def is_organisation(words_: str) -> bool:
    """Whether words end like the name of a company or another organisation."""
    return re.search(rf"{_SUFFIX_ZH}(?:\([^()]{{2,10}}\))?$|(?:^|[ ,]){_SUFFIX_EN}\.?$", words_) is not None


def _trim(piece: str) -> str:
    piece = piece.strip(" :,\"'")
    if re.match(rf"[{_HAN}]", piece):
        if match := re.match(rf"(.*?[{_HAN})])[ ]+[A-Za-z]", piece):
            piece = match[1]
        if not re.search(rf"{_SUFFIX_ZH}(?:\([^()]{{2,10}}\))?$", piece) and (match := _CHINESE_NAME.match(piece)):
            piece = match["name"]
        if (match := re.match(rf"([{_HAN}·]{{2,8}})\(", piece)) and not is_organisation(piece):
            piece = match[1]
        return piece.strip(" ,:")
    if match := _ENGLISH_NAME.match(piece):
        return match["name"].strip(" ,")
    return re.split(r"[,(]", piece)[0].strip(" ,:\"'")


def english_name(words_: str) -> str | None:
    """The company name that English words begin with, None where they begin with none."""
    match = _ENGLISH_NAME.match(words_)
    return match["name"].strip(" ,") if match else None


def _blank_at(text: Text, start: int) -> int | None:
    for blank in find_blanks(text):
        if blank.start <= start < blank.end or (blank.start == start):
            return blank.end
        if blank.start > start:
            break
    return None


def nothing_follows(text: Text, end: int) -> bool:
    """Whether a label is followed by nothing but the end of its line or cell, or by the next label."""
    rest = text.text[end : end + 60]
    return (
        re.match(rf"[ ]*(?:$|[\n\t│|])|[ ]{{3,}}|[ ]*(?:{ROLE_WORD})[^\n]{{0,12}}:|[ ]*[A-Z]\w+(?:[ ]\w+)?[ ]*:", rest)
        is not None
    )
