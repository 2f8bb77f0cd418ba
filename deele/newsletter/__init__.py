"""Newsletters built from records: subscribers with proof of consent, issues, and a ledger that sends each copy once.

Doors: `queries.subscribers`, `actions.subscribing`, `actions.issues`, `actions.sending`. What goes into an issue comes
from what apps offer in `mail.kinds.sources`.
"""
