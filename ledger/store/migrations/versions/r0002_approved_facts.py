"""Approvals tied to the terms that were approved, and the steps of collection that were taken; all append-only."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEY = ("contract", "role", "person", "decided_on", "decision", "facts_sha256")
_STEP_KEY = ("customer_id", "contract", "instalment", "invoice_number", "action", "done_on")
_KEYS: Mapping[str, tuple[str, ...]] = {"approvals": _KEY, "approved_facts": ("sha256",), "steps": _STEP_KEY}
_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END
"""
# INSERT OR REPLACE would delete a row without a word to the triggers above.
_SQLITE_KEPT = """
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE rowid = NEW.rowid OR ({same}))
BEGIN SELECT RAISE(IGNORE); END
"""
_POSTGRES = (
    """
CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{table} are append-only'; END $$
""",
    "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION {table}_append_only()",
    "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
    "FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()",
)


def upgrade() -> None:
    """Make the new tables, and give approvals their new columns; what was approved stays."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    if sqlite:
        _approvals_anew()
    else:
        _approvals_changed()
    op.create_table(
        "approved_facts",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("facts", sa.Text, nullable=False),
    )
    op.create_table(
        "steps",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("customer_id", sa.Integer, sa.ForeignKey("customers.id"), nullable=False),
        sa.Column("contract", sa.String(100), nullable=False),
        sa.Column("instalment", sa.Integer, nullable=False),
        sa.Column("invoice_number", sa.String(100), nullable=False),
        sa.Column("action", sa.String(20), nullable=False),
        sa.Column("done_on", sa.Date, nullable=False),
        sa.Column("person", sa.String(100)),
        sa.Column("note", sa.String(500)),
        sa.UniqueConstraint(*_STEP_KEY, name="steps_key"),
    )
    for table, key in _KEYS.items():
        _keep(table, key, sqlite=sqlite)


def _approvals_anew() -> None:
    """SQLite can't change a constraint: the rows move into a table that has the new one."""
    op.drop_index("approvals_contract", "approvals")
    op.create_table(
        "approvals_0002",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String(length), nullable=False) for name, length in _TEXTS),
        sa.Column("decided_on", sa.Date, nullable=False),
        sa.Column("amount_limit_e4", sa.BigInteger),
        sa.Column("currency", sa.String(3)),
        sa.Column("days_limit", sa.Integer),
        sa.Column("valid_until", sa.Date),
        sa.Column("conditions", sa.String(500)),
        sa.Column("facts_sha256", sa.String(64), nullable=False),
        sa.Column("document_sha256", sa.String(64)),
        sa.UniqueConstraint(*_KEY, name="approvals_key"),
    )
    kept = (
        "id, contract, role, person, decision, decided_on, amount_limit_e4, currency, days_limit, valid_until, "
        "conditions"
    )
    op.execute(
        f"INSERT INTO approvals_0002 ({kept}, facts_sha256) SELECT {kept}, coalesce(facts_sha256, '') FROM approvals"
    )
    op.drop_table("approvals")
    op.rename_table("approvals_0002", "approvals")
    op.create_index("approvals_contract", "approvals", ["contract"])


_TEXTS = (("contract", 100), ("role", 50), ("person", 100), ("decision", 20))


def _approvals_changed() -> None:
    for name in ("approvals_no_change", "approvals_no_truncate"):
        op.execute(f"DROP TRIGGER {name} ON approvals")
    op.execute("DROP FUNCTION approvals_append_only()")
    op.add_column("approvals", sa.Column("document_sha256", sa.String(64)))
    op.execute("UPDATE approvals SET facts_sha256 = '' WHERE facts_sha256 IS NULL")
    op.alter_column("approvals", "facts_sha256", existing_type=sa.String(64), nullable=False)
    op.drop_constraint("approvals_key", "approvals")
    op.create_unique_constraint("approvals_key", "approvals", list(_KEY))


def _keep(table: str, key: tuple[str, ...], *, sqlite: bool) -> None:
    """Refuse to change or delete the rows of a table."""
    if not sqlite:
        for statement in _POSTGRES:
            op.execute(statement.format(table=table))
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(_SQLITE.format(table=table, verb=verb))
    same = " AND ".join(f"{name} = NEW.{name}" for name in key)
    op.execute(_SQLITE_KEPT.format(table=table, same=same))
