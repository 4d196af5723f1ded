"""A folder of small contracts of our own, some good, one bad, one that isn't a contract's file at all."""

from __future__ import annotations

from pathlib import Path

SHORT = """SALES CONTRACT

Seller: Northfield Pumps Ltd
Buyer: Harbour Foods GmbH

1. Goods. The Seller shall deliver two pumps.
2. Price. The total price is EUR 20,000.
3. Payment. The Buyer shall pay within {days} days after receipt of the goods and the invoice.
4. This contract is governed by the laws of Germany.

Signed on {signed}
"""


def write_contract(path: Path, days: int, signed: str = "2 March 2026") -> None:
    """A contract with a term of payment."""
    path.write_text(SHORT.format(days=days, signed=signed), encoding="utf-8")


def make_folder(folder: Path) -> list[str]:
    """Three contracts in two folders and a damaged file; the names in the order of the walk."""
    (folder / "b").mkdir(parents=True)
    write_contract(folder / "A.txt", 30)
    write_contract(folder / "b" / "c.txt", 90)
    (folder / "d.docx").write_bytes(b"PK\x03\x04 cut off")
    write_contract(folder / "E.md", 200)
    (folder / "~$lock.docx").write_bytes(b"")
    (folder / ".hidden.txt").write_text("x", encoding="utf-8")
    return [str(folder / name) for name in ("A.txt", "b/c.txt", "d.docx", "E.md")]
