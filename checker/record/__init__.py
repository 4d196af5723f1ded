"""Decisions on record: what was checked, with what, and how it ended, so that anybody can prove it later."""
