"""Terms that shift risk between the parties: transfer of receivables, force majeure, limits of liability."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..fact import Fact
from ..roles import Parties, Role
from ..sentence_tools import Hit, passages, search_all, subject, yes_no
from ..text import Text
from ..vocabulary import alternatives

_FUNDS_ZH = alternatives("remedy", "funds_zh")
_FUNDS_EN = alternatives("remedy", "funds_en")
_NO_TRANSFER_ZH = re.compile(
    r"(?:不得|无权|禁止|不能|不可)[^。;]{0,24}?(?:转让|让与)[^。;]{0,24}?(?:债权|应收账款|权利|合同|协议|权益)?"
    r"|(?:擅自|私自)(?:转让|让与)[^。;]{0,20}?(?:债权|应收账款|权利|合同|协议)"
    r"|(?:债权|应收账款|权利|合同)[^,。;]{0,20}(?:不得|无权|禁止)(?:转让|让与)|未[^,。;]{0,16}书面同意的转让无效"
)
_TRANSFER_OF = re.compile(r"债权|应收账款|权利|权益|合同|协议")
# A ban on handing over debts protects the seller; only claims and rights are what a factor buys.
_CLAIMS = re.compile(r"债权|应收账款|权利|权益")
_OTHER_THING = re.compile(r"技术|资料|接口|账号|知识产权|软件|著作|许可|分包|转包|货物|设备|标的物|账户")
_NO_TRANSFER_EN = re.compile(
    r"\b(?:may|shall|will|can) not\b[^.;]{0,60}?\b(?:assign|transfer)\b[^.;]{0,60}?\b(?:agreement"
    r"|contract|rights?|receivables?|interests?|claims?|order)\b"
    r"|\b(?:neither|no) part(?:y|ies)\b[^.;]{0,20}?\b(?:may|shall|will|can)\b[^.;]{0,20}?\b(?:assign|transfer)"
    r"|\b(?:agreement|contract|order|rights?|receivables?)\b[^.;]{0,70}?\b(?:may|shall"
    r"|can) not be[^.;]{0,40}?\b(?:assigned|transferred|amended or assigned)"
    r"|\bneither (?:this|the) (?:agreement|contract|order)\b[^.;]{0,80}?\bmay be\b[^.;]{0,24}?\b(?:assigned"
    r"|transferred)\b"
    r"|\bnot assignable\b|\bassign\w*\b[^.;]{0,60}?\bwithout\b[^.;]{0,40}?\bconsent\b"
    r"[^.;]{0,40}?\b(?:void|invalid|null)",
    re.IGNORECASE,
)
_RECEIVABLE_FREE_EN = re.compile(
    r"\b(?:receivables?|right to (?:receive )?payment|proceeds)\b[^.;]{0,60}?\bmay (?:be )?(?:freely )?assign",
    re.IGNORECASE,
)
_FORCE = re.compile(r"不可抗力|force majeure|beyond (?:its|the|their)[^.;]{0,16}control", re.IGNORECASE)
_FUNDS = re.compile(rf"{_FUNDS_ZH}|{_FUNDS_EN}", re.IGNORECASE)
_NOT_FUNDS = re.compile(
    r"\b(?:is|are|shall) not\b|不(?:包括|含|属于|构成|视为(?!违约)|在此限|适用|得)|除外"
    r"|\bnot\b[^.;]{0,20}?\b(?:constitut\w+"
    r"|consider\w+|includ\w+|excus\w+|deem\w+|qualif\w+)|\b(?:exclud\w+|except|other than)\b",
    re.IGNORECASE,
)
_STILL_PAY = re.compile(
    r"(?:金钱|付款|支付)(?:给付)?(?:的)?义务[^。;]{0,16}(?:不在此限|除外|不适用|不得?免除|不受影响)"
    r"|\b(?:not apply to|other than|except(?: for)?|shall not excuse|does not excuse"
    r"|excluding)\b[^.;]{0,50}?\b(?:obligations? to (?:pay|make)|payments?|pay)\b",
    re.IGNORECASE,
)
_CAP_ZH = re.compile(
    r"(?:赔偿|责任|索赔)[^。;]{0,24}?(?:不超过|不得超过|以[^。;]{0,24}为(?:上)?限|上限(?:为|不)|最高不)"
    r"|(?:赔偿|责任)(?:总额|限额|上限)|任何索赔[^。;]{0,60}不得?超过"
)
_CAP_EN = re.compile(
    r"\b(?:liabilit(?:y|ies)|liable|damages)\b[^.;]{0,200}?\b(?:(?:shall|will|may|does"
    r"|do)? ?not exceed|(?:is|are|be|shall be|will be) limited to|exceed(?:s|ing)?|in excess of"
    r"|(?:be )?liable for more than|(?:be |is |are )?capped (?:at|to)|subject to a cap|up to a maximum"
    r"|up to (?:the|an) (?:amount|sum|value))\b"
    r"|\bliable for (?:any (?:sum|amount) )?(?:more than|in excess of|greater than)\b"
    r"|\b(?:maximum|total|aggregate) liability (?:is|equals|shall be|amounts to)\b[^.;]{0,40}?\b(?:price|fees|value"
    r"|charges|\d)|\bin no event\b[^.;]{0,160}?\bexceed\b|\b(?:aggregate|total"
    r"|maximum) liability\b[^.;]{0,80}?\blimited\b|\bgeneral cap amount\b",
    re.IGNORECASE,
)
_DELAY_CAP = re.compile(r"违约金[^。;]{0,30}不(?:得)?超过")
_SELLER = re.Template("{seller}", re.IGNORECASE)
_BOTH = re.compile(
    r"任何一方|双方|各方|一方|each party|either party|neither party|a party|the parties|任何索赔", re.IGNORECASE
)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """Whether receivables may be assigned, lack of funds excuses, and the seller's liability has a ceiling."""
    free = list(search_all(text, _RECEIVABLE_FREE_EN))
    yield yes_no("remedy.anti_assignment_receivable", text, [] if free else _no_transfer(text, parties), free)
    listed, refused = _funding(text)
    yield yes_no("remedy.fm_includes_funding", text, listed, [*refused, *search_all(text, _STILL_PAY)])
    yield yes_no("remedy.seller_liability_capped", text, _caps(text, parties))


def _no_transfer(text: Text, parties: Parties) -> Iterator[Hit]:
    for passage in passages(text):
        words = passage.text
        match = _NO_TRANSFER_ZH.search(words)
        if match is not None:
            thing = words[max(0, match.start() - 12) : match.end() + 20]
            debts = "债务" in thing and _CLAIMS.search(thing) is None
            if not _TRANSFER_OF.search(thing) or _OTHER_THING.search(thing) or debts:
                match = None
        match = match or _NO_TRANSFER_EN.search(words)
        if match is None:
            continue
        # "neither party" and 任何一方 bind the seller too; "the Customer may not assign" doesn't.
        if _BOTH.search(match[0]) or subject(parties, words, match.start() + 1) is not Role.BUYER:
            yield Hit(passage, match.start(), match.end())


def _funding(text: Text) -> tuple[list[Hit], list[Hit]]:
    """Where lack of funds is listed as force majeure, and where it is named to be left out."""
    listed: list[Hit] = []
    refused: list[Hit] = []
    previous = False
    for passage in passages(text):
        force = _FORCE.search(passage.text) is not None
        funds = _FUNDS.search(passage.text)
        if funds is not None and (force or previous):
            denied = _NOT_FUNDS.search(passage.text, 0, min(len(passage.text), funds.end() + 60))
            (refused if denied else listed).append(Hit(passage, funds.start(), funds.end()))
        previous = force
    return listed, refused


def _caps(text: Text, parties: Parties) -> Iterator[Hit]:
    for passage in passages(text):
        words = passage.text
        match = _CAP_ZH.search(words) or _CAP_EN.search(words)
        if match is None or (_DELAY_CAP.search(words) and "赔偿" not in match[0]):
            continue
        around = words[max(0, match.start() - 80) : match.end()]
        if _BOTH.search(around) or _SELLER.filled(seller=parties.seller).search(around):
            yield Hit(passage, match.start(), match.end())
