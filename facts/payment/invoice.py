"""Invoices and papers: which comes first, the invoice or the money, and what else must be handed in to be paid."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..fact import Fact, absent, stated
from ..roles import Parties, Role
from ..sentence_tools import Hit, evidence, passages, search_all, subject, yes_no
from ..text import Text
from .credit import places
from .instalment import Instalment
from .schedule import Schedule
from .scope import payment_sections, payment_terms

_I = re.IGNORECASE
_PAID_ZH = r"(?:支付|付款|付清|结清|付|汇至|汇入|汇给)"
_FIRST = re.compile(
    rf"先票后款|先开[具]?(?:发)?票|(?:凭(?!证)|见)[^,。;]{{0,16}}(?:发票|(?<![汇支])票(?!据))[^,。;]{{0,8}}{_PAID_ZH}"
    rf"|票到[^,。;]{{0,12}}(?:天|日|付)|(?:付款|收款|请款|支付|结算)[^,。;前后]{{0,12}}前[^。;]{{0,40}}(?:开具|提供|提交"
    rf"|出具|收到|取得)[^。;]{{0,40}}发票"
    rf"|以[^,。;]{{0,10}}(?:收到|取得)[^,。;]{{0,16}}发票[^,。;]{{0,8}}(?:为|作为)[^,。;]{{0,6}}(?:前提|条件)"
    rf"|(?:开具|提供|提交|出具)[^。;,]{{0,40}}(?:发票|专票)[^。;,]{{0,24}},[^。;,]{{0,20}}{_PAID_ZH}"
    rf"|根据[^,。;]{{0,12}}(?:开具|提供|提交)的[^,。;]{{0,16}}发票[^。;]{{0,30}}{_PAID_ZH}"
    rf"|(?:收到|接到|取得)[^,。;]{{0,24}}发票[^。;]{{0,40}}{_PAID_ZH}|(?:开具|提供"
    rf"|提交)[^。;]{{0,30}}发票[^。;]{{0,16}}后[^。;]{{0,30}}{_PAID_ZH}"
    rf"|(?:未|不)[^。;]{{0,10}}(?:开具|提供|提交|开)[^。;]{{0,20}}(?:发票|票)[^。;]{{0,16}}(?:有权"
    rf"|可)[^。;]{{0,10}}(?:拒|顺延|暂停|延)|发票[^。;]{{0,12}}否则[^。;]{{0,16}}(?:拒|顺延|暂停|延)"
    r"|\b(?:against|upon|on|after) (?:the )?(?:presentation|receipt|submission"
    r"|delivery)(?: by [a-z]+)? of[^.;]{0,40}\binvoices?\b[^.;]{0,80}\b(?:pay|paid|payable|due)\b"
    r"|\b(?:pay|paid|payable|due)\b[^.;]{0,80}\b(?:after|upon|of|from|following|against)\b[^.;]{0,40}\b(?:receipt"
    r"|presentation|date|submission)\b[^.;]{0,40}\binvoices?\b"
    r"|\bpay\b[^.;]{0,60}\b(?:each|every|all|such|any|the|undisputed"
    r"|properly submitted)(?: [a-z]+)? invoices?\b(?! (?:price|value|total))"
    r"|\bpay\b[^.;]{0,60}\b(?:in|under|stated in|set out in) each invoice\b"
    r"|\b(?:issue|submit|send|render)\w*\b[^.;]{0,40}\binvoices?\b[^.;]{0,80}\bpay (?:it|them|the same"
    r"|such invoices?)\b"
    r"|\bnot (?:be )?(?:obliged|required|liable|bound) to pay\b[^.;]{0,40}\b(?:until|unless"
    r"|before)\b[^.;]{0,40}\binvoices?\b"
    r"|\bno (?:payment|sum|amount|money)s?\b[^.;]{0,30}\b(?:until|unless|before)\b[^.;]{0,60}\binvoices?\b"
    r"|\b(?:pay|paid|payable|payments?)\b(?:(?!credited)[^.;]){0,40}\bagainst (?:the |an? |each "
    r"|its )?(?!pro)(?:[a-z']+ ){0,4}invoices?\b"
    r"(?! (?:price|value|amount|total))"
    r"|\binvoices?\b[^.;]{0,60}\b(?:immediately|forthwith) (?:due|payable)\b"
    r"|\binvoices? (?:is|are|shall be|will be)(?: due and)? payable\b|\bpayment of[^.;]{0,20}\binvoices?\b",
    _I,
)
_SELLERS_OWN = re.compile(
    (
        r"运费发票|\b(?:expenses?|reimburs\w+|insurance|insured|royalt\w+|freight charges|late payment|overdue"
        r"|disputed|if customer has)\b|发票金额"
    ),
    _I,
)
_NOT_FIRST = re.compile(
    r"不得以[^。;]{0,16}发票[^。;]{0,10}(?:为由|拒)|先款后票|(?:收到|收取|到账)[^。;]{0,14}(?:货款|款项|价款|全款"
    r"|支票|全部款)[^。;]{0,12}后[^。;]{0,24}(?:开具|开出|提供)[^。;]{0,24}(?:发票|单据)"
    r"|付款后[^。;]{0,16}(?:开具|提供)[^。;]{0,16}发票|(?:missing|absence of an?|lack of an?"
    r"|late) invoice[^.;]{0,40}\b(?:not|no)\b|\bnot\b[^.;]{0,30}\b(?:withhold|refuse|delay)\b[^.;]{0,40}\binvoice"
    r"|\binvoice\b[^.;]{0,40}\b(?:after|within [^.;]{0,24} (?:of|after)) (?:receipt of )?(?:full )?payment\b",
    _I,
)
_DOCUMENTS = re.compile(
    r"单据|(?:议付|交单|装运|下列|以下|如下)[^,。;]{0,6}文件|\b(?:shipping|following|required|transport|negotiat\w+"
    r"|presentation of|against|stipulated|these)\b[^.;]{0,30}\bdocuments\b|\bdocuments?(?: required)?\s?:",
    _I,
)
_INVOICE = re.compile(r"发票|\binvoices?\b", _I)
_CREDIT = re.compile(r"信用证|\b(?:letters? of credit|L/C|documentary credit)\b", _I)
_FULL = re.compile(
    (
        r"(?:先|前|收到|提供|提交|开具|凭)[^。;]{0,24}(?:全额|全部(?:合同)?(?:金额|价款"
        r"|货款)的?)[^,。;%]{0,16}发票[^。;]{0,12}(?:后|前|,)|\b(?:full|entire"
        r"|whole)[a-z ]{0,12} invoice\b[^.;]{0,20}\b(?:first|before)\b|\binvoice for the (?:full|total"
        r"|entire)[^.;]{0,40}\bbefore\b"
    ),
    _I,
)
_TYPE = re.compile(r"专用发票|普通发票|专票|普票|\b(?:VAT|tax|commercial|sales|GST) invoices?\b", _I)
_WHEN = re.compile(
    (
        r"\d\s?个?(?:工作日|日|天)|[付收验交开]\S{0,6}(?:前|后)|当[日天月]|同时|每月|次月|\b(?:upon|after|within"
        r"|monthly|at the time|on or|before|on dispatch|each month)\b"
    ),
    _I,
)
_OPEN_LIST = re.compile(
    (
        r"(?:要求|需要|规定)的?(?:其他|其它)(?:相关)?(?:资料|文件|材料|单据|凭证)|等(?:相关|有关|付款|必要)?(?:资料"
        r"|文件|材料|单据)[^。;]{0,12}(?:后|付)|\b(?:any|such) other (?:documents?|documentation|information"
        r"|paperwork)\b[^.;]{0,30}\b(?:require|request|need)"
    ),
    _I,
)
_CLOSED_LIST = re.compile(
    (
        r"(?:付款|请款|结算)(?:资料|文件|材料|单据)(?:仅为|仅限|限于|仅包括|为以下|如下)|仅需[^。;]{0,8}(?:提供"
        r"|提交)[^。;]{0,16}(?:发票|资料)|\bonly the following documents\b|\bno (?:other|further) documents?\b"
        r"|\bdeemed complete\b"
    ),
    _I,
)
_PAPERS = re.compile(
    r"发票|付款|请款|\baccompany each invoice|\bwith each invoice"
    r"|^(?![^.;]*\b(?:books|records|audit\w*|inspect\w*)\b)[^.;]*\binvoices?\b[^.;]{0,80}\b(?:any|such) other\b",
    _I,
)
_PAYING = re.compile(r"付|结算|请款|\b(?:pay|paid|payments?|invoices?)\b", _I)


def read(text: Text, parties: Parties, schedule: Schedule) -> Iterator[Fact]:
    """The facts of invoices and payment papers."""
    yield _first(text, parties, schedule)
    fulls = [hit for hit in search_all(text, _FULL) if "%" not in hit.passage.text and _PAYING.search(hit.passage.text)]
    yield yes_no("payment.invoice_full_upfront", text, fulls)
    yield _terms(text)
    spoken = {term.passage.index for term in payment_terms(text, parties)}
    opened = [
        hit for hit in search_all(text, _OPEN_LIST) if hit.passage.index in spoken or _PAPERS.search(hit.passage.text)
    ]
    closed = [hit for hit in search_all(text, _CLOSED_LIST) if _PAYING.search(hit.passage.text)]
    yield yes_no("payment.docs_closed_list", text, closed, opened)


def _first(text: Text, parties: Parties, schedule: Schedule) -> Fact:
    name = "payment.invoice_first"
    denied = list(search_all(text, _NOT_FIRST))
    ones = [one for one in schedule.instalments if _waits_for_invoice(one)]
    if ones and not denied:
        return stated(name, True, *places(text, name, ones))
    sections = payment_sections(text)
    yes = [hit for hit in search_all(text, _FIRST, _NOT_FIRST) if not _is_no_duty(hit, parties)]
    yes = [
        hit
        for hit in yes
        if not _SELLERS_OWN.search(hit.passage.text)
        or (sections[hit.passage.index] and re.search("[\u3400-\u9fff]", hit.passage.text))
    ]
    if not yes and not denied:
        yes = _against_credit(text)
    return yes_no(name, text, yes, denied)


_FAILS = re.compile(r"\b(?:fail(?:s|ed|ure|ing)?|refuses?|neglects?|(?:does|do|did|has|have) not)(?: to)? $", _I)


def _is_no_duty(hit: Hit, parties: Parties) -> bool:
    """Whether it is the seller who pays an invoice (those of its subcontractors), or nobody does (fails to pay)."""
    words = hit.passage.text
    if words[hit.start : hit.start + 3].lower() != "pay":
        return False
    return subject(parties, words, hit.start) is Role.SELLER or _FAILS.search(words, 0, hit.start) is not None


def _waits_for_invoice(one: Instalment) -> bool:
    if one.prepay and one.timing.anchor == "sign":
        return False
    return one.timing.anchor in ("invoice_date", "invoice_receipt") or (
        re.search(
            r"(?:收到|凭|见)[^,。;]{0,24}发票|\binvoices? (?:is|are|was|were) (?:dated|issued|received|rendered"
            r"|sent)\b|\b(?:each|all|such|the) invoices?\b(?! (?:price|value|total))|\bshall invoice\b",
            one.words,
            _I,
        )
        is not None
        and not one.before_delivery
    )


def _against_credit(text: Text) -> list[Hit]:
    """A letter of credit pays against documents; the invoice is usually one of them."""
    if not any(True for _ in search_all(text, _CREDIT)):
        return []
    found: list[Hit] = []
    listed = -10
    for passage in passages(text):
        papers = _DOCUMENTS.search(passage.text)
        if papers is not None:
            listed = passage.index
        invoice = _INVOICE.search(passage.text)
        if (
            invoice is not None
            and passage.index - listed <= 3
            and not re.search(r"投保|insur|\d+% (?:of )?invoice", passage.text, _I)
        ):
            found.append(Hit(passage, invoice.start(), invoice.end()))
    return found[:1]


def _terms(text: Text) -> Fact:
    """Whether the kind of invoice, its tax rate and its time are all said."""
    name = "payment.invoice_terms_defined"
    spoken = [passage for passage in passages(text) if _INVOICE.search(passage.text)]
    if not spoken:
        return absent(name)
    words = "\n".join(passage.text for passage in spoken)
    rate = re.search(
        r"(?:税率|增值税|VAT|tax)[^。;\n]{0,12}\d+\s?%|\d+\s?%[^。;\n]{0,6}(?:增值税|税|VAT|tax)", text.text, _I
    )
    whole = _TYPE.search(words) is not None and rate is not None and _WHEN.search(words) is not None
    first = _INVOICE.search(spoken[0].text)
    hit = Hit(spoken[0], first.start() if first else 0, first.end() if first else 1)
    return stated(name, whole, *evidence(text, hit, name))
