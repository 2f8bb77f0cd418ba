"""Accompaniment: plans from the idea to the day people move in, their phases, and the group's own view."""
