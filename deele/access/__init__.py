"""Roles, grants with scope and term, and the doors that check them."""
