"""When a contract was signed, takes effect and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from ...values import Reason
from ..fact import Fact, absent, stated, unknown
from ..finding import agreed
from ..quantities.dates import find_ambiguous_dates, find_blank_dates, find_dates
from ..quantities.found import Found
from ..signing.zones import signature_zones
from ..text import Stretch, Text
from .blanks import find_blanks

_SIGN_LABEL = re.compile(
    r"(?:签[ ]*[订约署定]|订[ ]*立|下[ ]*单|制[ ]*单|订货|合同)[ ]*(?:时[ ]*间|日[ ]*期)(?![前后内之起])"
    r"|(?:^|(?<=[\s│|\t]))日[ ]*期(?=[ ]*(?:[:_]|Date|\t))"
    r"|(?:^|(?<=[\s\t│|]))(?:Date|DATE|Agreement Date|Order Date|Contract Date|Date of (?:Agreement"
    r"|Contract|signing|signature))(?=[ ]?:)"
)
_SIGN_PROSE = re.compile(
    r"(?:双方|各方|甲乙双方|三方|买卖双方|(?:简称|称)[^。;\n]{0,6}\))[ ]*于(?=[^。;]{0,40}?(?:签[订署定约]|订立|达成))"
    r"|\b(?i:this\s+(?:[\w&,'-]+\s+){0,7}?(?:agreement|contract|confirmation|lease|order"
    r"|addendum))\b[^.;]{0,60}?\b(?i:made|entered|dated|executed|concluded|signed|effective)\b"
    r"|\b(?i:agreement|contract)\b[^.;]{0,30}\b(?i:is made|is dated|is concluded|dated as of|made as of|dated this)\b"
    r"|\b(?i:entered into|made|signed)(?i: and entered into)?\s+(?i:as of|on|this)\b|(?i:effective date)[ ]?\t"
)
_PLACE = re.compile(
    r"签[字名章]|盖章|公章|[(]章[)]|\b(?:By|BY|Signature|SIGNATURE|Signed|SIGNED)\b|/s/|(?i:on behalf of)"
)
_REACH = 90
_HEAD_EN = 4000
_PREAMBLE = 700
_PREAMBLE_END = re.compile(r"\bWHEREAS\b|\bRECITALS\b|\bWITNESSETH\b|\bWhereas\b|\b1\.\s")
_SPLIT_ORDINAL = re.compile(r"(?<=\d)(?:s t|n d|r d|t h)\b")
_FIRST_DATE_GAP = re.compile(r"^[ ]*(?:on|as of|of|:)?[ ]*(?=,)|^[^.;\n]{0,50}?\b(?:on|as of)[ ]+(?=[,.])")

_EFFECT = re.compile(
    r"(?:自|从|于)(?P<from>[^。;\n]{2,40}?)(?:起|之日)?(?:正式)?(?:生效|开始执行|起执行)|(?:有效期|期限"
    r"|合作期|服务期|经销期限|合同期)[^。;\n]{0,8}?(?:自|从)(?P<since>[^。;\n]{2,24}?)(?:起|至|到)"
    r"|\b(?i:begins|commences|effective|takes effect|term begins)\s+(?:on|as of"
    r"|from)\s+(?P<en>[^.;\n]{4,40})"
)
_DATED_EFFECTIVE = re.compile(r"\((?:the )?[\"']Effective Date[\"']")
_ON_SIGNING = re.compile(
    r"(?:签[字名章署订]|盖章|加盖)[^。;\n]{0,24}(?:之日|后|时)[^。;\n]{0,6}(?:生效|成立)"
    r"|(?i:effective (?:upon|on|after)[^.;\n]{0,20}(?:sign|execut)|commences upon execution)"
)
_END = re.compile(
    r"(?:至|到|截止(?:至|到)?|有效期(?:至|到|为至)?)(?P<until>[^。;\n,至]{2,24}?)(?:止|终止|届满|为止|24时"
    r"|[。,;\n])|\b(?i:expires?|until|through|ends?|ending"
    r"|terminate)\s+(?:on\s+)?(?P<en>[A-Z0-9][^.;\n]{4,30})"
)
_BEFORE_DEFINITION = 60
_END_CONTEXT = re.compile(r"有效期|期限|合同期|服务期|合作期|期间|止|届满|(?i:term|expire|this agreement)")


def dates_in(text: Text, start: int, end: int) -> list[Found[date]]:
    """The dates of a stretch; an ordinal that lost its superscript (15t h) is read as 15th."""
    return [found for found in _all_dates(text) if start <= found.start < end]


@lru_cache(maxsize=8)
def _all_dates(text: Text) -> tuple[Found[date], ...]:
    mended = _SPLIT_ORDINAL.sub(lambda match: match.group().replace(" ", "") + " ", text.text)
    return tuple(find_dates(mended))


def read_dates(text: Text) -> Iterable[Fact]:
    """`contract.sign_date`, `contract.effective_date`, `contract.end_date`."""
    signed = sign_date(text)
    yield signed
    yield _effective(text, signed)
    yield _end(text)


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
        fact = agreed(name, text, [(f.start, f.end, f.value) for f in head])
        if fact.value is not None and text.language == "zh" and signed and fact.value not in {f.value for f in signed}:
            both = [*fact.evidence, *(e for f in signed for e in text.evidence(f.start, f.end, name))]
            return unknown(name, Reason.CONTRADICTION, *both)
        return fact
    if signed:
        last = max(signed, key=lambda found: found.value)
        return stated(name, last.value, *text.evidence(last.start, last.end, name))
    if ambiguous:
        return unknown(name, Reason.UNCLEAR, *text.evidence(ambiguous[0].start, ambiguous[0].end, name))
    for blank in [*head_blanks, *_zone_blanks(text, zones)]:
        return unknown(name, Reason.BLANK, *text.evidence(blank.start, blank.end, name))
    return absent(name)


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
            if found:
                dates.append(found[0])
                continue
            unclear += find_ambiguous_dates(text.text, match.end(), limit)[:1]
            blank = _open(text, match, limit)
            if blank is not None:
                blanks.append(blank)
    return dates, blanks, unclear


def _after_the_parties(text: Text, opening: re.Match[str]) -> list[Found[date]]:
    """The date that follows the parties' names: made by and between A and B this 7th day of September, 1999."""
    rest = text.text[opening.end() : opening.end() + _PREAMBLE]
    stop = _PREAMBLE_END.search(rest)
    limit = opening.end() + (stop.start() if stop else len(rest))
    if not re.match(r"[^.;]{0,40}\bbetween\b", rest):
        return []
    found = dates_in(text, opening.end(), limit)
    return [one for one in found if re.search(r"\b(?:this|on)\s*$", text.text[max(0, one.start - 12) : one.start])]


def _open(text: Text, match: re.Match[str], limit: int) -> Stretch | None:
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
    return Stretch(match.start(), max(blank.end, match.end()), "") if blank else None


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
            r"日[ ]*期[ ]*:?(?=[ ]*(?:$|[\n\t_│|]))|\b(?:Date|DATE)\b[ ]?:?(?=[ ]*(?:$|[\n\t_]|[A-Z]\w+:))", zone.text
        ):
            yield Stretch(zone.start + label.start(), zone.start + label.end(), "")
    end = len(text.text)
    for dated in find_blank_dates(text.text, max(0, end - 400), end):
        yield Stretch(dated.start, dated.end, "")


def _effective_places(text: Text) -> Iterator[tuple[int, int]]:
    """Stretches that name the day of effect: before a definition of it, behind words of beginning."""
    for defined in _DATED_EFFECTIVE.finditer(text.text):
        yield max(text.sentence_at(defined.start()).start, defined.start() - _BEFORE_DEFINITION), defined.start()
    for match in _EFFECT.finditer(text.text):
        group = next(key for key, value in match.groupdict().items() if value)
        yield match.start(group), match.end(group)


def _effective(text: Text, signed: Fact) -> Fact:
    name = "contract.effective_date"
    for start, end in _effective_places(text):
        if found := dates_in(text, start - 4, end):
            return stated(name, found[-1].value, *text.evidence(start, end, name))
        if find_blank_dates(text.text, start, end) or any(start <= b.start < end for b in find_blanks(text)):
            return unknown(name, Reason.BLANK, *text.evidence(start, end, name))
    for sentence in text.sentences:
        if _ON_SIGNING.search(sentence.text):
            evidence = text.evidence(sentence.start, min(sentence.end, sentence.start + 200), name)
            if isinstance(signed.value, date):
                return stated(name, signed.value, *evidence, *signed.evidence)
            return unknown(name, signed.reason or Reason.NOT_COMPUTABLE, *evidence)
    return absent(name)


def _end(text: Text) -> Fact:
    name = "contract.end_date"
    for match in _END.finditer(text.text):
        sentence = text.sentence_at(match.start())
        if not _END_CONTEXT.search(sentence.text) or re.search(
            r"质保|保修|保证期|付款|价格|单价|(?i:warrant|payment|price)", sentence.text
        ):
            continue
        group = "until" if match["until"] else "en"
        start, end = match.span(group)
        found = dates_in(text, start, end + 4)
        if found:
            return stated(name, found[0].value, *text.evidence(match.start(), match.end(), name))
        if group == "until" and find_blank_dates(text.text, start - 1, end + 2):
            return unknown(name, Reason.BLANK, *text.evidence(match.start(), match.end(), name))
    return absent(name)
