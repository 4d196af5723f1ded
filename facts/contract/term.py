"""How long a contract runs: the day it ends, or the clause that says so without naming a day."""

from __future__ import annotations

from collections.abc import Iterator

from ...values import Reason
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..quantities.dates import find_blank_dates
from ..text import Stretch, Text
from .sign_date import dates_in

_END = re.compile(
    r"(?:至|到|截止(?:至|到)?|有效期(?:至|到|为至)?)(?P<until>[^。;\n,至]{2,24}?)(?:止|终止|届满|为止|24时"
    r"|[。,;\n])|\b(?i:expires?|until|through|ends?|ending"
    r"|terminate)\s+(?:and including\s+)?(?:on\s+)?(?P<en>[A-Z0-9][^.;\n]{4,30})"
)
_LINE = re.compile(
    r"^[ ]*(?:\d{1,2}(?:\.\d{1,2})?\.?[ ]+)?(?i:(?:contract )?(?:end|expiry|expiration|termination) date)[ ]*[:\t][ ]*",
    re.MULTILINE,
)
_RANGE_LINE = re.compile(
    r"^[ ]*(?:\d{1,2}(?:\.\d{1,2})?\.?[ ]+)?(?i:(?:initial |contract )?(?:term|period"
    r"|duration)(?: of (?:this )?(?:agreement"
    r"|contract))?)[ ]*[:\t](?=[^\n]{6,30}?\b(?:to|until|through|and)\b|[^\n]{6,30}?[-–])",
    re.MULTILINE,
)
_CONTEXT = re.compile(
    r"有效期|期限|合同期|服务期|合作期|期间|止|届满|(?i:term|expire|th(?:is|e) (?:agreement|contract))"
)
_OTHER_TERM = re.compile(r"质保|保修|保证期|付款|价格|单价|(?i:warrant|payment|price|confidential|surviv|invoice)")
_OTHER_PAPER = re.compile(
    r"\b(?:guarant(?:ee|y)|bonds?|insurance|polic(?:y|ies)|letters? of credit|L/C|quotation|offer|certificate|permit"
    r"|moratorium)\b|保函|保证期间?|担保期间?|保险|信用证|报价|要约|承兑",
    re.IGNORECASE,
)
_OWN_PAPER = re.compile(r"\b(?:agreement|contract|term|arrangement)\b|合同|协议|合作", re.IGNORECASE)
_PAPER = r"(?i:agreement|contract|lease|licen[cs]e|appointment|engagement|arrangement|promotion|subcontract)"
# What says how long a paper runs, the plainest first.
_TERM_EN = (
    re.compile(
        r"\b(?i:(?:initial |original )?(?:term|duration|period) of (?:this|the|that"
        r"|such))\s+(?:[\w'-]+\s+){0,4}?" + _PAPER
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
    re.compile(r"\b(?:The|the|Said|said|initial|Initial) [\"']?(?:(?:Initial|Contract|Agreement|Original) )?(?:Term"
        r"|TERM|(?<=Contract )Period|(?<=The )term)[\"']?(?:[ )]+of this \w+)?"
        r"\s+(?i:shall|will|is|begins|commences|runs)\b"),
    re.compile(r"[\"'](?:Initial |Contract )?(?:Term|TERM|Contract Period)[\"']\s+(?i:means|shall mean|is)\b"),
    re.compile(r"^[ ]*(?:\d{1,2}(?:\.\d{1,2})?\.?[ ]+)?"
        r"(?:Term|TERM|Duration|DURATION|Contract (?:Term|Period))[ ]*:(?=[ ]*\S)",
        re.MULTILINE),
    re.compile(r"\b(?i:franchise|licen[cs]e|distributorship|agency|appointment)\s+(?:\w+\s+){0,3}?(?i:is|are|shall be)"
        r"\s+(?:\w+\s+){0,2}?(?i:for an? (?:initial )?(?:term|period) of)\b"),
    re.compile(r"\b(?i:shall be effective|has a duration|have a duration|effective for"
        r"|in (?:full )?force(?: and effect)?|in effect) (?i:for|until|on|of)\b"),
)  # fmt: skip
_TERM_ZH = re.compile(
    r"(?:本)?(?:合同|协议|合作|服务|租赁|经销|授权|代理|供货)(?:的)?(?:有效)?(?:期限|期"
    r"|有效期)[^。;\n]{0,12}?(?:为|是|共|自|从|:)"
    r"[^。;\n]{0,40}?(?:年|个?月|日|天|止)"
)
_LENGTH = re.compile(
    r"(?i:\byears?\b|\bmonths?\b|\bdays?\b|\bweeks?\b|\buntil\b|\bthrough\b|\banniversar|\bterminated\b|\bexpir"
    r"|\bindefinite|\bperpetual"
    r"|\bduration\b)|\b(?:19|20)\d\d\b"
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
    for match in (*_LINE.finditer(text.text), *_END.finditer(text.text)):
        fact = _dated(text, match, name)
        if fact is not None:
            return fact
    for match in _RANGE_LINE.finditer(text.text):
        found = dates_in(text, match.end(), text.line_at(match.end()).end)
        if len(found) == 2 and found[0].value < found[1].value:
            return stated(name, found[1].value, *text.evidence(match.start(), found[1].end, name))
    clause = next(_clauses(text), None)
    if clause is None:
        return absent(name)
    return unknown(name, Reason.NOT_COMPUTABLE, *text.evidence(clause.start, clause.end, name))


def _dated(text: Text, match: re.Match[str], name: str) -> Fact | None:
    groups = match.groupdict()
    if not groups:
        found = dates_in(text, match.end(), text.line_at(match.end()).end)
        return stated(name, found[0].value, *text.evidence(match.start(), found[0].end, name)) if found else None
    sentence = text.sentence_at(match.start())
    if not _CONTEXT.search(sentence.text) or _OTHER_TERM.search(sentence.text):
        return None
    if _of_another_paper(sentence.text[: match.start() - sentence.start]):
        return None
    group = "until" if groups["until"] else "en"
    if group == "en" and (_CONDITION.match(sentence.text) or "means" in sentence.text[:60]):
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
        scored = sorted((-_plainness(sentence.text), start) for start, sentence in found.items())
        yield from (found[start] for score, start in scored if -score >= _PLAIN)
    if text.language != "en":
        for match in _TERM_ZH.finditer(text.text):
            sentence = text.sentence_at(match.start())
            if not _OTHER_TERM.search(sentence.text):
                yield sentence
