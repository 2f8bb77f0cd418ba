"""The doors of the library. A module a subject."""
