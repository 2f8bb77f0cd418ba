"""The words of accompaniment, by subject."""
