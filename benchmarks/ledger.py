"""A ledger of 200,000 invoices of 5,000 customers: imports beside pandas, a customer's facts beside one query.

    python -m benchmarks.ledger

pandas reads the same CSV file, turns it into the same rows (customers by name, days, amounts in ten-thousandths) and
inserts them in bulk into the same table; then it inserts the cells as they come into a table without keys, which checks
and finds nothing: the floor. All facts of a deal (customer, exposure, ageing, punctuality, window) stand beside one row
fetched by its key.
"""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from importlib import import_module
from pathlib import Path

from presign.checker.run import load
from presign.facts.fact import Fact, FactBook, stated
from presign.ledger.store.facts import ledger_facts
from presign.ledger.store.importing import Imported, Options, import_file
from presign.ledger.store.ledger import Ledger, init_ledger
from presign.ledger.store.schema import customers, invoices
from presign.policylang.load import Loaded
from presign.values import Money, State
from sqlalchemy import create_engine, select

from .suite.figures import Figure, in_turn, show, spent

_FIRST = date(2023, 1, 1)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything."""

    customers: int = 5_000
    invoices: int = 200_000
    payments: int = 150_000
    orders: int = 20_000
    deals: int = 200
    rounds: int = 3


QUICK = Sizes(20, 200, 100, 50, 2, 1)


def _name(number: int) -> str:
    return f"客户{number:05d}有限公司"


def write_files(folder: Path, sizes: Sizes) -> None:
    """The four files, always the same."""
    dice = random.Random(8)
    bills = []
    for number in range(sizes.invoices):
        issued = _FIRST + timedelta(dice.randrange(1_000))
        bills.append(
            (_name(dice.randrange(sizes.customers)), f"F{number:08d}", issued, dice.randrange(10**5, 9 * 10**6))
        )
    _write(
        folder / "customers.csv",
        "客户名称,统一社会信用代码",
        ([_name(n), f"91340100{n:010d}"] for n in range(sizes.customers)),
    )
    _write(
        folder / "invoices.csv",
        "客户名称,发票号码,开票日期,到期日,金额",
        ([name, bill, day, day + timedelta(45), f"{cents / 100:.2f}"] for name, bill, day, cents in bills),
    )
    _write(
        folder / "payments.csv",
        "客户名称,流水号,发票号码,收款日期,金额",
        (
            [name, f"P{at:08d}", bill, day + timedelta(20 + at % 60), f"{cents / 100:.2f}"]
            for at, (name, bill, day, cents) in enumerate(bills[: sizes.payments])
        ),
    )
    _write(
        folder / "orders.csv",
        "客户名称,订单号,订单日期,金额,已发货金额,已开票金额,状态",
        (
            [_name(n % sizes.customers), f"D{n:08d}", _FIRST + timedelta(n % 1_000), 9_000, 5_000, 4_000, "open"]
            for n in range(sizes.orders)
        ),
    )


def _write(path: Path, heading: str, rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heading.split(","))
        writer.writerows(rows)


def _with_customers(folder: Path, name: str) -> Ledger:
    made = init_ledger(str(folder / name))
    assert isinstance(made, Ledger)
    assert isinstance(import_file(made, "customers", str(folder / "customers.csv"), Options()), Imported)
    return made


def _by_pandas(folder: Path, ledger: Ledger) -> None:
    """The same rows into the same table."""
    import pandas

    table = pandas.read_csv(folder / "invoices.csv", parse_dates=["开票日期", "到期日"])
    with ledger.engine.begin() as connection:
        known = pandas.read_sql(select(customers.c.id, customers.c.name), connection)
        table = table.merge(known, left_on="客户名称", right_on="name", how="left")
        rows = pandas.DataFrame(
            {
                "customer_id": table["id"],
                "number": table["发票号码"],
                "issued_on": table["开票日期"].dt.date,
                "due_on": table["到期日"].dt.date,
                "amount_e4": (table["金额"] * 10_000).round().astype("int64"),
                "currency": "CNY",
                "disputed": None,
            }
        )
        rows.to_sql("invoices", connection, if_exists="append", index=False)


def _bare(folder: Path, path: Path) -> None:
    """The cells as they come into a table without keys."""
    import pandas

    engine = create_engine(f"sqlite:///{path}")
    pandas.read_csv(folder / "invoices.csv").to_sql("invoices", engine, index=False)
    engine.dispose()


def _import(folder: Path, ledger: Ledger, kind: str = "invoices") -> None:
    done = import_file(ledger, kind, str(folder / f"{kind}.csv"), Options())
    assert isinstance(done, Imported) and not done.rejected


def imports(folder: Path, sizes: Sizes) -> tuple[list[Figure], Ledger]:
    """Measure the imports; the ledger that is left has everything in it."""
    # What it takes to import it isn't measured.
    import_module("pandas")
    same, bare, again = [], [], []
    ledger = None
    for round_ in range(sizes.rounds):
        if ledger is not None:
            ledger.close()
        other = _with_customers(folder, f"pandas{round_}.db")
        ledger = _with_customers(folder, f"ledger{round_}.db")
        by_pandas = spent(partial(_by_pandas, folder, other))
        floor = spent(partial(_bare, folder, folder / f"bare{round_}.db"))
        ours = spent(partial(_import, folder, ledger))
        same.append(ours / by_pandas)
        bare.append(ours / floor)
        again.append(spent(partial(_import, folder, ledger)) / ours)
        other.close()
    assert ledger is not None
    for kind in ("payments", "orders"):
        _import(folder, ledger, kind)
    name = f"{sizes.invoices:,} invoices imported"
    figures = [
        Figure("ledger.import", name, "pandas, into the same table", tuple(same), "≤ 2"),
        Figure("ledger.import-bare", name, "pandas, into a bare table", tuple(bare)),
        Figure("ledger.import-again", "the same file again", "the first time", tuple(again)),
    ]
    return figures, ledger


def facts(ledger: Ledger, sizes: Sizes) -> Figure:
    """Measure all facts of deals with customers drawn by lot."""
    loaded = load(())
    assert isinstance(loaded, Loaded) and loaded.program is not None
    program = loaded.program
    dice = random.Random(9)
    drawn = [dice.randrange(sizes.customers) for _ in range(sizes.deals)]
    books = [FactBook().with_facts(stated("party.buyer_name", _name(number))) for number in drawn]
    amount = {"deal.amount_base": Fact("deal.amount_base", State.STATED, Money(Decimal(500_000), "CNY"), origin="case")}
    day = _FIRST + timedelta(900)
    with ledger.reading() as connection:
        some = connection.execute(select(invoices.c.customer_id, invoices.c.number).limit(sizes.deals)).all()

    def every() -> None:
        for book in books:
            assert len(ledger_facts(ledger, None, book, amount, program, day).facts) > 10

    def one() -> None:
        for customer, number in some:
            with ledger.reading() as connection:
                wanted = (invoices.c.customer_id == customer) & (invoices.c.number == number)
                connection.execute(select(invoices).where(wanted)).one()

    every()
    one()
    ratios = in_turn(every, one, 2 * sizes.rounds + 1)
    return Figure("ledger.facts", "all facts of a deal", "one row by its key", ratios, "≤ 50")


def figures(quick: bool) -> Iterator[Figure]:
    """Imports and facts, in a folder of their own."""
    sizes = QUICK if quick else Sizes()
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), sizes)
        found, ledger = imports(Path(folder), sizes)
        yield from found
        yield facts(ledger, sizes)
        ledger.close()


def main() -> None:
    """Print the figures."""
    show(figures(False))


if __name__ == "__main__":
    main()
