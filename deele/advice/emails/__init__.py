"""The mails of advice."""

from deele.advice.emails import enquiries

__all__ = ["enquiries"]
