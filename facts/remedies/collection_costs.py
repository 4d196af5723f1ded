"""The costs of collecting a debt in English, and the words by which the buyer or who is in breach bears them."""

from __future__ import annotations

from itertools import islice

from .. import regexes as re
from ..roles import Parties, Role
from .sides import actor, with_pronouns

COSTS_EN = re.compile(
    r"(?:costs?(?:,| and) (?:charges|fees|expenses)[^.;]{0,40}? (?:of|in) (?:collecti\w+|recover\w+|enforc\w+)"
    r"|(?:costs?|expenses?|fees?|disbursements) (?:\w+ ){0,5}?(?:of|in|for|from|by|to|with) (?:(?:any|the|its|such"
    r"|attempt\w*|seeking to"
    r"|obtaining|pursuing|respect of|connection with|relation to|\w+(?:'s)?) ){0,4}?(?:collect\w*|recover\w*"
    r"|enforc\w+|debt recovery"
    r"|debt collection|obtaining payment|pursuing payment)"
    r"|(?:collection|recovery) (?:agency )?(?:and \w+ )?(?:costs?|expenses?|fees?|charges?)|debt (?:collect\w+"
    r"|recovery)|(?:collection|collecting) agenc\w+|(?:extra-?judicial|out-of-court) (?:\w+ )?costs"
    r"|instructing (?:a |its )?(?:solicitors?|lawyers?|attorneys?|counsel)"
    r"|(?:legal|solicitors?'?s?|counsel(?:'s)?|lawyers?'?s?|attorneys?'?s?'?)(?:,"
    r"| and)(?: and)? (?:\w+ ){1,3}(?:fees?"
    r"|costs?|expenses?)"
    r"|(?:attorneys?'?s?'?|lawyers?'?s?|advocates?'?s?|legal|solicitors?'?s?|counsel(?:'s)?|judicial) (?:fees?|costs?"
    r"|expenses?|charges)"
    r"|costs? (?:of|for) (?:any |all |the |such )?(?:legal|court|judicial|enforcement|recovery|suit|action|litigation)"
    r"|(?:court|legal|litigation) (?:filing )?(?:costs|fees)|reasonable (?:attorneys?|legal)\b|enforcement costs"
    r"|fees? of (?:its |any |the )?(?:attorneys?|counsel|lawyers|solicitors)|(?:reminder|recovery"
    r"|dunning) (?:and \w+ )?(?:costs|fees)"
    r"|legal and(?:/or)? other (?:costs?|expenses?))",
    re.IGNORECASE,
)
_IN = r"(?:[^.;]|\.(?=\d))"
# Who signs an application for credit is the buyer, by whatever name.
_BEARER = (
    r"(?:{buyer}|\b(?:undersigned|applicant|debtor|account holder|I/we|we/I)\b"
    r"|(?<![\w.])I(?= (?:\w+ ){{0,2}}(?:agree|undertake|shall|will))"
    r"|\b(?:breaching|defaulting|losing|unsuccessful|non-prevailing|non-paying|late-paying|culpable) part(?:y|ies)"
    r"|\bparty (?:in (?:breach|default)|at fault|failing to pay|that (?:loses|breaches|defaults))|\b(?:owing"
    r"|paying) party)"
)
_WINNER = r"\b(?:prevailing|successful|non-?breaching|non-?defaulting|winning|innocent|aggrieved)(?: part(?:y|ies))?\b"
# In front of the costs, up to them: the buyer reimburses …, the prevailing party is entitled to ….
_LEADS_TO = re.Template(
    rf"{_BEARER}\b[^.;]{{{{0,160}}}}?\b(?:pays?|reimburses?|bears?|refunds?|compensates?|liable|liability for"
    rf"|responsible for|indemnif(?:y|ies)|owes?|cover|charged"
    rf"|incur)\b{_IN.replace('{', '{{').replace('}', '}}')}{{{{0,260}}}}$"
    rf"|{_WINNER}[^.;]{{{{0,120}}}}?\b(?:entitled|recover\w*|awarded|receive|reimbursed)\b[^.;]{{{{0,140}}}}$"
    r"|\bsubstantially prevails\b[^.;]{{0,160}}$"
    r"|\b(?:interest|overdue|past due|unpaid)\b[^.;]{{0,120}}?\b(?:plus|together with|as well as|in addition to"
    r"|and|including)\b[^.;]{{0,40}}$"
    r"|(?:{seller}|\bwe|\bcreditor)\b[^.;]{{0,90}}?\b(?:recover|entitled to|reimbursed|claim|charge|add|assess"
    r"|seek|collect|compensation for|rights? to)\b[^.;]{{0,160}}$",
    re.IGNORECASE,
)
# Behind the costs: … are borne by the Buyer, … follow the event.
_FOLLOWS = re.Template(
    rf"{_IN.replace('{', '{{').replace('}', '}}')}{{{{0,300}}}}?{_BEARER}[^.;]{{{{0,60}}}}?\b(?:pay|liable for"
    rf"|reimburse|bear"
    r"|indemnify|responsible for)\b[^.;]{{0,120}}?\b(?:such|these|those|the same|all) (?:\w+ ){{0,2}}(?:costs?"
    r"|expenses?|fees?"
    r"|charges)\b"
    r"|[^.;]{{0,80}}?\bfollows? the event"
    r"|[^.;]{{0,60}}?\b(?:to|by) the (?:prevailing|successful|winning)"
    r"|[^.;]{{0,60}}?\b(?:is|are|shall be|will be) (?:for|at|to) (?:the )?(?:{buyer}|debtor)(?:'s)? (?:account"
    r"|expense|cost|charge)"
    r"|[^.;]{{0,60}}?\b(?:for the account of|at the expense of|charged to|chargeable to|added to|passed on to"
    r"|recoverable from"
    r"|debited to|payable by|the responsibility of) (?:the )?(?:{buyer}|debtor|amount|balance|debt|sum|account|invoice)"
    r"|[^.;]{{0,80}}?\b(?:borne|paid|payable|reimbursed|met|covered) by (?:the )?(?:{buyer}|debtor|applicant"
    r"|account holder"
    r"|undersigned|party in (?:default|breach)|(?:breaching|defaulting|losing|unsuccessful|non-prevailing))",
    re.IGNORECASE,
)
# Lawyers who draw up the contract are nobody's costs of enforcing it.
_MAKING = re.compile(
    r"\b(?:negotiat|(?<!in )preparation|draft|execution and delivery|due diligence|trade ?mark|patent|prosecution)\w*",
    re.IGNORECASE,
)
_CLAIMS = re.compile(r"\b(?:claims?|recover|charge|demand|be reimbursed)\b[^.;]{0,120}$", re.IGNORECASE)
# Under the buyer's default it needs no name: "collection costs will be charged".
_CHARGED = re.compile(
    r"[^.;]{0,60}?\b(?:will|shall|may|are|is) (?:also |then |additionally )?(?:be )?(?:charged|added|claimed|payable"
    r"|recoverable|invoiced|due)\b(?! (?:by|to) (?:the )?(?:seller|supplier|us)\b)",
    re.IGNORECASE,
)
_REACH = 480
"""Characters in front of the costs in which their bearer is looked for."""
_MOST_IN_A_SENTENCE = 4


def borne(parties: Parties, words: str, lead: str | None = None) -> tuple[int, int] | None:
    """Where a sentence lays the costs of collecting on the buyer or on who is in breach, as start and end.

    `lead`, also empty, says that the sentence is under the buyer's default, and are the words in front of its list:
    what is claimed or charged there is claimed from the buyer.
    """
    spoken = with_pronouns(parties)
    before, after = (each.filled(buyer=spoken.buyer, seller=spoken.seller) for each in (_LEADS_TO, _FOLLOWS))
    for costs in islice(COSTS_EN.finditer(words), _MOST_IN_A_SENTENCE):
        if _MAKING.search(words, max(0, costs.start() - 60), costs.end() + 60) is not None:
            continue
        low = max(0, costs.start() - _REACH)
        led = before.search(words, low, costs.start())
        if led is not None:
            return led.start(), costs.end()
        behind = after.match(words, costs.end())
        if lead is not None:
            claimed = _CLAIMS.search(words, low, costs.start())
            if claimed is not None and actor(spoken, lead + words, len(lead) + claimed.start()) is not Role.BUYER:
                return claimed.start(), costs.end()
            behind = behind or _CHARGED.match(words, costs.end())
        if behind is not None:
            return costs.start(), behind.end()
    return None
