"""The rule packs that ship, as `.policy` files."""
