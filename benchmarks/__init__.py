"""Measurements: speed of a whole check, and how well facts are read. None of this is shipped."""
