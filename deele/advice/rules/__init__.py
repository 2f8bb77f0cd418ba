"""What advice decides from values alone."""

from deele.advice.rules.codes import LENGTH, LETTERS, new_code, tidy_code

__all__ = ["LENGTH", "LETTERS", "new_code", "tidy_code"]
