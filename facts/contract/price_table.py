"""Price tables: the sum of the lines, the printed total, and tables whose amounts were never filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ...values import Money
from .. import regexes as re
from ..fact import Fact, absent, stated
from ..quantities.currencies import AFTER, BEFORE, code_of
from ..quantities.digits import NUMBER, read_number
from ..quantities.found import Found
from ..quantities.money import find_money
from ..roles import Parties
from ..text import Stretch, Text

_NAME = "contract.line_total"
_AMOUNT_HEAD = re.compile(
    r"^(?:含税|暂定|总|合同|小计)?(?:金额|总价|总金额|合计|价款|小计|总额|价税合计)(?:合计)?(?=$|[ (/:A-Z])"
    r"|^(?i:(?:line |total |extended )?(?:amount|total|price)|total price)(?=$|[ (])"
)
_OTHER_HEAD = re.compile(
    r"数量|单价|单位|规格|品名|名称|型号|项目|(?i:quantity|qty|unit|description|item|commodity|milestone|product)"
)
_TOTAL_ROW = re.compile(
    r"^[ ]*(?:暂定|预估|含税|合同|价税)?(?:合[ ]*计|总[ ]*计|共[ ]*计|小[ ]*计|总金额|总价|总值|总额"
    r"|(?i:(?:grand |sub)?total))"
)
_UNIT = re.compile(rf"(?P<scale>万|千)?(?P<mark>{BEFORE}|{AFTER})")
_NUMBER = re.compile(rf"(?:(?!\d)(?P<mark>{BEFORE}))?[ ]?(?P<number>{NUMBER})[ ]?(?P<after>{AFTER})?$")
_SCALES = {"万": Decimal(10_000), "千": Decimal(1000), None: Decimal(1)}


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    cells: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PriceTable:
    """The amounts of a table's lines, its printed total, and its heading for amounts."""

    heading: Stretch
    lines: tuple[Found[Money], ...]
    total: Found[Money] | None


_LINES_TOLD = re.compile(r"(?:明细|清单|分项|各项)(?:金额|价款)?(?:合计|总计|之和)(?:为|是|:)?[ ]*(?:人民币)?[ ]*")


@lru_cache(maxsize=8)
def price_tables(text: Text) -> tuple[PriceTable, ...]:
    """The tables of a text that have a column of amounts."""
    return tuple(table for block in _blocks(text) if (table := _table(text, block)) is not None)


def read(text: Text, parties: Parties) -> Iterable[Fact]:
    """`contract.line_total`: the sum of all lines of the price tables, in their one currency, or the one told."""
    lines = [line for table in price_tables(text) for line in table.lines] or _told_lines(text)
    currencies = {line.value.currency for line in lines}
    if not lines or len(currencies) > 1:
        return [absent(_NAME)]
    total = sum((line.value.amount for line in lines), Decimal(0))
    evidence = [item for line in lines for item in text.evidence(line.start, line.end, _NAME)]
    return [stated(_NAME, Money(total, currencies.pop()), *evidence)]


def _told_lines(text: Text) -> list[Found[Money]]:
    """What a sentence says the lines add up to: 明细合计118,400元."""
    found: list[Found[Money]] = []
    for label in _LINES_TOLD.finditer(text.text):
        found += [
            one for one in find_money(text.text, None, label.end(), label.end() + 30) if one.start <= label.end() + 4
        ]
    return found[:1] if len({one.value for one in found}) == 1 else []


def table_total(text: Text) -> list[Found[Money]]:
    """The printed totals of the price tables."""
    return [table.total for table in price_tables(text) if table.total is not None]


def only_line(text: Text) -> list[Found[Money]]:
    """The amount of the one line of the one price table: without a total it is the price itself."""
    tables = price_tables(text)
    if len(tables) != 1 or tables[0].total is not None or len(tables[0].lines) != 1:
        return []
    line = tables[0].lines[0]
    return [line] if line.value.amount > 0 else []


def empty_price_column(text: Text) -> Stretch | None:
    """The heading of an amount column no figure was ever written under; None where there is none."""
    for block in _blocks(text):
        for at, row in enumerate(block):
            heading = next((cell for cell in row.cells if _AMOUNT_HEAD.match(cell[1].strip())), None)
            if heading is None or len(row.cells) < 3:
                continue
            if not any(re.search(r"\d", cell) for later in block[at + 1 :] for _, cell in later.cells):
                return Stretch(heading[0], heading[0] + len(heading[1]), heading[1])
    # A narrow column prints 金 above 额; a form may ask for the amounts in a heading with a rule under it.
    split = re.search(r"[│|\t][ ]*金[ ]*[│|├\t][^\n]*\n[^\n]*[│|\t ]额[ ]*(?:[│|├\t]|$)", text.text)
    ruled = split or re.search(
        r"^[^\n]{0,30}(?:单价|数量)[^\n]{0,6}金额[^\n]{0,20}\n[ ]*[_\u2500]{4,}", text.text, re.MULTILINE
    )
    return Stretch(ruled.start(), ruled.end(), ruled.group()) if ruled else None


def _blocks(text: Text) -> Iterator[list[_Row]]:
    """Runs of lines that are table rows: cells parted by tabs or by drawn lines."""
    block: list[_Row] = []
    position = 0
    for line in text.text.split("\n"):
        row = _row(line, position)
        position += len(line) + 1
        if row is not None:
            block.append(row)
        elif block and not re.fullmatch(r"[ \u2500-\u257f|+-]*", line):
            yield block
            block = []
    if block:
        yield block


def _row(line: str, position: int) -> _Row | None:
    if "\t" not in line and line.count("│") < 2 and line.count("|") < 2:
        return None
    if re.fullmatch(r"[ \u2500-\u257f|:+-]*", line) and "│ " not in line:
        return None
    cells, at = [], 0
    for piece in re.split(r"[\t│|]", line):
        cells.append((position + at, piece))
        at += len(piece) + 1
    return _Row(position, tuple(cells))


def _table(text: Text, block: list[_Row]) -> PriceTable | None:
    for at, row in enumerate(block):
        column = _amount_column(row)
        if column is None:
            continue
        start, head = row.cells[column]
        unit = _UNIT.search(head) or _UNIT.search(text.text[max(0, row.start - 40) : row.start]) or _mark_in(block[at:])
        lines, total = [], None
        for later in block[at + 1 :]:
            money = _money(later, column, len(row.cells), unit)
            first = next((cell for _, cell in later.cells if cell.strip()), "")
            if _TOTAL_ROW.match(first):
                total = money or total
                if not re.match(r"[ ]*小", first):
                    break
            elif money is not None:
                lines.append(money)
        if lines or total:
            return PriceTable(Stretch(start, start + len(head), head), tuple(lines), total)
    return None


_SCHEDULE = re.compile(r"期次|阶段|比例|付款|支付|(?i:milestone|instal|share|payment|due)")


def _amount_column(row: _Row) -> int | None:
    """The column of amounts: the last with such a heading, beside a heading for goods or quantities.

    A table of payments has amounts, too, but they are shares of the price.
    """
    if not any(_OTHER_HEAD.search(cell) for _, cell in row.cells) or any(
        _SCHEDULE.search(cell) for _, cell in row.cells
    ):
        return None
    columns = [i for i, (_, cell) in enumerate(row.cells) if _AMOUNT_HEAD.match(cell.strip())]
    return columns[-1] if columns else None


def _mark_in(rows: list[_Row]) -> re.Match[str] | None:
    """A currency mark beside a figure anywhere in the rows: one ¥ on the total stands for the column."""
    for row in rows:
        for _, cell in row.cells:
            match = _NUMBER.match(cell.strip())
            if match and (match["mark"] or match["after"]):
                return _UNIT.search(match["mark"] or match["after"])
    return _told_in_words(rows)


def _told_in_words(rows: list[_Row]) -> re.Match[str] | None:
    """The currency of a total that the rows write out: 壹拾贰万陆仟元整."""
    told = any(re.search(r"[壹贰叁肆伍陆柒捌玖拾佰仟万][元圆]", cell) for row in rows for _, cell in row.cells)
    return _UNIT.search("元") if told else None


def _money(row: _Row, column: int, width: int, unit: re.Match[str] | None) -> Found[Money] | None:
    """The amount in a row: in the column itself; counted from the right where merged cells make the row shorter."""
    index = column if len(row.cells) == width else len(row.cells) - (width - column)
    if not 0 <= index < len(row.cells):
        return None
    start, cell = row.cells[index]
    match = _NUMBER.match(cell.strip())
    if match is None:
        return None
    mark = match["mark"] or match["after"] or (unit["mark"] if unit else None)
    if mark is None:
        return None
    scale = _SCALES[unit["scale"] if unit else None]
    lead = len(cell) - len(cell.lstrip())
    amount = read_number(match["number"]) * scale
    return Found(start + lead, start + lead + len(cell.strip()), Money(amount, code_of(mark)))
