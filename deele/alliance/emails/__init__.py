"""What the alliance says by mail, a file a topic."""

from deele.alliance.emails.signing_in import sign_in_link

__all__ = ["sign_in_link"]
