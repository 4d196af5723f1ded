"""One module a revision of the ledger's tables, the oldest first."""
