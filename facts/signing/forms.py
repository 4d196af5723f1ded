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
_SIGNATORY = re.compile(
    r"^[ (]*(?i:authori[sz]ed (?:signatory|signature)(?:[ ](?:and|&)[ ](?:stamp|seal|date))?)[ ):_]*$", re.MULTILINE
)
_TO_SIGN = re.compile(r"_{4,}|\b(?:By|Date|Signature|Signed|Name|Title)\b")
_NEAR = 80
_LATE = 0.45
_PAIR_REACH = 420


def by_field_or_label(text: Text, parties: Parties, role: Role) -> tuple[int, int] | None:
    """The place of a party that neither its word nor its name marks; None where there is none."""
    return _by_field(text, parties, role) or _beside_client(text, parties, role) or _alone(text, role)


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
