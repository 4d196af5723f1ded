"""The parts of the price named in a sentence: 30%, 付至95%, the remaining 70%, 余款, a sum of money, the whole."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ...values import Money
from .. import regexes as re
from ..quantities.money import find_money
from ..quantities.money_words import find_money_words
from ..quantities.percents import find_percents
from ..vocabulary import alternatives
from .paying import pays_en
from .share_words_en import BALANCE, FRACTION, SHARE_AFTER, SHARE_BEFORE

_FILE = "payment"
_NOT_A_SHARE_BEFORE = re.compile(
    r"(?:税率|利率|税|违约|利息|合计|总计|不超过|不高于|不得超过|超过|低于|不低于|上浮|下浮|上限|封顶|每[日天月]"
    r"|误差|偏差"
    r"|折扣|优惠|返|增值|含量|纯度|水分|合格率|贴现|保额|投保|比例不超过|发票金额的?|"
    r"\b(?:exceed|exceeding|rate of|than|least|vat at|tax of|discount of|discount|plus|minus|increase of"
    r"|interest at|insured for|premium of|credit of|credit equal to|refund of|reduction of|surcharge of|charge of"
    r"|maximum of|penalty of))[^,;。%]{0,6}$",
    re.IGNORECASE,
)
_NOT_A_SHARE_AFTER = re.compile(
    (
        r"^\)?\s?(?:的)?(?:增值税|税率|税|专用发票|普通发票|违约|罚|滞纳|利|折扣|优惠|返|预付款保函|履约保|银行保函"
        r"|保函|扣款|(?:的?(?:等额|金额|款额|价款|款项|货款)){0,2}的?(?:等额|有效|合法|正规|增值税|专用|普通|税务"
        r"|财务|履约|银行){0,4}(?:发票(?!金额|总?额|价值)"
        r"|收据|票据|保函)|以上|以下|以内|的?质量保函|per\s(?:month|annum|year|day|week)|p\.a|a\s(?:month|year)"
        r"|(?:early"
        r"|cash|prompt)|discount|interest|VAT|tax|above|over|increase|off|/)"
    ),
    re.IGNORECASE,
)
_CUMULATIVE = re.compile(
    rf"(?:{alternatives(_FILE, 'cumulative_zh')}|(?i:{alternatives(_FILE, 'cumulative_en')}))[^,;。%]{{0,22}}$"
)
_BALANCE_BEFORE = re.compile(
    rf"(?:{alternatives(_FILE, 'balance_zh')}|(?i:{alternatives(_FILE, 'balance_en')}))[^,;。%]{{0,16}}$"
)
_BALANCE = re.compile(
    rf"{alternatives(_FILE, 'balance_zh')}"
    rf"|(?i:{BALANCE})"
)
_FULL = re.compile(
    rf"{alternatives(_FILE, 'full_zh')}(?![^,;。]{{0,4}}(?:发票|增值税|专用|外汇|汇款后|到账后))"
    rf"|(?i:{alternatives(_FILE, 'full_en')})"
    rf"|款到发货|先款后货|货到付款|现款现货|带款提货|款到提货|款到[^,。;]{{0,16}}(?:发货|交货|供货|发完|发出)"
)
# 收到业主全款后: money that comes from elsewhere.
_RECEIVED = re.compile(r"(?:收到|取得)[^,。;]{0,12}$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TOTAL_BEFORE = re.compile(
    (
        r"(?:总价|总额|总金额|合同价|合计|共计|总计|总值|价款|单价|暂定|total"
        r"|(?<!booking )(?<!reservation )(?<!commitment )(?<!mobilisation )(?<!mobilization )fee of|price|额度"
        r"|限额|目标|满|达到?|超过"
        r"|limit of|minimum"
        r"|maximum)[^,;。]{0,14}$|(?:exceed|up to|more than|less than|no case)[^,;。]{0,40}$"
    ),
    re.IGNORECASE,
)
_GLOSS = re.compile(r"^[\s,(]*(?:即|计|合(?!同)|合计|共计|i\.e\.|being|amounting|that is)")


# A percentage of another thing, told by the words around it in its sentence: tax, tolerance, a limit of liability.
_FOREIGN_BEFORE = re.compile(
    r"(?:磅差|误差|损耗|公差|短溢装|溢短装|溢短|亏吨|途耗|水分|含水|责任[^,。;%]{0,16}以|税率|税点)[^,。;%]{0,12}$"
    # 通常为30%: what others pay.
    r"|(?:通常|行业惯例|市场惯例|常规)[^,。;%]{0,8}$"
    r"|%[^。;]{0,60}\(其中[^,。;%]{0,14}$"
    r"|\b(?:VAT|GST|value[- ]added tax|sales tax)\b[^.;:%]{0,120}\b(?:rate|currently|presently)\b[^.;:%]{0,60}$"
    r"|\b(?:VAT|GST|value[- ]added tax|sales tax|interest|rebate|discount)(?:\s[a-z]+){0,2}\s(?:at|of|@)\s(?:a "
    r"|the )?(?:rate of )?$"
    r"|\bliab\w+\b[^.;%]{0,90}\b(?:limited to|capped at|exceed|limit of|cap of)\b[^.;%]{0,30}$"
    r"|\b(?:performance|bid|tender|bank) (?:bank )?(?:bonds?|guarantees?|security|BG)\b(?! against)[^.,;%]{0,30}$"
    r"|\bsecurity deposits?\b[^.,;%]{0,30}$"
    r"|\b(?:tolerance|variation|shrinkage|weight loss|overage)s?\s(?:of|is|up to|not exceeding)\s[^.;,%]{0,20}$",
    re.IGNORECASE,
)
_FOREIGN_AFTER = re.compile(
    r"^[)\s]*[^,。;%]{0,6}(?:增值税|专用发票|普通发票|专票|普票|税率)|"
    r"^[)\s]*(?:的)?(?:磅差|误差|损耗|公差|短溢装|溢短装|溢短|亏吨|途耗|为限|封顶|为上限|以内的?(?:误差|偏差|磅差))"
    r"|^[)\s]*of (?:the |its |all |any )?(?:[a-z]+ ){0,2}?(?:costs?|value|price)\b[^.;]{0,50}\b(?:inventory"
    r"|components|raw materials"
    r"|work[- ]in[- ]pro\w+|cancel\w+|parts on order|unsold|returned)\b"
    r"|^[)\s]*of (?:the |such |any |all |its |this )?(?:retention|retainage|retained|holdback)\b"
    r"|^[)\s]*(?:more or less|tolerance|weight (?:loss|tolerance)|variation|discount|rebate)\b"
    r"|^[)\s]*,?\s?(?:(?:if paid )?(?:in|within) )?\(?\d{1,2}\)?\s?days?,?;?\s?(?:or |and )?\(?net\b",
    re.IGNORECASE,
)
# 银行承兑汇票占50%,现汇占50%: how it is paid, not when.
_MEANS = (
    r"(?:\d{1,2}个月期?|[三六]个月期?|电子|银行|商业)*(?:承兑汇票|承兑|汇票|现汇|电汇|现金|转账|银承|商承|支票)"
    r"(?:\([^()]{0,16}\))?"
)
_MEANS_ONLY = re.compile(
    rf"(?:[\s,、:和及与+其中各按为以]|付款方式|支付方式|结算方式|付款|支付|方式|采用|货款|余款)*"
    rf"(?:(?:{_MEANS}(?:各?占|比例|的比例|为|支付|:)*\d{{1,3}}%|\d{{1,3}}%(?:的?(?:货款|款项))?(?:为|以|用|采用"
    rf"|的)*{_MEANS})"
    r"(?:支付|付款|结算|方式|[\s,、;。和及与+])*)+"
)
_TIED_TO = re.compile(r"\s(?:(?:is |shall be )?(?:due|payable) )?(?:upon|on|at)\b", re.IGNORECASE)
_TIED_SUMS = re.compile(
    r"[\d,]{3,}(?:\.\d\d)?(?: (?:[A-Z]{3}|dollars|euros?))?(?: \([^()]*\))? "
    r"(?:(?:is |shall be )?(?:due|payable) )?(?:upon|on|at)\b",
    re.IGNORECASE,
)
# Nobody pays a price in parts of less than this.
_LEAST_SHARE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the price, `start` up to `end` of the words it was read in."""

    start: int
    end: int
    pct: Decimal | None = None
    amount: Money | None = None
    cumulative: bool = False
    balance: bool = False
    full: bool = False


def is_foreign(words: str, start: int, end: int) -> bool:
    """Whether a percentage at a place of its whole sentence is one of something else than the price."""
    return (
        _FOREIGN_BEFORE.search(words[max(0, start - 180) : start]) is not None
        or _FOREIGN_AFTER.match(words[end : end + 120]) is not None
    )


def makes_whole(words: str) -> bool:
    """Whether the percentages of a sentence are several that add up to a hundred: then each is a share."""
    found = [one.value for one in find_percents(words)]
    return len(found) > 1 and sum(found, Decimal(0)) == 100


def ties_sums(words: str) -> bool:
    """Whether a sentence ties several sums to an event each: $5,000 upon signing and $5,000 upon completion."""
    return sum(1 for _ in _TIED_SUMS.finditer(words)) > 1


def find_shares(words: str, whole: bool = False, tied: bool = False) -> list[Share]:
    """The parts of the price that some words name, in order; percentages of other things are left out.

    Of a sentence whose percentages make a whole (`whole`) none is left out for want of a word that it is a share.
    Of one that ties several sums to an event each (`tied`) none is taken for the total.
    """
    if _MEANS_ONLY.fullmatch(words.strip()) is not None:
        return []
    whole = whole or _HAN.search(words) is not None
    shares = [
        _share(words, found.start, found.end, found.value)
        for found in find_percents(words)
        if _is_share(words, found.start, found.end, found.value, whole)
    ]
    shares += [_fraction(match) for match in FRACTION.finditer(words) if not shares]
    shares = shares or [_chinese_part(words, match) for match in _PART_ZH.finditer(words)]
    shares = _without_glosses(words, shares)
    if shares:
        return shares
    balance = _BALANCE.search(words)
    if balance is not None:
        sums = [one for one in find_money(words[: balance.start()]) if _TIED_TO.match(words, one.end)] if tied else []
        if sums:
            rest = Share(balance.start(), balance.end(), balance=True)
            return [Share(sums[0].start, sums[0].end, amount=sums[0].value), rest]
        return [Share(balance.start(), balance.end(), amount=_amount(words), balance=True)]
    money = [
        m
        for m in find_money(words)
        if _TOTAL_BEFORE.search(words[max(0, m.start - 60) : m.start]) is None
        or (tied and _TIED_TO.match(words, m.end) is not None)
    ]
    if money:
        return [Share(money[0].start, money[0].end, amount=money[0].value)]
    full = next(
        (one for one in _FULL.finditer(words) if not _RECEIVED.search(words, max(0, one.start() - 20), one.start())),
        None,
    )
    return [Share(full.start(), full.end(), full=True)] if full is not None else []


# 支付总价的一半, 剩余三分之一: behind a word of price or paying only.
_PART_ZH = re.compile(
    r"(?<=[款费价额金付余外的])(?:(?P<half>一半|半数|二分之一)|(?P<whole>[三四])分之(?P<part>[一二三]))(?![^,。;]{0,2}(?:违约|利率|罚))"
)
_PARTS_ZH = {
    ("三", "一"): Decimal("33.33"),
    ("三", "二"): Decimal("66.67"),
    ("四", "一"): Decimal(25),
    ("四", "三"): Decimal(75),
}


def _chinese_part(words: str, match: re.Match[str]) -> Share:
    """一半 is 50, 三分之一 rounded to hundredths."""
    value = Decimal(50) if match["half"] else _PARTS_ZH.get((match["whole"], match["part"]), Decimal(50))
    return _share(words, match.start(), match.end(), value)


_WORD_PARTS = {"half": Decimal(50), "third": Decimal("33.33"), "quarter": Decimal(25)}


def _fraction(match: re.Match[str]) -> Share:
    """1/3, one-half: rounded to hundredths of a percent."""
    if match["rest"] or match["bare"]:
        value = _WORD_PARTS[(match["rest"] or match["bare"]).lower()]
    elif match["word"]:
        value = _WORD_PARTS[match["word"].lower().rstrip("s")] * (2 if match["two"] else 1)
    else:
        value = round(Decimal(int(match["over"])) * 100 / Decimal(int(match["under"])), 2)
    return Share(match.start(), match.end(), value, balance="balance" in match[0].lower())


# 2% net: a discount; 80% net 60 days: a share.
_NET_AFTER = re.compile(r"^\)?\s?nett?\b", re.IGNORECASE)
_LARGEST_DISCOUNT = 10


def _is_share(words: str, start: int, end: int, value: Decimal, whole: bool) -> bool:
    return (
        _LEAST_SHARE <= value <= 100
        and (_NOT_A_SHARE_BEFORE.search(words[max(0, start - 24) : start]) is None or _is_least(words, start, end))
        and _NOT_A_SHARE_AFTER.match(words[end : end + 16]) is None
        and (value > _LARGEST_DISCOUNT or _NET_AFTER.match(words[end : end + 6]) is None)
        and (
            whole
            or SHARE_AFTER.match(words[end : end + 60]) is not None
            or SHARE_BEFORE.search(words[max(0, start - 120) : start]) is not None
        )
    )


# At least 25% of the order price with the order: the least that is paid is a part of the price as well.
_LEAST_BEFORE = re.compile(r"\b(?:at least|(?:not|no) less than|minimum of)\s(?:[a-z-]+\s){0,3}?\(?$", re.IGNORECASE)
_OF_THE_PRICE = re.compile(
    r"\)?\sof\sthe\s(?:(?:total|full|contract|order|purchase|agreed)\s){0,3}(?:price|value|amount)\b", re.IGNORECASE
)


def _is_least(words: str, start: int, end: int) -> bool:
    return (
        _LEAST_BEFORE.search(words, max(0, start - 60), start) is not None
        and _OF_THE_PRICE.match(words, end) is not None
        and pays_en(words)
    )


def _share(words: str, start: int, end: int, value: Decimal) -> Share:
    before = words[max(0, start - 36) : start]
    cumulative = _CUMULATIVE.search(before) is not None
    balance = not cumulative and _BALANCE_BEFORE.search(before) is not None
    return Share(start, end, value, None, cumulative, balance)


def _without_glosses(words: str, shares: list[Share]) -> list[Share]:
    """A share said again (支付27%,即累计付至97%) is no second one."""
    kept: list[Share] = []
    for share in shares:
        between = words[kept[-1].end : share.start] if kept else ""
        if kept and words[share.start - 1] == "(" and words[share.end : share.end + 1] == ")":
            continue
        if kept and len(between) < 24 and share.cumulative and re.search(r"即|至此|bringing|i\.e\.", between):
            continue
        kept.append(share)
    return kept


def amount_beside(words: str) -> Money | None:
    """The one sum of money in some words; None when there is none, or two that differ."""
    return _amount(words)


def _amount(words: str) -> Money | None:
    values = {
        found.value
        for found in (*find_money(words), *find_money_words(words))
        if not re.search(
            r"(?:总价|总额|总金额|合同价|total)(?:款|为|是|of|:|\s)*$|(?:满|达到?|超过|累计)[^,。;]{0,4}$"
            r"|\b(?:price|fees?|value|consideration)\s?(?:of|is|being|:)\s?(?:the\s)?$",
            words[max(0, found.start - 22) : found.start],
            re.IGNORECASE,
        )
    }
    return values.pop() if len(values) == 1 else None


def is_gloss(words: str) -> bool:
    """Whether a step of a sentence only says the share before it in other figures."""
    return _GLOSS.match(words) is not None
