"""When a contract was signed: in its heading or opening, else in its signature block, else at its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ...values import Reason
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..finding import agreed
from ..quantities.calendar_words import MONTH
from ..quantities.dates import find_ambiguous_dates, find_blank_dates, find_dates
from ..quantities.found import Found
from ..signing.zones import signature_zones
from ..text import Stretch, Text
from .blanks import find_blanks

_SIGN_LABEL = re.compile(
    r"(?:签[ ]*[订约署定字]|订[ ]*立|下[ ]*单|制[ ]*单|订货|合同|协议|立约|缔约)[ ]*(?:时[ ]*间|日[ ]*期)"
    r"(?![前后内之起])"
    r"|(?:签[订署]|订立|立约)于[ ]*:|签[订署约]日[ ]*(?=\d{4}年)"
    r"|(?:^|(?<=[\s│|\t]))日[ ]*期(?=[ ]*(?:[:_]|Date|\t))"
    r"|(?:^|(?<=[\s\t│|]))(?:Date|DATE|(?:Agreement|Order|Contract|PO|P\.O\.|Signing|Execution) [Dd]ate"
    r"|(?:Place,? (?:and )?)?[Dd]ate of (?:[Tt]his )?"
    r"(?:[Aa]greement|[Cc]ontract|[Oo]rder|signing|signature|execution)|Place(?:,| and| /|/) ?[Dd]ate|Dated"
    r"|DATED)(?=[ ]?[:\t])"
    r"|(?:^|(?<=\n))[ ]*(?:DATED|Dated|dated|Signed)(?: this| as of| on)?(?=[ ]+\S)"
)
_SIGN_PROSE = re.compile(
    r"(?:双方|各方|甲乙双方|三方|买卖双方|(?:简称|称)[^。;\n]{0,6}\)|(?:本|此|该)[\u3400-\u9fff]{0,8}(?:合同"
    r"|协议|订单"
    r"|确认书)(?:书)?(?:\([^()\n]{0,24}\))?(?:由[^。;\n]{4,90}?)?)[ ]*于(?=[^。;]{0,90}?(?:签[订署定约]|订立|达成))"
    r"|\b(?i:this\s+(?:[\w&,'-]+\s+){0,7}?(?:agreement|contract|confirmation|lease|order"
    r"|addendum|amendment|deed|letter|statement of work|memorandum|indenture|subcontract|arrangement"
    r"|instrument))\b(?:[^.;]|(?<=No)\.){0,60}?\b(?i:made|entered|dated|executed|concluded|signed|effective)\b"
    r"|\b(?i:this\s+(?:[\w&'-]+\s+){0,4}?(?:agreement|contract|amendment|letter))\s+(?:\([^()\n]{1,40}\)\s+)?"
    r"is\s+(?i:by and )?(?=(?i:between|among)\b)"
    r"|\b(?i:agreement|contract)\b[^.;]{0,30}\b(?i:is made|is dated|dated the|dated|made the|is concluded"
    r"|dated as of|made as of|dated this)\b"
    r"|\b(?i:entered into|made|signed)(?i: and entered into)?(?:,? (?:in"
    r"|at) [A-Z][A-Za-z ]{2,20}?)?,?\s+(?i:as of|on|this)\b|(?i:effective date)[ ]?\t"
)
_PLACE = re.compile(
    r"签[字名章]|盖章|公章|[(]章[)]|\b(?:By|BY|Per|PER|Signature|SIGNATURE|Signed|SIGNED)\b|/s/|(?i:on behalf of)"
)
# At the end instead of the beginning: Done in two originals in Lyon, on 12 April 2018; Thus signed at Lusaka on this …
_SIGN_END = re.compile(
    r"\b(?:(?:Done|Executed|Signed|Thus done|DONE|EXECUTED|SIGNED|Made|Agreed)(?: and (?:signed|agreed|executed"
    r"|sealed|delivered))?"
    r"(?: in [\w ()]{2,40} (?:originals?|copies|counterparts))?,?(?: (?:at|in) [A-Z][\w. ,-]{2,30}?)?,? (?:on"
    r"|this|as of|dated))\b"
    r"|(?:签[订署]|订立|立约)(?:于|日期为)|(?:于|在)(?=[^。;\n]{6,16}(?:签[订署]|订立))"
)
# A line of a heading or a signature page that holds a date and at most a place: Moscow, 20 January 2020
_DATE_LINE = re.compile(r"^[ ]*(?:[A-Z][\w. -]{1,24},? ?(?:the )?|[\u3400-\u9fff]{2,8}[,:]?[ ]*)?$")
_TITLE_LINES = 14
_REACH = 90
_HEAD_EN = 4000
_PREAMBLE = 700
_PREAMBLE_END = re.compile(r"\bWHEREAS\b|\bRECITALS\b|\bWITNESSETH\b|\bWhereas\b|\b1\.\s")
# Rules that the text lost, and months with an open day: this day of , 19; November ___, 2006
_LOST_DAY = re.compile(
    rf"\bthis\s+day\s+of\s*,\s*(?:19|20)\d{{0,2}}|\b(?:this )?(?:_{{2,}}|\[[ _]*\])\s*day\s+of\s+(?:{MONTH}"
    rf"|_{{2,}}|\[[ _]*\]),?\s*(?:19|20)[\d_]{{0,2}}"
    rf"|\b{MONTH}\s*(?:_{{2,}}|\[[ _]*\]),?\s*(?:19|20)\d\d|\bday of ,? ?(?:19|20)\d\d"
)
# Words between an opening and its date that make it the date of the paper amended.
_OTHER_PAPER = re.compile(r"\b(?:amends|amended|that certain|supplements|pursuant to|terminates|under the)\b")
# This Amendment No. 3 to the Supply Agreement dated …: the date is the changed paper's.
_CHANGES_OTHER = re.compile(
    r"(?i:amendment|addendum|supplement|letter|modification|waiver|termination)\b(?:[^.;]"
    r"|(?i:(?<=no)\.)){0,60}?\b(?i:to|of)\s+(?i:the|that|its|a)"
    r"\s+[^.;]{0,80}?(?i:agreement|contract|lease)\b(?![^.;]*\b(?i:is|was|are|made|entered|effective)\b)"
)
_SPLIT_ORDINAL = re.compile(r"(?<=\d)(?:s t|n d|r d|t h)\b")
_FIRST_DATE_GAP = re.compile(r"^[ ]*(?:on|as of|of|:)?[ ]*(?=,)|^[^.;\n]{0,50}?\b(?:on|as of)[ ]+(?=[,.])")


def dates_in(text: Text, start: int, end: int) -> list[Found[date]]:
    """The dates of a stretch; an ordinal that lost its superscript (15t h) is read as 15th."""
    return [found for found in _all_dates(text) if start <= found.start < end]


@lru_cache(maxsize=8)
def _all_dates(text: Text) -> tuple[Found[date], ...]:
    mended = _SPLIT_ORDINAL.sub(lambda match: match.group().replace(" ", "") + " ", text.text)
    return tuple(find_dates(mended))


def sign_date(text: Text) -> Fact:
    """The date in the heading or preamble, else the last one in the signature block.

    Two headings that differ contradict each other; so does a Chinese heading that no signature bears out.
    """
    name = "contract.sign_date"
    zones = signature_zones(text)
    head, head_blanks, ambiguous = _heading_dates(text, zones)
    heads = {found.start for found in head}
    signed = [found for zone in zones for found in _zone_dates(text, zone) if found.start not in heads]
    if head:
        if text.language == "en":
            # Later sentences date other papers: the agreement amended, a licence, a deed.
            head = [min(head, key=lambda found: found.start)]
            if head_blanks and head_blanks[0].start < head[0].start:
                blank = head_blanks[0]
                return unknown(name, Reason.BLANK, *text.evidence(blank.start, blank.end, name))
        fact = agreed(name, text, [(f.start, f.end, f.value) for f in head])
        if fact.value is not None and text.language == "zh" and signed and fact.value not in {f.value for f in signed}:
            both = [*fact.evidence, *(e for f in signed for e in text.evidence(f.start, f.end, name))]
            return unknown(name, Reason.CONTRADICTION, *both)
        return fact
    signed = signed or _alone(text) or _at_end(text)
    if signed:
        last = max(signed, key=lambda found: found.value)
        return stated(name, last.value, *text.evidence(last.start, last.end, name))
    if ambiguous:
        return unknown(name, Reason.UNCLEAR, *text.evidence(ambiguous[0].start, ambiguous[0].end, name))
    for blank in [*head_blanks, *_zone_blanks(text, zones)]:
        return unknown(name, Reason.BLANK, *text.evidence(blank.start, blank.end, name))
    return absent(name)


def _alone(text: Text) -> list[Found[date]]:
    """The first date that stands alone, or behind a place, on one of the first lines above the first clause."""
    position = seen = 0
    for line in text.text.split("\n"):
        start, position = position, position + len(line) + 1
        if not line.strip():
            continue
        seen += 1
        if seen > _TITLE_LINES or _CLAUSE_LINE.match(line):
            break
        for found in dates_in(text, start, position):
            rest = text.text[found.end : position - 1].strip(" .,()\t")
            if not rest and _DATE_LINE.match(re.split(r"\t|[ ]{3,}", text.text[start : found.start])[-1]):
                return [found]
    return []


_CLAUSE_LINE = re.compile(
    r"[ ]*(?:第[一二1]条|一、|1[.、]|1 [A-Z]|Article 1|ARTICLE 1|Clause 1|Section 1|WHEREAS|鉴于)"
)


def _at_end(text: Text) -> list[Found[date]]:
    """Dates on the last lines, behind words of signing or a place alone."""
    start = max(0, len(text.text) - _LAST_CHARACTERS, int(len(text.text) * 0.3))
    found = []
    for one in dates_in(text, start, len(text.text)):
        line = text.line_at(one.start)
        before = text.text[max(line.start, one.start - 80) : one.start]
        rest = re.split(r"\t|[ ]{3,}", text.text[one.end : line.end])[0].strip(" .,()")
        ended = _SIGN_END.search(before)
        if (ended is not None and re.search(r"[.;。]\s", before[ended.end() :]) is None) or (
            not rest and _DATE_LINE.match(re.split(r"\t|[ ]{3,}", before)[-1])
        ):
            found.append(one)
    return found


_LAST_CHARACTERS = 1500


def _among_signatures(zones: tuple[Stretch, ...], position: int) -> bool:
    """Whether a position stands in a signature block, behind its first place to sign."""
    return any(
        zone.start <= position < zone.end and _PLACE.search(zone.text, 0, position - zone.start) is not None
        for zone in zones
    )


def _heading_dates(
    text: Text, zones: tuple[Stretch, ...]
) -> tuple[list[Found[date]], list[Stretch], list[Found[tuple[date, date]]]]:
    """Dates, blanks and dates of two readings behind a label or an opening sentence, outside the signature block."""
    dates: list[Found[date]] = []
    blanks: list[Stretch] = []
    unclear: list[Found[tuple[date, date]]] = []
    for pattern, reach in ((_SIGN_LABEL, 30), (_SIGN_PROSE, _REACH)):
        for match in pattern.finditer(text.text):
            inside = _among_signatures(zones, match.start())
            if (inside and match.end() - match.start() < 12) or (text.language == "en" and match.start() > _HEAD_EN):
                continue
            limit = min(len(text.text), match.end() + reach)
            found = dates_in(text, match.end() - (reach // 2 if pattern is _SIGN_PROSE else 0), limit)
            found = [
                f
                for f in found
                if f.start >= match.start() and not re.search(r"[。;]|\.\s+[A-Z]", text.text[match.end() : f.start])
            ]
            if not found and pattern is _SIGN_PROSE and text.language != "zh":
                found = _after_the_parties(text, match)
            between = text.text[match.start() : found[0].start] if found else ""
            if found and (_OTHER_PAPER.search(between) or _CHANGES_OTHER.search(between)):
                continue
            if found:
                dates.append(found[0])
                continue
            unclear += find_ambiguous_dates(text.text, match.end(), limit)[:1]
            blank = _open(text, match, limit, pattern is _SIGN_PROSE)
            if blank is not None:
                blanks.append(blank)
    return dates, blanks, unclear


def _after_the_parties(text: Text, opening: re.Match[str]) -> list[Found[date]]:
    """The date that follows the parties' names: made by and between A and B this 7th day of September, 1999."""
    rest = text.text[opening.end() : opening.end() + _PREAMBLE]
    stop = _PREAMBLE_END.search(rest)
    limit = opening.end() + (stop.start() if stop else len(rest))
    if not re.match(r"[^.;]{0,40}\b(?:between|among)\b", rest):
        return []
    found = dates_in(text, opening.end(), limit)
    return [
        one
        for one in found
        if re.search(
            r"\b(?:this|on|effective|dated|as of"
            r"|as at)(?: the)?\s*$",
            text.text[max(0, one.start - 12) : one.start],
        )
    ]


def _open(text: Text, match: re.Match[str], limit: int, pattern_is_prose: bool) -> Stretch | None:
    lost = _LOST_DAY.search(text.text, match.start(), limit)
    if lost is not None:
        return Stretch(lost.start(), lost.end(), "")
    blank = next(
        (
            b
            for b in find_blanks(text)
            if match.end() - 1 <= b.start <= match.end() + 12 or match.start() <= b.start < match.end()
        ),
        None,
    )
    if blank is None and (dated := find_blank_dates(text.text, match.start(), limit)):
        blank = Stretch(dated[0].start, dated[0].end, "")
    if blank is None and (gap := _FIRST_DATE_GAP.match(text.text[match.end() : limit])):
        blank = Stretch(match.end(), match.end() + gap.end(), "")
    if blank is None:
        return None
    if text.language == "en" and pattern_is_prose:
        # The open date itself: this ____ day of March, 2018
        year = re.compile(r"[\s,]{0,3}(?:19|20)?\d{2}\b").match(text.text, blank.end)
        return Stretch(blank.start, year.end() if year else blank.end, "")
    return Stretch(match.start(), max(blank.end, match.end()), "")


def _zone_dates(text: Text, zone: Stretch) -> list[Found[date]]:
    """Dates of a signature zone that stand alone or behind a date label, not in a sentence."""
    found = []
    for one in dates_in(text, zone.start, zone.end):
        before = text.text[max(zone.start, one.start - 30) : one.start]
        if re.search(
            r"(?:日[ ]*期|时[ ]*间|[Dd]ated?|DATED?|on|of|as of)[ ]*(?:\w*)[ ]*[:：]?[ ]*$|(?:^|[\n\t│|])[ ]*$"
            r"|[ ]{2,}$|[A-Z][a-z]+, $",
            before,
        ):
            found.append(one)
    return found


def _zone_blanks(text: Text, zones: tuple[Stretch, ...]) -> Iterator[Stretch]:
    for zone in zones:
        for dated in find_blank_dates(text.text, zone.start, zone.end):
            yield Stretch(text.line_at(dated.start).start, dated.end, "")
        for label in re.finditer(
            r"日[ ]*期[ ]*:?(?=[ ]*(?:$|[\n\t_│|]))|\b(?:[Dd]ate|DATE)\b[ ]?:?(?=[ ]*(?:$|[\n\t_]"
            r"|[A-Z]\w+:))",
            zone.text,
        ):
            yield Stretch(zone.start + label.start(), zone.start + label.end(), "")
    end = len(text.text)
    for dated in find_blank_dates(text.text, max(0, end - 400), end):
        yield Stretch(dated.start, dated.end, "")
