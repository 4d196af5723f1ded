"""The tables of the ledger.

Money is a whole number of ten-thousandths of the currency unit (columns `…_e4`) beside an ISO 4217 code, in every
database alike: SQLite knows no exact decimals, sums of integers are exact and need no conversion row by row, and one
SQL text serves both dialects. 64 bits hold 922 billion units. Dates are calendar days without a time zone.

An empty text stands for "not given" in columns that are part of a natural key, since NULL equals nothing.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

REVISION = "0003"
"""The revision of the tables this program works with; the last migration brings it about."""

metadata = MetaData()


def _customer() -> Column[int]:
    return Column("customer_id", Integer, ForeignKey("customers.id"), nullable=False)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _currency() -> Column[str]:
    return Column("currency", String(3), nullable=False)


customers = Table(
    "customers",
    metadata,
    _id(),
    Column("name", String(200), nullable=False),
    Column("name_key", String(200), nullable=False, unique=True),
    Column("uscc", String(50), unique=True),
    Column("grade", String(10)),
    Column("credit_limit_e4", BigInteger),
    Column("currency", String(3)),
    Column("limit_expiry", Date),
    Column("max_days", Integer),
    Column("on_hold", Boolean),
    Column("established_on", Date),
    Column("bank_account", String(50)),
)
"""`name_key` is the name with its characters made comparable: half and full width, blanks."""

invoices = Table(
    "invoices",
    metadata,
    _id(),
    _customer(),
    Column("number", String(100), nullable=False),
    Column("issued_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("amount_e4", BigInteger, nullable=False),
    _currency(),
    Column("disputed", Boolean),
    UniqueConstraint("customer_id", "number", name="invoices_key"),
)
"""A credit note (红字发票) is an invoice of a negative amount."""

payments = Table(
    "payments",
    metadata,
    _id(),
    _customer(),
    Column("reference", String(100), nullable=False),
    Column("invoice_number", String(100), nullable=False),
    Column("paid_on", Date, nullable=False),
    Column("amount_e4", BigInteger, nullable=False),
    _currency(),
    Column("method", String(50)),
    UniqueConstraint("customer_id", "reference", "invoice_number", name="payments_key"),
)
"""One row for each invoice a payment was allocated to; an empty number: allocated to the oldest due."""

orders = Table(
    "orders",
    metadata,
    _id(),
    _customer(),
    Column("number", String(100), nullable=False),
    Column("ordered_on", Date, nullable=False),
    Column("amount_e4", BigInteger, nullable=False),
    _currency(),
    Column("delivered_e4", BigInteger),
    Column("invoiced_e4", BigInteger),
    Column("status", String(20)),
    UniqueConstraint("customer_id", "number", name="orders_key"),
)
"""`status` is open, closed or cancelled; what was delivered and invoiced is as of the last import."""

approvals = Table(
    "approvals",
    metadata,
    _id(),
    Column("contract", String(100), nullable=False),
    Column("role", String(50), nullable=False),
    Column("person", String(100), nullable=False),
    Column("decision", String(20), nullable=False),
    Column("decided_on", Date, nullable=False),
    Column("amount_limit_e4", BigInteger),
    Column("currency", String(3)),
    Column("days_limit", Integer),
    Column("valid_until", Date),
    Column("conditions", String(500)),
    Column("facts_sha256", String(64), nullable=False),
    Column("document_sha256", String(64)),
    UniqueConstraint("contract", "role", "person", "decided_on", "decision", "facts_sha256", name="approvals_key"),
)
"""Append-only: triggers refuse to change or delete a row. `facts_sha256` is that of the terms that were approved."""

approved_facts = Table(
    "approved_facts",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("facts", Text, nullable=False),
)
"""The terms that were approved, as JSON under their hash: what a later version of the contract is compared with.
Append-only."""

steps = Table(
    "steps",
    metadata,
    _id(),
    _customer(),
    Column("contract", String(100), nullable=False),
    Column("instalment", Integer, nullable=False),
    Column("invoice_number", String(100), nullable=False),
    Column("action", String(20), nullable=False),
    Column("done_on", Date, nullable=False),
    Column("person", String(100)),
    Column("note", String(500)),
    UniqueConstraint("customer_id", "contract", "instalment", "invoice_number", "action", "done_on", name="steps_key"),
)
"""Steps of collection that were taken, for an instalment of a contract (0: for all of them) or for an invoice.
Append-only."""

promises = Table(
    "promises",
    metadata,
    _id(),
    _customer(),
    Column("made_on", Date, nullable=False),
    Column("promised_on", Date, nullable=False),
    Column("amount_e4", BigInteger, nullable=False),
    _currency(),
    UniqueConstraint("customer_id", "made_on", "promised_on", name="promises_key"),
)
"""What the customer promised to pay, by when."""

returned_bills = Table(
    "returned_bills",
    metadata,
    _id(),
    _customer(),
    Column("number", String(100), nullable=False),
    Column("returned_on", Date, nullable=False),
    Column("amount_e4", BigInteger, nullable=False),
    _currency(),
    UniqueConstraint("customer_id", "number", "returned_on", name="returned_bills_key"),
)
"""Bills and cheques that came back unpaid."""

day_totals = Table(
    "day_totals",
    metadata,
    Column("day", Date, primary_key=True),
    Column("currency", String(3), primary_key=True),
    Column("invoiced_e4", BigInteger, nullable=False),
    Column("paid_e4", BigInteger, nullable=False),
)
"""All customers' invoices and payments by day, rebuilt by every import: the total of our receivables on any date."""

imports = Table(
    "imports",
    metadata,
    _id(),
    Column("kind", String(20), nullable=False),
    Column("file", String(255), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("imported_at", DateTime(timezone=True), nullable=False),
)
"""The imports that changed anything."""

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String(16), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False),
    Column("record", LargeBinary, nullable=False),
)
"""Decisions of checks (`checker.record`), each following the one before. Append-only."""

policy_texts = Table(
    "policy_texts",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("text", LargeBinary, nullable=False),
)
"""The texts of the policies that decisions name. Append-only."""

Index("approvals_contract", approvals.c.contract)
