"""Where a contract speaks of the buyer not paying: the condition of charges, suspension and termination."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .. import regexes as re
from ..roles import Parties, Role
from ..sentence_tools import Passage, passages, subject
from ..text import Text
from ..vocabulary import alternatives

_OTHER_DUTY = alternatives("remedy", "other_duty_zh")
_PAYMENT = alternatives("remedy", "payment_zh", "owed_zh")
_OWED = alternatives("remedy", "owed_zh")
_LATE = (
    r"(?<!每)(?:逾期|迟延|延迟|延期|拖延|拖欠|欠付|超期|延误|(?:(?<!尚)未(?!经|收到|到期)|没有(?=能|按|如|及|依"
    r"|在|支付|付))"
    r"(?:能)?(?:按|如|及|依|在|于)?"
    r"|不(?:能)?(?:按|如|及|依)(?:期|时|约|照)?|不(?=支付|付款|给付))"
)
_DEFAULT_ZH = re.compile(
    rf"每(?:逾期|迟延|延迟|延期|拖延|拖欠|推迟|延误|迟|晚|缓)(?:付款|支付|付|给付|结算)(?:(?!{_OTHER_DUTY})[^,。;:]){{0,4}}"
    rf"|{_LATE}(?:(?!{_OTHER_DUTY}|分之|%|退)[^,。;:]){{0,24}}?{_PAYMENT}"
    rf"|{_OWED}(?:(?!{_OTHER_DUTY}|分之|%|退)[^,。;:]){{0,12}}?(?:逾期|迟延|拖延|拖欠|延期|未付|延误|欠付|未到账"
    rf"|未能?(?:按时|及时|如期))(?![^,。;]{{0,4}}{_OTHER_DUTY})"
    r"|(?:逾期|延期|迟延)(?:按|加|计)[^,。;]{0,24}?(?:付息|计息|罚息|利息|滞纳金)"
    r"|(?:欠款|赊欠|未付款)[^,。;]{0,10}(?:超过|超出|达到)|超过[^,。;]{0,8}(?:付款|支付|结算"
    r"|账期)[^,。;]{0,4}(?:期限|时间|日期|期)?|(?:不"
    r"|未)履行[^,。;]{0,8}(?:付款|支付|给付)(?:货款)?(?:的)?义务"
    r"|违反[^,。;]{0,8}(?:付款|支付)(?:约定|义务|条款|方式)"
    r"|任[何一意]{1,2}一?[期笔](?:款项?)?[^,。;]{0,6}(?:逾期|未付|拖欠)"
    r"|(?:逾期|迟延|延迟|延期|怠于|不按[期时])履行[^,。;]{0,8}(?:付款|支付|给付)[^,。;]{0,4}义务|每?(?:迟付"
    r"|晚付|(?<!顺)延付|缓付|拖付|少付|欠付)"
    r"|(?:付款|付清|结清|付讫|支付)[^。;,]{0,6},?否则"
    r"|(?:付款|支付|付清|结清)[^。;]{0,12}否则[^。;]{0,6}(?:逾期|延期|迟延|拖延)"
    r"|(?:支付|付款|付清|结清)[^。;]{0,14},如有?违约"
    r"|(?<!有权)(?<!可以)(?<!可)(?<!得)拒(?:绝|不)?(?:支付|付款|付(?!款保))"
)
# 逾期交货的,…按逾期部分货款: the sum only measures the delay of another duty.
_OTHER_DELAY = re.compile(rf"{_LATE}[^,。;:]{{0,14}}?{_OTHER_DUTY}")
_MEASURE = re.compile(
    r"^未(?!付|支付|结)[^,。;]{0,4}部[分份]|^(?:逾期|迟延|延迟|延期|延误)(?:的|部分|部份|未|该"
    r"|批)*(?:货款|价款|款项|合同|费用|服务费)"
)
_CREDIT_ZH = re.compile(
    r"信用证[^,。;]{0,8}(?:未|不能|没有|逾期)|(?:未|不能|没有|逾期)[^,。;]{0,24}(?:开立|开出|开具"
    r"|开到|将)[^,。;]{0,8}信用证"
    r"|(?:未|不能|没有)[^,。;]{0,20}信用证[^,。;]{0,4}开"
)
_SUM = (
    r"(?:amounts?|sums?|invoices?|payments?|balances?|fees?|charges?|price|installments?|instalments?"
    r"|monies|accounts?|drafts?|bills?|cheques?)"
)
_DEFAULT_EN = re.compile(
    r"\bfail(?:s|ed|ure|ing)?\b(?: (?:by|of) [^.;]{1,40})?(?: (?:to|in))(?: \w+){0,2}? (?:pay"
    r"|paying|remit|effect payment|make(?: \w+){0,4}? payments?)\b"
    r"|\b(?:does|do|did|has|have) not (?:\w+ )?(?:pay|paid|made payment|make (?:\w+ )?payment)\b"
    rf"|\b(?:overdue|past[ -]due|delinquent|unpaid|late|outstanding)(?: \w+){{0,3}}? {_SUM}\b"
    rf"|\b{_SUM}\b[^.;]{{0,80}}?\b(?:(?:not|never)(?: \w+){{0,2}}? (?:paid|received|made)|overdue"
    rf"|past[ -]due|unpaid|delinquent"
    r"|(?:is|are|becomes?) late|(?:remains?|is|are) outstanding|outstanding (?:after|beyond|past)"
    r"|(?:days?|business days) late)\b"
    r"|\b(?:instal?ments?|payments?|invoices?)\b \w+ days? late\b"
    r"|\bfail(?:s|ed|ure|ing)?\b (?:to )?(?:fulfil|fulfill|comply with|observe|adhere to|meet)\b[^.;]{0,24}?"
    r"\b(?:terms of payment|payment (?:terms|conditions|obligations))\b"
    r"|\bnon-?payment\b|\bnot paid (?:when|by|within|on)\b|\bdefaults? (?:by (?:\w+ ){1,3})?(?:in|on|of"
    r"|under) (?:\w+ ){0,2}?payments?\b"
    r"|\b(?:in )?(?:delay|arrears|default) (?:with|in|of|on) (?:\w+ ){0,3}?payments?\b"
    r"|\bbalances? (?:over|beyond|older than)\b|\bdefault interest\b|\bpayment default\b|\blate payments?\b"
    r"|\bdelay(?:s|ed)? (?:in )?(?:\w+ ){0,2}?payments?\b|\bpaid late\b|\boverdue\b"
    r"|\bbreach of (?:\w+ ){0,3}?payment obligations?\b"
    r"|\bif (?:\w+ ){0,4}payment is not (?:made|received)\b"
    r"|(?<!\bin )\barrears\b(?! basis)|\b(?:days?|weeks?|months?) in arrears\b|\bin arrears (?:with|on"
    r"|in respect of)\b|\b(?:is|are|be|falls?|being) in arrears\b|\bpayments? (?:is|are|being|remains?) (?:delayed"
    r"|late"
    r"|overdue|outstanding)\b"
    r"|\b(?:beyond|past) (?:(?:the|its|their) )?(?:due )?date (?:of|for) payment\b|\bafter (?:the|its"
    r"|their) (?:due )?date (?:of|for) payment\b|\bpast (?:the|its) due date\b"
    r"|\b(?:late|delay(?:s|ed)?) in paying\b|\bdefaults? in paying\b"
    rf"|\bfail(?:s|ed|ure|ing)?\b (?:to )?(?:settle|discharge|honou?r|meet)\b[^.;]{{0,40}}?\b{_SUM}\b"
    rf"|\b{_SUM}\b[^.;]{{0,40}}?\b(?:not|un)(?:settled| settled| discharged| cleared)\b",
    re.IGNORECASE,
)
_CREDIT_EN = re.compile(
    r"\b(?:letters? of credit|L/C)\b[^.;]{0,40}?\b(?:is|are|does|has) not\b"
    r"|\bfail[^.;]{0,40}?\b(?:establish|open|furnish)[^.;]{0,30}?\b(?:letter of credit|L/C)",
    re.IGNORECASE,
)
# 逾期超过30日的: a step of the default the sentence before has named.
_STEP = re.compile(
    r"^\s*按[^,。;]{0,8}(?:[日月年]息|[日月年]利率|每日|每天|万分|千分|LPR)"
    r"|^[\s\"(（]*(?:\(?[\d一二三四五六七八九十.、)）]{0,4})\s*(?:如)?(?:逾期|超过|超出|延期|延迟|迟延|拖欠"
    r"|前述|上述)[^,。;]{0,20}(?:日|天|月|的)"
)


@dataclass(frozen=True, slots=True)
class Default:
    """A passage with a condition of non-payment at `start` up to `end`.

    `credit` says that what is missing is a letter of credit.
    """

    passage: Passage
    start: int
    end: int
    credit: bool = False


def payment_defaults(text: Text, parties: Parties) -> Iterator[Default]:
    """Each passage's first condition of the buyer's non-payment; the seller's own payments are left out."""
    previous: Default | None = None
    for passage in passages(text):
        found = _default(passage, parties)
        if previous is not None and previous.passage.index == passage.index - 1:
            step = _STEP.match(passage.text)
            if step is not None and (found is None or step.end() < found.start):
                found = Default(passage, step.start(), step.end())
        if found is not None:
            yield found
        previous = found


def _default(passage: Passage, parties: Parties) -> Default | None:
    for pattern, credit in ((_DEFAULT_ZH, False), (_DEFAULT_EN, False), (_CREDIT_ZH, True), (_CREDIT_EN, True)):
        for match in pattern.finditer(passage.text):
            if not _measures(passage.text, match) and not _of_the_seller(parties, passage.text, match):
                return Default(passage, match.start(), match.end(), credit)
    return None


def _measures(words: str, match: re.Match[str]) -> bool:
    if re.match(r"的?(?:有关|相关)?规定", words[match.end() : match.end() + 6]):
        return True
    if _MEASURE.match(match[0]) is None:
        return False
    return match[0].startswith("未") or _OTHER_DELAY.search(words, 0, match.start()) is not None


def _of_the_seller(parties: Parties, words: str, match: re.Match[str]) -> bool:
    # Only a seller named right before the words pays them itself: "Supplier fails to pay", 乙方逾期支付.
    before = words[max(0, match.start() - 12) : match.start()]
    if re.match(r"(?i)fail|does|do |did|has|have", match[0]):
        return subject(parties, words, match.start()) is Role.SELLER or "debts" in words[match.end() : match.end() + 40]
    close = re.search(rf"{parties.seller}[^,.;。]{{0,4}}$", before) is not None
    return close and subject(parties, words, match.start()) is Role.SELLER
