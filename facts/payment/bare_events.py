"""Payment tied to an event without days: paid on delivery, before shipment, when the order is placed."""

from __future__ import annotations

from .. import regexes as re
from .events_en import RELEASED_WHEN_PAID
from .paid_first import PAYS_AHEAD, RELEASED_ONCE_PAID_ZH, STARTED_ONCE_PAID, WORK_BEGINS

_PAID_EN = (
    r"\b(?:pay|pays|paid|payable|due|remit(?:s|ted)?|(?<!terms of )payments?(?! terms? [^.;]{0,40}\b(?:begin|start"
    r"|run|based|commence))|charged|settled?"
    r"|wired?|transfer(?:red)?|T/T)\b:?"
)
_UPON_EN = r"(?:upon|on|at|before|prior to|in advance of|against|(?:concurrently|simultaneously|together|along) with)"
_EVENT_EN = (
    r"(?:sight|receipt(?! of (?:the |a |an |such |any )?(?:notice|claim|demand|request|report))|deliver(?:y|ed)"
    r"|ship(?:ment"
    r"|ped|ping)|(?:dis|des)patch|execution|sign\w*|orders?\b|ordering|accept\w+|install\w+|complet\w+|documents"
    r"|invoice"
    r"|presentation|goods|placement|placing|you (?:place|book|order)|arriv\w+|collection|pick-?up|booking|reservation"
    r"|purchase\b(?! order| price)|checkout|registration|enrol\w+|hand-?over|commissioning|launch|go-?live|kick-?off"
    r"|commenc\w+|start\w*|begin\w*|release|loading|production|manufactur\w+|approval|sign-?off|readiness|event"
    r"|function"
    rf"|pro-?forma|{WORK_BEGINS})"
)
BARE_EVENT = re.compile(
    r"(?:后|时|前|当日|当天|即)[^,。;]{0,24}?(?:支付|付款|付清|结清|结算(?=货款|价款|款项)|付)(?!方式"
    r"|义务|责任|凭证|申请|通知)[^,。;]{0,6}?(?:款|价|费|$|[,。;]|全)"
    r"|货到付款|款到[^,。;]{0,16}(?:发货|交货|提货|供货|生产|安排)|付清[^,。;]{0,8}(?:发货|提货|交货)|全款(?:到"
    r"|提|发)[^,。;]{0,8}货|款到发货|先付款,?后(?:发|交|送|供|提)|票到付款"
    r"|见票|凭票付款|先款后货|款清|\bat sight\b|即期信用证|现款现货"
    r"|带款提货|全款提货"
    r"|(?:签订|签署|签约|下单|订货)[^,。;]{0,6}(?:当[日天]|时|后)[^,。;]{0,4}款到(?![期位货])"
    r"|(?:签订|签署|签约|下单|订货)(?:之日|当[日天]|时),?[^,。;]{0,24}?(?:支付|付清|缴纳|交纳)[^,。;]{0,14}?(?:款"
    r"|价|费|全)"
    rf"|{RELEASED_WHEN_PAID}|{PAYS_AHEAD}|{RELEASED_ONCE_PAID_ZH}|{STARTED_ONCE_PAID}"
    r"|\bpre-?payment basis\b|\bprepaid basis\b|\bcash[- ]in[- ]advance\b|(?-i:\bC(?:IA|WO)\b)"
    r"|\bpayment (?:must|shall|should|is to|to) accompany\b|\bpayments? [^,.;]{0,20}with (?:the |each )?order\b"
    r"|\bcash (?:(?:up)?on|against|at) delivery\b|\bcash against (?:shipping )?documents\b"
    r"|\b(?:payable|due|paid)\b[^.;]{0,40}?\b(?:when (?:rendered"
    r"|presented|invoiced)"
    r"|(?:up)?on (?:the )?(?:[a-z']+ ){0,2}(?:providing|submitting|delivering|sending|presenting|furnishing"
    r"|submission)\b"
    r"[^,.;]{0,30}?\b(?:invoices?|bills?))\b|\b(?:pay|paid) on being (?:invoiced|billed)\b"
    r"|\b(?:cash|payments?|paid|pay|payable|T/?T|wire|transfer|funds) (?:(?:to )?(?:us|the seller) )?(?:in full "
    r"|100 ?% |fully )?"
    r"(?:in advance|up[- ]?front)\b|\b(?:orders?|purchases?|sales?)\b[^.;,]{0,24}\bpre-?paid\b|\bC\.?O\.?D\b"
    r"|\bcash with (?:the )?order\b"
    r"|\b(?:immediately|forthwith) (?:due|payable)\b|\b(?:due|payable) (?:immediately|forthwith)\b"
    rf"|{_PAID_EN}(?:\s(?!at the rate|interest)[a-z'(),-]+){{0,12}}?\s{_UPON_EN}\s(?:[a-z'-]+\s){{0,4}}?{_EVENT_EN}"
    rf"|{_PAID_EN}(?:\s(?!at the rate|interest)[a-z'(),-]+){{0,8}}?\s(?:after|following|when|once|as soon as)\s"
    rf"(?:[a-z'-]+\s){{0,3}}?{_EVENT_EN}"
    rf"|(?:^\W*|\bshall,?\s){_UPON_EN}\s(?:[a-z'-]+\s){{0,5}}?{_EVENT_EN}[^.;]{{0,60}}?\b(?:shall|will|must|agrees? to"
    r"|is to|are to|,) (?:then )?(?:pay|remit|transfer|wire)\b",
    re.IGNORECASE,
)
"""An event and paying together, where no days are said: payment on delivery."""
