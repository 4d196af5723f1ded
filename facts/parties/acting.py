"""How a text goes on with a party: whether it has a word do things, and which short form of a name it uses."""

from __future__ import annotations

from .. import regexes as re
from ..text import Text


def acts(text: Text, term: str, times: int = 2) -> bool:
    """Whether a term stands so often before a verb of duty, will or trade."""
    return (
        len(re.findall(rf"\b{re.escape(term)} (?:shall|will|may|must|agrees?|hereby|sells?|buys?|pays?)\b", text.text))
        >= times
    )


def short_name(text: Text, name: str) -> tuple[str, ...]:
    """The first word of a name where the text goes on with it, else the name itself."""
    first = name.split()[0].strip(",")
    used = len(re.findall(rf"(?<![\w]){re.escape(first)}(?![\w])", text.text))
    return (first,) if len(first) >= _SHORTEST and used >= _FEWEST_USES else (name,)


_SHORTEST = 4
_FEWEST_USES = 4
