"""Approvals in the ledger: tied to the terms they were given for, void when those change, kept as they were given."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from presign.checker.reading import pattern_reader
from presign.checker.report import DocumentReport
from presign.checker.route import Stop, route
from presign.checker.run import Prepared, Refusal, Request, judge, load_rules
from presign.cli import main
from presign.ledger.case_file import read_case
from presign.ledger.store.approvals import New, add_approval
from presign.ledger.store.importing import Imported, Options, import_file
from presign.ledger.store.ledger import Ledger, init_ledger, open_ledger
from presign.parsers.document import Document
from presign.parsers.read import read_document
from presign.policylang.compiler import CompiledRules
from presign.values import Money, Quantity, Unit
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"
CONTRACT = """\
SALES CONTRACT

Contract No.: DH-2026-07
Buyer: Tianmu Machinery Co., Ltd.
Seller: Donghai Bearings Co., Ltd.

1. The Seller sells 100 bearings to the Buyer at a total price of CNY {amount}.
2. The Buyer shall pay the whole price within {days} days after delivery.
3. The Seller may suspend delivery while any payment is overdue.
4. This Contract is governed by the laws of the People's Republic of China.
{end}"""
CASE = """\
deal: {amount_base: "CNY 300,000", requested_by: Wu Jie}
customer: {grade: B, name: "Tianmu Machinery Co., Ltd."}
credit: {exposure: "CNY 0"}
"""


@pytest.fixture
def deal(tmp_path: Path) -> Path:
    """A folder with a ledger, a case and the contract."""
    made = init_ledger(str(tmp_path / "ledger.db"))
    assert isinstance(made, Ledger)
    made.close()
    (tmp_path / "deal.yaml").write_text(CASE, encoding="utf-8")
    write(tmp_path)
    imported(tmp_path, "customers", '"Tianmu Machinery Co., Ltd."')
    return tmp_path


def days(count: int) -> Quantity:
    return Quantity(Decimal(count), Unit.DAYS)


def write(folder: Path, amount: str = "300,000.00", days: int = 45, end: str = "") -> None:
    (folder / "deal.txt").write_text(CONTRACT.format(amount=amount, days=days, end=end), encoding="utf-8")


def presign(folder: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def approve(folder: Path, role: str, person: str, *more: object, on: str = "2026-02-20") -> Result:
    done = presign(
        folder, "approve", folder / "deal.txt", "--ledger", folder / "ledger.db", "--case", folder / "deal.yaml",
        "--role", role, "--approver", person, "--on", on, "--lang", "en", *more,
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    return done


HEADINGS = {
    "customers": "name",
    "orders": "customer,number,ordered_on,amount,status",
    "approvals": "contract,role,person,decision,decided_on,amount_limit,days_limit,valid_until,conditions,facts_sha256",
}


def imported(folder: Path, kind: str, row: str) -> None:
    path, book = folder / f"{kind}.csv", open_ledger(str(folder / "ledger.db"))
    path.write_text(f"{HEADINGS[kind]}\n{row}\n", encoding="utf-8")
    assert isinstance(book, Ledger)
    done = import_file(book, kind, str(path), Options())
    book.close()
    assert isinstance(done, Imported) and not done.rejected, done


LOADED = load_rules(())
assert not isinstance(LOADED, Refusal)
RULES = LOADED[1]
PROGRAM = RULES.program


def judged(folder: Path, stage: str = "for_approval", rules: CompiledRules = RULES) -> DocumentReport:
    """The contract as a check with the ledger and the case judges it, without a process of its own."""
    program = rules.program
    case = read_case(str(folder / "deal.yaml"), program)
    ledger = open_ledger(str(folder / "ledger.db"))
    document = read_document(folder / "deal.txt", isolated=False)
    assert case.problems == () and isinstance(ledger, Ledger) and isinstance(document, Document)
    report = judge(
        document,
        Prepared(program, rules, pattern_reader(program), case.facts, ledger),
        Request((), as_of=date(2026, 3, 2), stage=stage),
    )
    ledger.close()
    return report


def approved(folder: Path, role: str, person: str, decision: str = "approve", on: date = date(2026, 2, 20)) -> bool:
    contract, book = judged(folder).contract, open_ledger(str(folder / "ledger.db"))
    assert contract is not None and isinstance(book, Ledger)
    with book.writing() as connection:
        added = add_approval(connection, contract, New(role, person, decision, on))
    book.close()
    return added


def stops(folder: Path) -> dict[str, Stop]:
    return {stop.role: stop for stop in route(judged(folder), PROGRAM).stops}


def faults(folder: Path, role: str = "credit_manager") -> list[str]:
    return [fault.value for fault in stops(folder)[role].faults]


def verdicts(folder: Path, stage: str = "for_approval", rules: CompiledRules = RULES) -> dict[str, str]:
    return {each.rule.id: each.outcome.verdict.value for each in judged(folder, stage, rules).findings}


def test_an_approval_counts_while_the_terms_stand(deal: Path) -> None:
    told = approve(deal, "信用经理", "Shen Wei")
    assert "credit manager Shen Wei, approved, 2026-02-20, for DH-2026-07" in told.output
    assert "contract price in figures: CNY 300,000.00" in told.output
    assert "on record already" in approve(deal, "credit_manager", "Shen Wei").output
    assert faults(deal) == []


def test_signing_what_was_approved_changes_no_term(deal: Path) -> None:
    write(deal, end="\nSigned at ____________ on ____________\nFor the Buyer: ____________\n")
    approved(deal, "credit_manager", "Shen Wei")
    write(deal, end="\nSigned at Huzhou on 25 February 2026\nFor the Buyer: Han Bo\n")
    assert faults(deal) == []


def test_a_changed_term_voids_it_and_is_named_with_both_values(deal: Path) -> None:
    approved(deal, "credit_manager", "Shen Wei")
    write(deal, days=75)
    stop = stops(deal)["credit_manager"]
    assert faults(deal) == ["changed"] and stop.record is not None and stop.record.get("person") == "Shen Wei"
    changed = {each.fact: each for each in stop.changes}
    net = changed["payment.net_days"]
    assert (net.before.value, net.after.value) == (days(45), days(75))
    assert any("45 days" in quote for quote in net.quotes[0]) and any("75 days" in quote for quote in net.quotes[1])
    assert "contract.amount" not in changed
    text_ = presign(deal, "route", deal / "deal.txt", "--ledger", deal / "ledger.db", "--lang", "en").output
    assert "void, the contract has changed since" in " ".join(text_.split())
    assert "longest credit days from the anchor: 45 days → 75 days" in " ".join(text_.split())


def test_a_clause_struck_out_is_a_changed_term(deal: Path) -> None:
    approved(deal, "credit_manager", "Shen Wei")
    path = deal / "deal.txt"
    path.write_text(path.read_text().replace("3. The Seller may suspend delivery while any payment is overdue.\n", ""))
    assert "remedy.suspend_right" in {each.fact for each in stops(deal)["credit_manager"].changes}


def test_a_check_names_the_changed_term_and_the_rules_fire(deal: Path) -> None:
    approved(deal, "credit_manager", "Shen Wei")
    assert verdicts(deal)["APR-06"] == "satisfied" and verdicts(deal)["APR-03"] == "satisfied"
    write(deal, days=75)
    done = presign(
        deal, "check", deal / "deal.txt", "--ledger", deal / "ledger.db", "--case", deal / "deal.yaml",
        "--as-of", "2026-03-02", "--format", "json", "--lang", "en",
    )  # fmt: skip
    (document,) = json.loads(done.stdout)["documents"]
    found = {each["rule"]: each for each in document["verdicts"]}
    # The credit manager's approval was all there was: now nobody has looked at the credit.
    assert found["APR-06"]["verdict"] == found["APR-03"]["verdict"] == "violated"
    assert "payment.net_days" in found["APR-06"]["facts"]["approval.changed_terms"]["value"]
    (note,) = [each for each in document["notes"] if each["key"] == "approved.void"]
    assert "`payment.net_days` `45 days` → `75 days`" in note["message"] and note["help"]
    schema = json.loads((SCHEMAS / "check.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(json.loads(done.stdout))) == []


def test_a_change_of_terms_is_mended_by_a_new_approval_or_by_going_back(deal: Path) -> None:
    approved(deal, "credit_manager", "Shen Wei")
    write(deal, days=75)
    assert approved(deal, "credit_manager", "Shen Wei"), "on the same day: of other terms it is another approval"
    assert not approved(deal, "credit_manager", "Shen Wei")
    assert faults(deal) == [] and verdicts(deal)["APR-06"] == "satisfied"
    write(deal, days=45)
    assert faults(deal) == []


def test_who_takes_back_an_approval_has_not_approved(deal: Path) -> None:
    approved(deal, "credit_manager", "Shen Wei")
    approved(deal, "credit_manager", "Shen Wei", "reject", date(2026, 2, 23))
    assert faults(deal) == ["rejected"]
    assert verdicts(deal)["APR-03"] == "violated"


def test_a_contract_without_a_number_goes_by_its_file(deal: Path) -> None:
    path = deal / "deal.txt"
    path.write_text(path.read_text().replace("Contract No.: DH-2026-07\n", ""))
    approved(deal, "credit_manager", "Shen Wei")
    contract = judged(deal).contract
    assert contract is not None and contract.key == "deal.txt" and faults(deal) == []


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("DH-2026-07,credit_manager,Wu Jie,approve,2026-02-20,,,,,", "APR-02"),
        ("DH-2026-07,sales_manager,He Lin,approve,2026-02-20,,,,,", "APR-03"),
        ("DH-2026-07,信用经理,Shen Wei,同意,2026-02-20,,,2026-03-01,,", "APR-07"),
        ("DH-2026-07,credit_manager,Shen Wei,approve,2026-02-20,200000,,,,", "APR-01"),
        ("DH-2026-07,credit_manager,Shen Wei,approve,2026-02-20,,30,,,", "APR-01"),
        ("DH-2026-07,credit_manager,Shen Wei,conditional,2026-02-20,,,,the owner guarantees,", "APR-12"),
        ("DH-2026-07,credit_manager,Shen Wei,approve,2026-02-20,,,,,", ""),
    ],
)
def test_the_rules_fire_on_records_of_the_ledger_alone(deal: Path, row: str, rule: str) -> None:
    imported(deal, "approvals", row)
    found = verdicts(deal, "for_signing")
    fired = {each for each in ("APR-01", "APR-02", "APR-03", "APR-07", "APR-12") if found[each] == "violated"}
    assert fired == ({rule} if rule else set())


def test_a_seal_before_the_approval_on_record(deal: Path) -> None:
    case = deal / "deal.yaml"
    case.write_text(CASE + "approval: {seal_date: 2026-02-18}\n", encoding="utf-8")
    approved(deal, "credit_manager", "Shen Wei")
    assert verdicts(deal, "signed")["APR-08"] == "violated"
    case.write_text(CASE + "approval: {seal_date: 2026-02-21}\n", encoding="utf-8")
    assert verdicts(deal, "signed")["APR-08"] == "satisfied"


def test_deals_split_within_the_companys_own_window(deal: Path) -> None:
    imported(deal, "orders", '"Tianmu Machinery Co., Ltd.",D-1,2026-01-20,"450,000.00",open')
    # 41 days before the check: outside the 30 days of the shipped window, inside a company's 60.
    assert verdicts(deal)["APR-09"] == "not_applicable"
    policy = deal / "own.policy"
    policy.write_text(
        'policy "Own" version "1"\n  owner "Credit"  source "minutes"  jurisdiction "ANY"\n\n'
        'use "internal-control"\n\namend parameter split_days\n  source "minutes"\n'
        "  in force from 2026-01-01  review by 2026-12-31\n  | 60 days |\n",
        encoding="utf-8",
    )
    own = load_rules((str(policy),))
    assert not isinstance(own, Refusal)
    report = judged(deal, rules=own[1])
    assert next(each for each in report.findings if each.rule.id == "APR-09").outcome.verdict.value == "violated"
    assert report.facts["deal.window_total"].value == Money(Decimal("750000.00"), "CNY")


def test_an_imported_hash_of_other_terms_voids_without_naming_them(deal: Path) -> None:
    imported(deal, "approvals", f"DH-2026-07,credit_manager,Shen Wei,approve,2026-02-20,,,,,{'AB' * 32}")
    assert faults(deal) == ["changed"] and stops(deal)["credit_manager"].changes == ()
    assert [note.key for note in judged(deal).notes] == ["approved.untold"]


def test_a_role_the_policy_does_not_have_counts_for_nothing_and_is_told(deal: Path) -> None:
    imported(deal, "approvals", "DH-2026-07,janitor,Xu,approve,2026-02-20,,,,,")
    assert faults(deal) == ["missing"]
    assert [note.key for note in judged(deal).notes] == ["approved.no_role"]


def test_the_ledger_stands_beside_the_case_file_and_before_its_copy(deal: Path) -> None:
    approved(deal, "credit_manager", "Shen Wei")
    copy = "{role: credit_manager, person: Shen Wei, decision: approve, on: 2026-02-20}"
    other = "{role: finance_manager, person: Lu Heng, decision: approve, on: 2026-02-21}"
    (deal / "deal.yaml").write_text(CASE + f"approval: {{records: [{copy}, {other}]}}\n", encoding="utf-8")
    assert faults(deal) == faults(deal, "finance_manager") == []
    write(deal, amount="310,000.00")
    assert faults(deal) == ["changed"] and faults(deal, "finance_manager") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--role", "janitor", "--approver", "Xu"),
        ("--role", "legal", "--approver", "Xu", "--decision", "conditional"),
        ("--role", "legal", "--approver", "Xu", "--amount-limit", "a lot"),
    ],
)
def test_what_is_no_approval_is_refused(deal: Path, arguments: tuple[str, ...]) -> None:
    done = presign(deal, "approve", deal / "deal.txt", "--ledger", deal / "ledger.db", *arguments)
    assert done.exit_code == 2 and judged(deal).approvals == ()


TABLES = ("approvals", "approved_facts", "steps")
ROW = {
    "approvals": "(id, contract, role, person, decision, decided_on, facts_sha256) "
    "VALUES (1, 'C', 'legal', 'Xu', 'approve', '2026-02-20', '')",
    "approved_facts": "(sha256, facts) VALUES ('00', '{}')",
    "steps": "(id, customer_id, contract, instalment, invoice_number, action, done_on) "
    "VALUES (1, 1, 'C', 1, '', 'phone', '2026-02-20')",
}


@pytest.mark.parametrize("table", TABLES)
def test_no_row_of_what_was_approved_or_done_can_be_changed_or_taken_away(book: Ledger, table: str) -> None:
    with book.writing() as connection:
        connection.execute(text("INSERT INTO customers (id, name, name_key) VALUES (1, 'Acme', 'Acme')"))
        connection.execute(text(f"INSERT INTO {table} {ROW[table]}"))
    column = "facts" if table == "approved_facts" else "contract"
    statements = [f"UPDATE {table} SET {column} = 'other'", f"DELETE FROM {table}"]
    if book.engine.dialect.name == "postgresql":
        statements.append(f"TRUNCATE {table}")
    for statement in statements:
        with book.engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
            connection.execute(text(statement))
    if book.engine.dialect.name == "sqlite":
        with book.engine.connect() as connection:
            connection.execute(
                text(f"INSERT OR REPLACE INTO {table} " + ROW[table].replace("'C'", "'D'").replace("{}", "{1}"))
            )
            connection.commit()
    with book.reading() as connection:
        kept = connection.execute(text(f"SELECT {column} FROM {table}")).scalars().all()
    assert kept == (["{}"] if table == "approved_facts" else ["C"])


def test_approvals_of_an_older_ledger_stay_when_it_is_brought_up_to_date(target: str) -> None:
    from alembic import command
    from presign.ledger.store import ledger as ledger_module

    old = ledger_module._connected(target, create=True)
    assert isinstance(old, Ledger)
    config = ledger_module._config()
    with old.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text(
                "INSERT INTO approvals (id, contract, role, person, decision, decided_on) "
                "VALUES (1, 'C', 'legal', 'Xu', 'approve', '2026-02-20')"
            )
        )
    old.close()
    made = init_ledger(target)
    assert isinstance(made, Ledger)
    with made.reading() as connection:
        kept = connection.execute(text("SELECT contract, person, facts_sha256 FROM approvals")).one()
    assert tuple(kept) == ("C", "Xu", "")
    with made.engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(text("DELETE FROM approvals"))
    made.close()


def test_registration_numbers_in_changed_terms_are_masked_in_text(deal: Path) -> None:
    old, new = "91330523MA2TEMPQ0K", "91330523MA2TEMPW4X"
    path = deal / "deal.txt"
    buyer = "Buyer: Tianmu Machinery Co., Ltd.\n"
    path.write_text(path.read_text().replace(buyer, f"{buyer}Unified Social Credit Code: {old}\n"))
    approve(deal, "credit_manager", "Shen Wei")
    path.write_text(path.read_text().replace(old, new))
    run = ("route", path, "--ledger", deal / "ledger.db", "--as-of", "2026-03-02", "--lang", "en")
    told = presign(deal, *run).output
    assert "void" in told and "**************TEMPW4X"[-4:] in told
    assert new not in told and old not in told
    assert new in presign(deal, *run, "--full").output


def test_two_approve_at_once_and_neither_is_lost(book: Ledger, ledger_target: str) -> None:
    import threading

    from presign.ledger.store.approvals import Contract
    from presign.ledger.terms import Term
    from presign.values import State

    contract = Contract("C-1", {"payment.back_to_back": Term(State.STATED, True)}, "0" * 64)

    def run(person: str) -> None:
        own = open_ledger(ledger_target)
        assert isinstance(own, Ledger)
        for role in ("legal", "credit_manager", "finance_manager"):
            with own.writing() as connection:
                add_approval(connection, contract, New(role, person, "approve", date(2026, 2, 20)))
        own.close()

    threads = [threading.Thread(target=run, args=(person,)) for person in ("Xu", "Shen", "Lu")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with book.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM approvals")).scalar_one() == 9
        assert connection.execute(text("SELECT count(*) FROM approved_facts")).scalar_one() == 1
