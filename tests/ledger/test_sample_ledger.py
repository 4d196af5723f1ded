"""The sample ledger: every row is taken, and it says of each customer what the sample case file says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from presign.checker.run import load
from presign.facts.fact import FactBook, stated
from presign.ledger.case_file import read_case
from presign.ledger.store.facts import ledger_facts
from presign.ledger.store.importing import Imported, Options, import_file
from presign.ledger.store.ledger import Ledger, init_ledger
from presign.messages import say
from presign.policylang.core import Program
from presign.policylang.load import Loaded

SAMPLES = Path(__file__).parents[2] / "samples"
DAY = date(2026, 3, 2)
KINDS = ("customers", "invoices", "payments", "orders", "promises", "returned-bills", "approvals")


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    made = init_ledger(str(tmp_path_factory.mktemp("sample") / "ledger.db"))
    assert isinstance(made, Ledger)
    mapped = Options(map=str(SAMPLES / "ledger" / "invoices-erp.yaml"))
    files = [(kind, f"{kind}.csv", Options()) for kind in KINDS]
    # Payments name invoices of both files.
    files.insert(2, ("invoices", "invoices-erp.csv", mapped))
    for kind, name, options in files:
        done = import_file(made, kind, str(SAMPLES / "ledger" / name), options)
        assert isinstance(done, Imported) and done.added and not done.rejected, done
    yield made
    made.close()


@pytest.fixture(scope="module")
def program() -> Program:
    loaded = load(())
    assert isinstance(loaded, Loaded) and loaded.program is not None
    return loaded.program


@pytest.mark.parametrize("case", ["zh-sound-equipment-sale", "zh-dangerous-construction-supply", "zh-framework-annual"])
def test_the_ledger_and_the_case_file_agree(books: Ledger, program: Program, case: str) -> None:
    given = {fact.name: fact for fact in read_case(str(SAMPLES / "cases" / f"{case}.yaml"), program).facts}
    found = ledger_facts(books, None, FactBook(), given, program, DAY)
    assert [say(note.key, "en", note.values) for note in found.notes] == []
    # Without a case file the ledger says all of it.
    name = str(given["customer.name"].value)
    alone = ledger_facts(books, name, FactBook(), {"deal.amount_base": given["deal.amount_base"]}, program, DAY)
    assert {"credit.exposure", "history.avg_days_late", "history.ar_share"} <= {fact.name for fact in alone.facts}
    assert sum(fact.name in given for fact in alone.facts) >= 15, "there is enough to agree on"


def test_a_good_payer_with_a_dangerous_contract_and_a_bad_payer_with_a_sound_one(
    books: Ledger, program: Program
) -> None:
    def told(name: str) -> dict[str, str]:
        found = ledger_facts(books, None, FactBook().with_facts(stated("party.buyer_name", name)), {}, program, DAY)
        return {fact.name: str(getattr(fact.value, "amount", fact.value)) for fact in found.facts}

    good, bad = told("Osprey Harbour Developments plc"), told("深圳南屿物流科技有限公司")
    assert (good["history.on_time_ratio"], good["history.overdue_max_days"]) == ("100.00", "0")
    assert (bad["history.on_time_ratio"], bad["history.overdue_max_days"]) == ("0.00", "150")
    assert (bad["history.overdue_amount"], bad["history.broken_promises_12m"]) == ("700000.00", "2")
