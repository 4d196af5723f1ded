"""English words by which a buyer checks what it got: surveys, sign-off, findings, claims as to quality."""

from __future__ import annotations

from .. import regexes as re
from ..vocabulary import alternatives

_GOODS = rf"(?<![A-Za-z]){alternatives('acceptance', 'goods_en')}(?![A-Za-z])"
_CONFORMS = r"(?:conform\w*|compl(?:y|ies)|meets?|(?:is|are) (?:in (?:accordance|conformity)|free))"
_DUTY = r"(?:must|shall|should|will|may|are to|is to|have to|has to|to be|only)"
_CLAIM = r"(?:claims?|complaints?|objections?)"
_OF_GOODS = r"(?:quality|quantity|weights?|shortages?|short delivery|damages?|condition|defects?|analysis)"
# What stands in front of "shall be deemed accepted" and is no goods: sums that nobody disputed, a new price.
_ACCOUNTS = re.compile(
    r"\b(?:amounts?|charges?|sums?|invoices?|statements?|accounts?|fees?|prices?|bills?|items? of account|balances?)\b"
    r"[^.;]{0,90}$",
    re.IGNORECASE,
)
CHECKED = re.compile(
    rf"\b(?:appoint|engage|nominate|instruct|retain|employ|send|bring)\w*\b[^.;]{{0,50}}?\b(?:surveyors?|inspectors?"
    rf"|superintendents?|inspection (?:company|companies|agency|agencies|body|firm)|assayers?)\b"
    rf"|{_GOODS}[^.;]{{0,20}}?\b(?:surveyed|sampled|analysed|analyzed|assayed|checked|verified|counted|weighed)\b"
    r"|\b(?:cargo|consignments?|delivery|deliveries|parcels?)\b[^.;]{0,20}?\b(?:surveyed|sampled|analysed|analyzed|assayed"
    r"|inspected|examined)\b"
    r"|\b(?:sample|analyse|analyze|assay|survey|weigh|count)\b[^.;]{0,30}?"
    rf"(?:{_GOODS}|\b(?:cargo|consignments?|delivery|deliveries|lots?)\b)"
    r"|\bpre-?(?:shipment|dispatch|delivery) (?:inspection|testing|survey)\b"
    r"|\b(?:inspections?|acceptance tests?|testing|acceptance)\b (?:shall|must|will|is to|are to|to) be (?:completed"
    r"|carried out|conducted|made|performed|effected|held|undertaken)\b"
    r"|\bsubject to\b[^.;]{0,40}?\bquality (?:control|checks?|inspection)\b|\bincoming (?:goods )?(?:inspection|control"
    r"|checks?)\b"
    r"|\b(?:rights?|opportunity) (?:of|to|for) inspect(?:ion)?\b"
    r"|\b(?:sign|signs|signed|issue|issues|countersign)\b[^.;]{0,30}?\b(?:acceptance|handover|hand-over|commissioning"
    r"|take-?over|taking[- ]over) (?:note|protocol|certificate|report|form|sheet|minutes|record)\b"
    rf"|\bsigns?[ -]?off\b[^.;]{{0,40}}?{_GOODS}|{_GOODS}[^.;]{{0,30}}?\bsigns?[ -]?off\b"
    rf"|\b(?:must|shall|should|will|to) (?:\w+ )?(?:check|count|verify)\b[^.;]{{0,60}}?\b(?:{_OF_GOODS}|{_GOODS})"
    r"|\b(?:on|upon|after|during|following) (?:its |their |such |the )?inspection\b[^.;]{0,80}?\b(?:faulty|defective"
    r"|found|defects?|reject\w*|discrepanc\w+)\b"
    rf"|\b(?:finding|confirm(?:s|ed|ation)?|certif(?:y|ies)|notice)\b[^.;]{{0,60}}?\bthat\b[^.;]{{0,30}}?{_GOODS}"
    rf"[^.;]{{0,20}}?\b(?:{_CONFORMS})\b"
    rf"|\bthat\b[^.;]{{0,20}}?\b(?:software|system|application|website|machine|plant|installation)\b[^.;]{{0,20}}?\b{_CONFORMS}\b"
    rf"|(?:{_GOODS}|\b(?:software|system|application|website|machine|plant"
    rf"|installation)\b)[^.;]{{0,20}}?\bnot (?:conform"
    r"|comply|meet)\b[^;]{0,90}?\b(?:notif\w+|tell|inform\w*|reject\w*)\b"
    rf"|\b{_OF_GOODS} {_CLAIM}\b[^.;]{{0,60}}?\b{_DUTY}\b"
    rf"|\b{_CLAIM}\b[^.;]{{0,40}}?\b{_OF_GOODS}\b[^.;]{{0,60}}?\b{_DUTY}\b"
    r"|\bnotification of (?:\w+ )?(?:defects|damage|shortages?)\b",
    re.IGNORECASE,
)


def is_of_accounts(words: str, at: int) -> bool:
    """Whether what is deemed accepted at a position is a sum, an invoice or a price, and no goods."""
    return _ACCOUNTS.search(words, max(0, at - 120), at) is not None
