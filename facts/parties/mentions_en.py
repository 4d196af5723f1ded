"""Where an English contract says who its parties are: the preamble's defined terms, labels, signature captions."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..text import Text
from .labels_en import label_mentions
from .meaning_en import defined_by_meaning
from .mentions import Mention
from .names import PREFIXED, ROLE_WORD_EN, Name, english_name, is_organisation, judge
from .signed_en import signed_mentions
from .together import together

# Quotation marks, as typewriters and lost encodings print them: ``Alder'', ?Alder?
_QUOTE = r"(?:[\"'?]|``|'')"
_OPENING = re.compile(
    r"\b(?i:by and (?:between|among)|between|among|(?:entered into|concluded|made|executed (?:on|as of|this)"
    r"|signed)(?:[^.;\n]{0,60})? (?:by|with))\b[ :]*"
    r"|^(?:\d\.?\s*)?(?:Parties|PARTIES)(?:[ :]*$|[ ]?:[ ])",
    re.MULTILINE,
)
# Alder Inc. ("Alder") and Birch LLC ("Birch") agree: two definitions open the paper without a word before them.
_BARE_OPENING = re.compile(
    rf"^(?=[A-Z][^\n()]{{5,240}}\([^()\n]{{0,30}}{_QUOTE}[^()\n]{{2,30}}\),? and "
    rf"[^\n]{{3,200}}?\([^()\n]{{0,30}}{_QUOTE}[A-Z])",
    re.MULTILINE,
)
_CLOSING = re.compile(
    r"\bWHEREAS\b|\bWhereas\b|\bRECITALS?\b|\bRecitals?\b|\bWITNESSETH\b|\bNOW,? THEREFORE\b|\bBACKGROUND\b"
    r"|\bPreamble\b|\b1\. "
)
_LONGEST_PREAMBLE = 3500
_SEARCHED = 9000
_DEFINITION = re.compile(
    rf"\((?P<inner>[^()]{{0,70}}?{_QUOTE}[^()]{{1,120}}?{_QUOTE}[^()]{{0,180}})\)"
    rf"|(?<![\w]){_QUOTE}(?P<bare>the [A-Z][A-Za-z -]{{2,30}}){_QUOTE}"
    rf"|\((?:the |The |as (?:the )?|hereinafter (?:the )?)?(?P<role>{ROLE_WORD_EN})\)"
    rf"|(?:^|(?<=[\s,]))as (?:the )?(?P<cast>{ROLE_WORD_EN})(?=[ ]*(?:[,;\n]|and\b|\.\s|$))"
    r"|(?:hereinafter|hereafter)[ ,]*(?:also )?(?:to be )?(?:referred to as|called|known as"
    r"|the)?:?[ ]*(?:the )?[\"']?(?P<plain>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)",
)
_TERM = re.compile(
    rf"{_QUOTE}(?:the |The |THE )?(?P<term>[A-Z0-9][A-Za-z0-9.&, -]{{0,40}}?|[Yy]ou|[Ww]e|[Uu]s|[Oo]ur [Ff]irm"
    rf"|[a-z][\w.-]{{2,24}}){_QUOTE}"
)
_NO_PARTY = re.compile(
    r"(?i)^(?:agreement|contract|effective date|part(?:y|ies)|products?|services?|territory|term|order"
    r"|commission|exchange|securities|fda|sec|nasdaq|registration|prospectus|act|rules?|court"
    r"|.* agreement|.* date)$"
)
_BOUNDARY = re.compile(
    r"(?:^|[\s;:)\-,])(?:and|AND|And|--"
    r"|-)\s+(?:the\s+)?(?:company\s+)?(?=[({A-Z0-9])|;\s*(?:and\s+)?|\([\dA-F]\)\s*|\((?:i{1,3}|iv|vi?)\)\s*(?=[A-Z]|its\b)|\bBETWEEN:?\s*"
    r"|\b(?:OF|of) (?:THE|the) (?:FIRST|SECOND|THIRD|ONE|OTHER|first|second|third|one|other) (?:PART"
    r"|part)\b[\s,;-]*(?:(?:AND|and)\b)?"
    r"|\bon the (?:one|other) (?:hand|side|part)\b[\s,;-]*(?:and\b)?|\beach of\b"
    r"|\b(?:in favou?r of|for the benefit of|agreement with)\s+(?:the\s+)?(?=[A-Z])"
    r"|\bbetween:?\s*|\bAND:\s*|\bof one part\b|\n\s*(?=[A-Z])"
)
_LEAD = re.compile(
    rf"(?:\(?\d\)|\d{{1,2}}\.(?=[ ])|\([A-F]\)|(?i:of the (?:first|second|third|one|other) part)\b"
    rf"|{ROLE_WORD_EN}[ ]*:|(?i:the )?[Cc]ompany(?=[ ][A-Z\"])"
    r"|(?:AND|And|and|BETWEEN|Between|the|THE|each of|[Bb]oth|M/[sS]\.?|Messrs\.?)(?=[\s:,])"
    r"|(?:its|a|the|their) (?:wholly[- ]owned |majority[- ]owned |affiliated? )?(?:subsidiary|affiliate"
    r"|parent)(?: company)?,?(?=\s[A-Z])"
    r"|[ \n\t:,.(-])*"
)
# (company name), [Name of Client]: what a form prints in place of a name.
_OPEN_NAME = re.compile(
    r"[\s,]*\((?i:(?:full |legal |your )?(?:company|client|customer|buyer|supplier|seller|vendor|contractor"
    r"|subcontractor)(?:'s)? (?:legal |full )?name|name of [a-z ]{3,30}|insert [a-z ]{3,30})\)"
)
_SENTENCE = re.compile(r"\.\s+(?:Under|The|This|If|In|Each|Such)\b|^(?:This|THIS|The Agreement|Source)\b")
_WIDEST = 900
_WIDEST_BLANK = 240
_FIRST_WORDS = re.compile(r"^[A-Z][\w.&'-]*(?:[ ][A-Z&][\w.&'-]*){0,6}")
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
# The last organisation named before a definition, wherever in the first pages that stands.
_NEAREST = re.compile(
    r"(?:(?<=^)|(?<=[\s:(\"']))[A-Z0-9][\w.&'()/-]*(?:,?[ ](?:(?:of|and|&|de|for|und|et|y"
    r"|the)[ ]){0,2}[A-Z0-9&(][\w.&'()/-]*){0,9}",
    re.MULTILINE,
)
# Between a name and its defined term: nothing, or what kind of body it is and where it sits.
_FOLLOWS_NAME = re.compile(
    r"[\s,.]*(?:as (?:an? |the )?[a-z][^()\";,]{2,50}|(?:an?|the)\s[^()\";]{0,80}?"
    r"\b(?:company|corporation|partnership|association|bank|trust|individual"
    r"|institution|entity|body|society|foundation|university)\b[^();]{0,160}?)?[\s,]*"
)
_TOGETHER = re.compile(r"\b(?:together|collectively|jointly) with (?:the )?[\"']?(?P<other>[A-Z][\w&-]*)")
_CLAUSE_BETWEEN = re.compile(r"[a-z]{3}\.\s+[A-Z]|\n\s*\d{1,2}\.|\bshall\b")
_MEANING = re.compile(r"[\"']?\s*:?\s*(?:means?|shall mean|refers to|denotes|has the meaning)\b")
_SMALL_WORDS = ("you", "we", "us", "our firm")
_SHORTEST = 4
_FEWEST_USES = 4
_FAR = 420
_LONGEST_TERM = 40


def english_mentions(text: Text) -> Iterator[Mention]:
    """All places of an English or bilingual text that declare a party, in no order."""
    found = list(_preamble(text))
    yield from found
    if len(found) < 2:
        yield from _defined_elsewhere(text, found)
    if not found:
        nameless = list(_undefined(text))
        yield from nameless or signed_mentions(text)
    yield from defined_by_meaning(text)
    yield from label_mentions(text)


def _preamble(text: Text) -> Iterator[Mention]:
    """The longest list of defined parties among the openings of the first pages."""
    best: list[Mention] = []
    openings = (*_OPENING.finditer(text.text, 0, _SEARCHED), *_BARE_OPENING.finditer(text.text, 0, _SEARCHED))
    for opening in openings:
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
        if name is not None and not name.blank:
            follows = _FOLLOWS_NAME.fullmatch(text.text, name.end, match.start()) is not None
            terms = tuple(term for term in terms if follows or _belongs(text, term, name.text))
        if terms and name is not None and width <= (_WIDEST_BLANK if name.blank else _WIDEST):
            # ("Beta" and together with Alpha, the "Sellers"): the common word goes to the one named first.
            together = _TOGETHER.search(match["inner"] or "")
            if together is not None and len(terms) > 1:
                yield Mention((together["other"], *terms[1:]), None, name.start, match.end())
                terms = terms[:1]
            yield Mention(terms, name, name.start, match.end())
            segment = match.end()


def _terms(match: re.Match[str]) -> tuple[str, ...]:
    if match["inner"]:
        found = [term["term"].strip(" ,.") for term in _TERM.finditer(match["inner"])]
    else:
        found = [re.sub(r"^the ", "", match["bare"] or match["role"] or match["cast"] or match["plain"])]
    # One letter names a party only beside a role: ("Guarantor", "C"); Exhibit "A" is a paper.
    role = any(re.fullmatch(ROLE_WORD_EN, term) for term in found)
    before = match.string[max(0, match.start() - _FAR) : match.start()].lower()
    # A word in small letters names a party only if its own name is written so: theglobe.com ("theglobe").
    return tuple(
        term
        for term in found
        if not _NO_PARTY.match(term)
        and (len(term) > 1 or role)
        and (term[0].isupper() or term in _SMALL_WORDS or _is_spelled_small(term, before))
    )


def _is_spelled_small(term: str, before: str) -> bool:
    """Whether a term that begins with a small letter or a figure is a company's own spelling: i-Harbor, theglobe."""
    return f"{term}." in before or (re.search(r"[A-Z\d-]", term) is not None and term.lower() in before)


def _name_in(text: Text, start: int, end: int) -> Name | None:
    """The first company name of a preamble's segment, after its last opening word where there are several."""
    segment = text.text[start:end]
    starts = [0, *(match.end() for match in _BOUNDARY.finditer(segment))]
    for at in starts:
        piece = segment[at:]
        lead = _LEAD.match(piece).end()  # type: ignore[union-attr]
        if (open_ := _OPEN_NAME.match(piece)) is not None:
            return Name("", start + at, start + at + len(open_.group()), True)
        piece = re.sub(r"\s", " ", piece[lead:])
        if re.match(r"(?:an?|each)\s", piece):
            continue
        if (found := english_name(piece)) is not None and not _SENTENCE.search(found):
            return Name(found, start + at + lead, start + at + lead + len(found))
        if (blank := re.match(r"[_{\[][^,;]{1,60}", piece)) is not None:
            return Name("", start + at + lead, start + at + lead + len(blank.group()), True)
    for at in starts:
        piece = segment[at:]
        piece = piece[_LEAD.match(piece).end() :]  # type: ignore[union-attr]
        if (small := _SMALL_NAME.match(piece)) is not None:
            begin = text.text.find(small["name"], start + at, end)
            return Name(small["name"], begin, begin + len(small["name"]))
        first = _FIRST_WORDS.match(piece)
        if first and _AFTER_NAME.match(piece, first.end()) and len(first.group()) > 2:
            begin = text.text.find(first.group(), start + at, end)
            return judge(first.group(), begin)
    return None


def _undefined(text: Text) -> Iterator[Mention]:
    """Two organisations of an opening that defines no words for them: concluded between X, street, and Y, street."""
    for opening in _OPENING.finditer(text.text, 0, _SEARCHED):
        rest = text.text[opening.end() : opening.end() + _WIDEST]
        stop = _CLOSING.search(rest)
        rest = rest[: stop.start()] if stop else rest
        found: list[Name] = []
        for at in [0, *(match.end() for match in _BOUNDARY.finditer(rest))]:
            lead = _LEAD.match(rest[at:]).end()  # type: ignore[union-attr]
            name = english_name(re.sub(r"\s", " ", rest[at + lead :]))
            if name is not None:
                start = opening.end() + at + lead
                found.append(Name(name, start, start + len(name)))
        if len(found) == 2:
            for name_found in found:
                yield Mention(_short(text, name_found.text), name_found, name_found.start, name_found.end)
            return


def _short(text: Text, name: str) -> tuple[str, ...]:
    """The first word of a name where the text goes on with it."""
    first = name.split()[0].strip(",")
    used = len(re.findall(rf"(?<![\w]){re.escape(first)}(?![\w])", text.text))
    return (first,) if len(first) >= _SHORTEST and used >= _FEWEST_USES else ()


def _defined_elsewhere(text: Text, declared: list[Mention]) -> Iterator[Mention]:
    """Parties defined outside a preamble: in a heading, a letter, a list of details, a clause of definitions."""
    known = {term for mention in declared for term in mention.words}
    used = max((mention.end for mention in declared), default=0)
    for match in _DEFINITION.finditer(text.text, 0, _SEARCHED):
        terms = tuple(term for term in _terms(match) if term not in known and _may_name_a_party(term))
        if not terms or _MEANING.match(text.text, match.end()):
            continue
        start = max(used, match.start() - _FAR, _paragraph(text, match.start()))
        name = _nearest(text, start, match.start(), terms)
        if name is not None and _CLAUSE_BETWEEN.search(text.text, name.end, match.start()) is None:
            yield Mention(terms, name, name.start, match.end())
            used = match.end()


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
        if found is None:
            continue
        at = start + match.start() + lead
        best = Name(found, at, at + len(found))
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
        following = re.search(r"\b(?:to|with|for) (?P<name>[A-Z][\w&'.-]*(?: [A-Z&][\w&'.-]*){1,5})\s*$", segment)
        shown = labelled or personal or following
        if shown is not None:
            best = Name(shown["name"], start + shown.start("name"), start + shown.end("name"))
    if best is None or roles:
        return best
    own = any(term.split()[0].lower() in best.text.lower() for term in terms)
    before_terms = end <= _LONGEST_PREAMBLE and _CLOSING.search(text.text, 0, best.start) is None
    if own and before_terms and not text.text[best.end : end].strip(" ,.") and is_organisation(best.text):
        return best
    known = len(re.findall(re.escape(best.text), text.text, re.IGNORECASE)) > 1
    return best if own and (known or any(_acts(text, term) for term in terms)) else None


def _belongs(text: Text, term: str, name: str) -> bool:
    """Whether a defined term can be a party's: a role, part of its name, its initials, or somebody who acts."""
    if re.fullmatch(ROLE_WORD_EN, term) or term.lower() in _SMALL_WORDS:
        return True
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name)).lower()
    return (
        any(part.lower() in name.lower() for part in re.findall(r"\w{3,}", term))
        or initials.startswith(term.lower()[:2])
        or _acts(text, term, 1)
        or ((both := together(text)) is not None and re.search(rf"\b{re.escape(term)}\b", both.text) is not None)
    )


def _acts(text: Text, term: str, times: int = 2) -> bool:
    """Whether the text has a defined term do things, as it has its parties."""
    return (
        len(re.findall(rf"\b{re.escape(term)} (?:shall|will|may|must|agrees?|hereby|sells?|buys?|pays?)\b", text.text))
        >= times
    )
