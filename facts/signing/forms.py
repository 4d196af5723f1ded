"""Where a party of a form signs that is called by its field, by "Company", or by nothing since it wrote the paper."""

from __future__ import annotations

from .. import regexes as re
from ..parties.addressed import sender_of
from ..roles import Parties, Role
from ..text import Text

_FIELD = re.compile(r"\{\{[^{}\n]{1,70}\}\}|\$\{[^{}\n]{1,70}\}|\[[^\[\]\n]{2,50}\]")
_SIGNATURE = r"(?i:(?:authori[sz]ed )?(?:signature|signatory)|(?:authori[sz]ed )?sign(?:ed)? by)"
_OWN_LABEL = re.compile(
    r"^[ ]*(?i:for (?:the )?)?(?i:company|organi[sz]ation|firm|agency|our|office|studio|business|school|institute"
    r"|provider)"
    rf"(?:'s)?[ ]{_SIGNATURE}[ :_]*$",
    re.MULTILINE,
)
_OTHER_LABEL = re.compile(
    r"^[ ]*(?i:buyer|client|customer|purchaser|subscriber|advertiser|student|applicant|member)"
    rf"(?:'s)?[ ]{_SIGNATURE}[ :_]*$",
    re.MULTILINE,
)


def _signed_by(trade: str) -> re.Pattern[str]:
    """The line, cell or column on which the party of a trade signs."""
    ends = r"(?=[ ]*(?:[:_)\t]|$|[ ]{3}))"
    return re.compile(
        r"(?:^|(?<=\t)|(?<=[ ]{3}))[ ]*"
        rf"(?:(?i:{trade})(?:'s)?[ ]{_SIGNATURE}(?=[ ]*[:_])"
        rf"|(?i:(?:authori[sz]ed )?signature (?:of|by|for)|signed (?:by|for))[ ](?i:the )?(?i:{trade}){ends}"
        r"|(?i:(?:agreed|accepted|approved|confirmed)(?:[ ](?:and|&)[ ](?:agreed|accepted|approved|confirmed))?[ ]by)"
        rf"[ ]*:?[ ]*\(?(?i:the )?(?i:{trade}){ends})",
        re.MULTILINE,
    )


_BY_TRADE = {
    Role.BUYER: _signed_by("buyer|client|customer|purchaser"),
    Role.SELLER: _signed_by("seller|supplier|vendor|service provider|contractor|dealer"),
}
# Who writes a quotation signs it beside the customer.
_ISSUER = re.compile(
    r"(?:^|(?<=\t)|(?<=[ ]{3}))[ ]*(?i:(?:prepared|issued|offered|quoted|submitted)(?:[ ](?:and|&)[ ]\w+)?[ ]by)"
    r"(?=[ ]*(?:[:_(\t]|$|[ ]{3}))",
    re.MULTILINE,
)
_SIGNATORY = re.compile(
    r"^[ (]*(?i:authori[sz]ed (?:signatory|signature)(?:[ ](?:and|&)[ ](?:stamp|seal|date))?)[ ):_]*$", re.MULTILINE
)
# FOR THE BUYER, FOR THE GROWER: of two lines the one is the other party's, by whatever word.
_FOR_THE = re.compile(
    r"^[ ]*(?i:(?:signed )?for (?:and on behalf of )?the)[ ](?P<who>[A-Za-z]+(?:[ ][A-Za-z]+)?)[ ]*:?[ _]*$",
    re.MULTILINE,
)
_NO_PARTY = re.compile(r"(?i)guarantors?|witness\w*|banks?|platform|notary|purposes?|parties|agent|court|avoidance\b.*")
# "For Alder Works." under the terms of a quotation: who issues it, and whom its bank details or its prices name.
_FOR_NAME = re.compile(
    r"^[ ]*(?:For|FOR)[ ](?:M/s\.?[ ])?(?P<name>[A-Z][\w&'-]*(?:[ .]{1,2}[A-Z(&][\w&'().-]*){0,6})[ ]*[.,]?[ ]*$",
    re.MULTILINE,
)
_BEFORE_PAYEE = re.compile(
    r"(?i)(?:\b(?:paid|payable|payments?|remitted) to|\bin favou?r of"
    r"|\b(?:account|a/c|beneficiary|payee) name|^[ ]*name"
    r"|\b(?:beneficiary|payee))[ \t]*[:\-\u2013]?[ \t]*(?:m/s\.?[ ])?$",
    re.MULTILINE,
)
# Who accepts an offer at its foot is the customer.
_ACCEPTS = re.compile(
    r"(?i)\b(?:I/we|we/I|I|we)[ ,]+(?:(?:the undersigned|hereby|have read|understood?|and|fully|agree to|do)[ ,]+){0,5}"
    r"(?:accept|agree (?:to|with)|approve|confirm (?:my |our )?acceptance of)[ ](?:and \w+ )?"
    r"(?:the|this|these|your|all|above)"
    r"[ ](?:\w+[ ]){0,3}?(?:proposal|quotation|quote|estimate|offer|terms|fees?|scope|conditions)\b"
)
_ONE_SIGNATURE = re.compile(
    r"(?:^|(?<=[\t ]{2}))[ ]*(?i:(?:authori[sz]ed )?(?:signature|signed)(?: by)?)[ ]*(?::|_{4})[ _.]*"
    r"(?=$|[\t ]*(?i:date|name))",
    re.MULTILINE,
)
_ACCEPT_REACH = 500
_TO_SIGN = re.compile(r"_{4,}|\b(?:By|Date|Signature|Signed|Name|Title)\b")
_NEAR = 80
_LATE = 0.45
_PAIR_REACH = 420
_TWO = 2


def by_field_or_label(text: Text, parties: Parties, role: Role) -> tuple[int, int] | None:
    """The place of a party that neither its word nor its name marks; None where there is none."""
    return _by_field(text, parties, role) or _beside_client(text, parties, role) or _alone(text, role)


def by_trade(text: Text, role: Role) -> tuple[int, int] | None:
    """The line that a buyer or a seller of any name signs on: "Client signature: ____"; None where there is none."""
    late = int(len(text.text) * _LATE)
    match = _BY_TRADE[role].search(text.text, late)
    if match is None and role is Role.SELLER and (buyer := _BY_TRADE[Role.BUYER].search(text.text, late)) is not None:
        match = _ISSUER.search(text.text, max(late, buyer.start() - _PAIR_REACH), buyer.end() + _PAIR_REACH)
    if match is not None:
        return match.span()
    return _accepting(text, late) if role is Role.BUYER else _issuing(text, late)


def for_the_other(text: Text, parties: Parties, role: Role) -> tuple[int, int] | None:
    """The line "for the …" that is one party's because the only other such line is the other's."""
    lines = [
        match
        for match in _FOR_THE.finditer(text.text, int(len(text.text) * _LATE))
        if _NO_PARTY.fullmatch(match["who"]) is None
    ]
    by_role = {parties.role_of(line["who"]): line for line in lines}
    if len({line["who"].lower() for line in lines}) != _TWO or len(by_role) != _TWO or None not in by_role:
        return None
    return by_role[None].span() if role not in by_role else None


def _accepting(text: Text, late: int) -> tuple[int, int] | None:
    """The one line to sign on below the words by which the customer accepts an offer."""
    for accepts in _ACCEPTS.finditer(text.text, late // 2):
        found = list(_ONE_SIGNATURE.finditer(text.text, accepts.end(), accepts.end() + _ACCEPT_REACH))
        if len(found) == 1:
            return found[0].span()
    return None


def _issuing(text: Text, late: int) -> tuple[int, int] | None:
    """The line on which who issues a paper signs it by name, if that is the name its payments go to."""
    for line in _FOR_NAME.finditer(text.text, late):
        if _names_payee(text, line["name"].rstrip(".").lower()):
            return line.span()
    return None


def _names_payee(text: Text, name: str) -> bool:
    at = 0
    lowered = text.text.lower()
    while (at := lowered.find(name, at)) >= 0:
        if _BEFORE_PAYEE.search(text.text, max(0, at - _NEAR), at) is not None:
            return True
        at += 1
    return False


def _by_field(text: Text, parties: Parties, role: Role) -> tuple[int, int] | None:
    """Where the field that stands for a party's name stands again among the lines to sign on."""
    party = parties.first(role)
    if party is None or not party.name_blank:
        return None
    for field in (field for item in party.evidence for field in _FIELD.findall(item.quote)):
        at = text.text.rfind(field)
        end = at + len(field)
        if at > len(text.text) * _LATE and _TO_SIGN.search(text.text, at - _NEAR, min(len(text.text), end + _NEAR)):
            return at, end
    return None


def _beside_client(text: Text, parties: Parties, role: Role) -> tuple[int, int] | None:
    """ "Company signature" beside "Client signature": the seller's, whatever it is called in the text."""
    if role is not Role.SELLER or parties.first(Role.BUYER) is None:
        return None
    own, other = _OWN_LABEL.search(text.text), _OTHER_LABEL.search(text.text)
    if own is None or other is None or abs(own.start() - other.start()) > _PAIR_REACH:
        return None
    return own.span()


def _alone(text: Text, role: Role) -> tuple[int, int] | None:
    """The one "Authorised signatory" at the end of an order or a quotation: whoever writes it signs it."""
    if sender_of(text) is not role:
        return None
    found = list(_SIGNATORY.finditer(text.text, int(len(text.text) * _LATE)))
    return found[0].span() if len(found) == 1 else None
