"""Delivery, inspection and acceptance, after-sales service."""
