"""English words for the place of delivery and for the passing of risk."""

from __future__ import annotations

from .. import regexes as re

# Both spellings of a trade term; a term alone is named with its place.
TERM = r"(?:EXW|FCA|FAS|FOB|F\.O\.B\.|CFR|CIF|C\.I\.F\.|CIP|CPT|DAP|DPU|DAT|DDP)"
_SPOT = (
    r"(?:warehouses?|yard|depot|stores?|factory|works|plant|site|jobsite|premises|offices?|facilit(?:y|ies)|dock"
    r"|terminal|mill|laborator(?:y|ies)|business address|place of business|delivery address|location)"
)
# Other things of the same letters: 21 CFR Part 4, FAS Support, DATED.
NO_TERM = r"(?![A-Za-z])(?<!\d CFR)(?! Part\b| Support\b| §)"
# A label with what is written behind it.
LABEL = (
    r"\b(?i:(?:place|point|port|address) (?:of|for) (?:delivery|destination|discharge|receipt)|(?:delivery|ship(?:ping"
    r"|ment)?)[ -](?:address|point|place|location|site|destination)|(?:deliver(?:ed)?|ship(?:ped)?)[ -]to"
    r"|destination)\s?[:\t]\s?"
)
# Where the goods go or are fetched, by a spot of a party's or by an address.
SPOT = (
    rf"\b(?i:deliver(?:s|ed|y|ies)?|ship(?:s|ped|ment)?|bring|brings|brought|unload(?:s|ed)?|handed over)\b"
    rf"[^.;]{{0,60}}?\b(?:to|at) (?:the )?(?:[\w&]+ ){{0,2}}?[\w&]+(?:'s|s') (?:\w+ ){{0,2}}?{_SPOT}\b"
    r"|\b(?i:unload(?:s|ed)?|handed over|made available)\b[^.;]{0,40}?\bat (?:the )?(?:port|airport|terminal"
    r"|warehouse|site|station) (?:of|in|at) [A-Z]"
    rf"|\b(?i:collect(?:s|ed|ion)?|pick(?:s|ed)?[ -]?up|fetch(?:es|ed)?|available)\b[^.;]{{0,60}}?\b(?:from|at) "
    rf"(?:the )?(?:[\w&]+ ){{0,2}}?[\w&]+(?:'s|s') (?:\w+ ){{0,2}}?{_SPOT}\b"
    r"|\b(?i:deliver(?:s|ed|y|ies)?|ship(?:s|ped)?)\b[^.;]{0,50}?\b(?:to|at) \d{1,5}[A-Za-z]?,? [A-Z][a-z]+"
    r"|\b(?:ex works|ex factory|ex warehouse),? (?:the )?(?:[\w&]+(?:'s|s') |[A-Z][a-z]+)"
)
_PAPERS = re.compile(
    r"(?i)\b(?:notices?|communications?|correspondence|invoices?|statements?|cop(?:y|ies)|requests?|certificates?"
    r"|payments?|consents?|counterparts?|demands?|documents?|in writing|hereunder)\b"
)
_BY_WIRE = re.compile(r"(?i)\b(?:fax|facsimile|e-?mail|personal delivery)\b")
_BEFORE, _BEHIND = 60, 20
_MOMENT = r"(?:from|until|upon|on|after|once|when|as soon as|till|at the (?:time|moment|point))"
RISK = (
    rf"\brisks?\b[^.;]{{0,60}}?\b(?:is|are|be|lies?|rests?|stays?|vests?|sits?|falls?|moves?|remains?) (?:with|on"
    rf"|upon|for)\b[^.;]{{0,60}}?\b{_MOMENT}\b"
    rf"|\bat (?:the )?(?:sole |entire )?risk of (?:the )?\w+\b[^.;]{{0,40}}?\b(?:once|till|as soon as)\b"
    rf"|\bat (?:the )?(?:\w+'s|your|our|their|its) (?:sole |entire )?risk\b[^.;]{{0,40}}?\b(?:once|till|as soon as)\b"
    rf"|\b(?:assumes?|takes?|carr(?:y|ies)|bears?) (?:all |the |any |every )?(?:\w+ )?risks? (?:of (?:loss|damage)"
    rf"|in the goods)\b[^.;]{{0,60}}?\b{_MOMENT}\b"
    rf"|\b(?:goods|products?|equipment|items|material)\b[^.;]{{0,40}}?\b(?:are|is|become|be) (?:at )?(?:your|our"
    rf"|\w+'s) (?:responsibility|risk)\b[^.;]{{0,30}}?\b{_MOMENT}\b"
    r"|\b(?:from|until|upon|on|after|once) (?:the )?(?:delivery|shipment|dispatch|handover|receipt|collection)\b"
    r"[^.;]{0,60}?\brisks? (?:of (?:loss|damage)|in the goods)\b"
    r"|\bdelivery and risk\b[^.;]{0,60}?\b(?:occur|deemed|pass|take place)"
    r"|\b(?:point|moment|time) (?:of|at which) (?:the )?risk\b[^.;]{0,40}?\b(?:pass|transfer)"
)


def is_of_papers(words: str, place: re.Match[str]) -> bool:
    """Whether what goes to a place is a notice or another paper, not the goods."""
    start, end = place.span()
    return (
        _PAPERS.search(words, max(0, start - _BEFORE), start) is not None
        or _BY_WIRE.search(words, max(0, start - _BEHIND), min(len(words), end + _BEHIND)) is not None
    )
