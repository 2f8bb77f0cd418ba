"""Issuing and redeeming mail links. Opening a link (GET) never spends it; acting (POST) does."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from deele.accounts.models import MailLink
from deele.accounts.queries import LinkUsed


def hashed(token: str) -> str:
    """How a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def issue(
    *, purpose: str, subject: str, email: str, valid_for: timedelta, now: datetime, single_use: bool = True
) -> str:
    """Make a link and return its token, which exists nowhere else from then on."""
    token = secrets.token_urlsafe(24)
    MailLink.objects.create(
        token_hash=hashed(token),
        purpose=purpose,
        subject=subject,
        email=email.lower(),
        created_at=now,
        expires_at=now + valid_for,
        single_use=single_use,
    )
    return token


@transaction.atomic
def redeem(*, link: MailLink, now: datetime) -> MailLink:
    """Spend the link inside the transaction of what it does. Raises LinkUsed for the second of two clicks."""
    changed = MailLink.objects.filter(pk=link.pk)
    if link.single_use:
        changed = changed.filter(used_at=None)
    if not changed.update(used_at=now):
        raise LinkUsed
    link.used_at = now
    return link
