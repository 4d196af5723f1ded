"""A document becomes facts with evidence."""
