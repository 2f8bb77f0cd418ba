"""Whom to ask about a passage: confirmed with the profile once a year, gone with the membership.

A contact nobody confirms any more is emptied by the term in `privacy`; the yearly question about the profile is the
question about its contacts, so nobody is asked twice.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from deele.alliance.models import Mark, Membership, Profile

YEAR = timedelta(days=365)


def hold(row: Mark, now: datetime) -> None:
    """Give the contact of a passage another year, no longer than the passage holds. Does not save."""
    if not row.contact:
        row.contact_until = None
        return
    year = timezone.localdate(now) + YEAR
    row.contact_until = min(row.valid_until, year) if row.valid_until else year


def confirm(profile: Profile, now: datetime) -> int:
    """The profile was confirmed or agreed to, and its contacts with it; returns how many."""
    rows = list(Mark.objects.select_for_update(no_key=True).filter(profile=profile).exclude(contact="").order_by("pk"))
    for row in rows:
        hold(row, now)
    return Mark.objects.bulk_update(rows, ["contact_until"]) if rows else 0


def let_go(membership: Membership, now: datetime) -> int:
    """The member left or was refused: nobody is to be asked there any more."""
    rows = Mark.objects.filter(profile__membership=membership).exclude(contact="")
    return rows.update(contact="", contact_until=None, updated_at=now)
