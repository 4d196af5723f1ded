"""Payment schedules drawn as tables: a row an instalment, columns for share, sum, condition and time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .. import regexes as re
from ..quantities.currencies import BEFORE, code_of
from ..quantities.money import find_money, first_currency
from ..quantities.percents import find_percents
from ..roles import Parties
from ..sentence_tools import Passage, passages
from ..text import Text
from .shares import Share
from .timing import Timing, read_named, read_timing

_SHARE_HEAD = re.compile(r"比例|占比|%|percent|share|portion", re.IGNORECASE)
_STEP_HEAD = re.compile(
    r"期次|付款|支付|节点|阶段|条件|时间|期数|款项|install?ment|milestone|payment|stage|due|trigger|event",
    re.IGNORECASE,
)
_NO_STEP = re.compile(
    r"税率|单价|数量|规格|型号|违约|折扣|unit price|quantity|qty|tax|discount|SLA|uptime|credit", re.IGNORECASE
)
_SUM_HEAD = re.compile(r"金额|\b(?:amounts?|sums?|fees?|value)\b", re.IGNORECASE)
# A table of sums is a schedule only where a column says when, or of which payment.
_PAID_HEAD = re.compile(
    (
        r"期次|付款|支付|节点|期数|\b(?:install?ments?|milestones?|payments?|payable|(?<!delivery )(?<!shipment )due"
        r"|when)\b"
    ),
    re.IGNORECASE,
)
# Columns of a list of goods: its sums are prices.
_GOODS_HEAD = re.compile(
    r"品名|货物|产品|物料|\b(?:items?|descriptions?|products?|goods|parts?|articles?)\b", re.IGNORECASE
)
# Milestone | Payment: the shares stand in a column that doesn't say so.
_STAGE_HEAD = re.compile(r"\b(?:milestones?|stages?|phases?|install?ments?|trigger|event)\b", re.IGNORECASE)
_PAY_HEAD = re.compile(r"(?:payments?|fees?|payable|price|amount)(?: due| payable| %)?", re.IGNORECASE)
_TOTAL = re.compile(r"^\s*(?:合计|总计|小计|total|sub-?total)", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*\d{1,3}(?:\.\d+)?\s*$")

Row = tuple[Passage, Share, Timing, str]


def read_tables(text: Text, parties: Parties) -> Iterator[Row]:
    """The instalments of every payment table of a text, in order."""
    head: list[str] | None = None
    currency = first_currency(text.text)
    for passage in passages(text):
        cells = passage.text.strip("\n").split("\t")
        if len(cells) < 2:
            head = None
            continue
        # The row as a whole was looked at: most rows hold no word of a heading.
        likely = _SHARE_HEAD.search(passage.text) or _SUM_HEAD.search(passage.text) or _STAGE_HEAD.search(passage.text)
        if likely and _is_head(cells):
            head = cells
            continue
        if head is None or _TOTAL.match(cells[0]):
            continue
        row = _row(passage, head, cells, parties, currency)
        if row is not None:
            yield row


def _is_head(cells: list[str]) -> bool:
    words = "\t".join(cells)
    shared = any(_SHARE_HEAD.search(cell) for cell in cells) and any(_STEP_HEAD.search(cell) for cell in cells)
    summed = (
        any(_SUM_HEAD.search(cell) for cell in cells)
        and any(_PAID_HEAD.search(cell) for cell in cells)
        and not any(_GOODS_HEAD.search(cell) for cell in cells)
    )
    staged = any(_STAGE_HEAD.search(cell) for cell in cells) and any(
        _PAY_HEAD.fullmatch(cell.strip()) for cell in cells
    )
    # Figures last: looking for them is the dearest of the questions, and most rows fail the others.
    return (
        (shared or summed or staged)
        and _NO_STEP.search(words) is None
        and find_percents(words) == []
        and find_money(words) == []
    )


def _row(passage: Passage, head: list[str], cells: list[str], parties: Parties, currency: str | None) -> Row | None:
    pct = _pct(head, cells)
    words = ", ".join(cell.strip() for cell in cells if cell.strip())
    money = [m for cell in cells for m in find_money(cell, currency) if m.value.amount != pct]
    if pct is None:
        return _sum_row(passage, head, cells, parties, currency)
    share = Share(
        0,
        0,
        pct,
        money[0].value if len(money) == 1 else None,
        balance=bool(re.search(r"尾款|余款|balance", words, re.I)),
    )
    return passage, share, _timing(head, cells, words, parties), words


def _timing(head: list[str], cells: list[str], words: str, parties: Parties) -> Timing:
    """The time a row tells; a cell that only names an event (Final acceptance) is paid upon it."""
    timing = read_timing(words, parties, True)
    if timing.fixed or timing.before:
        return timing
    named = next((cell for cell, title in zip(cells, head, strict=False) if _STAGE_HEAD.search(title)), None)
    if named is None or not named.isascii():
        return timing
    upon = read_named(named.strip(), parties)
    return timing if upon.empty else upon


def _sum_row(passage: Passage, head: list[str], cells: list[str], parties: Parties, currency: str | None) -> Row | None:
    """A row that gives the sum of an instalment and its time, but no share."""
    sums = [
        m
        for cell, title in zip(cells, head, strict=False)
        if _SUM_HEAD.search(title)
        for m in find_money(cell, _currency(title) or currency)
    ]
    words = ", ".join(
        cell.strip() for cell, title in zip(cells, head, strict=False) if cell.strip() and not _SUM_HEAD.search(title)
    )
    timing = _timing(head, cells, words, parties)
    if len(sums) != 1 or timing.empty:
        return None
    balance = bool(re.search(r"尾款|余款|balance", words, re.I))
    return passage, Share(0, 0, None, sums[0].value, balance=balance), timing, words


def _currency(title: str) -> str | None:
    """The currency the head of a column names: Amount (EUR), 金额(万元) has none of its own."""
    mark = re.search(BEFORE, title)
    return code_of(mark[0]) if mark else None


def _pct(head: list[str], cells: list[str]) -> Decimal | None:
    for at, cell in enumerate(cells):
        found = find_percents(cell)
        if len(found) == 1 and 0 < found[0].value <= 100:
            return found[0].value
        if at < len(head) and _SHARE_HEAD.search(head[at]) and _NUMBER.match(cell):
            return Decimal(cell.strip())
    return None
