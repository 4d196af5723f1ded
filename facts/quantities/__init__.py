"""Amounts, shares, rates, dates and periods as contracts write them, found in normalised text."""
