"""Customers, invoices, payments, orders and approvals in a database, and the facts that follow from them."""
