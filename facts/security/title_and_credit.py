"""Security in things and in banks: retention of title, mortgage or pledge, letter of credit, bank guarantee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...values import Reason, Unit, Value
from .. import regexes as re
from ..fact import Fact, absent, not_applicable, stated
from ..quantities.dates import find_dates
from ..quantities.periods import find_periods
from ..remedies.lists import ITEM
from ..roles import Parties
from ..sentence_tools import Hit, decide, doubtful, evidence, passages, search_all, yes_no
from ..text import Text
from ..vocabulary import alternatives

_TITLE = alternatives("security", "title_zh")
_PAID_ZH = r"(?:付清|结清|支付|收到|收讫|付款|清偿|货款|全款|价款|付完|款项|付讫|交清)"
_ROT_ZH = re.compile(
    rf"{_TITLE}[^。;]{{0,20}}?(?:保留|仍归|仍属|归属|归|属于|属)[^。;]{{0,60}}?{_PAID_ZH}"
    rf"|{_PAID_ZH}[^。;]{{0,40}}?(?:前|之前|之日止|为止)[^。;]{{0,40}}?{_TITLE}[^。;]{{0,16}}?(?:归|属|保留"
    rf"|不(?:发生)?转移|由)"
    rf"|{_TITLE}[^。;]{{0,24}}?{_PAID_ZH}[^。;]{{0,24}}?(?:后|时|之日)[^。;]{{0,10}}?(?:转移|转归"
    rf"|归)|{_PAID_ZH}[^。;]{{0,30}}?(?:后|时|之日起?)[^。;]{{0,24}}?{_TITLE}[^。;]{{0,10}}?(?:转移"
    rf"|转归|归)|所有权保留"
    rf"|未(?:付清|支付|结清|付)[^。;]{{0,20}}[的,前][^。;]{{0,10}}{_TITLE}[^。;]{{0,8}}(?:属|归|仍|保留"
    rf"|不(?:发生)?转移)"
    rf"|{_PAID_ZH}[^。;]{{0,30}}?(?:后|时|之日起?)[^。;]{{0,24}}?(?:转移|转让|移转|移交|交割|过户)[^,。;]{{0,8}}?{_TITLE}(?!凭|证)"
    rf"|未(?:付清|支付|结清|付)[^。;]{{0,24}}?保留[^。;]{{0,10}}?{_TITLE}|款到[^,。;]{{0,6}}{_TITLE}[^,。;]{{0,6}}(?:转移|转归|归)"
    rf"|{_PAID_ZH}[^。;]{{0,24}}?后[^。;]{{0,10}}?取得[^。;]{{0,12}}?{_TITLE}"
    r"|未(?:履行)?(?:支付|付清)[^。;]{0,20}?(?:标的物|货物|设备|产品)[^。;]{0,6}?(?:仍?属于?|归)[^。;]{0,8}?所有"
    rf"|{_PAID_ZH}[^。;]{{0,10}}?之?前[^。;]{{0,20}}?(?:享有|拥有|持有)[^。;]{{0,8}}?{_TITLE}"
    rf"|保留[^。;]{{0,16}}?{_TITLE}[^。;]{{0,40}}?{_PAID_ZH}"
    rf"|{_PAID_ZH}[^。;]{{0,20}}?前[^。;]{{0,20}}?保留[^。;]{{0,20}}?{_TITLE}"
)
_NOT_GOODS_ZH = re.compile(r"知识产权|著作权|软件|源代码|数据|专利|技术成果|开发成果|资料|场地|房屋|包装物|模具")
_TITLE_EN = (
    r"\b(?:title|ownership|(?:remains?|stays?|is|be|are) (?:the |our |its |(?:the )?\w+'s )?(?:sole "
    r"|exclusive |absolute |legal |full |beneficial )*(?:property|owners?\b)|retains? (?:\w+ ){0,4}?(?:ownership"
    r"|property)"
    r"|belongs? to|property (?:in|of) (?:the|any|all|such|each)|right of property|legal and beneficial)\b"
)
_PAID_EN = (
    r"\b(?:payments?|paid|pays?|price|settle(?:d|ment)|discharged?|satisfied|cleared funds|sums? (?:owed|due|owing)"
    r"|amounts? (?:owed|due|owing)|contract value|invoice value|consideration|purchase money|mon(?:ies|eys?) (?:owed"
    r"|due|owing))\b"
)
_ROT_EN = re.compile(
    rf"{_TITLE_EN}[^.;]{{0,160}}?\b(?:un?till?|unless|upon|on|subject to|only (?:after|when|upon)|when"
    rf"|after|once|conditional|pending|prior to|before|(?:so|as) (?:long|soon) as)\b[^.;]{{0,120}}?{_PAID_EN}"
    rf"|\bholds? (?:the )?(?:goods|products|equipment)\b[^.;]{{0,30}}?\bas (?:the )?(?:\w+'s )?(?:fiduciary )?bailee\b"
    rf"|\b(?:un?till?|unless|upon|subject to|only after|pending|(?:so|as) long as)\b[^.;]{{0,80}}?{_PAID_EN}"
    rf"[^.;]{{0,80}}?{_TITLE_EN}|\b(?:retention|reservation) of title\b|\bRomalpa\b",
    re.IGNORECASE,
)
_TITLE_LEADS_EN = re.compile(
    rf"{_TITLE_EN}[^.;]{{0,160}}?\b(?:un?till?|unless|upon|on|when|after|once|before)\b[^.;]{{0,60}}?:\s*$",
    re.IGNORECASE,
)
_ITEMS = 6
_AND = re.compile(r"\s*(?:and/or|and|or)\s*", re.IGNORECASE)
_TITLE_MOVES_EN = re.compile(
    r"\bbailee\b|"
    r"\b(?:pass|passes|passed|passing|transfer|transfers|transferred|vest|vests|vested|remain|remains|retain|retains"
    r"|retained|stays?"
    r"|kept|keeps?|rests?|resides?|held|holds?|lies?|moves?|goes|go|acquires?|becomes?"
    r"|belongs?|reserve|reserves|reserved|property of|(?:our|\w+'s) property)\b|\bretention of title"
    r"|\breservation of title|Romalpa",
    re.IGNORECASE,
)
_NOT_GOODS_EN = re.compile(
    r"\b(?:intellectual property|copyrights?|trade ?marks?|patents?|software|work product"
    r"|documents become|tooling|shares|invention|data|content|deliverables?)\b",
    re.IGNORECASE,
)
# Whichever comes first, or in step with what was paid: title goes with the goods.
_EARLIER_EN = re.compile(
    r"\b(?:earlie(?:r|st)|first to occur|whichever (?:is|occurs|comes) (?:the )?(?:first|earlier)|sooner) of\b"
    r"|\bwhichever (?:is|occurs|comes) (?:the )?(?:first|earlier|sooner)\b",
    re.IGNORECASE,
)
_REGARDLESS = re.compile(
    r"(?:不论|无论)[^,。;]{0,16}(?:付款|付清|支付|货款)[^。;]{0,30}(?:所有权|转移)"
    r"|\btitle\b[^.;]{0,160}?\b(?:whether or not|regardless of"
    r"|irrespective of)\b[^.;]{0,20}?\b(?:paid|payment)",
    re.IGNORECASE,
)
_IDENTIFIED = re.compile(
    r"(?:单独|分开|分别)(?:存放|保管|堆放)|(?:标识|标记)[^,。;]{0,8}(?:货物|所有权)|序列号"
    r"|\bstore[ds]?\b[^.;]{0,40}?\bseparately\b|\bidentifiable\b|\bserial numbers?\b"
    r"|\bmark(?:ed)?\b[^.;]{0,20}?\bproperty\b",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"(?:提供|办理|设立|设定|作为|签订|签署)[^,。;]{0,24}(?:抵押|质押)(?!率)|(?:以"
    r"|将)[^,。;]{0,40}(?:抵押|质押)(?:给|予|担保|于)|(?:抵押|质押)(?:担保|合同|物)(?!.{0,6}不)"
    r"|\b(?:hereby grants?|grants)\b[^.;]{0,60}?\b(?:security interest|lien|mortgage|pledge"
    r"|charge)\b|\b(?:purchase[- ]money|continuing|first[- ]priority) (?:security interest|lien)\b"
    r"|\b(?:by way of security|hereby pledges?|mortgages? to)\b",
    re.IGNORECASE,
)
_NO_CHARGE = re.compile(
    r"不(?:得|能|可)[^。;]{0,20}(?:抵押|质押)|未[^。;]{0,10}(?:抵押|质押)|(?:不存在|没有"
    r"|无)[^。;]{0,12}(?:抵押|质押)|\b(?:not|no|free (?:of|from|and clear)"
    r"|without)\b[^.;]{0,60}?\b(?:security interest|liens?|mortgages?|pledges?|charge)",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    r"(?:抵押|质押|动产|中登网|统一登记)[^。;]{0,16}(?:登记|备案)|(?:办理|完成)[^。;]{0,10}(?:抵押"
    r"|质押)登记|\bUCC(?:-1)?\b[^.;]{0,30}?\b(?:fil|financing)"
    r"|\bregister(?:ed)?\b[^.;]{0,30}?\b(?:charge|security|mortgage)",
    re.IGNORECASE,
)

# LC by itself is also the end of a company's name.
_SHORT_CREDIT = (
    r"\b(?:under|the|an?|by|of|through|via|irrevocable|confirmed|such|sight|usance|transferable|standby|against|or)"
    r" (?:SB|D)?LCs?\b|\bSBLCs?\b"
)
_CREDIT = re.compile(
    rf"{alternatives('security', 'credit_zh')}|(?i:{alternatives('security', 'credit_en')})|{_SHORT_CREDIT}"
)
_NO_CREDIT = re.compile(
    r"不(?:得|以|使用|采用|接受|支持)[^,。;]{0,16}信用证|\b(?:letters? of credit|documentary credits?"
    r"|L/?C)\b[^.;]{0,20}?\bnot (?:be )?(?:accept|used"
    r"|permitted|required)|\b(?:no|not"
    r"|without)\b[^.;]{0,24}?\b(?:letters? of credit|documentary credits?|L/?C)\b(?![^.;]{0,40}?(?:established|opened"
    r"|issued))",
    re.IGNORECASE,
)
_OTHER_CREDIT = re.compile(
    r"(?i)\b(?:indebtedness|reimbursement obligations?|credit facilit|capital lease)"
    r"|\bdiscuss\b[^.;]{0,24}?\b(?:letters? of credit|L/?C)\b"
)
_IRREVOCABLE = re.compile(r"不可撤销|\birrevocable\b", re.IGNORECASE)
_REVOCABLE = re.compile(
    r"(?<!不)可撤销(?:的)?[^,。;]{0,8}信用证|\brevocable (?:documentary )?(?:letter|L/C)", re.IGNORECASE
)
_UCP = re.compile(r"UCP\s?-?(?:No\.?\s?)?600|统一惯例|\bUniform Customs and Practice", re.IGNORECASE)
_EXPIRY = re.compile(
    r"(?:有效期?|到期|valid|expir)[^。.;]{0,60}?(?:装运|装船|提单|shipment|bill of lading)|(?:装运"
    r"|装船|提单)(?:日期?)?后[^,。;]{0,10}(?:天|日)[^,。;]{0,20}(?:有效|到期)",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"交单|presentation", re.IGNORECASE)
# UCP 600 article 14(c): documents are presented within 21 days of shipment unless the credit says less.
_PRESENTATION_DAYS = 21
_SOFT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "buyer_certificate",
        re.compile(
            r"(?:买方|申请人|开证人)[^,。;]{0,16}(?:签发|签署|出具|会签|签字)[^,。;]{0,12}(?:证书|证明"
            r"|报告|收据)|\b(?:certificate|report|receipt)\b[^.;]{0,30}?\b(?:signed|issued"
            r"|countersigned) by (?:the )?(?:buyer|applicant)",
            re.IGNORECASE,
        ),
    ),
    (
        "bl_to_buyer",
        re.compile(
            r"(?:1/3|三分之一|一份)[^,。;]{0,8}正本提单[^,。;]{0,16}(?:寄|交)|\b(?:1/3"
            r"|one)\b[^.;]{0,10}?\boriginal\b[^.;]{0,10}?\b(?:B/L|bill)[^.;]{0,30}?\b(?:sent|forwarded"
            r"|mailed) (?:directly )?to",
            re.IGNORECASE,
        ),
    ),
    (
        "buyer_approval",
        re.compile(
            r"信用证[^。;]{0,40}(?:经|待|须)[^,。;]{0,8}(?:买方|申请人)[^,。;]{0,6}(?:通知|确认"
            r"|批准)[^,。;]{0,6}(?:生效|有效)|\bL/?C\b[^.;]{0,40}?\boperative (?:only )?(?:after|upon)",
            re.IGNORECASE,
        ),
    ),
    (
        "after_arrival",
        re.compile(
            r"(?:货到|到货|货物到达|清关|检验合格)[^,。;]{0,12}后[^,。;]{0,10}(?:付款|支付"
            r"|议付)[^。;]{0,20}信用证|\bpayable (?:only )?(?:after|upon) (?:arrival|customs clearance)",
            re.IGNORECASE,
        ),
    ),
)
_BANK_GUARANTEE = re.compile(r"保函|\bbank guarantee|\bstandby letter of credit|\bpayment guarantee", re.IGNORECASE)


def read(text: Text, parties: Parties) -> Iterator[Fact]:
    """The facts of retention of title, charges, letters of credit and the expiry of a bank guarantee."""
    yield from _title(text, parties)
    charges = list(search_all(text, _CHARGE, unless=_NO_CHARGE))
    yield yes_no("security.mortgage_or_pledge", text, charges)
    registered = yes_no("security.charge_registered", text, search_all(text, _REGISTERED))
    yield registered if charges else not_applicable("security.charge_registered")
    yield from _credit(text)
    yield _guarantee_expiry(text)


def _title(text: Text, parties: Parties) -> Iterator[Fact]:
    kept = list(search_all(text, _ROT_ZH, unless=_NOT_GOODS_ZH))
    for hit in search_all(text, _ROT_EN, unless=_NOT_GOODS_EN):
        if _TITLE_MOVES_EN.search(hit.passage.text) and _EARLIER_EN.search(hit.passage.text) is None:
            kept.append(hit)
    kept.extend(_kept_by_list(text))
    moved = list(search_all(text, _REGARDLESS))
    kept = [hit for hit in kept if all(hit.passage.index != other.passage.index for other in moved)]
    clause = yes_no("security.rot_clause", text, kept, moved)
    yield clause
    identified = yes_no("security.goods_identifiable", text, search_all(text, _IDENTIFIED))
    yield identified if clause.value is True else not_applicable("security.goods_identifiable")


def _kept_by_list(text: Text) -> Iterator[Hit]:
    """Title that passes when what a list names has happened, with payment in it."""
    every = passages(text)
    for lead in every:
        words = lead.text
        if _TITLE_LEADS_EN.search(words) is None or _NOT_GOODS_EN.search(words) or _EARLIER_EN.search(words):
            continue
        for item in every[lead.index + 1 : lead.index + 1 + _ITEMS]:
            if not ITEM.match(item.text) and _AND.fullmatch(item.text) is None:
                break
            paid = re.search(_PAID_EN, item.text, re.IGNORECASE)
            if paid is not None:
                yield Hit(item, 0, paid.end())
                break


def _credit(text: Text) -> Iterator[Fact]:
    credits_ = [
        hit for hit in search_all(text, _CREDIT, unless=_NO_CREDIT) if not _OTHER_CREDIT.search(hit.passage.text)
    ]
    refused = [] if credits_ else list(search_all(text, _NO_CREDIT))
    yield yes_no("security.lc_present", text, credits_, refused)
    names = ("lc_irrevocable", "lc_ucp600", "lc_expiry_ok", "lc_soft_clauses")
    if not credits_:
        for name in names:
            yield not_applicable(f"security.{name}")
        return
    firm = [h for h in search_all(text, _IRREVOCABLE) if _CREDIT.search(h.passage.text)]
    yield yes_no("security.lc_irrevocable", text, firm, search_all(text, _REVOCABLE))
    yield yes_no("security.lc_ucp600", text, search_all(text, _UCP))
    yield _expiry(text)
    yield _soft(text)


def _expiry(text: Text) -> Fact:
    """Whether the credit lasts past shipment and presentation; what can't be counted is left open."""
    name = "security.lc_expiry_ok"
    hits = [hit for hit in search_all(text, _EXPIRY) if _near_credit(text, hit)]
    if not hits:
        return absent(name)
    periods = [p.value.quantity for hit in hits[:1] for p in find_periods(hit.passage.text, hit.start)]
    days = [q.amount for q in periods if q.unit is Unit.DAYS]
    if days and days[0] >= _PRESENTATION_DAYS and not _PRESENT.search(hits[0].passage.text):
        return stated(name, True, *evidence(text, hits[0], name))
    return doubtful(name, text, Reason.NOT_COMPUTABLE, hits[0])


def _near_credit(text: Text, hit: Hit) -> bool:
    around = passages(text)[max(0, hit.passage.index - 1) : hit.passage.index + 1]
    return any(_CREDIT.search(passage.text) for passage in around)


def _soft(text: Text) -> Fact:
    name = "security.lc_soft_clauses"
    found: dict[str, Hit] = {}
    for kind, pattern in _SOFT:
        for hit in search_all(text, pattern):
            found.setdefault(kind, hit)
    if not found:
        return absent(name)
    kinds: tuple[Value, ...] = tuple(found)
    return stated(name, kinds, *(e for hit in found.values() for e in evidence(text, hit, name)))


def _guarantee_expiry(text: Text) -> Fact:
    name = "security.bank_guarantee_expiry"
    found: list[Hit] = []
    hits: Sequence[Hit] = list(search_all(text, _BANK_GUARANTEE))
    for hit in hits:
        words = hit.passage.text
        term = re.search(r"有效期|到期|失效|截止|valid|expir", words, re.IGNORECASE)
        for date in find_dates(words, term.start() if term else len(words)):
            found.append(Hit(hit.passage, hit.start, date.end, date.value))
            break
    return decide(name, text, found)
