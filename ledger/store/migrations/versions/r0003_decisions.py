"""The decisions of checks on record, each following the one before, and the policy texts they name; append-only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = {"decisions": "number = NEW.number OR id = NEW.id", "policy_texts": "sha256 = NEW.sha256"}
_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END
"""
# INSERT OR REPLACE would delete a row without a word to the triggers above.
_SQLITE_KEPT = """
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END
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
    """Make the two tables and what keeps their rows as they were written."""
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(16), nullable=False, unique=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "policy_texts",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("text", sa.LargeBinary, nullable=False),
    )
    for table, same in _TABLES.items():
        if op.get_bind().dialect.name == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                op.execute(_SQLITE.format(table=table, verb=verb))
            op.execute(_SQLITE_KEPT.format(table=table, same=same))
        else:
            for statement in _POSTGRES:
                op.execute(statement.format(table=table))
