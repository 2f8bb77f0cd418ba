"""What the alliance says by mail, a file a topic."""

from deele.alliance.emails.digests import DIGEST, URGENT, digest, urgent
from deele.alliance.emails.signing_in import sign_in_link

__all__ = ["DIGEST", "URGENT", "digest", "sign_in_link", "urgent"]
