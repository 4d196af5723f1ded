"""Papers that one side writes to the other: orders, confirmations, quotations, letters of engagement.

They name their parties by place, not by a word: the addressee, the letterhead, "Bill to".
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..roles import Role
from ..text import Text
from .mentions import Mention
from .names import Name, is_organisation, judge, read_name

_OPENING = 1200
_FIRST_LINES = 4
_ORDER = re.compile(
    r"采购订单|订货单|订购单|采购单|订货合同单|委托单|(?i:\bpurchase order\b|\bwork order\b(?! confirmation))"
)
_ANSWER = re.compile(
    r"报价|订单确认|销售确认|确认函|(?i:\border confirmation\b|\bsales confirmation\b|\bquot(?:e|ation)\b|\bproposal\b"
    r"|\bletter of engagement\b|\bengagement letter\b|\backnowledge?ment of order\b)"
)
_ADDRESSEE = re.compile(r"(?:^|(?<=[\t│|]))[ ]*(?:致|送|TO|To)[ ]*[:\t][ ]*(?:\n[ ]*)?", re.MULTILINE)
_FROM = re.compile(r"(?:^|(?<=[\t│|]))[ ]*(?:发件人|发自|FROM|From)[ ]*[:\t][ ]*(?:\n[ ]*)?", re.MULTILINE)
_ADDRESS_ALONE = re.compile(
    r"^[ ]*(?P<name>[\u3400-\u9fff()]{4,40}(?:公司|厂|中心|院|校|局|店|部))[ ]*:[ ]*$", re.MULTILINE
)
_PAYER = re.compile(
    r"(?:^|(?<=[\t│|])|(?<=[ ]{2}))[ ]*(?i:bill(?:ed)?[ -]to|sold[ -]to(?: party)?|invoice(?:d)?[ -]to"
    r"|billing (?:name|company)"
    r"|prepared for|quoted to|ordered by|purchased by|order placed by|submitted to)"
    r"[ ]*(?:[:\t]|(?=\n))[ ]*(?:\n[ ]*)?",
    re.MULTILINE,
)
_PAYEE = re.compile(
    r"(?:^|(?<=[\t│|])|(?<=[ ]{2}))[ ]*(?i:remit(?: payment)?[ -]to|prepared by|supplied by|sold by|offered by"
    r"|quoted by|submitted by)[ ]*(?:[:\t]|(?=\n))[ ]*(?:\n[ ]*)?",
    re.MULTILINE,
)


def addressed_mentions(text: Text) -> Iterator[Mention]:
    """Parties named by their place in a paper that one side sends to the other."""
    yield from _labelled(text, _PAYER, Role.BUYER)
    yield from _labelled(text, _PAYEE, Role.SELLER)
    head = text.text[:_OPENING]
    sender = sender_of(text)
    if sender is None:
        return
    addressee = Role.SELLER if sender is Role.BUYER else Role.BUYER
    yield from _labelled(text, _ADDRESSEE, addressee)
    yield from _labelled(text, _FROM, sender)
    for match in _ADDRESS_ALONE.finditer(head):
        yield from _mention(judge(match["name"], match.start("name")), match.start(), addressee)
    yield from _letterhead(text, sender)


def sender_of(text: Text) -> Role | None:
    """Who writes the paper: the buyer an order, the seller its answer; None for any other paper."""
    head = text.text[:_OPENING]
    order, answer = _ORDER.search(head), _ANSWER.search(head)
    if answer is not None and (order is None or answer.start() <= order.end()):
        return Role.SELLER
    return Role.BUYER if order is not None else None


def _labelled(text: Text, label: re.Pattern[str], role: Role) -> Iterator[Mention]:
    for match in label.finditer(text.text, 0, len(text.text)):
        yield from _mention(read_name(text, match.end()), match.start(), role)


def _mention(name: Name | None, start: int, role: Role) -> Iterator[Mention]:
    if name is not None and not name.blank:
        yield Mention((), name, start, name.end, role)


def _letterhead(text: Text, role: Role) -> Iterator[Mention]:
    """The sender's name alone on one of the first lines."""
    position = seen = 0
    for line in text.text.split("\n"):
        plain = line.strip()
        if plain:
            seen += 1
            if seen > _FIRST_LINES:
                return
            if is_organisation(plain) and len(plain) <= 80 and not re.search(r"[:\t]", plain):
                start = position + line.index(plain)
                yield Mention((), Name(plain, start, start + len(plain)), start, start + len(plain), role)
                return
        position += len(line) + 1
