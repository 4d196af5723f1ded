"""How long a contract runs: the day it ends, or the clause that says so without naming a day."""

from __future__ import annotations

from collections.abc import Iterator

from ...values import Reason
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..quantities.dates import find_blank_dates
from ..text import Stretch, Text
from .heading_dates import dates_in

_END = re.compile(
    r"(?:至|到|截止(?:至|到)?|有效期(?:至|到|为至)?)(?P<until>[^。;\n,至]{2,24}?)(?:止|终止|届满|为止|24时"
    r"|[。,;\n])|\b(?i:expires?|expiring|until|through|ends?|ending"
    r"|concludes?|concluding|terminates?|terminating)\s+(?:and including\s+)?(?:on\s+)?(?P<en>[A-Z0-9][^.;\n]{4,30})"
)
_LINE = re.compile(
    r"^[ ]*(?:\d{1,2}(?:\.\d{1,2})?\.?[ ]+)?(?:(?:[A-Z][a-z]+ ){0,3}(?:Agreement|Contract) )?"
    r"(?i:(?:contract |original |initial |scheduled |final )?(?:end|expiry|expiration|termination|ending) date"
    r"(?: of (?:this |the )?(?:agreement|contract|term))?(?: (?:and|&|/) [a-z ]{3,30})?)[ ]*[:\t][ ]*",
    re.MULTILINE,
)
# The term is two years from 1 May 2013 to 30 April 2015.
_FROM_TO = re.compile(
    r"\b(?i:term|duration|validity|valid|in force|in effect|(?:contract|agreement|cooperation|services?|engagement"
    r"|subscription|licen[cs]e|rental|lease|hire|initial|sponsorship) period"
    r"|period of (?:this|the) (?:agreement|contract|engagement|appointment))\b[^.;\n]{0,120}?"
    r"\b(?i:from|commencing (?:on|as of)|beginning(?: on)?)\s+[A-Z0-9][^.;\n]{5,24}?(?:,\s*)?(?:(?:19|20)\d\d,?\s+)?"
    r"(?i:to|through|until|till|and ending (?:on)?)\s+"
    r"(?:and including\s+)?(?P<till>[A-Z0-9][^.;\n]{4,30})"
)
_RANGE_LINE = re.compile(
    r"^[ ]*(?:\d{1,2}(?:\.\d{1,2})?\.?[ ]+)?(?i:(?:initial |contract )?(?:term|period"
    r"|duration)(?: of (?:this )?(?:agreement"
    r"|contract))?)[ ]*[:\t](?=[^\n]{6,30}?\b(?:to|until|through|and)\b|[^\n]{6,30}?[-–])",
    re.MULTILINE,
)
_CONTEXT = re.compile(
    r"有效期|期限|合同期|服务期|合作期|期间|止|届满|(?i:term|expire|th(?:is|e) (?:agreement|contract|appointment"
    r"|engagement|sponsorship|subscription)|(?:fixed|initial|contract) period)"
)
_OTHER_TERM = re.compile(
    r"质保|保修|保证期|付款|价格|单价|(?i:warrant|payment|price|confidential|surviv|invoice|exclusivity)"
)
_OTHER_PAPER = re.compile(
    r"\b(?:guarant(?:ee|y)|bonds?|insurance|polic(?:y|ies)|letters? of credit|L/C|quotation|offer|certificate|permit"
    r"|moratorium)\b|保函|保证期间?|担保期间?|保险|信用证|报价|要约|承兑",
    re.IGNORECASE,
)
_OWN_PAPER = re.compile(r"\b(?:agreement|contract|term|arrangement)\b|合同|协议|合作", re.IGNORECASE)
_PAPER = (
    r"(?i:agreement|contract|lease|licen[cs]e|appointment|engagement|arrangement|promotion|subcontract|sponsorship"
    r"|subscription|consultancy|tenancy|cooperation)"
)
# What says how long a paper runs, the plainest first.
_TERM_EN = (
    re.compile(
        r"\b(?i:(?:initial |original )?(?:term|duration|period) of (?:this|the|that"
        r"|such|[a-z]+'s))\s+(?:[\w'-]+\s+){0,4}?" + _PAPER
        + r"[^.;]{0,60}?\b(?i:shall|will|is|commences?|begins?|be|runs?)\b"
    ),
    re.compile(
        r"\b[Tt]h(?:is|e)\s+(?:[\w'-]+\s+){0,4}?" + _PAPER + r"\b[^.;]{0,160}?\b(?i:shall|will|is)\s+(?i:\w+\s+){0,2}?"
        r"(?i:commence|begin|take effect|become effective|be effective|come into (?:force|effect)|remain"
        r"|continue|expire|terminate on"
        r"|end on|be valid|valid|run|last|effective|have an? (?:initial )?(?:term|duration)"
        r"|be for an? (?:initial )?(?:term|period)|for an? (?:initial )?(?:term|period))\b"
    ),
    re.compile(
        r"\b[Tt]h(?:is|e)\s+(?:[\w'-]+\s+){0,4}?" + _PAPER + r"\b[^.;]{0,80}?\b(?i:commences|begins|takes effect"
        r"|becomes effective|comes into (?:force|effect)|remains in|continues|expires|terminates on|ends on|runs"
        r"|lasts)\b"
    ),
    re.compile(r"\b(?:The|the|Said|said|initial|Initial) [\"']?(?:(?:Initial|Contract|Agreement|Original|Cooperation"
        r"|Services?|Supply|Subscription|Licen[sc]e|Lease|Rental|Hosting|Engagement|Sponsorship|Distribution) )?(?:Term"
        r"|TERM|(?<=Contract )Period|(?<=The )term|(?<=effective )term|(?<=[Ii]nitial )term)[\"']?"
        r"(?:[ )]+(?:of (?:this|the) \w+|hereof|hereunder))?\s+"
        r"(?i:shall|will|is|begins|commences|runs|expires|ends)\b"),
    re.compile(r"[\"'](?:Initial |Contract )?(?:Term|TERM|Contract Period)[\"']\s+(?i:means|shall mean|is)\b"),
    re.compile(r"^[ ]*(?:\d{1,2}(?:\.\d{1,2})?\.?[ ]+)?"
        r"(?:Term|TERM|Duration|DURATION|Contract (?:Term|Period))[ ]*:(?=[ ]*\S)",
        re.MULTILINE),
    re.compile(r"\b(?i:franchise|licen[cs]e|distributorship|agency|appointment|maintenance|subscription|services?|hosting"
        r"|engagement|retainer)\s+(?:\w+\s+){0,3}?(?i:is|are|shall be)"
        r"\s+(?:\w+\s+){0,2}?(?i:for an? (?:initial )?(?:term|period) of)\b"),
    # The cooperation period between the parties is two years; the Services are for twelve months.
    re.compile(
        r"\b(?i:the (?:cooperation|services?|contract|agreement|engagement|subscription|validity|licen[cs]e|lease)"
        r" (?:term|period)(?: (?:between the parties|of (?:this|the) \w+))?) (?i:is|are|shall be|will be|runs)\b"
    ),
    re.compile(
        r"\b(?i:(?:provide|perform|render)\b[^.;]{0,40}?\bservices|engages?|appoints?|retains?|hires?)\b[^.;]{0,60}?"
        r"\b(?i:for an? (?:initial |fixed )?(?:term|period) of)\b(?![^.;]{0,40}\b(?i:after|following)\b)"
    ),
    # This Agreement ends at the earlier of two days, or with another one.
    re.compile(
        r"\b[Tt]h(?:is|e)\s+(?:[\w'-]+\s+){0,3}?" + _PAPER + r"\s+(?i:shall|will)\s+(?i:automatically\s+)?"
        r"(?i:terminate|expire|end)\s+(?i:automatically\s+)?(?i:on|upon|at)\s+"
        r"(?i:the\s+(?:earlie[rs]t?|later|latest) (?:of|to)"
        r"|(?:the\s+)?(?:termination|expiration|expiry)\s+of\s+(?:the|that)\s+(?!parties|term)[^.;]{0,40}?agreement)\b"
    ),
    re.compile(r"\b[Tt]h(?:is|e)\s+(?:[\w'-]+\s+){0,3}?" + _PAPER
        + r"\s+(?i:shall|will|is)\s+(?i:\w+\s+)?(?i:perpetual)\b"),
    re.compile(r"\b(?i:shall be effective|has a duration|have a duration|effective for"
        r"|in (?:full )?force(?: and effect)?|in effect) (?i:for|until|on|of)\b"),
)  # fmt: skip
_TERM_ZH = re.compile(
    r"(?:本)?(?:合同|协议|合作|服务|租赁|经销|授权|代理|供货)(?:的)?(?:有效)?(?:期限|期"
    r"|有效期)[^。;\n]{0,12}?(?:为|是|共|自|从|:)"
    r"[^。;\n]{0,40}?(?:年|个?月|日|天|止)"
)
_LENGTH = re.compile(
    r"(?i:\byears?\b|\bmonths?\b|\bdays?\b(?! of)|\bweeks?\b|\buntil\b|\bthrough\b|\banniversar|\bterminated\b|\bexpir"
    r"|\bindefinite|\bperpetual"
    r"|\bduration\b|\b(?:to|ending|conclud\w+|terminat\w+)\b[^.;]{0,30}?\b(?:19|20)\d\d\b|\brevoked\b"
    r"|\bco-?terminous\b|\bearlie[rs]t? (?:of|to)\b|\blatest? of\b"
    r"|\b(?:during|throughout) the term of\b|\b(?:so|as) long as\b)"
)
_ELSEWHERE = re.compile(
    r"(?i:warrant(?:y|ies)|confidential|surviv|non-?compet|invoice|insurance|purchase price|per annum|audit"
    r"|records for)"
)


def read_end(text: Text) -> Fact:
    """`contract.end_date`; of a term told by its length alone `unknown(not_computable)`, the clause as evidence.

    "Five years from the first purchase" ends on a day, but no reading of the paper alone tells which.
    """
    name = "contract.end_date"
    clause = next(_clauses(text), None)
    for match in (*_LINE.finditer(text.text), *_END.finditer(text.text), *_FROM_TO.finditer(text.text)):
        fact = _dated(text, match, name)
        if fact is not None and clause is not None and not match.groupdict() and _REFERS.search(clause.text):
            return Fact(
                name,
                fact.state,
                fact.value,
                fact.reason,
                (*fact.evidence, *text.evidence(clause.start, clause.end, name)),
            )
        if fact is not None:
            return fact
    for match in _RANGE_LINE.finditer(text.text):
        found = dates_in(text, match.end(), text.line_at(match.end()).end)
        if len(found) == 2 and found[0].value < found[1].value:
            return stated(name, found[1].value, *text.evidence(match.start(), found[1].end, name))
    if clause is None:
        return absent(name)
    return unknown(name, Reason.NOT_COMPUTABLE, *text.evidence(clause.start, clause.end, name))


def _dated(text: Text, match: re.Match[str], name: str) -> Fact | None:
    groups = match.groupdict()
    if not groups:
        found = dates_in(text, match.end(), text.line_at(match.end()).end)
        return stated(name, found[0].value, *text.evidence(match.start(), found[0].end, name)) if found else None
    sentence = text.sentence_at(match.start())
    if not (groups.get("till") or _CONTEXT.search(sentence.text)) or _OTHER_TERM.search(sentence.text):
        return None
    if _of_another_paper(sentence.text[: match.start() - sentence.start]):
        return None
    group = next(name for name in ("until", "till", "en") if groups.get(name))
    if group != "until" and (_CONDITION.match(sentence.text) or "means" in sentence.text[:60]):
        return None
    start, end = match.span(group)
    if found := dates_in(text, start, end if group == "until" else end + 4):
        return stated(name, found[0].value, *text.evidence(match.start(), max(match.end(), found[0].end), name))
    if group == "until" and find_blank_dates(text.text, start - 1, end + 2):
        return unknown(name, Reason.BLANK, *text.evidence(match.start(), match.end(), name))
    return None


def _of_another_paper(before: str) -> bool:
    """Whether what ends is a guarantee, an insurance or an offer, named later than the contract."""
    other, own = list(_OTHER_PAPER.finditer(before)), list(_OWN_PAPER.finditer(before))
    return bool(other) and (not own or own[-1].start() < other[-1].start())


def _with(text: Text, pattern: re.Pattern[str]) -> Iterator[Stretch]:
    for match in pattern.finditer(text.text):
        sentence = _whole(text, text.sentence_at(match.start()))
        near = match.end() - sentence.start + _NEAR
        if _LENGTH.search(sentence.text) and not _ELSEWHERE.search(sentence.text, 0, max(near, 0)):
            yield sentence


def _whole(text: Text, sentence: Stretch) -> Stretch:
    """A sentence with the lines it goes on in: broken by its page, a line begins with a small letter."""
    end = sentence.end
    while end - sentence.start < _LONGEST and _RUNS_ON.match(text.text, max(sentence.start, end - 2)) is not None:
        following = text.sentence_at(_RUNS_ON.match(text.text, max(sentence.start, end - 2)).end())  # type: ignore[union-attr]
        if following.end <= end:
            break
        end = following.end
    return Stretch(sentence.start, end, text.text[sentence.start : end])


_RUNS_ON = re.compile(r"[\w,)]?[ ]*\s*\n\s*(?=[a-z])")
_LONGEST = 900
_NEAR = 90


def _plainness(sentence: str) -> int:
    """How plainly a sentence tells the length of the whole contract; more is plainer."""
    forms = sum(pattern.search(sentence) is not None for pattern in _TERM_EN)
    early = any((match := pattern.search(sentence)) is not None and match.start() < _EARLY for pattern in _TERM_EN)
    return (
        2 * forms
        + 2 * early
        + 2 * (_BEGINS.search(sentence) is not None)
        + 2 * (_FIXED.search(sentence) is not None)
        - 5 * (_CONDITION.match(sentence) is not None)
        - 5 * (_NOT_LENGTH.search(sentence) is not None)
    )


def _told_elsewhere(sentence: str) -> int:
    """What a sentence loses that leaves the length to another paper, where another one tells it."""
    return 3 * (_REFERS.search(sentence) is not None)


_REFERS = re.compile(
    r"(?i:\b(?:set (?:forth|out)|specified|stated|indicated|described|provided) (?:in|on|at) (?:the )?(?:applicable )?"
    r"(?:exhibit|schedule|appendix|annex|attachment|order))"
)
_PLAIN = 4
_EARLY = 70
_BEGINS = re.compile(
    r"(?i:commence|begin|become effective|effective (?:as of|on)|date hereof|effective date"
    r"|date of (?:this|execution))"
)
_FIXED = re.compile(
    r"(?i:\b(?:for|of|is|have|be|until|extend|through)\b[^.;]{0,60}?\b(?:years?|months?|anniversary)\b|\buntil\b"
    r"|\bthrough\b|\bexpire)"
)
_CONDITION = re.compile(
    r"[\s\d.()a-z]{0,12}(?:If|In the event|In each|In no|Subsequent|Following|Except"
    r"|Upon|During|Either|Neither|Any|Notwithstanding|Each|No|For purposes"
    r"|After|All|Where|At any)\b"
)
_NOT_LENGTH = re.compile(
    r"(?i:during the (?:term|duration)(?! of (?:the|that|such) [A-Z\"])|shall not expire|held to be|upon (?:expiration"
    r"|termination)|failure to|renewal terms? (?:shall|will)|for any reason)"
)


def _clauses(text: Text) -> Iterator[Stretch]:
    """The sentences that tell how long the contract runs, those of the plainest wording first."""
    if text.language != "zh":
        found = {sentence.start: sentence for pattern in _TERM_EN for sentence in _with(text, pattern)}
        plain = {start: _plainness(sentence.text) for start, sentence in found.items()}
        scored = sorted((_told_elsewhere(found[start].text) - score, start) for start, score in plain.items())
        yield from (found[start] for _, start in scored if plain[start] >= _PLAIN)
    if text.language != "en":
        for match in _TERM_ZH.finditer(text.text):
            sentence = text.sentence_at(match.start())
            if not _OTHER_TERM.search(sentence.text):
                yield sentence
