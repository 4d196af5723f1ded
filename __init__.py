"""Presign reads a contract before it is signed and says, with proof, where the money may not come back."""

__version__ = "0.1.0"
