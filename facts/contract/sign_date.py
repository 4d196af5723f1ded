"""When a contract was signed: in its heading or opening, else in its signature block, else at its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...values import Reason
from .. import regexes as re
from ..fact import Fact, absent, stated, unknown
from ..finding import agreed
from ..quantities.calendar_words import MONTH
from ..quantities.dates import find_ambiguous_dates, find_blank_dates
from ..quantities.found import Found
from ..signing.zones import signature_zones
from ..text import Stretch, Text
from .blanks import find_blanks
from .heading_dates import DATE_LINE, alone, dates_in, open_alone

_SIGN_LABEL = re.compile(
    r"(?:签[ ]*[订约署定字]|订[ ]*立|下[ ]*单|制[ ]*单|订货|合同|协议|立约|缔约)[ ]*(?:时[ ]*间|日[ ]*期)"
    r"(?![前后内之起])"
    r"|(?:签[订署]|订立|立约)于[ ]*:|签[订署约]日[ ]*(?=\d{4}年)"
    r"|(?:^|(?<=[。;\n]))[ ]*(?:本合同|双方)?签于[ ]*(?=\d{4}年)"
    r"|(?:^|(?<=[\s│|\t]))日[ ]*期(?=[ ]*(?:[:_]|Date|\t))"
    r"|(?:^|(?<=[\s\t│|*]))(?:Date|DATE|(?:Agreement|Order|Contract|PO|P\.O\.|Signing|Execution) [Dd]ate"
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
    r"|\b(?:This|THIS)\s+(?:[\w&'-]+\s+){0,4}?(?i:agreement|contract)\b[^;\n]{0,40}?\b(?i:between|among)\b[^;\n]{0,400}?"
    r"\bis (?:made )?effective(?= (?:as of|on|from)\b)"
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
# Delivery Date: 25 November 2024
_OTHER = (
    r"(?i:\b(?:delivery|due|ship(?:ping|ment|ped)?|start|end|expiry|expiration|completion|payment|closing|termination"
    r"|commencement|renewal|required|requested|promised|target|launch|birth|arrival|installation|kick-?off))"
)
_OTHER_DATE = re.compile(rf"{_OTHER}[ ]$")
_OTHER_CELL = re.compile(rf"{_OTHER}\b[^\n\t]{{0,20}}[\t:][ ]*$")
_REACH = 90
_HEAD_EN = 4000
_CONTENTS_EN = 30000
_NAMES_PARTIES = re.compile(r"[^.;]{0,240}\b(?i:between|among)\b")
_CLAUSES_BEGIN = re.compile(
    r"\bWHEREAS\b|\bWhereas\b|\bRECITALS\b|^[ ]*(?:1\.[ ]|1\.0|1\.1|Article 1|ARTICLE 1)", re.MULTILINE
)
_PREAMBLE = 700
_PREAMBLE_END = re.compile(r"\bWHEREAS\b|\bRECITALS\b|\bWITNESSETH\b|\bWhereas\b|\b1\.\s")
# Rules that the text lost, and months with an open day: this day of , 19; November ___, 2006
_LOST_DAY = re.compile(
    rf"\bthis\s+day\s+of\s*,\s*(?:19|20)\d{{0,2}}|\b(?:this )?(?:_{{2,}}|\[[ _]*\])\s*day\s+of\s+(?:{MONTH}"
    rf"|_{{2,}}|\[[ _]*\]),?\s*(?:19|20)[\d_]{{0,2}}"
    rf"|\b{MONTH}\s*(?:_{{2,}}|\[[ _]*\]),?\s*(?:19|20)\d\d|\bday of ,? ?(?:19|20)\d\d"
    r"|(?<=\bon )(?:19|20)\d\d(?= \((?:the )?[\"'])"
)
# Words between an opening and its date that make it the date of the paper amended.
_OTHER_PAPER = re.compile(r"\b(?:amends|amended|that certain|supplements|pursuant to|terminates|under the)\b")
# This Amendment No. 3 to the Supply Agreement dated …: the date is the changed paper's.
_CHANGES_OTHER = re.compile(
    r"(?i:amendment|addendum|supplement|letter|modification|waiver|termination)\b(?:[^.;]"
    r"|(?i:(?<=no)\.)){0,60}?\b(?i:to|of)\s+(?i:the|that|its|a)"
    r"\s+[^.;]{0,80}?(?i:agreement|contract|lease)\b(?![^.;]*\b(?i:is|was|are|made|entered|effective)\b)"
)
_FIRST_DATE_GAP = re.compile(r"^[ ]*(?:on|as of|of|:)?[ ]*(?=,)|^[^.;\n]{0,50}?\b(?:on|as of)[ ]+(?=[,.])")


def sign_date(text: Text) -> Fact:
    """The date in the heading or preamble, else the last one in the signature block.

    Two headings that differ contradict each other; so does a Chinese heading that no signature bears out.
    """
    name = "contract.sign_date"
    zones = signature_zones(text)
    head, head_blanks, ambiguous = _heading_dates(text, zones)
    heads = {found.start for found in head}
    signed = [found for zone in zones for found in _zone_dates(text, zone) if found.start not in heads]
    if head and signed and text.language == "en":
        head = [] if _is_day_of_effect(text, min(head, key=lambda found: found.start)) else head
    if head:
        if text.language == "en":
            # Later sentences date other papers: the agreement amended, a licence, a deed.
            first = min(head, key=lambda found: found.start)
            head = [first, *(found for found in head if found.value == first.value and found.start > first.start)]
            if head_blanks and head_blanks[0].start < head[0].start:
                blank = head_blanks[0]
                return unknown(name, Reason.BLANK, *text.evidence(blank.start, blank.end, name))
            return stated(name, first.value, *(e for f in head for e in text.evidence(f.start, f.end, name)))
        fact = agreed(name, text, [(f.start, f.end, f.value) for f in head])
        if fact.value is not None and text.language == "zh" and signed and fact.value not in {f.value for f in signed}:
            both = [*fact.evidence, *(e for f in signed for e in text.evidence(f.start, f.end, name))]
            return unknown(name, Reason.CONTRADICTION, *both)
        return fact
    signed = signed or alone(text) or _at_end(text)
    if signed:
        last = max(signed, key=lambda found: found.value)
        return stated(name, last.value, *text.evidence(last.start, last.end, name))
    if ambiguous:
        return unknown(name, Reason.UNCLEAR, *text.evidence(ambiguous[0].start, ambiguous[0].end, name))
    for blank in [*head_blanks, *open_alone(text), *_zone_blanks(text, zones)]:
        return unknown(name, Reason.BLANK, *text.evidence(blank.start, blank.end, name))
    return absent(name)


def _is_day_of_effect(text: Text, found: Found[date]) -> bool:
    """Whether a day stands behind the label of another one than signing: Effective Date: 1 May 2025."""
    return _EFFECTIVE.search(text.text, text.line_at(found.start).start, found.start) is not None


_EFFECTIVE = re.compile(r"(?i)\beffective date[ ]?[:\t][ ]*$")


def _at_end(text: Text) -> list[Found[date]]:
    """Dates on the last lines, behind words of signing or a place alone."""
    start = max(0, len(text.text) - _LAST_CHARACTERS, int(len(text.text) * 0.3))
    found = []
    for one in dates_in(text, start, len(text.text)):
        line = text.line_at(one.start)
        before = text.text[max(line.start, one.start - 80) : one.start]
        if _OTHER_CELL.search(before) is not None:
            continue
        rest = re.split(r"\t|[ ]{3,}", text.text[one.end : line.end])[0].strip(" .,()")
        ended = _SIGN_END.search(before)
        if (ended is not None and re.search(r"[.;。]\s", before[ended.end() :]) is None) or (
            not rest and DATE_LINE.match(re.split(r"\t|[ ]{3,}", before)[-1])
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
            if (inside and match.end() - match.start() < 12) or not _in_head(text, match):
                continue
            if _OTHER_DATE.search(text.text, max(0, match.start() - 20), match.start()) is not None:
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
            between = _from_its_paper(text, match, found[0].start) if found else ""
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


def _in_head(text: Text, match: re.Match[str]) -> bool:
    """Whether a sentence or label stands where an English paper tells its date.

    In its first pages; behind a table of contents the sentence that names the parties. "This Agreement is effective on
    1 May" among the clauses tells another day.
    """
    if text.language != "en":
        return True
    named = _NAMES_PARTIES.match(text.text, match.end()) is not None
    if re.search(r"(?i:effective)$", match.group()) and not named:
        return _CLAUSES_BEGIN.search(text.text, 0, match.start()) is None
    return match.start() <= _HEAD_EN or (
        named and match.start() <= _CONTENTS_EN and re.search(r"(?i)\bthis\b", match.group()) is not None
    )


def _from_its_paper(text: Text, match: re.Match[str], end: int) -> str:
    """The words from the paper named to its date, with those before it that may make it a paper amended."""
    start = match.start()
    if match.group()[:8].lower() in ("agreemen", "contract"):
        start = max(text.sentence_at(start).start, start - _REACH)
    return text.text[start:end]


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


# Commencement date: …; Expiry date: … are no dates of signing.
_OTHER_DAY = re.compile(
    r"(?i)\b(?:commence\w*|start|begin\w*|expir\w*|terminat\w*|renewal|delivery|completion|due)\b[^.\n]{0,60}:\s*$"
)


# What follows the signatures is dated on its own.
_APPENDIX = re.compile(
    r"^(?:APPENDIX|SCHEDULE|EXHIBIT|ANNEX(?:URE)?|Appendix|Schedule|Exhibit|Annex(?:ure)?) [A-Z\d]{1,3}\b[^\n]{0,60}$",
    re.MULTILINE,
)


def _zone_dates(text: Text, zone: Stretch) -> list[Found[date]]:
    """Dates of a signature zone that stand alone or behind a date label, not in a sentence."""
    found = []
    appendix = _APPENDIX.search(text.text, zone.start + 1, zone.end)
    for one in dates_in(text, zone.start, appendix.start() if appendix else zone.end):
        before = text.text[max(zone.start, one.start - 30) : one.start]
        if _OTHER_DAY.search(text.text, max(zone.start, text.line_at(one.start).start), one.start):
            continue
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
            r"日[ ]*期[ ]*:?(?=[ ]*(?:$|[\n\t_│|{\[]))|\b(?:[Dd]ate|DATE)\b[ ]?:?(?=[ ]*(?:$|[\n\t_]"
            r"|[A-Z]\w+:))",
            zone.text,
        ):
            yield Stretch(zone.start + label.start(), zone.start + label.end(), "")
    end = len(text.text)
    for dated in find_blank_dates(text.text, max(0, end - 400), end):
        yield Stretch(dated.start, dated.end, "")
