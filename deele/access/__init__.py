"""Roles, grants and doors: who may do what, where, until when.

Doors for views are in `doors`, the one question in `rules.can`. The desk pages of the floors below (the log,
the office with its carriers and areas) live here too, because a page needs a door and doors begin on this floor.
"""
