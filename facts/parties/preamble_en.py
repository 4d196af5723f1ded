"""The preamble of an English contract: the list of names and of the words the parties go by from there on."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..text import Text
from .acting import acts, short_name
from .mentions import Mention
from .named_en import DEFINITION, LEAD, SMALL_WORDS, short_form, terms_of
from .names import ROLE_WORD_EN, Name, english_name, judge
from .together import together

OPENING = re.compile(
    r"\b(?i:by and (?:between|among(?:st)?)|between|among(?:st)?|(?:entered into|concluded|made"
    r"|executed (?:on|as of|this)|signed)(?:[^.;\n]{0,60})? (?:by|with))\b[ :]*"
    r"|^(?:\d\.?\s*)?(?:Parties|PARTIES)(?:[ :]*$|[ ]?:[ ])",
    re.MULTILINE,
)
# Alder Inc. ("Alder") and Birch LLC ("Birch") agree: two definitions open the paper without a word before them.
_BARE_OPENING = re.compile(
    r"^(?=[A-Z][^\n()]{5,240}\([^()\n]{0,30}(?:[\"'?]|``|'')[^()\n]{2,30}(?:[\"'?]|``|'')\),? (?:and |(?=[A-Z]))"
    r"[^\n]{3,200}?\([^()\n]{0,30}(?:[\"'?]|``|'')[A-Z])",
    re.MULTILINE,
)
CLOSING = re.compile(
    r"\bWHEREAS\b|\bWhereas\b|\bRECITALS?\b|\bRecitals?\b|\bWITNESSETH\b|\bNOW,? THEREFORE\b|\bBACKGROUND\b"
    r"|\bPreamble\b|\b1\. |\b1\.0\b|\bagree(?:d|s)? as follows\b"
    r"|\b(?:as an? (?:amendment|addendum|supplement) to|which (?:amends|supplements)|amending|supplementing)"
    r" (?:that|the)\b"
)
BOUNDARY = re.compile(
    r"(?:^|[\s;:)\-,])(?:and|AND|And|--"
    r"|-)\s+(?:the\s+)?(?:company\s+)?(?=[({\[_*A-Z0-9])|;\s*(?:and\s+)?|\([\dA-F]\)\s*|\((?:i{1,3}|iv|vi?)\)\s*(?=[A-Z]|its\b)|\bBETWEEN:?\s*"
    r"|\b(?:OF|of) (?:THE|the) (?:FIRST|SECOND|THIRD|ONE|OTHER|first|second|third|one|other) (?:PART"
    r"|part)\b[\s,;-]*(?:(?:AND|and)\b)?"
    r"|\bon the (?:one|other) (?:hand|side|part)\b[\s,;-]*(?:and\b)?|\beach of\b"
    r"|\b(?:in favou?r of|for the benefit of|agreement with)\s+(?:the\s+)?(?=[A-Z])"
    r"|\bbetween:?\s*|\bAND:\s*|\bof one part\b|\n\s*(?=[A-Z]|\{\{)|\)[,;]\s+(?=[A-Z])"
)
# (company name), [Name of Client]: what a form prints in place of a name.
_OPEN_NAME = re.compile(
    r"[\s,]*\((?i:(?:full |legal |your )?(?:company|client|customer|buyer|supplier|seller|vendor|contractor"
    r"|subcontractor)(?:'s)? (?:legal |full )?name|name of [a-z ]{3,30}|insert [a-z ]{3,30})\)"
)
_SENTENCE = re.compile(r"\.\s+(?:Under|The|This|If|In|Each|Such)\b|^(?:This|THIS|The Agreement|Source)\b")
LONGEST = 3500
SEARCHED = 9000
WIDEST = 900
_REACH = 300
_AND_ANOTHER = re.compile(r"^[^.;()\"]{0,160}?\b(?:and|AND)\s+(?=[A-Z])")
_CONTENTS = 40000
_LATE_OPENING = re.compile(r"\b(?:This|THIS)\b[^.;]{0,160}?\b(?i:by and (?:between|among)|between|among)\b[ :]*")
_WIDEST_BLANK = 240
_FIRST_WORDS = re.compile(
    r"^[A-Z][\w.&'-]*(?:[ ][A-Z&][\w.&'-]*){0,6}"
    r"(?P<trading>,? (?:d/b/a/?|D/B/A|dba|DBA|t/a|doing business as|trading as)"
    r" [A-Z][\w.&'-]*(?: [A-Z&][\w.&'-]*){0,5})?"
)
# i-harbor studio, a Nevada corporation: what is said to be a company has a name, however it is spelled.
_OTHER = r"between|among|by|and|with|of|from|to|the|its|an?|is|each|both|made|entered|into|in|on|as|for|part(?:y|ies)"
_NO_NAME = rf"(?!(?:{_OTHER})\b)"
_SMALL_NAME = re.compile(
    rf"(?P<name>{_NO_NAME}[a-z][\w.&'-]*(?:[ ]{_NO_NAME}[\w.&'-]+){{0,4}})(?=,\san?\s(?:[A-Z][\w.]*\s){{1,4}}"
    r"(?:(?:limited|liability|stock|private|public)\s)*(?:corporation|company|partnership|association|cooperative|trust"
    r"|LLC)\b)"
)
# What goes on behind a name that no company's ending closes: a description, an address, the defined term.
_AFTER_NAME = re.compile(
    r"\s*(?:,|\(|$|\n|an?\s|of\s+(?:[A-Z\d][\w.-]*[ ,]){0,3}?[\w ]*\d|of\s+(?:[A-Z]\w+,?\s?){1,3}(?:,|$|\()"
    r"|(?:whose|having|with|located|incorporated|registered|represented|acting|residing|trading)\b|individually)"
)
# A person behind what he is: professional golfer, Tom Vale, ("Consultant")
_BEHIND_WHAT_HE_IS = re.compile(r"(?:^|[a-z], |\b[a-z]+ )(?P<name>[A-Z][\w.'-]+(?: [A-Z][\w.'-]*){1,4})[\s,]*$")
# Robert and Maria Johnson, husband and wife ("Seller"): one family name for two.
_COUPLE = re.compile(
    r"(?:^|[\s:])(?P<name>[A-Z][a-z]+(?: [A-Z]\.)? (?:and|&) [A-Z][a-z]+(?: [A-Z]\.)? [A-Z][A-Za-z'-]+)[\s,]*"
    r"(?:(?:husband and wife|jointly|individuals?|both|residing)\b[^()]*)?$"
)
# Between a name and its defined term: nothing, its trading name, or what kind of body it is and where it sits.
_FOLLOWS_NAME = re.compile(
    r"(?:,? (?:and|or|and/or|including) (?:(?:its|their|any|all) )?(?:permitted )?(?:affiliates?|assigns?|assignees?"
    r"|subsidiaries|successors(?: and(?: permitted)? assigns)?))?"
    r"(?:[\s,]*(?:d/b/a/?|D/B/A|dba|DBA|t/a|doing business as|trading as|formerly (?:known as )?)[ ][^()\";,]{2,50})?"
    r"[\s,.]*(?:as (?:an? |the )?[a-z][^()\";,]{2,50}|(?:an?|the)\s[^()\";]{0,80}?"
    r"\b(?:company|corporation|partnership|association|bank|trust|individual"
    r"|institution|entity|body|society|foundation|university)\b[^();]{0,160}?"
    r"|(?:having|with|whose|of|located|residing|organi[sz]ed|incorporated|registered|acting|in (?:his|her|its|their))\b"
    r"[^();]{3,200}?)?[\s,]*"
)
# The Agent named on the signature page ("Agent"): a party that goes without its name here.
_POINTED_AT = re.compile(
    r"\b(?:the|each|any|those|certain) (?:[\w-]+ ){1,6}?(?:named|identified|listed|specified|described"
    r"|set (?:forth|out)|whose names?|signing|that (?:sign|execute)s?|who (?:sign|execute)s?)\b[^();.]{0,120}$"
)
# What stands before a definition and is no party: listed in Appendix A (each a "Fund")
_PART_OF_PAPER = re.compile(r"\b(?i:appendix|schedule|exhibit|annex|section|article|attachment|clause)\b")
_A_THING = re.compile(
    rf"{ROLE_WORD_EN}|\b(?:Program|Agreement|Order|Form|Terms|Plan|Project|System|Date|Act|Law|Territory|Website|Products?|Services?|Fund)\b"
    rf"|{_PART_OF_PAPER.pattern}"
)
_PARTY_WORD = rf"{ROLE_WORD_EN}|(?i:(?:first|second) party|party of the \w+ part)"
_SHARED = re.compile(
    r"(?:hereinafter )?(?:(?:individually|each|singly)\b.*\b)?(?:collectively|together|jointly)\b", re.DOTALL
)
# Client ("Client") / [Client's full name]: what a form leaves open below its caption.
_FIELD_BELOW = re.compile(r"[ *]*\n[ *]*(?P<field>\[[^\[\]\n]{3,60}\]|\{\{[^{}\n]+\}\}|_{4,})")
_ALL_NAMED = re.compile(r"(?:[\"'?]|``|'')(?:the )?(?i:parties)[.,]?(?:[\"'?]|``|'')")
_TOGETHER = re.compile(r"\b(?:together|collectively|jointly) with (?:the )?[\"']?(?P<other>[A-Z][\w&-]*)")


def preamble(text: Text) -> list[Mention]:
    """The longest list of defined parties among the openings of the first pages."""
    best: list[Mention] = []
    openings = (*OPENING.finditer(text.text, 0, SEARCHED), *_BARE_OPENING.finditer(text.text, 0, SEARCHED))
    for opening in openings:
        found = list(_defined_after(text, opening.end()))
        if _named(found) > _named(best):
            best = found
        if _named(best) >= 2:
            break
    if not best:
        # Behind a table of contents.
        for opening in _LATE_OPENING.finditer(text.text, SEARCHED, _CONTENTS):
            if _named(found := list(_defined_after(text, opening.end()))) >= 2:
                return found
    return [*best, *_without_words(text, best)] if _named(best) == 1 else best


def _without_words(text: Text, best: list[Mention]) -> Iterator[Mention]:
    """The other company of a preamble that gives only one of the two a word: Alder Inc. ("Alder") and Birch Ltd, …"""
    end = best[-1].end
    rest = text.text[end : end + _REACH]
    stop = CLOSING.search(rest)
    after = _AND_ANOTHER.search(rest[: stop.start()] if stop else rest)
    if (
        after is not None
        and (name := _company_at(text, end + after.end(), end + _REACH)) is not None
        and not name.blank
    ):
        yield Mention(short_name(text, name.text), name, name.start, name.end)


def _named(found: list[Mention]) -> int:
    return sum(mention.name is not None for mention in found)


def _defined_after(text: Text, start: int) -> Iterator[Mention]:
    closing = CLOSING.search(text.text, start + 20, start + LONGEST)
    end = closing.start() if closing else min(len(text.text), start + LONGEST)
    # Behind the words that name all parties together no further one comes.
    if (all_named := _ALL_NAMED.search(text.text, start, end)) is not None:
        end = all_named.end()
    segment = start
    for match in DEFINITION.finditer(text.text, start, end):
        terms = terms_of(match)
        # A title that names the parties stands above: Between Alder and Birch / This Agreement is made between Alder …
        for opening in _LATE_OPENING.finditer(text.text, segment, match.start()) if segment == start else ():
            segment = opening.end()
        name = _name_in(text, segment, match.start())
        if match["short"] and (name is None or not short_form(match["short"], name.text)):
            continue
        pointed = _POINTED_AT.search(text.text, segment, match.start())
        if pointed is not None and name is not None and not _runs_up_to(text, name, match.start()):
            name = None
        roles = all(
            re.fullmatch(ROLE_WORD_EN, term)
            or (pointed is not None and (term in pointed.group() or acts(text, term, 1)))
            for term in terms
        )
        if terms and name is None and roles:
            field = _FIELD_BELOW.match(text.text, match.end())
            below = Name("", field.start("field"), field.end("field"), True) if field is not None else None
            yield Mention(terms, below, match.start(), match.end())
            segment = match.end()
            continue
        width = match.start() - name.start if name else 0
        if name is not None and not name.blank:
            follows = _FOLLOWS_NAME.fullmatch(text.text, name.end, match.start()) is not None
            terms = tuple(term for term in terms if follows or _belongs(text, term, name.text))
        if terms and name is not None and width <= (_WIDEST_BLANK if name.blank else WIDEST):
            # ("Beta" and together with Alpha, the "Sellers"): the common word goes to the one named first.
            together_with = _TOGETHER.search(match["inner"] or "")
            if together_with is not None and len(terms) > 1:
                yield Mention((together_with["other"], *terms[1:]), None, name.start, match.end())
                terms = terms[:1]
            yield Mention(terms, name, name.start, match.end())
            if match["inner"] and _SHARED.match(match["inner"]):
                # A Ltd, and B Ltd (collectively, "Agent"): the word is that of both.
                for other in _companies(text, segment, match.start()):
                    if other != name and not other.blank:
                        yield Mention(terms, other, other.start, match.end())
            segment = match.end()


def _name_in(text: Text, start: int, end: int) -> Name | None:
    """The name a definition belongs to: the last company's that runs up to it, else the first of the stretch."""
    segment = text.text[start:end]
    starts = [0, *(match.end() for match in BOUNDARY.finditer(segment))]
    companies = _companies(text, start, end)
    if companies:
        last = companies[-1]
        if last.blank and not text.text[last.end : end].strip(" ,\n*("):
            return last
        else_ = last if companies[0].blank else companies[0]
        return next((name for name in reversed(companies) if _runs_up_to(text, name, end)), else_)
    if (couple := _COUPLE.search(segment)) is not None and re.match(ROLE_WORD_EN, couple["name"]) is None:
        return Name(couple["name"], start + couple.start("name"), start + couple.end("name"))
    for at in starts:
        piece = segment[at:]
        piece = piece[LEAD.match(piece).end() :]  # type: ignore[union-attr]
        if (small := _SMALL_NAME.match(piece)) is not None:
            begin = text.text.find(small["name"], start + at, end)
            return Name(small["name"], begin, begin + len(small["name"]))
        first = _FIRST_WORDS.match(piece) if _PART_OF_PAPER.match(piece) is None else None
        if first and _AFTER_NAME.match(piece, first.end()) and len(first.group()) > 2:
            begin = text.text.find(first.group(), start + at, end)
            trades = first["trading"] is not None
            return Name(first.group(), begin, begin + len(first.group())) if trades else judge(first.group(), begin)
    person = _BEHIND_WHAT_HE_IS.search(segment)
    if person is None or _A_THING.search(person["name"]) is not None:
        return None
    return judge(person["name"], start + person.start("name"))


def _companies(text: Text, start: int, end: int) -> list[Name]:
    """The companies, and the gaps for one, that stand in a stretch of a preamble."""
    starts = [0, *(match.end() for match in BOUNDARY.finditer(text.text[start:end]))]
    return [name for at in starts if (name := _company_at(text, start + at, end)) is not None]


def _runs_up_to(text: Text, name: Name, end: int) -> bool:
    return not name.blank and _FOLLOWS_NAME.fullmatch(text.text, name.end, end) is not None


def _company_at(text: Text, at: int, end: int) -> Name | None:
    """The company's name, or the gap for one, that a stretch of a preamble begins with."""
    piece = text.text[at:end]
    lead = LEAD.match(piece).end()  # type: ignore[union-attr]
    if (open_ := _OPEN_NAME.match(piece)) is not None:
        return Name("", at, at + len(open_.group()), True)
    piece = re.sub(r"\s", " ", piece[lead:])
    if re.match(r"(?:an?|each)\s", piece):
        return None
    if (found := english_name(piece)) is not None and not _SENTENCE.search(found):
        return Name(found, at + lead, at + lead + len(found))
    if (blank := re.match(r"[_{\[][^,;]{1,60}", piece)) is not None:
        return Name("", at + lead, at + lead + len(blank.group()), True)
    return None


def _belongs(text: Text, term: str, name: str) -> bool:
    """Whether a defined term can be a party's: a role, part of its name, its initials, or somebody who acts."""
    if re.fullmatch(_PARTY_WORD, term) or term.lower() in SMALL_WORDS:
        return True
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name)).lower()
    return (
        any(part.lower() in name.lower() for part in re.findall(r"\w{3,}", term))
        or initials.startswith(term.lower()[:2])
        or acts(text, term, 1)
        or ((both := together(text)) is not None and re.search(rf"\b{re.escape(term)}\b", both.text) is not None)
    )
