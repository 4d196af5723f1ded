"""Which column of a file is which field: by the headings people use, or by the user's mapping file."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ...facts.quantities.currencies import AFTER, code_of
from .kinds import Kind, headings
from .problems import LedgerProblem, ledger_problem

_UNIT = re.compile(r"[(\[（【]\s*(?:单位[::]?\s*)?([^()\[\]]{1,12})[)\]）】]\s*$|(?<=.)[/／]\s*(万?元)$")
_SCALES = {"万": 10_000, "千": 1_000, "百万": 1_000_000, "亿": 100_000_000}
_SCALED = re.compile(rf"(百万|[千万亿])?({AFTER})?")
_MOST_MAP_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Column:
    """The place of a field in a row, and what its heading says of the amounts below it."""

    at: int
    scale: int = 1
    currency: str | None = None


Columns = Mapping[str, Column]
"""By field."""


def comparable(heading: str) -> str:
    """A heading without what changes from file to file: width, case, blanks, punctuation, a unit in brackets."""
    text = _UNIT.sub("", unicodedata.normalize("NFKC", heading))
    return "".join(each for each in text.casefold() if each.isalnum())


@cache
def _fields(kind: str) -> Mapping[str, str]:
    own = {comparable(word): field for field, words in headings(kind).items() for word in words}
    return {comparable(field): field for field in headings(kind)} | own


def recognised(cells: Sequence[str], kind: Kind) -> int:
    """How many cells of a row are headings of a kind of file."""
    fields = _fields(kind.name)
    return len({fields[each] for cell in cells if (each := comparable(cell)) in fields})


def find_columns(cells: Sequence[str], kind: Kind, given: Mapping[str, str]) -> Columns | LedgerProblem:
    """The column of every field. `given` maps fields to headings and goes before the vocabulary."""
    found: dict[str, Column] = {}
    for field, heading in given.items():
        at = next((at for at, cell in enumerate(cells) if cell.strip() == heading.strip()), None)
        if at is None:
            return ledger_problem("ledger.map_no_column", field=field, heading=heading, columns=_listed(cells))
        found[field] = _column(at, cells[at])
    taken = {column.at for column in found.values()}
    fields = _fields(kind.name)
    for at, cell in enumerate(cells):
        named = fields.get(comparable(cell))
        if named is None or at in taken or named in given:
            continue
        if named in found:
            first = cells[found[named].at].strip()
            return ledger_problem("ledger.column_twice", first=first, second=cell.strip(), field=named)
        found[named] = _column(at, cell)
    missing = [field.name for field in kind.fields if field.required and field.name not in found]
    if kind.of_customer and "customer" not in found and "uscc" not in found:
        missing.insert(0, "customer")
    if missing:
        return ledger_problem("ledger.no_column", fields=", ".join(missing), columns=_listed(cells), kind=kind.name)
    return found


def _column(at: int, heading: str) -> Column:
    match = _UNIT.search(unicodedata.normalize("NFKC", heading))
    unit = _SCALED.fullmatch((match[1] or match[2]).strip()) if match else None
    if unit is None or not (unit[1] or unit[2]):
        return Column(at)
    return Column(at, _SCALES[unit[1]] if unit[1] else 1, code_of(unit[2]) if unit[2] else None)


def _listed(cells: Sequence[str]) -> str:
    shown = [cell.strip()[:30] for cell in cells if cell.strip()][:12]
    return ", ".join(f"`{cell}`" for cell in shown) or "–"


def read_map(path: str, kind: Kind) -> Mapping[str, str] | LedgerProblem:
    """A mapping file: `field: heading` lines in YAML."""
    try:
        data = Path(path).read_bytes()
        content = yaml.safe_load(data.decode("utf-8")) if len(data) <= _MOST_MAP_BYTES else None
    except OSError as error:
        return ledger_problem("ledger.unreadable", name=path, why=(error.strerror or "").lower())
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError):
        content = None
    if not isinstance(content, dict):
        return ledger_problem("ledger.bad_map", name=path)
    known = [field.name for field in kind.fields]
    for field in content:
        if field not in known:
            near = difflib.get_close_matches(str(field), known, n=1)
            listed = ", ".join(known)
            return ledger_problem("ledger.map_no_field", field=field, near=near[0] if near else listed, name=path)
    return {str(field): str(heading) for field, heading in content.items()}
