"""Notices (Gesuche und Angebote): who seeks and offers what, matched with reasons, introduced when both sides agree.

Public pages under /gesuche/, the desk under /schreibtisch/gesuche/. Need of access and of care is kept sealed in
`models.Need` and read by the matching alone (docs/decisions/0027-notices.md).
"""
