"""Parties that a clause of definitions names: "Buyer" means X plc."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..text import Text
from .mentions import Mention
from .names import ROLE_WORD_EN, Name, english_name, judge

# "Buyer" means X plc; Seller: means X; The buyer shall mean X
_MEANS = re.compile(
    rf"(?:[\"'](?:[Tt]he )?|\b[Tt]he |^[ \d.]*)(?P<term>{ROLE_WORD_EN}|[Ww]e|[Uu]s|[Yy]ou)[\"']?"
    r"(?:(?:,? (?:or|and)|[ ]?/|,)[ ]?[\"']?\w+[\"']?)*(?:(?:[ ]*:?\s+|(?<=[\"']))"
    r"(?:means?|shall mean|refers? to|denotes|is|are)\s+"
    r"|(?<=[\"'])[ ]*:[ ]+)(?:the company )?",
    re.MULTILINE,
)


def defined_by_meaning(text: Text) -> Iterator[Mention]:
    """Parties that a clause of definitions names."""
    for match in _MEANS.finditer(text.text):
        name = _meant(text, match.end())
        if name is not None:
            yield Mention((match["term"],), name, match.start(), name.end)


def _meant(text: Text, start: int) -> Name | None:
    """The name a definition gives, or its blank; None where it tells the party by what it does."""
    words_ = text.text[start : start + 140].split("\n")[0]
    if (found := english_name(words_)) is not None:
        return Name(found, start, start + len(found))
    blank = re.match(r"(?:[_{\[][^,;\n]{0,60}[_}\]]|_{3,})", words_)
    if blank is not None:
        return Name("", start, start + blank.end(), True)
    alone = re.match(r"[A-Z][\w.'-]+(?: [A-Z][\w.&'-]*){1,5}(?=[.;,(]|$| (?:of|whose)\b)", words_)
    return judge(alone.group(), start) if alone is not None else None
