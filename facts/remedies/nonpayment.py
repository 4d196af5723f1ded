"""Where a contract speaks of the buyer not paying: the condition of charges, suspension and termination."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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
    r"每(?:逾期|迟延|延迟|延期|推迟|迟|晚)[ ]?[一1][ ]?个?[日天周月]付款"
    rf"|每(?:逾期|迟延|延迟|延期|拖延|拖欠|推迟|延误|迟|晚|缓)(?:付款|支付|付|给付|结算)(?:(?!{_OTHER_DUTY})[^,。;:]){{0,4}}"
    rf"|{_LATE}(?:(?!{_OTHER_DUTY}|分之|%|退)[^,。;:]){{0,24}}?{_PAYMENT}"
    rf"|{_OWED}(?:(?!{_OTHER_DUTY}|分之|%|退)[^,。;:]){{0,12}}?(?:逾期|迟延|拖延|拖欠|延期|未付|延误|欠付|未到账"
    rf"|未能?(?:按时|及时|如期))(?![^,。;]{{0,4}}{_OTHER_DUTY})"
    r"|(?:逾期|延期|迟延)(?:按|加|计)[^,。;]{0,24}?(?:付息|计息|罚息|利息|滞纳金)"
    r"|(?:付款|支付|付清|结清|结算|付讫)[^。;,]{0,10},(?:如|若)?(?:有)?逾期(?:的)?,?(?:每|按|须|应|则)"
    r"|(?:欠款|赊欠|未付款)[^,。;]{0,10}(?:超过|超出|达到)|超过[^,。;]{0,8}(?:付款|支付|结算"
    r"|账期)[^,。;]{0,4}(?:期限|时间|日期|期)?|(?:不"
    r"|未)履行[^,。;]{0,8}(?:付款|支付|给付)(?:货款)?(?:的)?义务"
    r"|每?(?:逾期|迟延|延迟)[一1]?[日天](?:(?!交货|交付|交工|竣工|完工|供货|发货)[^。;]){0,50}?滞纳金"
    r"|任[何意]?一方[^,。;]{0,4}(?:逾期|迟延|延迟)[^,。;]{0,4}履行(?:本)?(?:合同|协议)?[^,。;]{0,6}义务"
    r"|(?:逾期|延期|迟延)(?:交货|交付|供货|发货|提货)[或和、及与](?:逾期|延期|迟延)?(?:付款|支付|给付)"
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
    r"|monies|accounts?|drafts?|bills?|cheques?|hire|rents?|rentals?|royalt(?:y|ies)|subscriptions?|debts?|dues"
    r"|commissions?|remuneration)"
)
_PAY = (
    r"(?:pay|paying|remit|remitting|effect(?:ing)? (?:\w+ ){0,3}?payments?|mak(?:e|ing)(?: \w+){0,6}? payments?"
    r"|settle|settling"
    r"|complete payment)"
)
_DEFAULT_EN = re.compile(
    rf"\b(?:fail(?:s|ed|ure|ures|ing)?|omits?|neglects?|refus(?:es?|al)|delays?|unable)\b(?: (?:by"
    rf"|of) [^.;]{{1,40}})?(?: (?:to|in))"
    rf"(?: \w+){{0,4}}? {_PAY}\b"
    r"|\bfail(?:s|ed|ure|ing)?\b (?:in|of) (?:\w+ ){0,3}?payments?\b|\bfailure (?:by|of) [^.;]{1,60}? to (?:\w+ )?pay\b"
    r"|\b(?:does|do|did|has|have|is|are) not (?:\w+ ){0,2}?(?:pay|paid|paying|made (?:\w+ ){0,3}?payments?"
    r"|make (?:\w+ ){0,3}?payments?"
    r"|settle|settled|remitted)\b"
    r"|\b(?:does|do|did|has|have) not (?:\w+ )?received? (?:(?:any|the|full|an?|its|such|due|all|progress|interim"
    r"|final|timely"
    r"|\w+ly) ){0,3}(?:payments?|amounts?|sums?|monies|fees)\b"
    r"|\b(?:does|do) not (?:take up|accept|honou?r) the (?:\w+ )?(?:documents|drafts?|bills?)\b"
    r"|\bfail(?:s|ed|ure|ing)? to (?:take up|accept|honou?r) the (?:\w+ )?(?:documents|drafts?|bills?)\b"
    r"|\b(?:doesn't|don't|didn't|hasn't|haven't) (?:\w+ )?(?:pay|paid|make payment)\b"
    rf"|\b(?:overdue|past[ -]due|delinquent|unpaid|late|outstanding)(?: \w+){{0,3}}? {_SUM}\b"
    rf"|\b{_SUM}\b[^.;]{{0,80}}?\b(?:(?:not|never)(?: \w+){{0,3}}? (?:paid|received|made|settled|cleared|honou?red)"
    rf"|overdue"
    rf"|past[ -]due|unpaid|delinquent|dishonou?red"
    r"|(?:is|are|becomes?|goes?|falls?) (?:\w+ ){0,3}?(?:late|delayed)|(?:remains?|is|are|still|being) outstanding"
    r"|outstanding (?:after|beyond|past|for)"
    r"|(?:days?|business days) late)\b"
    rf"|\b{_SUM}\b (?:made|received|paid|remitted|submitted) (?:\w+ ){{0,3}}?(?:late|later than|after|beyond|past)\b"
    r"|\bpayments? (?:is|are|was|were) made (?:at|on) an? later date\b"
    r"|\b(?:instal?ments?|payments?|invoices?)\b \w+ days? late\b|\bpayment after (?:the )?(?:due date|deadline)\b"
    r"|\bfail(?:s|ed|ure|ing)?\b (?:to )?(?:fulfil|fulfill|comply with|observe|adhere to|meet|satisfy|honou?r"
    r"|keep)\b[^.;]{0,24}?"
    r"\b(?:terms of payment|payment (?:terms|conditions|obligations?|schedule|deadlines?|due dates?|plan)"
    r"|financial obligations)\b"
    rf"|\b{_PAY}\b[^.;]{{0,100}}?\bfailing (?:which|this|that|payment)\b"
    r"|\bfail(?:s|ed|ure|ing)? to (?:meet|respect|observe|keep|comply with) (?:an?|any|the|one)(?: \w+)? due dates?\b"
    r"|\b(?:falls?|fell|is|gets?) behind (?:with|in|on) (?:\w+ ){0,3}?(?:payments?|instal?l?ments?|rent|fees)\b"
    r"|\bcharges? (?:is|are) (?:declined|refused|charged back)\b|\bnon-?payments?\b|\bnot paid (?:when|by|within|on"
    r"|in|after)\b|\bdefaults? (?:by (?:\w+ ){1,3})?(?:in|on|of"
    r"|under) (?:\w+ ){0,3}?payments?\b"
    r"|\b(?:in )?(?:delay|arrears|default) (?:with|in|of|on) (?:\w+ ){0,4}?payments?\b"
    r"|\bbalances? (?:over|beyond|older than|exceeding)\b|\bdefault interest\b|\bpayment default\b|\blate payments?\b"
    r"|\bpayment methods? (?:fails?|is declined|expires?|cannot be charged)\b|\bpayments? (?:fails|is declined"
    r"|cannot be processed)\b"
    r"|\binterest\b[^.;]{0,120}?\bfrom (?:the )?due date\b|\bdefaults? in whole or in part\b"
    r"|\b(?:simple|compound) interest\b|\bdelayed payments?\b|\bmissed payments?\b|\bpayments? (?:is|are|be"
    r"|being) missed\b"
    r"|\bmiss(?:es|ed|ing)? (?:an?|any|one|two|three) (?:\w+ ){0,2}?(?:payments?|instal?l?ments?)\b"
    rf"|\b{_SUM}\b[^.;]{{0,60}}?\b(?:is|are|remains?) (?:more than|over) (?:\w+ ){{1,3}}?days? (?:old|late)\b"
    r"|\b(?:delay(?:s|ed)?|delinquency|lateness) (?:in )?(?:(?:\w+ ){0,2}?payments?|paying)\b|\bpa(?:ys?|id"
    r"|ying) late\b"
    r"|\boverdue\b|\blate-paid\b"
    r"|\bbreach(?:es)? (?:of )?(?:\w+ ){0,3}?payment (?:obligations?|terms|provisions|conditions)\b"
    r"|\bif (?:\w+ ){0,6}payments? (?:is|are|has|have) not (?:been )?(?:\w+ )?(?:made|received)\b"
    r"|\b(?:if|where|when) (?:full )?payments? (?:in full )?(?:is|are|has|have) not\b"
    r"|\bpayments? (?:not|is not|are not) (?:\w+ ){0,2}?(?:made|received)\b"
    rf"|\b{_SUM} (?:(?:that|which) are )?in arrears\b(?! (?:on|at|by|of|each|every))"
    r"|(?<!\bin )\barrears\b(?! basis)|\b(?:days?|weeks?|months?) in arrears\b|\bin arrears (?:with|on"
    r"|in respect of|for)\b|\b(?:is|are|be|falls?|being|remains?|account) in arrears\b"
    r"|\bpayments? (?:of [^.;]{1,40} )?(?:is|are|being|remains?)"
    r" (?:\w+ )?(?:delayed|late|overdue|outstanding)\b"
    r"|\b(?:beyond|past|after) (?:(?:the|its|their) )?(?:due )?date (?:of|for) payment\b|\bpast (?:the|its"
    r"|their) due dates?\b"
    r"|\b(?:late|delay(?:s|ed)?) in paying\b|\bdefaults? in paying\b|\b(?:delinquent|past[ -]due) (?:in|on|with)\b"
    rf"|\bfail(?:s|ed|ure|ing)?\b (?:to )?(?:settle|discharge|honou?r|meet|clear|satisfy)\b[^.;]{{0,40}}?\b{_SUM}\b"
    rf"|\b{_SUM}\b[^.;]{{0,40}}?\b(?:not|un)(?:settled| settled| discharged| cleared| satisfied)\b"
    r"|\b(?:accounts?|customers?|clients?|buyers?) (?:is|are|becomes?|remains?) (?:delinquent|past[ -]due|overdue)\b",
    re.IGNORECASE,
)
# Words that need somebody who does it.
_BY_WHOM = re.compile(
    r"fail|does|do |did|has|have|omit|neglect|refus|is not|are not|(?:pay|remit|settle|make)\b", re.IGNORECASE
)
_SELLER_BEFORE = re.Template(r"{seller}[^,.;。]{{0,4}}$")
_YOU = re.compile(r"\byou (?:\w+ )?$", re.IGNORECASE)
_CREDIT_EN = re.compile(
    r"\b(?:letters? of credit|L/C|documentary credits?)\b[^.;]{0,40}?\b(?:is|are|does|has) not\b"
    r"|\b(?:letters? of credit|L/C|credit)\b[^.;]{0,160}?\b(?:must|shall|should|is to) (?:reach|be (?:opened"
    r"|established|received|issued))\b"
    r"[^.;]{0,200}?\b(?:failing which|otherwise)\b"
    r"|\b(?:fail|refus|delay|omit|neglect)[^.;]{0,40}?\b(?:establish|open|furnish|provide|issue"
    r"|procure)[^.;]{0,30}?\b(?:(?:letter of "
    r"|documentary |the )credit|L/C)",
    re.IGNORECASE,
)
# 逾期超过30日的: a step of the default the sentence before has named.
_STEP = re.compile(
    r"^\s*按[^,。;]{0,8}(?:[日月年]息|[日月年]利率|每日|每天|万分|千分|LPR)"
    # …;且供方有权解除合同: what else follows from the default of the clause before.
    r"|^\s*(?:且|并且?|同时|此时)(?=[^。;]{0,12}(?:有权|可以?|应|须))"
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


@lru_cache(maxsize=4)
def payment_defaults(text: Text, parties: Parties) -> tuple[Default, ...]:
    """Each passage's first condition of the buyer's non-payment; the seller's own payments are left out."""
    return tuple(_defaults(text, parties))


def _defaults(text: Text, parties: Parties) -> Iterator[Default]:
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
    if _BY_WHOM.match(match[0]) is not None:
        if _YOU.search(before) is not None or " receive" in match[0]:
            return False
        return subject(parties, words, match.start()) is Role.SELLER or "debts" in words[match.end() : match.end() + 40]
    close = _SELLER_BEFORE.filled(seller=parties.seller).search(before) is not None
    return close and subject(parties, words, match.start()) is Role.SELLER
