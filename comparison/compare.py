"""A template and a contract put side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..checker.report import DocumentReport
from ..facts.contract.placeholder_names import name_of
from ..facts.normalise import normalise
from ..policylang.core import Program
from .align import Pair, align
from .model import Comparison, Fill, Row, Status
from .regroup import regrouped
from .units import GAP, Unit, units
from .verdicts import turns
from .words import Op, Piece, pieces


def compare(template: DocumentReport, contract: DocumentReport, program: Program) -> Comparison:
    """What became of each paragraph and row of the template, and which verdicts that turned.

    Both reports have a finding for every rule of the program, as of the same day and for the same stage.
    """
    rows = compared(units(template), units(contract))
    return Comparison(template, contract, program, rows, turns(template, contract, rows, program))


def compared(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[Row, ...]:
    """The rows in the order of the contract, what was removed where it stood in the template."""
    before, after = regrouped(before, after)
    pairs = align(before, after)
    became = {pair.after: pair for pair in pairs}
    kept = {pair.before for pair in pairs}
    removed: dict[int, list[Unit]] = {}
    last = -1
    for unit in before:
        if unit.index in kept:
            last = unit.index
        else:
            removed.setdefault(last, []).append(unit)
    rows: list[Row] = [Row(Status.REMOVED, unit, None) for unit in removed.get(-1, ())]
    for unit in after:
        pair = became.get(unit.index)
        rows.append(Row(Status.ADDED, None, unit) if pair is None else _row(pair, before[pair.before], unit))
        rows += [Row(Status.REMOVED, each, None) for each in removed.get(pair.before if pair else -2, ())]
    return tuple(rows)


def _row(pair: Pair, before: Unit, after: Unit) -> Row:
    if before.key == after.key:
        status = Status.MOVED if pair.moved else Status.UNCHANGED
        return Row(status, before, after, moved=pair.moved)
    lone = all(word.text == GAP for word in before.words)
    found = (Piece(Op.FILLED, before.text, after.text),) if lone else pieces(before, after)
    filled = tuple(_fills(found))
    only_filled = all(piece.op in (Op.SAME, Op.FILLED) for piece in found)
    status = Status.FILLED if only_filled else Status.CHANGED
    return Row(status, before, after, found, filled, pair.moved)


def _fills(found: Sequence[Piece]) -> Iterator[Fill]:
    for piece in found:
        if piece.op is Op.FILLED:
            written = piece.before.strip()
            yield Fill(name_of(normalise(written)[0]) or written, piece.after.strip())
