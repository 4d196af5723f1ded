"""Where an English contract says who its parties are: the preamble's defined terms, labels, signature captions."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..text import Text
from .acting import acts, short_name
from .labels_en import label_mentions
from .meaning_en import defined_by_meaning
from .mentions import Mention
from .named_en import DEFINITION, LEAD, short_form, terms_of
from .names import PREFIXED, ROLE_WORD_EN, Name, english_name, is_organisation, judge
from .preamble_en import BOUNDARY, CLOSING, LONGEST, OPENING, SEARCHED, WIDEST, preamble
from .signed_en import signed_mentions

# The last organisation named before a definition, wherever in the first pages that stands.
_NEAREST = re.compile(
    r"(?:(?<=^)|(?<=[\s:(\"'*]))[A-Z0-9][\w.&'()/-]*(?:,?[ ](?:(?:of|and|&|de|for|und|et|y"
    r"|the)[ ]){0,2}[A-Z0-9&(][\w.&'()/-]*){0,9}",
    re.MULTILINE,
)
_CLAUSE_BETWEEN = re.compile(r"[a-z]{3}\.\s+[A-Z]|\n\s*\d{1,2}\.|\bshall\b")
_MEANING = re.compile(r"[\"']?\s*:?\s*(?:means?|shall mean|refers to|denotes|has the meaning)\b")
# "the Buyer" is whoever orders: told by a sentence, not by the name ahead.
_IS = re.compile(r"[ ](?:is|are|shall be)\b")
_ANY_NAME = (
    r"(?!(?i:the|an?|any|each|either|both|its|it|this|these|those|such|one|two|other|our|your|us|you|we|them|parties"
    r"|party|all|other)\b)[A-Za-z][\w.&'-]*(?:[ ](?!(?:and|as|for|with|or|on|in|to)\b)[\w.&'-]+){0,4}?"
)
_PLAINLY = re.compile(
    r"(?i:\b(?:this|following)\b[^.;\n]{0,60}?\b(?:agreement|contract)\b[^.;\n]{0,40}?\bbetween)[ ]"
    rf"(?P<first>{_ANY_NAME}) and (?P<second>{_ANY_NAME})(?=\.(?:\s|$)|[ ]*\n|,? (?:effective|dated)\b)"
)
# The Work Order ("Client"): words in capitals that are no name.
_OF_PAPER = re.compile(
    rf"\b(?:{ROLE_WORD_EN}|Agreement|Contract|Order|Form|Terms|Schedule|Services?|Proposal|Statement|Date|Details|Part(?:y|ies)"
    r"|Page|Section|Website|Platform|Above|Below)\b"
)
_TAKES_ON = r"(?:retain|engage|employ|hire|appoint|authori[sz]e|commission|instruct)s?"
_FAR = 420
_LONGEST_TERM = 40


def english_mentions(text: Text) -> Iterator[Mention]:
    """All places of an English or bilingual text that declare a party, in no order."""
    found = preamble(text)
    yield from found
    named = [mention for mention in found if mention.name is not None]
    labelled = list(label_mentions(text))
    if len(named) < 2:
        known = {one.name.text for one in labelled if one.name is not None and not one.name.blank}
        # Where labels name both sides, other words defined in the text are a party's only with its name.
        for mention in _defined_elsewhere(text, named):
            if len(known) < 2 or (mention.name is not None and mention.name.text in known):
                yield mention
    if not named:
        nameless = list(_undefined(text))
        yield from nameless or signed_mentions(text)
    yield from defined_by_meaning(text)
    yield from labelled


def _undefined(text: Text) -> Iterator[Mention]:
    """Two organisations of an opening that defines no words for them: concluded between X, street, and Y, street."""
    for opening in OPENING.finditer(text.text, 0, SEARCHED):
        rest = text.text[opening.end() : opening.end() + WIDEST]
        stop = CLOSING.search(rest)
        rest = rest[: stop.start()] if stop else rest
        found: list[Name] = []
        for at in [0, *(match.end() for match in BOUNDARY.finditer(rest))]:
            lead = LEAD.match(rest[at:]).end()  # type: ignore[union-attr]
            name = english_name(re.sub(r"\s", " ", rest[at + lead :]))
            if name is not None:
                start = opening.end() + at + lead
                found.append(Name(name, start, start + len(name)))
        if len(found) == 2:
            for name_found in found:
                yield Mention(short_name(text, name_found.text), name_found, name_found.start, name_found.end)
            return
    yield from _plainly_between(text)


def _plainly_between(text: Text) -> Iterator[Mention]:
    """Two names of any spelling in a sentence that says no more: a hosting agreement between alder.com and Birch."""
    match = _PLAINLY.search(text.text, 0, SEARCHED)
    if match is None:
        return
    names = [judge(match[key], match.start(key)) or Name(match[key], *match.span(key)) for key in ("first", "second")]
    if not any(name.blank or re.fullmatch(rf"(?i:the )?{ROLE_WORD_EN}", name.text) for name in names):
        for name in names:
            yield Mention(short_name(text, name.text), name, name.start, name.end)


def _defined_elsewhere(text: Text, declared: list[Mention]) -> Iterator[Mention]:
    """Parties defined outside a preamble: in a heading, a letter, a list of details, a clause of definitions."""
    known = {term for mention in declared for term in mention.words}
    used = max((mention.end for mention in declared), default=0)
    for match in DEFINITION.finditer(text.text, 0, SEARCHED):
        if _IS_A_LABEL.match(text.text, match.end()) is not None:
            continue
        terms = tuple(term for term in terms_of(match) if term not in known and _may_name_a_party(term))
        told = _MEANING.match(text.text, match.end()) or (match["bare"] and _IS.match(text.text, match.end()))
        if not terms or told:
            continue
        if _NAMED_BELOW.search(text.text, max(0, match.start() - 20), match.start()) is not None:
            if (name := _below(text, match.end())) is not None:
                yield Mention(terms, name, match.start(), name.end)
                used = name.end
            continue
        start = max(used, match.start() - _FAR, _paragraph(text, match.start()))
        name = _nearest(text, start, match.start(), terms)
        if match["short"] and not (name is not None and _is_its_short_form(text, match, name)):
            continue
        if name is not None and _CLAUSE_BETWEEN.search(text.text, name.end, match.start()) is None:
            yield Mention(terms, name, name.start, match.end())
            used = match.end()


# Party B (Seller): Alder Ltd
_IS_A_LABEL = re.compile(r"[ ]*:(?!\s*$)")
# Company name (hereinafter the "Supplier") / Alder Ltd: the heading of a field defines, the field names.
_NAMED_BELOW = re.compile(r"\b(?i:(?:company )?name(?: of (?:the )?company)?)[ ]*$")


def _below(text: Text, end: int) -> Name | None:
    """The organisation the line below a position begins with."""
    start = text.text.find("\n", end) + 1
    name = english_name(text.text[start : text.line_at(start).end]) if start else None
    return Name(name, start, start + len(name)) if name is not None else None


def _is_its_short_form(text: Text, match: re.Match[str], name: Name) -> bool:
    """Whether a word in bare brackets stands straight behind an organisation's name and is short for it."""
    beside = not text.text[name.end : match.start()].strip()
    return beside and is_organisation(name.text) and short_form(match["short"], name.text)


def _may_name_a_party(term: str) -> bool:
    return (
        term.lower() != "bank"
        and len(term) <= _LONGEST_TERM
        and (
            re.fullmatch(ROLE_WORD_EN, term) is not None
            or re.fullmatch(r"(?i:you|we|us|our firm|company|firm|party [a-d])", term) is not None
            or (term[0].isupper() and term.count(" ") <= 2)
        )
    )


def _paragraph(text: Text, position: int) -> int:
    """The start of the four lines that end at a position."""
    start = position
    for _ in range(4):
        start = text.text.rfind("\n", 0, max(0, start - 1))
        if start < 0:
            return 0
    return start


def _nearest(text: Text, start: int, end: int, terms: tuple[str, ...]) -> Name | None:
    """The last organisation or labelled name before a definition; a made-up term must be part of its name."""
    segment = text.text[start:end]
    best: Name | None = None
    for match in _NEAREST.finditer(segment):
        # A heading in capitals runs on: CONDITIONS OF CREDIT BY JIMMY'S BEEF PTY LTD
        lead = len(re.match(r"(?:\(?\d{1,2}[.)] )?(?:[A-Z' -]+ (?:BY|BETWEEN|WITH|FROM|TO) )?", match.group()).group())  # type: ignore[union-attr]
        found = english_name(match.group()[lead:])
        # International Direct, Inc., a Pennsylvania Corporation: what it is, not who.
        if found is None or segment[: match.start() + lead].endswith((" a ", " an ")):
            continue
        # PSS, Merger Corp.: the last of a list.
        last = found.rsplit(", ", 1)[-1]
        skipped = len(found) - len(last) if " " in last and is_organisation(last) else 0
        at = start + match.start() + lead + skipped
        best = Name(found[skipped:], at, at + len(found) - skipped)
    for match in PREFIXED.finditer(segment):
        if best is None or start + match.start() > best.start:
            best = Name(match["name"], start + match.start(), start + match.end())
    roles = any(re.fullmatch(ROLE_WORD_EN, term) or term.lower() in ("you", "we", "us", "our firm") for term in terms)
    if best is None and roles:
        labelled = re.search(
            r"(?:^|\n)[ ]*(?:(?:Full |Legal )?Name|Company)[ ]*:[ ]*(?P<name>[A-Z][^\n,(]{2,60}?)[ ]*(?:\n|,|$)",
            segment,
        )
        personal = re.search(r"\bI, (?P<name>[A-Z][a-z]+(?: [A-Z][\w.]*){1,3}),?\s*$", segment)
        following = re.search(
            rf"\b(?:to|with|for|by|{_TAKES_ON}) (?P<name>[A-Z][\w&'.-]*(?: [A-Z&][\w&'.-]*){{1,5}})\s*$", segment
        )
        beside = re.search(r"\b[a-z]+ (?P<name>[A-Z][\w&'.-]*(?: [A-Z&][\w&'.-]*){1,4})\s*$", segment)
        if beside is not None and _OF_PAPER.search(beside["name"]) is not None:
            beside = None
        shown = labelled or personal or following or beside
        if shown is not None:
            best = Name(shown["name"], start + shown.start("name"), start + shown.end("name"))
    if best is None or roles:
        return best
    own = any(term.split()[0].lower() in best.text.lower() for term in terms)
    before_terms = end <= LONGEST and CLOSING.search(text.text, 0, best.start) is None
    if own and before_terms and not text.text[best.end : end].strip(" ,.") and is_organisation(best.text):
        return best
    known = len(re.findall(re.escape(best.text), text.text, re.IGNORECASE)) > 1
    return best if own and (known or any(acts(text, term) for term in terms)) else None
