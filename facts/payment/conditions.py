"""What payment is made to wait for or depend on, and what the buyer may hold back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from .. import regexes as re
from ..fact import Fact, stated
from ..roles import Parties, Role
from ..sentence_tools import Hit, search_all, yes_no
from ..text import Text
from ..vocabulary import words
from .credit import places
from .events import from_a_stranger
from .schedule import Schedule
from .timing_words import PASSED_ON

_PAID_ZH = r"(?:支付|付款|付清|付至|结清|结算|付)"
_PAID_EN = r"\b(?:pay|pays|paid|payable|payments?)\b"
# Whose leave the buyer asks inside its own house.
_BODY = r"(?:own )?(?:board|management|directors|finance|accounts?|treasury|head office|investment committee)"
_I = re.IGNORECASE
_INDEPENDENT = re.compile(
    r"不(?:以|受|得以|因|取决于|依赖)[^。;]{0,40}(?:为(?:条件|前提|由)|影响|限制)|无关|独立(?:于)?"
    r"|不构成[^。;]{0,20}理由|不影响[^。;]{0,10}(?:付款|支付)"
    r"|\b(?:independent(?:ly)? of|regardless of|irrespective of|whether or not|not (?:be )?(?:conditional"
    r"|contingent|dependent|condition)"
    r"|is no ground|no (?:excuse|ground|reason)|shall not (?:delay|excuse|affect|suspend)|does not (?:delay|excuse"
    r"|affect|suspend|postpone))\b",
    _I,
)
_AUDIT = re.compile(
    rf"以[^。;]{{0,30}}(?:审计|审定|审价)[^。;]{{0,14}}(?:为准|为依据|为结算|作为结算|作为)|(?:审计|审定"
    rf"|审价)(?:机关|部门|机构|单位|完成|结束|定案|报告)?[^。;]{{0,14}}后[^。;]{{0,30}}{_PAID_ZH}"
    r"|\b(?:price|settlement|payment|amount)s?\b[^.;]{0,60}\b(?:determined by|subject to|as (?:determined"
    r"|confirmed) (?:by|in)|conditional (?:up)?on|after|upon)\b[^.;]{0,40}\b(?:government |official |final "
    r"|project |settlement )?audit\b",
    _I,
)
_AUDIT_ELSEWHERE = re.compile(
    r"\b(?:books|records|royalt\w+|auditors? (?:may|shall)|audit rights?|underpa\w+|discloses|discrepanc\w+)\b", _I
)
_APPROVAL_PROCESS = re.compile(
    rf"(?:审批流程|审批程序|内部审批|内部审核|内部流程|财务审核|财务审批|财务部门审核|领导(?:审批|批准|签字)|OA"
    rf"|请款(?:流程|审批)|付款审批|审批(?:完成|通过|同意))[^。;]{{0,30}}{_PAID_ZH}|付款[^。;]{{0,8}}(?:须|需|应"
    rf"|要)经[^。;]{{0,16}}(?:审批|批准|审核)"
    rf"|{_PAID_EN}[^.;]{{0,60}}\b(?:after|once|until|unless|when|upon|subject to)\b[^.;]{{0,16}}\b(?:its|the) {_BODY}"
    r"(?: (?:of directors|committee|department|team|director))?\b[^.;]{0,12}"
    r"\b(?:approv\w+|authori[sz]\w+|sign(?:s|ed)? off)"
    rf"|{_PAID_EN}[^.;]{{0,60}}\b(?:approv\w+|authori[sz]\w+) (?:of|by|from) (?:its|the) {_BODY}\b"
    r"|\binternal (?:approval|review|authori[sz]ation|sign-?off)s?\b|\bapproval (?:workflow|process"
    r"|procedure)\b[^.;]{0,60}\b(?:pay|paid|payments?|payable)\b|\b(?:pay|paid|payments?"
    r"|payable)\b[^.;]{0,60}\bapproval (?:workflow|process|procedure)\b",
    _I,
)
_ROLLING = re.compile(
    r"压批|压一付一|压[一二两三]批|滚动付款|滚动结算|货到付(?:上|前)[一]?[批车]|(?:上"
    r"|前)[一]?批[次]?[^。;,]{0,4}货?款[^。;]{0,20}(?:付清|支付|结清|后)[^。;]{0,12}(?:下[一]?批|再发)?"
    r"|(?:后|下|本|新)一?批[^。;]{0,16}(?:后|时)[^。;]{0,12}(?:支付|付清|结清)[^。;]{0,4}(?:前|上)一?批"
    r"|第[二三N]批[^。;]{0,12}付[^。;]{0,4}第[一二]批"
    r"|\b(?:pay|paid|payments?)\b[^.;]{0,40}\b(?:previous|preceding|prior|earlier|former|first|last) (?:lot"
    r"|shipment|delivery|batch|consignment)\b[^.;]{0,50}\b(?:next|following|subsequent|second|this|new) (?:lot"
    r"|shipment|delivery|batch|consignment)\b"
    r"|\blot (?:1|one|n-1)\b[^.;]{0,20}\bpaid\b[^.;]{0,20}\blot (?:2|two|n)\b|\brolling (?:payment|credit|arrears)\b",
    _I,
)
# A stock the seller stands for: said without the lots, it counts where nothing clearer is said.
_STANDING_STOCK = re.compile(r"铺底|铺货(?:款|额|金额)")
_BEFORE_NEXT = re.compile(
    (
        r"(?:付清|结清|支付)[^。;]{0,10}(?:前|上)一?批[^。;]{0,10}(?:后|,)[^。;]{0,16}(?:发|交|供)|发货前结清前批"
        r"|before (?:the )?next"
    ),
    _I,
)
_SELL_THROUGH = re.compile(
    rf"代销|寄售|实销实结|卖[出]?多少[^。;]{{0,6}}(?:结|付)|售出(?:后|部分)[^。;]{{0,16}}{_PAID_ZH}|售后结算"
    rf"|销售后[^。;]{{0,12}}(?:结算|付款)|按(?:实际)?销售(?:量|数量|额|情况)(?:结算|付款|支付)"
    r"|\b(?:on|as a) consignment\b|\bconsignment (?:basis|stock|goods|sale)\b|\bsell-?through\b"
    r"|\bpays? (?:only )?(?:for what|when|as|once|after) (?:it|they|the)?[^.;]{0,30}\b(?:re)?sold\b"
    r"|\bpay[^.;]{0,30}only (?:for|when|after|if)[^.;]{0,30}\b(?:re)?sold\b",
    _I,
)
_NOT_SELL_THROUGH = re.compile(
    r"(?:非|不是|并非|不(?:采用|属于|接受))[^。;]{0,6}(?:代销|寄售)|\bnot\b[^.;]{0,20}\bconsignment\b", _I
)
_HOLD = re.compile(
    r"有权[^。;,]{0,12}(?:暂停|停止|拒绝|拒付|暂缓|不予|不)[^。;,]{0,6}(?:支付|付)?[^。;,]{0,4}(?:全部|任何|所有"
    r"|一切|剩余全部|其余)[^。;,]{0,8}款?|有权(?:全额)?(?:拒付|不付|停付)(?:全部|任何|所有)"
    r"|\b(?:may|entitled to|right to)\b[^.;]{0,20}\b(?:withhold|suspend|stop|refuse)\b[^.;]{0,12}\b(?:all|any"
    r"|the entire|the whole|whole)\b[^.;]{0,14}\b(?:payments?|sums?|amounts?|price|invoices?)\b"
    r"|\bno payment while\b",
    _I,
)
_HOLD_CAUSE = re.compile(
    r"质量|争议|异议|问题|瑕疵|售后|索赔|投诉|不合格|\b(?:quality|disput\w+|defect\w*|issue|claims?|complaint)\b", _I
)
_ONLY_DISPUTED = re.compile(
    r"仅可|仅限|争议(?:部分|金额)|\bany (?:portions?|parts?|amounts?|sums?)(?: (?!due|payable|under|if)[a-z]+){0,4}"
    r" (?:disputed?|in dispute)\b|\bonly\b[^.;]{0,20}\bdisputed\b|\bdisputed (?:part|portion|amount|sum)",
    _I,
)
_UNDISPUTED = re.compile(
    rf"(?:无争议|无异议|没有争议|未争议)[^。;]{{0,20}}{_PAID_ZH}|(?:先|按期|按时){_PAID_ZH}[^。;]{{0,6}}(?:无争议"
    rf"|无异议)|争议[^。;]{{0,40}}(?:其余|其他)[^。;]{{0,8}}(?:按期|按时|正常)[^。;]{{0,4}}{_PAID_ZH}"
    r"|\bpay\b[^.;]{0,40}\b(?:undisputed (?:[a-z]+ )?(?:portions?|parts?|amounts?|sums?|balance|items|fees"
    r"|charges)|not (?:in dispute|disputed))\b|\bundisputed (?:portions?|parts?|amounts?|sums?|balance|items|fees"
    r"|charges)\b[^.;]{0,40}\b(?:shall be|are|is|remain|will be|payable|must be)\b[^.;]{0,16}\b(?:paid|payable|due"
    r"|pay)\b|\bpays? the rest on time\b",
    _I,
)
_FX = re.compile(
    (
        r"汇率|外汇风险|\b(?:exchange rates?|currency (?:fluctuation|adjustment|risk)s?|rate of exchange|spot rate"
        r"|foreign exchange)\b"
    ),
    _I,
)


# Payment that depends on a third party's payment, in the words of a contract with these parties.
_THIRD = re.Template(
    r"背靠背|(?:收到|取得|获得|待|以|按|根据|随)[^,。;]{{0,14}}(?:{zh})[^。;]{{0,24}}(?:付款|支付|款项|拨款"
    r"|拨付|回款|进度款|工程款|资金)[^。;]{{0,20}}(?:后|为前提|为条件|前提|到位|到账|同步|比例"
    r"|之日)[^。;]{{0,40}}"
    r"|(?:{zh})[^,。;]{{0,8}}(?:未|没有|延迟|迟延|逾期)[^,。;]{{0,10}}(?:付|拨|到位)[^。;]{{0,30}}(?:顺延"
    r"|不(?:承担|视为|构成)|有权|暂缓|无需)"
    r"|(?:提交|提供)[^。;]{{0,10}}收到(?:{zh})[^。;]{{0,10}}款项[^。;]{{0,6}}证明"
    r"|\bpa(?:y|id|yable)[- ](?:when|if|once)[- ]paid\b|\bback[- ]to[- ]back (?:payment|basis"
    r"|with (?:the )?payments?\b)"
    r"|\b(?:when|if|once|after|unless|until|to the extent) (?:and (?:when|until|to the extent) )?(?:the )?{buyer}"
    r" (?:is|has been|gets) (?:itself )?(?:actually )?paid\b|\bpaid (?:only )?(?:when|if|once|as and when) (?:the )?"
    r"(?!(?:(?:the|an?|its|all|each) )?(?:invoice|deposit|balance|price|fees?|amount|debt|it|all|full|advance|order"
    r"|sum))"
    r"(?:[a-z]+ ){{1,2}}(?:is|has been|gets) (?:itself )?paid\b"
    # After the Consultant has been paid by the Client: neither is the seller who is paid, nor the buyer who pays it.
    r"|\b(?:after|once|until|unless)\s(?:the\s)?(?!{seller}|(?-i:Seller|Supplier|Vendor|Provider"
    r"|We)\b)(?-i:[A-Z][A-Za-z-]+)"
    r"\s(?:has\s|have\s)?(?:received|receives|been paid)\b[^.;]{{0,40}}\b(?:payments?|paid|funds)\b[^.;]{{0,30}}?"
    r"\b(?:from|by)\s(?:the\s|its\s)?(?!{buyer}|(?-i:Buyer|Purchaser)\b)(?-i:[A-Z])"
    r"|\bpayment\b[^.;]{{0,30}}\b(?:by|from)\s(?:the\s)?(?:{en})\b[^.;]{{0,60}}\b(?:condition precedent"
    r"|pre-?condition)\b"
    r"[^.;]{{0,40}}\bpay"
    rf"|{re.doubled(PASSED_ON)}(?!\s(?:by|from)\s(?:the\s)?{{buyer}})"
    r"|\b(?:after|upon|when|until|once|if|unless|conditional (?:up)?on|contingent (?:up)?on|subject to"
    r"|to the extent|provided)\b[^.;]{{0,60}}\b(?:paid|payment|receives?|receipt|received|collect(?:s|ed|ion)"
    r"|funds)\b[^.;]{{0,40}}\b(?:by|from)\s(?:the\s|its\s)?(?:{en})\b"
    r"|\b(?:after|upon|when|until|once|if|unless)\b[^.;]{{0,20}}\b(?:{en})\s(?:has\s|have\s)?(?:[a-z]+\s)?"
    r"(?:releases?d?|disburses?d?|advances?d?|transfers?(?:red)?|funded)\b"
    r"|(?:银行|贷款)(?:放款|发放贷款|贷款发放|发放|贷款到位)(?:后|之日|到位)[^。;]{{0,30}}(?:支付|付)"
    r"|\bafter (?:and to the extent )?(?:it|Buyer|Purchaser|Customer|Contractor) (?:is|has been) paid\b",
    _I,
)
_OWN = re.Template(r"{stranger}[^。;]{{0,30}}?(?:支付|付款|付给|付清|结算)", _I)
_STRANGERS = re.Template(r"(?:{zh})|\b(?:{en})\b", _I)


@lru_cache(maxsize=8)
def _strangers(parties: Parties) -> dict[str, str]:
    """The words for third parties in each language, none of which is a party of this contract."""
    return {
        language: "|".join(
            word
            for word in words("payment", f"third_{language}")
            if parties.role_of(word) not in (Role.BUYER, Role.SELLER)
        )
        for language in ("zh", "en")
    }


def read(text: Text, parties: Parties, schedule: Schedule) -> Iterator[Fact]:
    """The yes/no facts of what payment waits for and what may be held back."""
    strangers = _strangers(parties)
    third = _THIRD.filled(buyer=parties.buyer, seller=parties.seller, **strangers)
    own = _OWN.filled(stranger=from_a_stranger(parties))
    passed_on = [*search_all(text, third, _INDEPENDENT), *search_all(text, own, _INDEPENDENT), *_between_three(text)]
    yield _either("payment.back_to_back", text, schedule, "third_party_payment", passed_on,
                  _denied(text, _STRANGERS.filled(**strangers)))  # fmt: skip
    audits = [hit for hit in search_all(text, _AUDIT, _INDEPENDENT) if not _AUDIT_ELSEWHERE.search(hit.passage.text)]
    yield _either(
        "payment.audit_condition", text, schedule, "audit", audits, _denied(text, re.compile(r"审计|\baudit", _I))
    )
    yield yes_no(
        "payment.internal_approval_condition",
        text,
        search_all(text, _APPROVAL_PROCESS, _INDEPENDENT),
        _denied(text, re.compile(r"内部(?:审批|流程|审核)|审批流程|\binternal (?:approval|process)", _I)),
    )
    rolling = [*search_all(text, _ROLLING, _BEFORE_NEXT), *search_all(text, _STANDING_STOCK, _BEFORE_NEXT)]
    yield yes_no("payment.rolling_arrears", text, rolling)
    yield yes_no(
        "payment.sell_through",
        text,
        search_all(text, _SELL_THROUGH, _NOT_SELL_THROUGH),
        search_all(text, _NOT_SELL_THROUGH),
    )
    holds = [hit for hit in search_all(text, _HOLD, _ONLY_DISPUTED) if _HOLD_CAUSE.search(hit.passage.text)]
    yield yes_no("payment.withhold_all_on_dispute", text, [hit for hit in holds if _by_buyer(hit, parties)])
    yield yes_no("payment.undisputed_part_pay", text, search_all(text, _UNDISPUTED))
    yield yes_no("payment.fx_clause", text, search_all(text, _FX))


# 甲方收到乙方货款后…向丙方支付: of three parties one pays when another has paid it.
_BETWEEN_THREE = re.compile(
    r"(?P<payer>[甲乙丙丁]方)[^,。;]{0,6}?(?:收到|收取|收妥)(?P<first>[甲乙丙丁]方)[^,。;]{0,24}?(?:款|资金|付款)"
    r"[^,。;]{0,10}?后(?:[^。;]{0,30}?[向给与对](?P<to>[甲乙丙丁]方)[^。;]{0,30}?(?:支付|付款|付清|结算|转付)"
    r"|[^。;]{0,20}?(?:支付|付款|付清|结算|转付)[^。;]{0,10}?[给至予到](?P<last>[甲乙丙丁]方))"
)


def _between_three(text: Text) -> Iterator[Hit]:
    for hit in search_all(text, _BETWEEN_THREE, _INDEPENDENT):
        match = _BETWEEN_THREE.search(hit.passage.text)
        if match is not None and re.search(r"无论|不论|不管", hit.passage.text[: match.end()]):
            continue
        if match is not None and len({match["payer"], match["first"], match["to"] or match["last"]}) == 3:
            yield hit


def _denied(text: Text, pattern: re.Pattern[str]) -> Iterator[Hit]:
    paid = re.compile(r"付|结算|款|\bpay|\bpaid", _I)
    for hit in search_all(text, _INDEPENDENT):
        if pattern.search(hit.passage.text) and paid.search(hit.passage.text):
            yield hit


def _either(name: str, text: Text, schedule: Schedule, anchor: str, yes: Iterable[Hit], no: Iterable[Hit]) -> Fact:
    """True where one instalment hangs on the event, or where a clause says so."""
    ones = [one for one in schedule.instalments if one.timing.anchor == anchor]
    if ones:
        return stated(name, True, *places(text, name, ones))
    return yes_no(name, text, yes, no)


def _by_buyer(hit: Hit, parties: Parties) -> bool:
    before = hit.passage.text[: hit.end]
    seller = [m.start() for m in re.finditer(parties.seller, before, _I)]
    buyer = [m.start() for m in re.finditer(parties.buyer, before, _I)]
    return not parties.certain or bool(buyer and (not seller or max(buyer) > max(seller) or "向" in before))
