"""Money the buyer pays ahead: which word the contract uses for it, its share, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...values import Quantity, Reason, Unit
from .. import regexes as re
from ..fact import Fact, absent, not_applicable
from ..payment.paid_first import PAYS_AHEAD
from ..quantities.percents import find_percents
from ..roles import Parties, Role
from ..sentence_tools import Hit, decide, doubtful, first_blank, passages, search_all, subject, yes_no
from ..text import Text
from ..vocabulary import alternatives

_OTHER = alternatives("security", "other_deposit_zh")
# 暂定金额, 约定金额, 确定金属: 定 ends one word and 金 begins the next.
_WORDS: dict[str, re.Pattern[str]] = {
    "dingjin_penal": re.compile(
        r"(?:(?<![暂约确规指审固法限额核拟议商设特评锁一])|(?<=履约)|(?<=合约))定金(?![额融属钱])"
        r"|(?i:\bdingjin\b|\bpenal deposit\b)"
    ),
    "dingjin_earnest": re.compile(alternatives("security", "dingjin_earnest") + r"(?!额)"),
    "yajin": re.compile(rf"(?<!{'[物瓶器箱盘]'}){alternatives('security', 'yajin')}"),
    "baozhengjin": re.compile(rf"(?<!应){alternatives('security', 'baozhengjin')}"),
    "prepay": re.compile(
        rf"(?:{alternatives('security', 'prepay')}(?!(?:银行)?(?:保函|担保))"
        rf"|预付(?=[^,。;]{{0,12}}(?:%|货款|合同(?:总)?[价款]))"
        rf"|(?i:{alternatives('security', 'prepay_en')})(?!\s(?:guarantee|bond|insurance|freight|postage|card"
        r"|royalt|tax|expense))"
        rf"|(?i:\b(?:shall|must|will) (?:\w+ )?prepay\b|{PAYS_AHEAD}"
        # 30% advance, 30 % T/T in advance, an advance of 30%, 30% up front, 30% down
        r"|(?<=%) (?:\([^()]{1,30}\) )?(?:(?:of [\w ]{3,40}?|T/?T|payment|cash|as an?|by T/?T|by wire) )?"
        r"(?:in advance|advance|up-? ?front|down(?= (?:and|with|on|,)|[,;]))\b"
        r"(?! (?:notice|deposits?|of the (?:date|meeting)))"
        r"|\badvances? of (?=\d)))"
    ),
    "deposit": re.compile(
        r"(?i:\b(?:a|an|the|such|agreed|required|requisite|full|first|initial|refundable|non-?refundable"
        r"|security|cash|\d+ ?%"
        r"|percent)(?: \([^()]{1,20}\))? (?:(?:T/?T|cash|initial|upfront|up-front|booking|non-refundable|refundable"
        r"|wire|order|advance)"
        r" ){0,2}deposits?\b|\bdeposits? (?:of|equal to|amount|invoice|payment|due|payable|required)\b"
        # - Deposit: $500: the label of a line on payment.
        r"|^\W*(?:[a-z\d]{1,2}[.)]\s?)?(?:(?:initial|booking|upfront|non-?refundable) )?deposit(?: \([^()]{1,20}\))?"
        r"\s?:(?=[^.;]{0,60}\b(?:due|payable|paid|upon|on|at|with|before|prior|within)\b))"
    ),
}
_BANKED = re.compile(
    r"(?i)\bdeposit(?:ed|ing|ory|ary)\b|\bdeposits? (?:account|in the (?:mail|post)|with (?:the"
    r"|a) (?:court|carrier|post))|\b(?:on|of|direct|bank|escrow|cash|time|certificates? of"
    r"|demand) deposits?\b|\bdeposit of (?:any |such |the )*(?:source|code|software|documents?"
    r"|materials?)|\bescrow\b"
)
_DENIED = re.compile(
    r"(?:不|无需|无须|免|未|没有|无|不再)(?:收取|支付|缴纳|交纳|设|付|交|要求|收|需|必)?[^,。;]{0,4}$"
    r"|\b(?:no|not|without(?: any| a)?|not (?:require|pay|make)(?: an?| any)?)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"(?:交货期|交期|工期|供货期|生产周期)[^。;]{0,8}自[^。;]{0,10}(?:收到|收讫)[^。;]{0,10}(?:定金|订金|预付款)|"
    r"(?:收到|收讫|到账|到帐|支付|付清)[^。;]{0,16}(?:定金|订金|押金|保证金|预付款|预付货款"
    r"|款项)[^。;]{0,16}(?:后|之日起|且)[^。;]{0,30}(?:生产|发货|备货|开工|装运|交货|安排|排产"
    r"|采购|发运|开始|供货)"
    r"|(?:定金|订金|预付款)(?:到账|到帐|支付|收到)[^。;]{0,6}(?:后|之日起)[^。;]{0,30}(?:生产|发货"
    r"|备货|开工|装运|交货|安排|排产|供货)"
)
_STARTS_EN = re.compile(
    r"\b(?:starts?|begins?|commences?)\b[^.;]{0,30}?\bafter\b[^.;]{0,20}?\b(?:deposit|advance payment"
    r"|down payment|prepayment)\b|"
    r"\b(?:after|upon|on|until|from|following)\b[^.;]{0,20}?\breceipt of\b[^.;]{0,20}?\b(?:deposit"
    r"|advance payment|prepayment|down payment)"
    r"|\b(?:not (?:commence|start|begin|ship|deliver)|commence|begin"
    r"|start)\b[^.;]{0,60}?\b(?:deposit|advance payment|down payment"
    r"|prepayment)\b[^.;]{0,30}?\b(?:received|paid)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"定金[^。;]{0,40}(?:并|同时|且|以及|另)[^。;]{0,20}违约金|违约金[^。;]{0,40}(?:并|同时"
    r"|且)[^。;]{0,20}(?:没收|不予退还|双倍返还)[^。;]{0,8}定金"
)
# Money in advance that the seller may ask for one day, or once the buyer has failed.
_ON_DEFAULT = re.compile(
    r"\brevok|\bin default\b|\boverdue\b|\bfail(?:s|ed)? to (?:pay|make)|逾期付款"
    r"|\b(?:may|reserves? the right to|entitled to|can|right to) (?:\w+ ){0,4}?(?:require|request|demand|ask for"
    r"|insist (?:up)?on|call for)\b[^.;]{0,60}?"
    r"\b(?:advance|prepay|deposit|down payment)",
    re.IGNORECASE,
)
# What the buyer loses was paid before.
_LOST = re.compile(r"(?i)\b(?:forfeit|retain|keep|apply)(?:s|ed|ing|ure)?\b[^.;]{0,24}$")
# "repay all fees paid in advance for services not provided" asks nobody to pay ahead.
_GIVEN_BACK = re.compile(
    r"(?i)\b(?:repay|refund|return|reimburse|credit|pay back|give back)(?:s|ed|ing)?\b[^.;]{0,60}?"
    r"\b(?:fees?|charges?|amounts?|sums?|monies|money|payments?|expenses|price)\b[^.;]{0,30}$"
)
# 付至95%,扣除已付定金: what a later payment is reduced by.
_TAKEN_OFF = re.compile(
    r"(?:扣除|扣减|抵扣|冲抵|减去)(?:已付|已支付|已收)?的?$|(?:扣除|扣减|减去)[^,。;%]{0,4}(?:已付|已支付)的?$"
)
# 第八条 预付款、货款结算及支付方式: what a heading lists.
_HEADING = re.compile(
    r"^\W*第?[\d一二三四五六七八九十]{1,3}[条章、.]?\W*预付款[、及和与][^,。;:]{0,20}(?:方式|结算|条款|期限)\W*$"
)
# 乙方缴纳甲方规定的保证金: one side sets it, the other pays it.
_SET_BY = re.Template(r"(?:{buyer}|{seller})(?=所?(?:规定|指定|要求|确定|公布|设定|约定|认可)的)", re.IGNORECASE)
_TAKEN_FROM_SELLER = re.Template(r"向{seller}[^,。;]{{0,6}}收取[^,。;]{{0,8}}$")
_SECURES_RETENTION = re.compile(r"质保金|质量保证金|保修金")

_TITLE = re.compile(r"^\W*(?:\(?[\d一二三四五六七八九十.]{1,6}\)?[、. ]*)?(?:预付款|首付款|定金|订金)\W*$")
_PAID = re.compile(r"支付|付款|付给|交付|缴纳|交纳")

# One sentence doesn't speak of more deposits; a longer run is noise that must stay cheap.
_MOST_IN_A_SENTENCE = 4


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of the buyer's deposit or advance."""
    found = {kind: list(_mentions(text, parties, kind, pattern)) for kind, pattern in _WORDS.items()}
    word = _word(text, found)
    yield word
    yield _share(text, word, found)
    paid_first = [*search_all(text, _STARTS), *search_all(text, _STARTS_EN)]
    yield yes_no("security.deposit_paid_before_start", text, paid_first)
    yield yes_no("security.deposit_and_ld_both", text, search_all(text, _BOTH))


def _mentions(text: Text, parties: Parties, kind: str, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for passage in passages(text):
        words = passage.text
        for match in islice(pattern.finditer(words), _MOST_IN_A_SENTENCE):
            before = words[max(0, match.start() - 24) : match.start()]
            if before[-1:] in ("{", "$") or _HEADING.match(words):
                continue
            if kind == "prepay" and _no_advance(words, match.start()):
                continue
            if _DENIED.search(before) or (kind == "deposit" and _BANKED.search(words, max(0, match.start() - 12))):
                continue
            if kind in ("baozhengjin", "yajin") and _not_for_the_price(parties, words, match):
                continue
            yield Hit(passage, match.start(), match.end(), kind)


def _no_advance(words: str, at: int) -> bool:
    """Whether money in advance is only what a defaulting buyer may be asked for, or what the seller gives back."""
    if _GIVEN_BACK.search(words, max(0, at - 80), at) is not None:
        return True
    return _ON_DEFAULT.search(words) is not None and _LOST.search(words, max(0, at - 40), at) is None


def _not_for_the_price(parties: Parties, words: str, match: re.Match[str]) -> bool:
    set_by = _SET_BY.filled(buyer=parties.buyer, seller=parties.seller)
    words = set_by.sub(lambda party: "*" * len(party[0]), words)
    before = words[max(0, match.start() - 6) : match.start()]
    if re.search(_OTHER, before) and not _paid_to_seller(parties, words, match.start()):
        return True
    if _SECURES_RETENTION.search(words):
        return True
    if _TAKEN_FROM_SELLER.filled(seller=parties.seller).search(words[: match.start()]):
        return True
    return subject(parties, words, match.start()) is Role.SELLER


def _paid_to_seller(parties: Parties, words: str, at: int) -> bool:
    """Whether the buyer itself pays what is elsewhere the seller's bond: 甲方应给付履约保证金."""
    return (
        subject(parties, words, at) is Role.BUYER
        and re.search(r"(?:给付|支付|缴纳|交纳|缴付)[^,。;退返还]{0,4}$", words[:at]) is not None
        and re.search(r"退[还回]?|返还|扣除", words) is None
    )


def _word(text: Text, found: dict[str, list[Hit]]) -> Fact:
    """The word of the contract: the one with the strongest effect; 定金 beside 订金 is a contradiction."""
    name = "security.deposit_word"
    penal, earnest = found["dingjin_penal"], found["dingjin_earnest"]
    if penal and earnest:
        return decide(name, text, [penal[0], earnest[0]])
    with_share = {kind: [hit for hit in hits if _nearest(hit) is not None] for kind, hits in found.items()}
    for hits in (*with_share.values(), *found.values()):
        if hits:
            return decide(name, text, hits[:1])
    return absent(name)


def _share(text: Text, word: Fact, found: dict[str, list[Hit]]) -> Fact:
    name = "security.deposit_pct"
    if word.value is None:
        return (
            not_applicable(name)
            if not word.evidence
            else doubtful(name, text, Reason.UNCLEAR, found["dingjin_penal"][0])
        )
    hits = found[str(word.value)]
    shares = [share for hit in hits if (share := _nearest(hit)) is not None]
    if shares:
        return decide(name, text, shares)
    below = [share for hit in hits if (share := _below_title(text, hit)) is not None]
    if below:
        return decide(name, text, below)
    for hit in hits:
        blank = first_blank(hit.passage.text, max(0, hit.start - 30), min(len(hit.passage.text), hit.end + 30))
        if blank is not None:
            return doubtful(name, text, Reason.BLANK, hit)
    return doubtful(name, text, Reason.UNCLEAR, hits[0])


def _below_title(text: Text, hit: Hit) -> Hit | None:
    """The one share of the sentence below a line that is no more than the word: 3.1 预付款."""
    if _TITLE.match(hit.passage.text) is None:
        return None
    for below in passages(text)[hit.passage.index + 1 : hit.passage.index + 2]:
        shares = find_percents(below.text)
        if len(shares) == 1 and _PAID.search(below.text) is not None:
            return Hit(below, shares[0].start, shares[0].end, Quantity(shares[0].value, Unit.PERCENT))
    return None


def _nearest(hit: Hit) -> Hit | None:
    """The share that belongs to a deposit word: before it in its clause (总价20%的定金), else behind it."""
    words = hit.passage.text
    if _TAKEN_OFF.search(words, 0, hit.start) is not None:
        return None
    ranked = []
    for share in find_percents(words):
        between = words[share.end : hit.start] if share.end <= hit.start else words[hit.end : share.start]
        if len(between) > 60 or re.search(
            r"余款|剩余|其余|尾款|税|利率|违约金|balance|remaining|\btax\b|interest|discount", between
        ):
            continue
        ranked.append((len(between), share))
    if not ranked:
        return None
    share = min(ranked, key=lambda item: item[0])[1]
    return Hit(hit.passage, min(share.start, hit.start), max(share.end, hit.end), Quantity(share.value, Unit.PERCENT))
