"""Signature blocks and how the contract takes effect."""
