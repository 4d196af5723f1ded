"""Courts and arbitration, governing law, notices."""
