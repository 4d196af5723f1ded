"""Whose detail it is: an address, a tax number or an account belongs to the party it is printed under or beside."""

from __future__ import annotations

from .. import regexes as re
from ..roles import Parties, Role
from ..text import Text
from .mentions import Mention

_COLUMN_BREAK = r"\t|│|[|]|[ ]{3,}"
_ROWS_ABOVE = 14
_FAR = 700
_HOLDER_ABOVE = 4
_HOLDER = re.compile(r"[ ]*(?:账户|帐户|单位|公司|开户)?(?:名称|户名|全称|名)[ ]*:[ ]*(?P<name>[^\s:]{4,40})$")


class Owners:
    """Tells which party a detail at some place of the text belongs to."""

    def __init__(self, text: Text, parties: Parties, mentions: list[Mention]) -> None:
        self._text = text
        self._parties = parties
        self._declared = sorted(
            (mention.start, role) for mention in mentions for role in [self._role(mention)] if role is not None
        )

    def _role(self, mention: Mention) -> Role | None:
        names = [mention.name.text] if mention.name is not None and mention.name.text else []
        for word in (*mention.words, *names):
            if (role := self._parties.role_of(word)) is not None:
                return role
        return None

    def of(self, position: int, label: re.Pattern[str]) -> Role | None:
        """The owner of a detail at a position; `label` matches the detail's label, to count columns by."""
        line = self._text.line_at(position)
        before = self._text.text[line.start : position]
        cell = re.split(_COLUMN_BREAK, before)[-1]
        if (role := self._named_in(cell)) is not None:
            return role
        if (role := self._account_of(line.start)) is not None:
            return role
        labels = [m.start() + line.start for m in label.finditer(line.text)]
        if len(labels) >= 2:
            column = max(0, sum(start <= position for start in labels) - 1)
            return self._column(line.start, column)
        near = [role for start, role in self._declared if start <= position and position - start <= _FAR]
        return near[-1] if near else None

    def in_turn(self, line_start: int, index: int) -> Role | None:
        """The party named in some place of the nearest line above that names several."""
        return self._column(line_start, index)

    def _account_of(self, line_start: int) -> Role | None:
        """The party whose name stands as the holder's in the lines right above, as in the details of an account."""
        at = line_start
        for _ in range(_HOLDER_ABOVE):
            if at == 0:
                return None
            line = self._text.line_at(at - 1)
            if (holder := _HOLDER.match(line.text.rstrip())) is not None:
                return self._parties.role_of(holder["name"])
            at = line.start
        return None

    def _named_in(self, words: str) -> Role | None:
        found = [(words.rfind(word), role) for role in Role for word in self._parties.words(role) if word in words]
        return max(found)[1] if found else None

    def _column(self, line_start: int, column: int) -> Role | None:
        """The party at the head of a column: the nearest line above that names the parties side by side."""
        at = line_start
        for _ in range(_ROWS_ABOVE):
            line = self._text.line_at(max(0, at - 1)) if at else None
            if line is None:
                return None
            order = [role for start, role in self._declared if line.start <= start < line.end]
            if not order:
                found = {
                    line.text.find(word): role
                    for role in Role
                    for word in self._parties.words(role)
                    if word in line.text
                }
                order = [found[start] for start in sorted(found)]
            order = list(dict.fromkeys(order))
            if len(order) >= 2:
                return order[column] if column < len(order) else None
            at = line.start
        return None
