"""Every field of advice, sorted. A module a subject."""

from deele.advice.privacy import cases, contacts, enquiries

__all__ = ["cases", "contacts", "enquiries"]
