"""One payment of the price, and the record a fact shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ...values import Money, Quantity, Record, Unit, Value
from .. import regexes as re
from ..sentence_tools import Passage
from ..vocabulary import alternatives
from .paid_first import PAYS_AHEAD, RELEASED_ONCE_PAID_ZH
from .shares import Share, amount_beside
from .timing import Timing

_FILE = "payment"
DAYS_A_MONTH = Decimal(30)
"""Trade counts a month of credit as 30 days; the record keeps the months beside them."""
PREPAY = re.compile(
    r"(?<!不设)(?<!不设置)(?<!不支付)(?<!不付)(?<!无)(?<!没有)(?<!扣回)(?<!扣除)(?<!抵扣)(?<!冲抵)(?<!收到)"
    rf"{alternatives(_FILE, 'prepay_zh')}"
    rf"|(?i:{alternatives(_FILE, 'prepay_en')}|(?:[\d%)]|\bhalf) down\b(?! payment))"
    r"|款到发货|款到(?!货[后之时即当起验并、,合]|货\d)|先款后货|款清发货|带款提货"
)
RETENTION = re.compile(
    rf"{alternatives(_FILE, 'retention_zh')}|(?:留|扣|余|剩余?)\s?\d{{1,2}}(?:\.\d)?%[^,。;]{{0,6}}质保"
    rf"|(?i:{alternatives(_FILE, 'retention_en')}"
    r"|\b(?:withholds?|withheld|withholding|holds? back|held back|holding back)\b[^.;%]{0,60}%"
    r"|%\)?[^.;%]{0,40}\b(?:withheld|held back)\b)"
)
_FOR_DISPATCH = re.compile(r"发货款|提货款")
LONGSTOP = re.compile(r"最[迟晚]|无论(?:如何|何种)|\bin any (?:event|case)\b", re.IGNORECASE)
# An instalment named after what it waits for.
_STAGES = (
    ("acceptance", re.compile(r"验收款|终验款|初验款|调试款|安装款")),
    ("delivery", re.compile(r"到货款|货到款")),
)
# More than this is the price itself, even when it falls due as a service period ends.
_MOST_RETAINED = 15
# Fewer months than this beside retention money are the time to pay it, not the warranty.
_LEAST_WARRANTY = 3
_MONTHS_LATER = re.compile(r"满\s?\S{1,3}(?:个月|年)")
# Paid a year after acceptance: money kept back for the warranty, whatever it is called.
_A_YEAR_LATER = re.compile(r"(?:合格|之日起|验收|通过|后)满?[^,。;]{0,4}满\s?(?:[一二两三半]|\d{1,2})\s?(?:年|个月)")
# Money that bears no interest or waits until nothing is wrong with the goods is kept back, whatever it is called.
_KEPT_BACK = re.compile(
    r"无息|[一二两三1-3]年后[^,。;]{0,4}(?:付清|支付|结清|付款)"
    r"|无(?:任何)?(?:质量|遗留)[^,。;]{0,8}问题|\bno (?:outstanding|remaining|unresolved|quality)"
    r" (?:[a-z]+ )?(?:issues?|defects?|problems?|claims?)\b",
    re.IGNORECASE,
)
_BILLED_AHEAD = re.compile(
    r"\b(?:annually|yearly|quarterly|monthly|half-yearly|per year|per annum) in advance\b"
    r"|\b(?:invoiced?|billed|bills?)\b[^.;]{0,60}\bin advance\b|\bin advance\b[^.;]{0,30}\bsuch invoices?\b"
    r"|\bin advance (?:on an? (?:annual|yearly|quarterly|monthly) basis|(?:of|for) each (?:year|quarter|month))\b",
    re.IGNORECASE,
)
# A share paid in advance stays one where the goods' delivery is named beside it.
_IN_ADVANCE = re.compile(r"\d\s?%\)?\s(?:[a-z]+ ){0,3}?(?:in advance|up-?\s?front)\b", re.IGNORECASE)
# 不设预付款和质保金, no retention: named to say that there is none.
DENIED = re.compile(
    r"(?:不|无|免|未|没有)(?:再|予|另)?(?:留|设|扣|收|付|约定|预留|扣留|支付|设置|收取|安排|需)*[^,。;]{0,8}?"
    r"(?:质保金|质量保证金|保修金|预付款|定金|订金|保证金)(?:[和及、与或]{1,2}(?:质保金|质量保证金|保修金|预付款"
    r"|定金|订金|保证金))*"
    r"|\b(?:agreed|approved|notified|specified|given|advised|arranged|announced|notice|scheduled|known)\b"
    r"(?: [a-z]+){0,4}? in advance\b"
    r"|\b(?:less|net of|minus|after deduct\w+|subject to) (?:(?!per)[a-z]+ ){0,3}?(?:retention|retainage|holdback"
    r"|retained)\b(?![^.;]{0,30}%)"
    r"|\b(?:crediting|less|net of|minus|after deduct\w+)(?: of)? (?:the |any |its )?(?:[a-z]+ )?"
    r"(?:deposits?|advance payments?|down ?payments?|prepayments?)\b(?![^.;]{0,30}%)"
    r"|\b(?:no|without(?: any)?|free of) (?:retention|retainage|holdback|deposit|advance payment|prepayment"
    r"|down payment)\b",
    re.IGNORECASE,
)
# Paid in advance, without a share: all of it. An advance payment is a part.
_ALL_AHEAD = re.compile(
    r"\b(?:cash|payments?|paid|pay|payable|T/?T|wire|transfer|funds)\b[^.;,]{0,24}?\b(?:in (?:full in )?advance"
    r"|up[- ]?front)\b"
    rf"|\b(?:orders?|purchases?|sales?)\b[^.;,]{{0,24}}\bpre-?paid\b|\bC(?:IA|WO)\b|\bcash with (?:the )?order\b"
    rf"|{PAYS_AHEAD}",
    re.IGNORECASE,
)
# The money comes first, then the goods: all of it, where no share is named.
_GOODS_AFTER = re.compile(
    r"先款后货|款清(?:后)?发货|带款提货|先付款,?后(?:发|交|提|送|供)货?"
    r"|(?<![余尾度备首])(?:[货全]款|款)到(?![期位]|货[后之时即当起验并、,合\d])(?![^,。;]{0,6}(?:付余|付尾|付剩|付至))"
    rf"|{RELEASED_ONCE_PAID_ZH}"
)
_PRO_FORMA = re.compile(r"\bpro[- ]?forma\b", re.IGNORECASE)
_NOT_RETENTION = re.compile(r"\b(?:title|ownership)\b|所有权", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of the price: what share, when, and on whose word."""

    passage: Passage
    start: int
    end: int
    pct: Decimal | None = None
    amount: Money | None = None
    cumulative: bool = False
    balance: bool = False
    full: bool = False
    timing: Timing = field(default_factory=Timing)
    retention: bool = False
    prepay: bool = False
    words: str = ""

    @property
    def shared(self) -> bool:
        """Whether it is a part of the price by figures or by name."""
        return self.pct is not None or self.amount is not None or self.balance

    @property
    def _late(self) -> bool:
        """All or the rest of the price more than half a month after signing: credit, not a payment ahead."""
        days = self.timing.days or Decimal(0)
        return (not self.shared or self.balance) and (days > 15 or self.timing.months is not None)

    @property
    def before_delivery(self) -> bool:
        """Whether it is paid ahead of the goods."""
        if self.retention:
            return False
        at_signing = self.timing.anchor == "sign" and not self._late
        return (
            self.prepay
            or at_signing
            or (self.timing.before and self.timing.anchor == "delivery")
            or (self.timing.before and self.timing.fixed and "提前" in self.words)
            or (_FOR_DISPATCH.search(self.words) is not None)
        )


def made(passage: Passage, start: int, end: int, share: Share, timing: Timing, words: str) -> Instalment:
    """The instalment a passage's words `start` up to `end` make of a share and its timing."""
    said = DENIED.sub("", words)
    named = not share.full and RETENTION.search(said) is not None and _NOT_RETENTION.search(said) is None
    small = (share.pct or 0) <= _MOST_RETAINED
    nature = share.pct is not None and small and _KEPT_BACK.search(words) is not None
    retention = named or nature or (timing.anchor == "warranty_end" and small)
    if timing.anchor is None and timing.blank is None:
        timing = replace(timing, anchor=next((event for event, stage in _STAGES if stage.search(words)), None))
    ahead = timing.before or timing.anchor in (
        None,
        "sign",
        "buyer_approval",
        "fixed_date",
        "undefined",
        "invoice_date",
        "invoice_receipt",
    )
    if timing.anchor == "acceptance" and _A_YEAR_LATER.search(words) is not None:
        retention, timing = True, replace(timing, anchor="warranty_end")
    ahead = ahead or (timing.days in (None, 0) and _IN_ADVANCE.search(words) is not None)
    months_later = timing.months is not None or _MONTHS_LATER.search(words) is not None
    if retention and months_later and timing.anchor in (None, "undefined"):
        timing = replace(timing, anchor="warranty_end")
    # A year's fee billed ahead of the year and due on its invoice is credit all the same.
    billed = share.pct is None and timing.fixed and _BILLED_AHEAD.search(words) is not None
    sole = share.pct is None and share.amount is None and not share.balance
    goods_after = share.full and _GOODS_AFTER.search(passage.text) is not None
    prepay = not retention and ahead and not billed and (PREPAY.search(said) is not None or goods_after)
    all_ahead = sole and (
        (timing.before and _ALL_AHEAD.search(words) is not None)
        or (ahead and (_PRO_FORMA.search(words) is not None or _GOODS_AFTER.search(words) is not None))
    )
    amount = share.amount or (amount_beside(words) if share.pct is not None or share.balance else None)
    return Instalment(
        passage,
        start,
        end,
        share.pct,
        amount,
        share.cumulative,
        share.balance,
        share.full or all_ahead,
        timing,
        retention,
        prepay,
        words,
    )


def record_of(one: Instalment, extra: Sequence[tuple[str, Value]] = ()) -> Record:
    """An instalment as a record of a fact; what isn't said is left out."""
    timing = one.timing
    fields: list[tuple[str, Value]] = []
    if one.pct is not None:
        fields.append(("pct", Quantity(one.pct, Unit.PERCENT)))
    if one.amount is not None:
        fields.append(("amount", one.amount))
    if timing.anchor is not None:
        fields.append(("anchor", timing.anchor))
    if timing.days is not None:
        fields.append(("days", Quantity(timing.days, Unit.DAYS)))
    elif timing.months is not None and (not one.retention or timing.months < _LEAST_WARRANTY):
        fields.append(("days", Quantity(timing.months * DAYS_A_MONTH, Unit.DAYS)))
    if timing.day_type is not None:
        fields.append(("day_type", timing.day_type))
    if timing.months is not None:
        fields.append(("months", Quantity(timing.months, Unit.MONTHS)))
    if timing.due is not None:
        fields.append(("due_date", timing.due))
    flags = {
        "cumulative": one.cumulative,
        "balance": one.balance or one.full,
        "retention": one.retention,
        "prepay": one.prepay,
    }
    fields += [(name, True) for name, value in flags.items() if value]
    return Record((*fields, *extra))
