"""Numbers that a policy prints itself are nobody's, and are shown; those of a contract aren't."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from presign.cli import main
from presign.commands.privacy import shown
from presign.ledger.store.privacy import masked_text

POLICY = """# language: en
policy "T" version "1"

rule T-01 en "No account"
  severity high
  requires party.payee_account_complete is absent
  message en "the account is {party.payee_account_complete}"
  clause prefer en "Seller's only account: account number 4417 0090 1122 3344 556, and no other."
"""
CONTRACT = """SALES CONTRACT

Seller: Northfield Pumps Ltd
Buyer: Harbour Foods GmbH

1. Price. The total price is EUR 20,000.
2. Payment. The Buyer shall pay within 30 days to the Seller's account: account name Northfield Pumps Ltd,
bank Quay Bank, account number 8890 1234 5000 6677 881.

Signed on 2 March 2026
"""


def test_a_number_that_is_public_stays() -> None:
    text = "4417 0090 1122 3344 556 and 8890 1234 5000 6677 881"
    assert masked_text(text, "4417 0090 1122 3344 556".__contains__) == (
        "4417 0090 1122 3344 556 and **** **** **** ***7 881"
    )
    assert masked_text("account 12345678", "12345678".__contains__) == "account 12345678"


def test_without_a_policy_everything_is_masked() -> None:
    out = io.StringIO()
    shown(out, full=False).write("account number 4417 0090 1122 3344 556")
    assert out.getvalue() == "account number **** **** **** ***4 556"


@pytest.mark.usefixtures("cached")
def test_the_sample_account_of_a_proposed_clause(tmp_path: Path) -> None:
    (tmp_path / "t.policy").write_text(POLICY, encoding="utf-8")
    (tmp_path / "c.txt").write_text(CONTRACT, encoding="utf-8")
    done = CliRunner().invoke(
        main, ["check", str(tmp_path / "c.txt"), "--policy", str(tmp_path / "t.policy"), "--lang", "en"]
    )
    text = " ".join(done.stdout.split())
    assert "account number 4417 0090 1122 3344 556, and no other." in text, "the clause can be copied"
    assert "8890" not in text and "881" in text, "the contract's own account is masked"
