"""The first tables of the ledger, and the triggers that keep approvals as they were given."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SQLITE = """
CREATE TRIGGER approvals_no_{verb} BEFORE {verb} ON approvals
BEGIN SELECT RAISE(ABORT, 'approvals are append-only'); END
"""
_POSTGRES = (
    """
CREATE FUNCTION approvals_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'approvals are append-only'; END $$
""",
    "CREATE TRIGGER approvals_no_change BEFORE UPDATE OR DELETE ON approvals "
    "FOR EACH ROW EXECUTE FUNCTION approvals_append_only()",
    "CREATE TRIGGER approvals_no_truncate BEFORE TRUNCATE ON approvals "
    "FOR EACH STATEMENT EXECUTE FUNCTION approvals_append_only()",
)


def upgrade() -> None:
    """Make the tables in an empty database."""
    _customers()
    _dealings()
    _approvals()
    _rest()


def _customers() -> None:
    op.create_table(
        "customers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_key", sa.String(200), nullable=False, unique=True),
        sa.Column("uscc", sa.String(50), unique=True),
        sa.Column("grade", sa.String(10)),
        sa.Column("credit_limit_e4", sa.BigInteger),
        sa.Column("currency", sa.String(3)),
        sa.Column("limit_expiry", sa.Date),
        sa.Column("max_days", sa.Integer),
        sa.Column("on_hold", sa.Boolean),
        sa.Column("established_on", sa.Date),
        sa.Column("bank_account", sa.String(50)),
    )


def _of_customer(table: str, key: tuple[str, ...], *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("customer_id", sa.Integer, sa.ForeignKey("customers.id"), nullable=False),
        *columns,
        sa.Column("amount_e4", sa.BigInteger, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.UniqueConstraint("customer_id", *key, name=f"{table}_key"),
    )


def _text(name: str, length: int = 100) -> sa.Column[object]:
    return sa.Column(name, sa.String(length), nullable=False)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date, nullable=False)


def _dealings() -> None:
    _of_customer(
        "invoices", ("number",), _text("number"), _day("issued_on"), _day("due_on"), sa.Column("disputed", sa.Boolean)
    )
    _of_customer(
        "payments",
        ("reference", "invoice_number"),
        _text("reference"),
        _text("invoice_number"),
        _day("paid_on"),
        sa.Column("method", sa.String(50)),
    )
    _of_customer(
        "orders",
        ("number",),
        _text("number"),
        _day("ordered_on"),
        sa.Column("delivered_e4", sa.BigInteger),
        sa.Column("invoiced_e4", sa.BigInteger),
        sa.Column("status", sa.String(20)),
    )
    _of_customer("promises", ("made_on", "promised_on"), _day("made_on"), _day("promised_on"))
    _of_customer("returned_bills", ("number", "returned_on"), _text("number"), _day("returned_on"))


def _approvals() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", sa.Integer, primary_key=True),
        _text("contract"),
        _text("role", 50),
        _text("person"),
        _text("decision", 20),
        _day("decided_on"),
        sa.Column("amount_limit_e4", sa.BigInteger),
        sa.Column("currency", sa.String(3)),
        sa.Column("days_limit", sa.Integer),
        sa.Column("valid_until", sa.Date),
        sa.Column("conditions", sa.String(500)),
        sa.Column("facts_sha256", sa.String(64)),
        sa.UniqueConstraint("contract", "role", "person", "decided_on", "decision", name="approvals_key"),
    )
    op.create_index("approvals_contract", "approvals", ["contract"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(_SQLITE.format(verb=verb))
    else:
        for statement in _POSTGRES:
            op.execute(statement)


def _rest() -> None:
    op.create_table(
        "day_totals",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("currency", sa.String(3), primary_key=True),
        sa.Column("invoiced_e4", sa.BigInteger, nullable=False),
        sa.Column("paid_e4", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer, primary_key=True),
        _text("kind", 20),
        _text("file", 255),
        _text("sha256", 64),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("added", "changed", "unchanged", "rejected")),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
    )
