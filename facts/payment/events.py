"""The events a payment hangs on: signing, delivery, acceptance, the invoice, somebody else's money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .. import regexes as re
from ..roles import Parties, Role
from ..vocabulary import words
from .events_en import DRAFTS, EVENTS_EN
from .paid_first import RELEASED_ONCE_PAID_ZH
from .timing_words import PASSED_ON

_FILE = "payment"
# What ties an event to a payment: 后, 之日, 前, the period itself, the verb.
_TIE = r"(?=[^,。;]{0,16}?(?:后|之日|日起|起|时|前|当[日天]|即|满|且|并|及|内|付|\d|[天日]|$))"
_THING = r"(?:货物?|设备|产品|商品|标的物?|材料|物资|混凝土|机器|软件|系统|样品|原料)"

_ZH: tuple[tuple[str, str], ...] = (
    (
        "audit",
        r"(?:审计|审定|审价|结算审核)(?!费)[^,。;]{0,12}?(?:后|定案|完成|完毕|报告|结果|之日|通过|确认|终审|$)",
    ),
    (
        "warranty_end",
        (
            r"(?:质保|保修|质量保证|质量保修|缺陷责任|保质|维保|运维|维护"
            r"|免费维护)期?(?:\([^()]{0,30}\))?[^,。;]{0,12}?(?:期满|届满|满"
            r"|结束|到期|终了|期后)|质保期后|(?:质保|保修)期?[一二两三\d]{1,2}(?:年|个月)后"
        ),
    ),
    (
        "acceptance",
        (
            rf"(?:验收(?!款|单|凭单|凭证|标准|人员|资料|报告|证明)|验货(?:成功|合格|无误|完|通过|后)|终验|初验"
            rf"|竣工|检验合格|检测合格|调试(?:完|合格|成功)"
            rf"|试运行(?!报告|期间)|试车|上线(?!(?:稳定|正常|平稳|连续)+运行满)(?:(?!报告|书面|确认)[^,。;]){{0,12}}?(?=后|之日|成功|满|当日|时)|(?:安装"
            rf"|调试)[^,。;]{{0,6}}?(?:完|后|合格|成功|结束|之日)|投产|交工){_TIE}"
        ),
    ),
    ("statement", rf"(?:对账|对帐|结算单|结算书|账单|帐单|核对无误|结算确认|签认){_TIE}"),
    (
        "month_end",
        (
            r"月(?:份)?的?最后一?[日天](?:起|之日起|后|为|计|开始)|月结(?!算)|月末|月底|次月|下月|下个月|隔月"
            r"|每月\s?\d{1,2}\s?[日号]|当月结|季结|季度末"
            r"|季度结算|(?:月|季度"
            r"|季|半年|年度)(?:结束|终了|届满)|每月[^,。;\d]{0,20}(?:支付|结算|付)"
        ),
    ),
    ("sight", r"即期|见单|凭单(?:据)?付款|付款交单|交单|凭[^,。;]{0,8}单据|[凭见][^,。;]{0,6}提单"),
    ("bl_date", r"提单(?:签发)?(?:日|后|之日)|(?:装运|装船)(?:日|之日|后)|B/L"),
    (
        "invoice_receipt",
        (
            rf"(?:收到|接到|取得|收妥|见|凭|接收)[^,。;]{{0,24}}?(?:发票|票据?){_TIE}|票到|票随货|收票{_TIE}"
            rf"|(?:提供|提交|送达|交付|出具"
            rf"|收)[^,。;]{{0,14}}?发票[^,。;]{{0,4}}?后|发票(?:送达|交付|提交|到达|入账|挂账|登记|认证)"
            rf"|(?<![款金项到])入[账帐]后"
        ),
    ),
    (
        "invoice_date",
        r"(?:开具|开出)[^,。;]{0,16}?发票(?:之日|后|当日|日)|开票(?:后|之日|日)|发票(?:开具|开出)?(?:之日|日期|日|后)",
    ),
    (
        "receipt",
        rf"(?:签收|收货|收到{_THING}|收妥|入库|点验|清点|收讫|接收{_THING}|货物?送达){_TIE}",
    ),
    (
        "delivery",
        (
            rf"{RELEASED_ONCE_PAID_ZH}|(?:货物?到|到货|运抵|抵达|交付|交货|发货|发运|发出|提货|装运|装船|出库|出厂|取货|供货|送货|送达"
            rf"|发车|出货"
            rf"|交提货|交售|到场|到达|(?<!人员)(?<!施工队)(?<!队伍)(?<![签订效][且并])进场|交验|平仓|(?:送|运)[到至][^,。;]{{0,12}}?){_TIE}|(?:开工|进场|施工|活动"
            rf"|会议|展会|展览|开展|入住|起租|演出)"
            rf"[^,。;]{{0,6}}?前|{_THING}[^,。;]{{0,6}}?到[^,。;]{{0,8}}?(?:后|付)|款到(?!货[后之时即当起验并、,合]|货\d)|款清|付清(?:全款|货款|余款"
            rf"|尾款|全部货款|后"
            rf"|再){{0,3}}(?:发|提|交|出)货|现款现货|先付(?:款|清)?,?后(?:发|交|送|供|提)"
            rf"|现货现款|钱货两清|带款提货|全款提货"
        ),
    ),
    (
        "sign",
        (
            rf"一经(?:签订|签署|生效)|(?:签订|签署|签约|签字|生效|下单|订单确认|确认订单|回签|合同成立|成立之日|盖章"
            rf"|订货时|签定){_TIE}"
        ),
    ),
)
_BUYER_APPROVES_ZH = (
    r"[^,;。]{0,10}?(?:书面)?(?:确认|批准|审批|认可|同意|审核|满意)"
    r"(?:通过|合格|无误|完成|完毕)?[^,。;]{0,16}?(?:后|之日|时)"
)
_APPROVES_EN = r"(?:approv\w+|confirmation|certif\w+|sign-?off|satisfaction)"
# Within 30 days of receipt: of what, the rest of the sentence says.
_BARE_RECEIPT = re.compile(
    r"\b(?:of|following|after|upon|from|on)\s(?:[a-z']+\s){0,2}?receipt(?: thereof)?\b(?!\s(?:of|by [a-z]+ of))"
    r"|\b(?:of|after|from|upon) receiving (?:it|them|the same)\b"
    r"|\b(?:after|from|when|once|that) (?:the )?[a-z]+ (?:receives?|has received) (?:it|them|the same"
    r"|such invoices?)\b",
    re.IGNORECASE,
)
# Due on receipt, without a word for what is delivered, means of the invoice.
_BILLED = re.compile(r"\b(?:invoic\w+|billed|bills?(?! of)|billing)\b", re.IGNORECASE)
_GOODS = re.compile(
    r"\b(?:goods|products?|shipments?|shipped|deliver\w*|materials?|equipment|items?|merchandise|orders?|services?"
    r"|documents|notices?|units?)\b",
    re.IGNORECASE,
)
_WAIVED = re.compile(
    r"不(?:以|因|受|得以|取决于|论)|无论|不管|是否|无关|独立"
    r"|\b(?:whether or not|regardless|irrespective|independent\w*|not (?:be )?(?:conditional|contingent|dependent"
    r"|subject))\b",
    re.IGNORECASE,
)
_SIDES = (Role.BUYER, Role.SELLER)
_PRIOR = re.compile(
    r"前|之前|以前|先付|款到(?!货[后之时即当起验并、,合]|货\d)|款清|带款提货|全款提货"
    r"|\b(?:before|prior to|in advance(?! and (?:is|are|shall|will|due|payable)\b)|advance basis|against notice"
    r"|ready|readiness|availability|available for|up[- ]?front|pre-?paid"
    r"|cia|pre-?payment basis)\b",
    re.IGNORECASE,
)
_ONCE_PAID = re.compile(
    r"\b(?:released?|(?:de|di)spatch(?:ed)?|ship(?:ped)?|deliver(?:ed)?|hand(?:ed)? over|made|manufactured|processed"
    r"|send|commenced?|begin|begun|start(?:ed)?|proceed|carried out|undertaken|scheduled)"
    r"\b.*\b(?:only (?:after|upon|on|against|when|once)|until|unless|once|when|after|before)$",
    re.IGNORECASE,
)
_ONCE_PAID_ZH = re.compile(RELEASED_ONCE_PAID_ZH)
_AFTER_MARK = re.compile(r"后|之日起|日起")


@dataclass(frozen=True, slots=True)
class Event:
    """An event at `start` up to `end` of some words; `before` says that the payment comes ahead of it."""

    start: int
    end: int
    anchor: str
    before: bool = False


def find_events(passage: str, parties: Parties) -> list[Event]:
    """Every event named in some words, the most decisive first: what strangers decide, then the buyer."""
    found = [
        Event(match.start(), match.end(), anchor, _is_before(passage, match))
        for anchor, pattern in _patterns(parties)
        for match in pattern.finditer(passage)
        if anchor != "third_party_payment" or not _is_waived(passage, match)
    ]
    bare = _BARE_RECEIPT.search(passage)
    if bare is not None:
        of_invoice = _BILLED.search(passage) is not None or _GOODS.search(passage) is None
        found.append(Event(bare.start(), bare.end(), "invoice_receipt" if of_invoice else "receipt"))
    return found


def _is_waived(passage: str, match: re.Match[str]) -> bool:
    """不以收到业主付款为条件: the stranger's payment is named to say that it doesn't matter."""
    return _WAIVED.search(passage[max(0, match.start() - 40) : match.end()]) is not None


def _is_before(passage: str, match: re.Match[str]) -> bool:
    tail = passage[match.end() : match.end() + 12].split(",")[0]
    han = re.search(r"[\u3400-\u9fff]", match[0])
    if han:
        if match[0].startswith("付清") or _ONCE_PAID_ZH.match(match[0]) is not None:
            return True
        prior = _PRIOR.search(tail) or _PRIOR.search(match[0])
        late = _AFTER_MARK.search(tail)
        return prior is not None and (late is None or late.start() > prior.start())
    if _PRIOR.search(match[0]) is not None or _ONCE_PAID.search(match[0]) is not None:
        return True
    return _PRIOR.search(passage[max(0, match.start() - 40) : match.start()].split(",")[-1]) is not None


@lru_cache(maxsize=16)
def from_a_stranger(parties: Parties) -> str:
    """A regular expression for the buyer's having been paid by somebody who is no party: 甲方收到客户货款后."""
    customer = "|".join(w for w in ("客户", "客人", "买家", "下家") if parties.role_of(w) not in _SIDES) or "(?!)"
    return (
        rf"{parties.buyer}(?:应|须|需|将)?(?:在|于|自|待)?其?收到(?!{parties.buyer}|{parties.seller})"
        rf"其?(?:{customer}|[A-Z][\w .&-]{{2,50}}|[\u3400-\u9fff]{{2,16}}?(?:公司|集团))"
        r"(?:支付|付|汇入|拨付|的)*(?:货款|款项|工程款|回款|资金|款)[^,。;]{0,4}?(?:后|之日|时)"
    )


_THIRD = re.Template(
    r"(?:{third_zh})[^,。;]{{0,24}}?(?:付款|支付|款项|拨款|拨付|回款|进度款|工程款|资金到位|资金|付至|汇款"
    r"|货款|全款|全部款)"
    r"[^,。;]{{0,14}}?(?:后|之日|时|前提|条件|到位|到账|同步|比例|同比例|$)"
    r"|\b(?:receipt|receiv\w+|paid|payment|funds|collect(?:s|ed|ion)?)\b[^,.;]{{0,40}}?\b(?:from|by)\s(?:the\s"
    r"|its\s)?(?:{third_en})\b"
    r"|\b(?:{third_en})\s(?:has\s|have\s|having\s)?(?:been\s)?(?:paid|pays|released?|disburse[sd]|advance[sd])\b"
    r"|{stranger}"
    r"|(?:银行|贷款)(?:放款|发放贷款|贷款发放|发放|贷款到位)(?:后|之日|到位)"
    r"|\bpa(?:y|id|yable|yment)[- ](?:when|if|once|as)[- ](?:and when[- ])?paid\b|\bbeen paid by\b"
    r"|\bpaid (?:only )?(?:when|if|once|after|as and when|to the extent) (?:the )?{buyer} (?:is|has been"
    r"|gets) (?:itself )?paid\b"
    rf"|{re.doubled(PASSED_ON)}(?!\s(?:by|from)\s(?:the\s)?{{buyer}})",
    re.IGNORECASE,
)
_APPROVAL = re.Template(
    rf"{{buyer}}{re.doubled(_BUYER_APPROVES_ZH)}|(?:成果|方案|设计稿|初稿|图纸|样稿|原型|样机|样品"
    r"|效果图)[^,。;]{{0,6}}?(?:确认|认可|审核通过)后"
    rf"|{{buyer}}(?:'s)?\s(?:written\s|prior\s|final\s)*{_APPROVES_EN}\b"
    r"|{buyer}(?:'s)?\s(?:[a-z]+\s){{0,3}}?(?:is|are|has|have)\s(?:been\s|fully\s|reasonably\s)*(?:satisfied"
    r"|approved|confirmed)\b"
    rf"|\b{_APPROVES_EN}\s(?:of|by|from)\s(?:the\s)?{{buyer}}"
    r"|\bapproval\sof\s[^,.;]{{1,40}}?\sby\s(?:the\s)?{buyer}"
    rf"|\bapproval of (?:the |all )?(?:[a-z]+ )?{re.doubled(DRAFTS)}\b"
    rf"|\b{re.doubled(DRAFTS)} (?:is |are )?(?:approval|approved)\b",
    re.IGNORECASE,
)


def _of_no_party() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The events told without a party's name, Chinese and English together, in the order they are tried."""
    both = dict(_ZH)
    for anchor, pattern in EVENTS_EN:
        both[anchor] = f"{both[anchor]}|{pattern}"
    for anchor in (*_TRIED_FIRST, *(anchor for anchor in both if anchor not in _TRIED_FIRST)):
        yield anchor, re.compile(both[anchor], re.IGNORECASE)
    yield "acceptance", re.compile(rf"验收(?:单|报告|证明|资料){_TIE}", re.IGNORECASE)


_TRIED_FIRST = ("audit", "warranty_end", "acceptance", "month_end", "statement")
_OF_NO_PARTY = tuple(_of_no_party())


@lru_cache(maxsize=16)
def _patterns(parties: Parties) -> tuple[tuple[str, re.Pattern[str]], ...]:
    third = _THIRD.filled(
        buyer=parties.buyer,
        stranger=from_a_stranger(parties),
        third_zh="|".join(w for w in words(_FILE, "third_zh") if parties.role_of(w) not in _SIDES),
        third_en="|".join(w for w in words(_FILE, "third_en") if parties.role_of(w) not in _SIDES),
    )
    first, others = _OF_NO_PARTY[: len(_TRIED_FIRST)], _OF_NO_PARTY[len(_TRIED_FIRST) :]
    approval = _APPROVAL.filled(buyer=parties.buyer)
    return (("third_party_payment", third), *first, ("buyer_approval", approval), *others)
