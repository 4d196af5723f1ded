"""A comparison of a contract with its template, one renderer a file."""
