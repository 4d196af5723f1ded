"""The account the price is paid to: whether it is printed whole, and whether it is the seller's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...values import Reason
from .. import regexes as re
from ..contract.blanks import overlaps_blank
from ..fact import Evidence, Fact, absent, stated, unknown
from ..roles import Parties, Role
from ..text import Text
from .names import comparable
from .owner import Owners

_LABELS = {
    "holder": re.compile(
        r"户[ ]*名|(?:账|帐)户名称?|开户名称?|收款(?:单位|人|方)(?:名称|户名)?(?=[ ]*[:\t])"
        r"|\b(?:Beneficiary(?!'s? Bank)(?: Name)?|Account (?:Name|Holder))\b"
    ),
    "bank": re.compile(
        r"开户(?:银)?行(?:及(?:账|帐)号|名称)?|开户银行(?:、|及)?(?:账|帐)?号?|收款银行"
        r"|\b(?:Beneficiary(?:'s)? Bank|Bank(?: Name)?|Receiving Bank)\b(?=[ ]*[:\t])"
    ),
    "number": re.compile(r"(?:银行)?(?:账|帐)[ ]*号|\b(?:A/C(?: No\.?)?|Account (?:No\.?|Number)|IBAN)\b"),
}
_DIGITS = re.compile(r"(?:\d[ -]?){6}")
_NUMBER = re.compile(r"\d[\d -]{7,30}\d")
# Three blanks set off the next column of a form.
_VALUE = re.compile(r"[ ]*(?:[:\t│][ ]*|(?=_{2,}|\[))(?P<value>(?:(?![ ]{3,}\S)[^\n\t│|;,)。])*)")
# 户名江湾公司,开户行某行支行,账号3301…: in a sentence the label runs into what it labels.
_RUN_IN = {
    "holder": re.compile(
        r"(?:为|是)?[ ]*(?P<value>[^\n\t│|;,。:()]{4,40}?(?:公司|厂|中心|院|所|合作社))(?=[,;。、\n ]|$)"
    ),
    "bank": re.compile(
        r"(?:为|是)?[ ]*(?P<value>[^\n\t│|;,。:()]{2,40}?(?:银行|支行|分行|营业部|信用社|分理处))(?=[,;。、\n ]|$)"
    ),
    "number": re.compile(r"(?:为|是)?[ ]*(?P<value>\d[\d -]{7,30}\d)"),
}


@dataclass(frozen=True, slots=True)
class _Detail:
    kind: str
    value: str
    evidence: tuple[Evidence, ...]


def read_account(text: Text, parties: Parties, owners: Owners) -> Iterable[Fact]:
    """`party.payee_account_complete` and `party.payee_is_seller`.

    Complete means bank and number, and the holder's name or a place under the seller's own name.
    """
    details = list(_details(text, owners))
    kinds = {detail.kind for detail in details if detail.value}
    evidence = tuple(item for detail in details for item in detail.evidence)
    if not details:
        return _in_prose(text, parties)
    return [_complete(text, kinds, details, evidence), _is_seller(parties, details)]


def _complete(text: Text, kinds: set[str], details: list[_Detail], evidence: tuple[Evidence, ...]) -> Fact:
    """Whole or not; where bank or number has a label and nothing behind it yet, the form waits to be filled in."""
    name = "party.payee_account_complete"
    if {"bank", "number"} <= kinds:
        return stated(name, True, *evidence)
    open_ones = [detail for detail in details if detail.kind != "holder" and not detail.value]
    if open_ones:
        return unknown(name, Reason.BLANK, *(item for detail in open_ones for item in detail.evidence))
    return stated(name, False, *evidence)


# "paid to X Limited, Y Bank plc, sort code 00-00-00, account number 12345678": one sentence instead of labelled lines.
_PROSE_NUMBER = re.compile(
    r"\b(?:account (?:number|no\.?)|acct\.? no\.?|a/c(?: no\.?)?|IBAN)[ :]*[A-Z]{0,2}\d[\d -]{5,32}\d", re.IGNORECASE
)


_PROSE_BLANK = re.compile(
    r"\b(?:account (?:number|no\.?)|acct\.? no\.?|a/c(?: no\.?)?|IBAN)[ :]*(?=_{2,}|\[|\{)", re.IGNORECASE
)


def _in_prose(text: Text, parties: Parties) -> Iterable[Fact]:
    for sentence in text.sentences:
        number = _PROSE_NUMBER.search(sentence.text)
        if number is None or re.search(r"\b[Bb]ank\b|银行", sentence.text) is None:
            continue
        quotes = text.evidence(sentence.start, sentence.end, "account")
        seller = parties.first(Role.SELLER)
        named = seller is not None and seller.name is not None and comparable(seller.name) in comparable(sentence.text)
        complete = stated("party.payee_account_complete", True, *quotes)
        return [complete, stated("party.payee_is_seller", True, *quotes) if named else absent("party.payee_is_seller")]
    if (left := _PROSE_BLANK.search(text.text)) is not None:
        quotes = text.evidence(*left.span(), "account")
        return [unknown("party.payee_account_complete", Reason.BLANK, *quotes), absent("party.payee_is_seller")]
    return [absent("party.payee_account_complete"), absent("party.payee_is_seller")]


def _details(text: Text, owners: Owners) -> Iterator[_Detail]:
    for kind, label in _LABELS.items():
        for match in label.finditer(text.text):
            value = _VALUE.match(text.text, match.end()) or _RUN_IN[kind].match(text.text, match.end())
            if value is None or owners.of(match.start(), label) is not Role.SELLER:
                continue
            printed = value["value"].strip(" _│-")
            if overlaps_blank(text, value.start("value"), value.end("value")) and not _DIGITS.search(printed):
                printed = ""
            evidence = text.evidence(match.start(), value.end(), "account")
            yield _Detail(kind, printed, evidence)
            # 开户行及账号: one label for both.
            if kind == "bank" and _NUMBER.search(printed):
                yield _Detail("number", printed, evidence)


def _is_seller(parties: Parties, details: list[_Detail]) -> Fact:
    name = "party.payee_is_seller"
    seller = parties.first(Role.SELLER)
    holder = next((detail for detail in details if detail.kind == "holder" and detail.value), None)
    if holder is None or seller is None or not seller.name:
        return absent(name)
    same = comparable(seller.name) in comparable(holder.value) or comparable(holder.value) in comparable(seller.name)
    return stated(name, same, *holder.evidence)
