"""Invoices, payments, reminders: what carriers bill, with continuous numbers. Knows nothing of what it bills.

Doors: `actions.invoices.issue` and `cancel`, `actions.payments`, `queries.about` for the state of what was billed.
An invoice is never changed: it is cancelled by a document of its own.
"""
