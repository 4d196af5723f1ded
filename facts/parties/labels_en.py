"""Labels of English forms and captions that name a party, on their own line, in the next cell or on the next line."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..text import Text
from .mentions import Mention
from .names import ROLE_WORD_EN, Name, is_organisation, judge, nothing_follows, read_name

_WHAT = (
    r"(?:'s)?(?:[ ](?:(?:[Ff]ull|[Rr]egistered|[Ll]egal)[ ])*[Nn]ame|[ ][Cc]ompany(?:[ ][Nn]ame)?|[ ]NAME"
    r"|[ ][Dd]etails|[ ][Ii]nformation|[ ]Entity)?"
)
# A label ends in a colon or fills a cell; looked at from that end backwards, a long text costs little.
_END_OF_LABEL = re.compile(r"[:\t]")
_LONGEST_LABEL = 80
_NOT_SECOND = r"(?!Name|NAME|Details|Information|Entity|Full|Legal|Registered|Company)"
_LABEL = re.compile(
    r"(?:^|(?<=[\s\t│|/(.*]))(?:(?:The|the|THE) (?P<after>[A-Za-z-]+)"
    rf"|(?P<label>[A-Z][A-Za-z-]*(?: {_NOT_SECOND}[A-Z][A-Za-z]*)?))"
    r"(?:[ ]?/[ ]?[A-Z][A-Za-z-]+)?(?P<paren>[ ]*\([^()\n]{1,40}\))?" + _WHAT + r"[ ]*$"
)
_BEHIND = re.compile(r":(?:\*\*)?[ \t]*(?:\((?:name|full name|company name)\)[ ]*)?|\t[ ]*(?=[^\t\n])")
_FULL_NAME = re.compile(rf"(?P<label>{ROLE_WORD_EN})[ ](?:Full )?Legal Name:?[ ]+")
# Labels outside the vocabulary that a contract made a defined term of: Contracting Authority: …
_OTHER_LABEL = re.compile(
    r"^[ ]*(?:\d{1,2}(?:\.\d)?[ ]+)?(?:The )?(?P<label>[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)[ ]*:[ ]*(?=\S)", re.MULTILINE
)
_NO_SIDE = re.compile(
    r"(?i)bank|beneficiary|carrier|contact|address|product|goods|title|name|project|notify|broker|port|subject"
    r"|date|by|attn"
    r"|attention|insur|payment|price|delivery|note|country|place|owner|witness|agent|services?|term|fee"
    r"|reference|schedule"
)
_NEXT_LINE = re.compile(
    r"[ ]*\n[ ]*(?:(?:Company |Full |Legal )?Name[ ]*:[ ]*)?(?P<line>[^\n\t:]{3,80}?)[ ]*(?=\n|\t|$|[ ]{3,})"
)
# A label alone on its line, the field of a template on the next one.
_FIELD_BELOW = re.compile(
    rf"^[ ]*(?:The )?(?P<label>{ROLE_WORD_EN})(?: (?:Name|Details|Information))?[ ]*\n[ ]*"
    r"(?P<field>\{\{[^{}\n]+\}\}|\$\{[^{}\n]+\}|<[<%][^<>\n]+>|«[^»\n]+»|\[[^\[\]\n]+\]"
    r"|(?<=Name\n)_{4,}|(?<=NAME\n)_{4,})",
    re.MULTILINE,
)
# CUSTOMER / Alder Foods Ltd: a role alone on its line, an organisation on the next one; "RESELLER"  ALDER FOODS LTD
_HEADED = re.compile(
    rf"^[ ]*(?:\d{{1,2}}\.[ ]+)?(?:(?i:signed|for|on behalf of|for and on behalf of)[ ]+)?(?:The |THE |the )?"
    rf"(?P<label>{ROLE_WORD_EN})(?: (?:Name|NAME|Details|DETAILS|Information|INFORMATION))?[ ]*(?=\n)"
    rf"|[\"'](?:The )?(?P<quoted>{ROLE_WORD_EN})[\"'][ ]{{1,8}}(?=[A-Z])",
    re.MULTILINE,
)
_BELOW = re.compile(r"\s*?\n\s{0,40}(?:(?:Company |Full |Legal )?Name[ ]*:[ ]*)?")
# City: Duluth is a line of an address, Company Name: Alder Ltd a field of a form.
_LINE_OF_ADDRESS = ("city", "state", "county", "hospital", "university")
_FORM_WORD = (
    r"(?:Signature|Name|Title|Date|Address|By|Authori[sz]ed|Print|Signed|Position|Tel|Phone|Goods"
    r"|Products|Payment|Attn)"
)
_ROLE_WORD = re.compile(ROLE_WORD_EN)
_A_WORD_OF_FORMS = re.compile(rf"\b(?:{ROLE_WORD_EN}|{_FORM_WORD})\b")
_FEWEST_USES = 2
_SIGNS_FOR = re.compile(r"[ ]*(?:(?i:signed|executed|agreed|accepted|and|for|by|on behalf of|the)[ ]+)*")
_IN_A_SENTENCE = re.compile(r"(?:^|[ ])[a-z]+ (?:the )?$")
_SPEAKS_OF_IT = re.compile(r"\b[Tt]he Company\b|\bCompany (?:shall|will|may|must|agrees)\b")
_CAPITALISED = re.compile(r"[A-Z][\w.&'-]+(?:[ ](?:of|and|the|&)[ ]|[ ])(?:[A-Z&][\w.&'-]*[ ]?){1,5}")


def label_mentions(text: Text) -> Iterator[Mention]:
    """Mentions of parties behind labels, in no order."""
    for end in _END_OF_LABEL.finditer(text.text):
        low = max(text.text.rfind("\n", 0, end.start()) + 1, end.start() - _LONGEST_LABEL)
        match = _LABEL.search(text.text[low : end.start()])
        behind = _BEHIND.match(text.text, end.start())
        if match is not None and behind is not None:
            yield from _labelled(text, match, low, behind.end())
    for match in _FULL_NAME.finditer(text.text):
        if (name := read_name(text, match.end())) is not None:
            yield Mention((match["label"],), name, match.start(), name.end)
    for match in _FIELD_BELOW.finditer(text.text):
        yield Mention((match["label"],), Name("", match.start("field"), match.end("field"), True), *match.span())
    yield from _headed(text)
    yield from _other_labels(text)


def _headed(text: Text) -> Iterator[Mention]:
    """Names below a role that is alone on its line, or beside one in quotation marks.

    Any name in capitals where both sides stand so; an organisation's where one does.
    """
    found: list[Mention] = []
    for match in _HEADED.finditer(text.text):
        below = _BELOW.match(text.text, match.end()) if match["label"] else None
        if below is None and match["quoted"] is None:
            continue
        start = below.end() if below is not None else match.end()
        line = text.text[start : text.line_at(start).end].strip()
        name = read_name(text, start)
        if name is not None and not name.blank and (is_organisation(name.text) or _names_somebody(line)):
            found.append(Mention((match["label"] or match["quoted"],), name, match.start(), name.end))
    both = len({word.lower() for mention in found for word in mention.words}) > 1
    yield from (one for one in found if both or (one.name is not None and is_organisation(one.name.text)))


def _names_somebody(line: str) -> bool:
    """Whether a whole line is words in capitals as names have them, none of them a role or a form's."""
    return _CAPITALISED.fullmatch(line) is not None and _A_WORD_OF_FORMS.search(line) is None


def _labelled(text: Text, match: re.Match[str], low: int, end: int) -> Iterator[Mention]:
    """The party a label names that begins behind `low` and whose value begins at `end`."""
    label = match["label"] or match["after"]
    inner = (match["paren"] or "").strip(" ()\"'")
    longer = f"{label} Company" if re.search(r"[ ]Company(?:[ ]Name)?[ ]*$", match.group()) else label
    own = tuple(w for w in (longer, re.sub(r"^(?i:the) ", "", inner)) if _ROLE_WORD.fullmatch(w))
    if not own and _ROLE_WORD.fullmatch(label):
        own = (label,)
    if not own:
        return
    start = low + match.start()
    if match["paren"] and not _ROLE_WORD.fullmatch(label):
        # Signed for Alder Ltd (the Owner): ______
        ahead = low + match.start("paren")
        begin = text.line_at(ahead).start
        begin += len(_SIGNS_FOR.match(text.text[begin:ahead]).group())  # type: ignore[union-attr]
        signer = judge(text.text[begin:ahead].strip(), begin)
        if signer is not None and not signer.blank and is_organisation(signer.text):
            yield Mention(own, signer, begin, low + match.end("paren"))
            return
    name = read_name(text, end) or _on_next_line(text, end)
    if label.lower() in _LINE_OF_ADDRESS and (name is None or not is_organisation(name.text)):
        return
    if _IN_A_SENTENCE.search(text.text, max(0, start - 20), start) is not None:
        return
    if (
        own == ("Company",)
        and match.group().rstrip().endswith(("Name", "NAME"))
        and not _SPEAKS_OF_IT.search(text.text)
    ):
        own = ()
    if name is not None:
        yield Mention(own, name, start, name.end)
    elif nothing_follows(text, end):
        yield Mention(own, Name("", end, end, True), start, end)


def _other_labels(text: Text) -> Iterator[Mention]:
    for match in _OTHER_LABEL.finditer(text.text):
        label = match["label"]
        if _ROLE_WORD.fullmatch(label) or _NO_SIDE.search(label):
            continue
        name = read_name(text, match.end())
        if name is None or name.blank or not is_organisation(name.text):
            continue
        used = rf"\b[Tt]he {re.escape(label)}\b|\b{re.escape(label)} (?:shall|will|must|may|agrees?|hereby)\b"
        if len(re.findall(used, text.text)) >= _FEWEST_USES:
            yield Mention((label,), name, match.start(), name.end)


def _on_next_line(text: Text, end: int) -> Name | None:
    """A name on the line below a label that nothing follows: an organisation, or words in capitals."""
    following = _NEXT_LINE.match(text.text, end)
    if following is None:
        return None
    line, start = following["line"].strip(), following.start("line")
    if (name := read_name(text, start)) is not None and not name.blank and is_organisation(name.text):
        return name
    if _CAPITALISED.fullmatch(line) and not re.match(rf"(?:For |The |the )*(?:{ROLE_WORD_EN}|{_FORM_WORD})\b", line):
        return judge(line, start)
    return None
