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
    r"(?:^|(?<=[\s\t│|/(.]))(?:(?:The|the|THE) (?P<after>[A-Za-z-]+)"
    rf"|(?P<label>[A-Z][A-Za-z-]*(?: {_NOT_SECOND}[A-Z][A-Za-z]*)?))"
    r"(?:[ ]?/[ ]?[A-Z][A-Za-z-]+)?(?P<paren>[ ]*\([^()\n]{1,40}\))?" + _WHAT + r"[ ]*$"
)
_BEHIND = re.compile(r":[ \t]*(?:\((?:name|full name|company name)\)[ ]*)?|\t[ ]*(?=[^\t\n])")
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
_FORM_WORD = (
    r"(?:Signature|Name|Title|Date|Address|By|Authori[sz]ed|Print|Signed|Position|Tel|Phone|Goods"
    r"|Products|Payment|Attn)"
)
_ROLE_WORD = re.compile(ROLE_WORD_EN)
_FEWEST_USES = 2
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
    yield from _other_labels(text)


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
    name = read_name(text, end) or _on_next_line(text, end)
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
