"""Defined terms of English contracts: where one is given, which words it gives, and whether they can be a party's."""

from __future__ import annotations

from .. import regexes as re
from .names import ROLE_WORD_EN

# Quotation marks, as typewriters and lost encodings print them: ``Alder'', ?Alder?
QUOTE = r"(?:[\"'?]|``|'')"
DEFINITION = re.compile(
    rf"\((?P<inner>[^()]{{0,70}}?{QUOTE}[^()]{{1,120}}?{QUOTE}[^()]{{0,180}})\)"
    rf"|(?<![\w]){QUOTE}(?P<bare>the [A-Z][A-Za-z -]{{2,30}}){QUOTE}"
    rf"|\((?:the |The |as (?:the )?|hereinafter (?:the )?|[A-Z][a-z]+ )?"
    rf"(?P<role>{ROLE_WORD_EN})(?:[ ]?/[ ]?[A-Z][a-z]+){{0,2}}\)"
    rf"|(?:^|(?<=[\s,]))as (?:the )?(?P<cast>{ROLE_WORD_EN})(?=[ ]*(?:[,;\n]|and\b|\.\s|$))"
    r"|(?:[Hh]ereinafter|[Hh]ereafter)[ ,]*(?:(?:also|to be|be|is|solely|for \w+|only|individually) )*"
    r"(?:referred to as|called|known as|designated(?: as)?|named|styled"
    r"|the)?:?[ ]*(?:the )?[\"']?(?P<plain>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)"
    r"|(?i:(?:the )?party of the (?P<ordinal>first|second) part)(?=[ ]*[,.;)\n]|\s+and\b)"
    rf"|\breferred to (?:[a-z]+ |in this [A-Za-z]+ ){{0,4}}?as (?P<said>(?:the )?{QUOTE}[^\"\n]{{1,40}}{QUOTE}"
    rf"(?:,? (?:or|and/or|and) (?:as )?(?:the )?{QUOTE}[^\"\n]{{1,40}}{QUOTE})?)"
    r"|\((?P<short>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*)?)\)",
)
_TERM = re.compile(
    rf"{QUOTE}(?:the |The |THE )?(?P<term>[A-Z0-9][A-Za-z0-9.&, /-]{{0,40}}?|[Yy]ou(?:rs?)?|[Ww]e|[Uu]s"
    rf"|[Oo]urs?|[Oo]ur [Ff]irm|[a-z][\w.-]{{2,24}}){QUOTE}"
)
_NO_PARTY = re.compile(
    r"(?i)^(?:agreement|contract|effective date|part(?:y|ies)|products?|services?|territory|term|order"
    r"|commission|exchange|securities|fda|sec|nasdaq|registration|prospectus|act|rules?|court"
    r"|.* agreement|.* date)$"
)
_BODY = re.compile(r"(?i)^(?:commission|exchange|court|securities)$")
LEAD = re.compile(
    rf"(?:\(?\d\)|\d{{1,2}}\.(?=[ ])|\([A-F]\)|(?i:of the (?:first|second|third|one|other) part)\b"
    rf"|{ROLE_WORD_EN}[ ]*:|(?i:the )?[Cc]ompany(?=[ ][A-Z\"])"
    r"|(?:AND|And|and|BETWEEN|Between|the|THE|each of|[Bb]oth|M/[sS]\.?|Messrs\.?)(?=[\s:,])"
    r"|(?:M(?:r|rs|s)\.|M(?:R|RS|S)\.|Mr|Mrs|Miss|Shri|Smt\.?)(?=[ ][A-Z])"
    r"|(?:Company |Full |Legal |Registered )?Name[ ]?:"
    r"|(?:its|a|the|their) (?:wholly[- ]owned |majority[- ]owned |affiliated? )?(?:subsidiary|affiliate"
    r"|parent)(?: company)?,?(?=\s[A-Z])"
    r"|[ \n\t:,.(*-])*"
)
SMALL_WORDS = ("you", "your", "yours", "we", "us", "our", "ours", "our firm")
_FAR = 420


def terms_of(match: re.Match[str]) -> tuple[str, ...]:
    """The words a match of `DEFINITION` gives, those left out that name papers, dates or things."""
    if (quoted := match["inner"] or match["said"]) is not None:
        found = [part.strip(" ,.") for term in _TERM.finditer(quoted) for part in _parts(term["term"])]
    elif match["ordinal"]:
        nth = match["ordinal"].lower()
        return (f"{nth.capitalize()} Party", f"{nth.upper()} PARTY", f"party of the {nth} part")
    else:
        given = match["bare"] or match["role"] or match["cast"] or match["plain"] or match["short"]
        found = [re.sub(r"^the ", "", given)]
    # One letter names a party only beside a role: ("Guarantor", "C"); Exhibit "A" is a paper.
    role = any(re.fullmatch(ROLE_WORD_EN, term) for term in found)
    before = match.string[max(0, match.start() - _FAR) : match.start()].lower()
    # A word in small letters names a party only if its own name is written so: theglobe.com ("theglobe").
    return tuple(
        term
        for term in found
        if (not _NO_PARTY.match(term) or _ends_with(before, term))
        and (len(term) > 1 or role)
        and (term[0].isupper() or term in SMALL_WORDS or _is_spelled_small(term, before))
    )


def _parts(term: str) -> list[str]:
    """The words of a term that gives two at once: Second Party/Company."""
    parts = term.split("/")
    return parts if all(len(part.strip()) > 2 for part in parts) else [term]


def _ends_with(before: str, term: str) -> bool:
    """Whether the name ahead ends with a word that mostly names no party: the Transport Commission ("Commission")."""
    return _BODY.match(term) is not None and re.search(rf"[a-z] {term.lower()}[\s,(*]*$", before) is not None


def _is_spelled_small(term: str, before: str) -> bool:
    """Whether a term that begins with a small letter or a figure is a company's own spelling: i-Harbor, theglobe."""
    return f"{term}." in before or (re.search(r"[A-Z\d-]", term) is not None and term.lower() in before)


def short_form(term: str, name: str) -> bool:
    """Whether a word in bare brackets is a name's short form: its beginning, or its initials."""
    first, *_ = term.split()
    initials = "".join(word[0] for word in re.findall(r"[A-Z][A-Za-z]*", name))
    return name.lower().startswith(term.lower()) or (len(first) >= 2 and initials.startswith(first) and first.isupper())
