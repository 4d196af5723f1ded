"""Where an English contract says who its parties are: the preamble's defined terms, labels, signature captions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text import Text
from .mentions import Mention
from .names import ROLE_WORD_EN, Name, english_name, judge, nothing_follows, read_name

_OPENING = re.compile(
    r"\b(?i:by and (?:between|among)|between|among|entered into (?:by|with))\b[ :]*"
    r"|^(?:\d\.?\s*)?(?:Parties|PARTIES)[ :]*$",
    re.MULTILINE,
)
_CLOSING = re.compile(
    r"\bWHEREAS\b|\bWhereas\b|\bRECITALS?\b|\bRecitals?\b|\bWITNESSETH\b|\bNOW,? THEREFORE\b|\bBACKGROUND\b"
    r"|\bPreamble\b|\b1\. "
)
_LONGEST_PREAMBLE = 3500
_SEARCHED = 9000
_QUOTE = r"[\"']"
_DEFINITION = re.compile(
    rf"\((?P<inner>[^()]{{0,70}}?{_QUOTE}[^()]{{1,120}}?{_QUOTE}[^()]{{0,60}})\)"
    rf"|(?<![\w]){_QUOTE}(?P<bare>the [A-Z][A-Za-z -]{{2,30}}){_QUOTE}"
    rf"|\((?:the|The) (?P<role>{ROLE_WORD_EN})\)"
    r"|(?:hereinafter|hereafter)[ ,]*(?:also )?(?:referred to as|called|known as"
    r"|the)?[ ]*(?:the )?[\"']?(?P<plain>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)",
)
_TERM = re.compile(rf"{_QUOTE}(?:the |The |THE )?(?P<term>[A-Z][A-Za-z0-9.&, -]{{1,40}}?){_QUOTE}")
_NO_PARTY = re.compile(
    r"(?i)^(?:agreement|contract|effective date|part(?:y|ies)|products?|services?|territory|term|order"
    r"|.* agreement|.* date)$"
)
_BOUNDARY = re.compile(
    r"(?:^|[\s;:)\-,])(?:and|AND|And|--|-)\s+(?=[({A-Z0-9])|;\s*(?:and\s+)?|\([\dA-F]\)\s*|\bBETWEEN:?\s*"
    r"|\bbetween:?\s*|\bAND:\s*|\bof one part\b|\n\s*(?=[A-Z])"
)
_LABEL = re.compile(
    r"(?:^|(?<=[\s\t│|/(.]))(?:(?:The|the|THE) (?P<after>[A-Za-z-]+)"
    r"|(?P<label>[A-Z][A-Za-z-]*(?: [A-Z][a-z]*)?))(?:[ ]?/[ ]?[A-Z][A-Za-z-]+)?(?P<paren>[ ]*\([^()\n]{1,40}\))?"
    r"(?:'s)?(?:[ ](?:[Ff]ull )?(?:[Ll]egal )?[Nn]ame|[ ][Cc]ompany(?: [Nn]ame)?)?[ ]*:[ ]*"
)
_FULL_NAME = re.compile(rf"(?P<label>{ROLE_WORD_EN})[ ](?:Full )?Legal Name:?[ ]+")
_LEAD = re.compile(r"(?:\(?\d\)|\([A-F]\)|(?:AND|And|and|BETWEEN|Between)\b|[ \n\t:,.(-])*")
_SENTENCE = re.compile(r"\.\s+(?:Under|The|This|If|In|Each|Such)\b|^(?:This|THIS|The Agreement|Source)\b")
_WIDEST = 900
_WIDEST_BLANK = 240
_FIRST_WORDS = re.compile(r"^[A-Z][\w.&'-]*(?:[ ][A-Z&][\w.&'-]*){0,6}")


def english_mentions(text: Text) -> Iterator[Mention]:
    """All places of an English or bilingual text that declare a party, in no order."""
    yield from _preamble(text)
    yield from _labels(text)


def _preamble(text: Text) -> Iterator[Mention]:
    """The longest list of defined parties among the openings of the first pages."""
    best: list[Mention] = []
    for opening in _OPENING.finditer(text.text, 0, _SEARCHED):
        found = list(_defined_after(text, opening.end()))
        if len(found) > len(best):
            best = found
        if len(best) >= 2:
            break
    yield from best


def _defined_after(text: Text, start: int) -> Iterator[Mention]:
    closing = _CLOSING.search(text.text, start + 20, start + _LONGEST_PREAMBLE)
    end = closing.start() if closing else min(len(text.text), start + _LONGEST_PREAMBLE)
    segment = start
    for match in _DEFINITION.finditer(text.text, start, end):
        terms = _terms(match)
        name = _name_in(text, segment, match.start())
        width = match.start() - name.start if name else 0
        if terms and name is not None and width <= (_WIDEST_BLANK if name.blank else _WIDEST):
            yield Mention(terms, name, name.start, match.end())
            segment = match.end()


def _terms(match: re.Match[str]) -> tuple[str, ...]:
    if match["inner"]:
        found = [term["term"].strip(" ,.") for term in _TERM.finditer(match["inner"])]
    else:
        found = [re.sub(r"^the ", "", match["bare"] or match["role"] or match["plain"])]
    return tuple(term for term in found if not _NO_PARTY.match(term))


def _name_in(text: Text, start: int, end: int) -> Name | None:
    """The first company name of a preamble's segment, after its last opening word where there are several."""
    segment = text.text[start:end]
    starts = [0, *(match.end() for match in _BOUNDARY.finditer(segment))]
    for at in starts:
        piece = segment[at:]
        lead = _LEAD.match(piece).end()  # type: ignore[union-attr]
        piece = re.sub(r"\s", " ", piece[lead:])
        if re.match(r"(?:an?|the|each)\s", piece):
            continue
        if (found := english_name(piece)) is not None and not _SENTENCE.search(found):
            return Name(found, start + at + lead, start + at + lead + len(found))
        if (blank := re.match(r"[_{\[][^,;]{1,60}", piece)) is not None:
            return Name("", start + at + lead, start + at + lead + len(blank.group()), True)
    for at in starts:
        piece = segment[at:].lstrip(" \n\t:,.-(")
        first = _FIRST_WORDS.match(piece)
        if first and re.match(r"\s*(?:,|\(|$|an?\s)", piece[first.end() :]) and len(first.group()) > 2:
            begin = text.text.find(first.group(), start + at, end)
            return judge(first.group(), begin)
    return None


def _labels(text: Text) -> Iterator[Mention]:
    for match in _LABEL.finditer(text.text):
        label = match["label"] or match["after"]
        inner = (match["paren"] or "").strip(" ()\"'")
        own = tuple(w for w in (label, re.sub(r"^(?i:the) ", "", inner)) if re.fullmatch(ROLE_WORD_EN, w))
        if not own:
            continue
        name = read_name(text, match.end())
        if name is not None:
            yield Mention(own, name, match.start(), name.end)
        elif nothing_follows(text, match.end()):
            yield Mention(own, Name("", match.end(), match.end(), True), match.start(), match.end())
    for match in _FULL_NAME.finditer(text.text):
        if (name := read_name(text, match.end())) is not None:
            yield Mention((match["label"],), name, match.start(), name.end)
