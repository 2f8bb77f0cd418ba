"""What advice decides from values alone. A module a subject: codes, cases, boxes, hints."""

from deele.mail.rules.codes import LENGTH, LETTERS, new_code, tidy_code

__all__ = ["LENGTH", "LETTERS", "new_code", "tidy_code"]
