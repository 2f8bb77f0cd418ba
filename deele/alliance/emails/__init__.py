"""What the alliance says by mail, a file a topic."""

from deele.alliance.emails.belonging import (
    confirm_wish,
    draft_returned,
    goodbye,
    profile_public,
    refused,
    review,
    welcome,
    wish_arrived,
)
from deele.alliance.emails.signing_in import sign_in_link

__all__ = [
    "confirm_wish",
    "draft_returned",
    "goodbye",
    "profile_public",
    "refused",
    "review",
    "sign_in_link",
    "welcome",
    "wish_arrived",
]
from deele.alliance.emails.digests import DIGEST, URGENT, digest, urgent

__all__ = ["DIGEST", "URGENT", "digest", "sign_in_link", "urgent"]
