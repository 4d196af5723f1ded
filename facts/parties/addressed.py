"""Papers that one side writes to the other: orders, confirmations, quotations, letters of engagement.

They name their parties by place, not by a word: the addressee, the letterhead, "Bill to".
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..roles import Role
from ..text import Text
from .mentions import Mention
from .names import ROLE_WORD_EN, Name, is_organisation, judge, read_name

_OPENING = 1200
_FIRST_LINES = 4
# 50% along with the purchase order; your quotation of 3 May: a paper that is spoken of, not this one.
_SPOKEN_OF = r"(?<!the )(?<!with )(?<!against )(?<!your )(?<!of )(?<!on )(?<! a )(?<!per )(?<!by )(?<!our )"
_ORDER = re.compile(
    r"采购订单|订货单|订购单|采购单|订货合同单|委托单"
    rf"|{_SPOKEN_OF}(?i:\bpurchase order\b|\bwork order\b(?! confirmation))"
    r"|(?i:\bplace (?:an|this|the|our) (?:[a-z]+ )?order (?:on|with)\b|\bsub-?contract order\b"
    r"|(?<!your )(?<!the )\brequest for (?:quotations?|quotes?|proposals?)\b|\binvitation to tender\b"
    r"|\bletter of (?:award|acceptance)\b|\bnotice of award\b|\bnotification of award\b)"
)
_ANSWER = re.compile(
    r"报价|订单确认|销售确认|确认函|(?i:\border confirmation\b|\bsales confirmation\b"
    r"|(?<!your )(?<!for )\b(?:quot(?:e|ation)|proposal)\b|\bpro[- ]?forma invoice\b"
    r"|\bwe (?:are|feel) (?:pleased|glad|happy) to (?:submit|offer|quote)\b"
    r"|\b(?:renewal )?offer for\b"
    r"|\bletter of engagement\b|\bengagement letter\b|\backnowledge?ment of order\b)"
    r"|^[ #*]*(?:(?:Tax|TAX) )?(?:Estimate|ESTIMATE|Invoice|INVOICE)\b(?=[ *]*(?:\n|No\b|#|[Ff]or\b|:|[A-Z\d]))",
    re.MULTILINE,
)
_ADDRESSEE = re.compile(
    r"(?:^|(?<=[\t│|]))[ ]*(?:(?:致|送|TO|To|Messrs\.?|M/[sS]\.?)[ ]*[:\t]|(?:TO|To),[ ]*(?=\n)|Messrs\.?(?=[ ][A-Z]))"
    r"[ ]*(?:\n[ ]*)?",
    re.MULTILINE,
)
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
# A line that says whose name comes below: it is no letterhead.
_CAPTION = re.compile(
    rf"(?i:the )?(?:{ROLE_WORD_EN}|(?i:bill|ship|sold|deliver|invoice)(?i:[ -]to)|To|TO)"
    r"(?i:[ ](?:name|details|information))?[ ]?:?"
)
_SHIPPED_TO = re.compile(
    r"(?:^|(?<=[\t│|])|(?<=[ ]{2}))[ ]*(?i:ship(?:ped)?[ -]to|deliver(?:ed)?[ -]to)[ ]*(?:[:\t]|(?=\n))[ ]*(?:\n[ ]*)?",
    re.MULTILINE,
)
_PAYEE = re.compile(
    r"(?:^|(?<=[\t│|])|(?<=[ ]{2}))[ ]*(?i:remit(?: payment)?[ -]to|prepared by|supplied by|sold by|offered by"
    r"|quoted by|submitted by)[ ]*(?:[:\t]|(?=\n))[ ]*(?:\n[ ]*)?",
    re.MULTILINE,
)


def addressed_mentions(text: Text) -> Iterator[Mention]:
    """Parties named by their place in a paper that one side sends to the other."""
    payers = list(_labelled(text, _PAYER, Role.BUYER))
    yield from payers
    yield from _labelled(text, _PAYEE, Role.SELLER)
    head = text.text[:_OPENING]
    sender = sender_of(text)
    if sender is Role.BUYER and not payers:
        # An order without "Bill to" is paid by whom the goods go to.
        for mention in _labelled(text, _SHIPPED_TO, Role.BUYER):
            if mention.name is not None and is_organisation(mention.name.text):
                yield mention
    if sender is None:
        return
    addressee = Role.SELLER if sender is Role.BUYER else Role.BUYER
    written_to = [*_labelled(text, _ADDRESSEE, addressee), *_above_the_greeting(text, addressee)]
    yield from written_to
    yield from _labelled(text, _FROM, sender)
    for match in _ADDRESS_ALONE.finditer(head):
        yield from _mention(judge(match["name"], match.start("name")), match.start(), addressee)
    # A letter without a letterhead begins with whom it is to.
    names = {one.name.text for one in written_to if one.name is not None}
    yield from (one for one in _letterhead(text, sender) if one.name is not None and one.name.text not in names)


def letterhead_mentions(text: Text, side: Role) -> Iterator[Mention]:
    """The organisation of the letterhead as the side nobody else is: Alder Catering Co. agrees to provide the meals."""
    for mention in _letterhead(text, side):
        acts = _PROVIDES if side is Role.SELLER else _PAYS
        if mention.name is not None and re.search(rf"{re.escape(mention.name.text)}{acts}", text.text) is not None:
            yield mention


_PROVIDES = r",? (?:agrees to|shall|will|is pleased to) (?:provide|supply|perform|deliver|sell|furnish|install)\b"
_PAYS = r",? (?:agrees to|shall|will) (?:pay|purchase|buy|order|engage|hire)\b"


def sender_of(text: Text) -> Role | None:
    """Who writes the paper: the buyer an order, the seller its answer; None for any other paper."""
    head = text.text[:_OPENING]
    order, answer = _ORDER.search(head), _ANSWER.search(head)
    if answer is not None and (order is None or answer.start() <= order.end()):
        return Role.SELLER
    return Role.BUYER if order is not None else None


def _labelled(text: Text, label: re.Pattern[str], role: Role) -> Iterator[Mention]:
    for match in label.finditer(text.text, 0, len(text.text)):
        # The Facilities Manager / Alder Ltd: the office first, whose it is on the next line.
        office = _OFFICE.match(text.text, match.end())
        name = read_name(text, office.end() if office else match.end())
        if name is not None and (not name.blank or text.language == "en"):
            yield from _mention(name, match.start(), role)


_OFFICE = re.compile(
    r"(?:The |THE )?(?:[A-Z][\w.&-]* ){0,4}(?i:manager|director|officer|secretary|engineer|head|department|proprietor"
    r"|incharge|principal|owner|chairman|president)[ ,.]*\n\s*"
)


def _mention(name: Name | None, start: int, role: Role) -> Iterator[Mention]:
    if name is not None and (not name.blank or name.end > name.start):
        yield Mention((), name, start, name.end, role)


def _above_the_greeting(text: Text, role: Role) -> Iterator[Mention]:
    """The organisation of the address above "Dear Sir"; the writer's own address stands above the date."""
    greeting = _GREETING.search(text.text, 0, _OPENING)
    if greeting is None:
        return
    position = greeting.start()
    for line in reversed(text.text[: greeting.start()].split("\n")[-_LINES_OF_ADDRESS:]):
        plain = line.strip(" ,")
        position = text.text.rfind(plain, 0, position) if plain else position
        if _ENDS_ADDRESS.search(line) is not None and _NUMBER_OF.match(plain) is None:
            return
        if plain and is_organisation(plain) and len(plain) <= _LONGEST_LINE:
            yield Mention((), Name(plain, position, position + len(plain)), position, position + len(plain), role)
            return


_GREETING = re.compile(r"^[ ]*Dear (?:Sirs?|Madam|Mr|Mrs|Ms|Dr|[A-Z])", re.MULTILINE)
_ENDS_ADDRESS = re.compile(r"\b(?:19|20)\d\d\b[ .]*$|:")
_NUMBER_OF = re.compile(r"(?i)(?:mob(?:ile)?|tel|ph(?:one)?|e-?mail|gst(?:in)?|kind attn|attn|cell)\b")
_LINES_OF_ADDRESS = 8
_LONGEST_LINE = 80


# Issued by Alder Ltd; From: Alder Ltd: told in words, not by the place.
_IN_WORDS = re.compile(r"[:\t]|^(?:[A-Z][a-z]+ ){1,2}(?:by|to|for|from) ")


def _letterhead(text: Text, role: Role) -> Iterator[Mention]:
    """The sender's name alone on one of the first lines."""
    position = seen = 0
    for line in text.text.split("\n"):
        plain = line.strip()
        if plain:
            seen += 1
            if seen > _FIRST_LINES or _CAPTION.fullmatch(plain):
                return
            if is_organisation(plain) and len(plain) <= 80 and _IN_WORDS.search(plain) is None:
                start = position + line.index(plain)
                yield Mention((), Name(plain, start, start + len(plain)), start, start + len(plain), role)
                return
        position += len(line) + 1
