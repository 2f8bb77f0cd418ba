"""A private person as a member: the name goes three years after leaving, or at once when they ask for it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from deele.alliance.actions import index
from deele.alliance.enums import OrganisationKind, State, events
from deele.alliance.models import Membership, Profile, ProfileDraft
from deele.alliance.rules.moves import KEPT_AFTER_LEAVING_DAYS
from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.audit.models import Entry

NOBODY = gettext_noop("a private person")


@transaction.atomic
def forget(*, membership: Membership, now: datetime) -> None:
    """Take name, words and website away; that somebody was a member, and when, is kept for counting."""
    Profile.objects.filter(membership=membership).delete()
    ProfileDraft.objects.filter(membership=membership).delete()
    state = membership.state if membership.state in (State.LEFT, State.REFUSED) else State.LEFT
    until = membership.until or timezone.localdate(now)
    Membership.objects.filter(pk=membership.pk).update(
        name=_(NOBODY), former_names=[], website="", entry=None, internal_note="", state_reason="", state=state,
        until=max(until, membership.since or until), source="", source_url="", external_id="", updated_at=now,
    )  # fmt: skip
    membership.refresh_from_db()
    # The log quotes names: of this row it keeps what happened, not to whom.
    Entry.objects.filter(about=reference(membership)).update(about_name=_(NOBODY), data={}, redacted_at=now)
    index.refresh(membership)
    audit.record(events.FORGOTTEN, by=None, about=membership, now=now)


def forget_due(*, now: datetime) -> int:
    """Private members who left three years ago or were refused; returns how many."""
    long_ago = timezone.localdate(now) - timedelta(days=KEPT_AFTER_LEAVING_DAYS)
    rows = Membership.objects.filter(kind=OrganisationKind.PRIVATE).exclude(name=_(NOBODY))
    left = rows.filter(state=State.LEFT, until__lte=long_ago)
    refused = rows.filter(state__in=(State.REFUSED, State.LEFT), until=None, state_since__date__lte=long_ago)
    found = [*left, *refused]
    for one in found:
        forget(membership=one, now=now)
    return len(found)


def forget_those(*, pks: Iterable[int], now: datetime) -> int:
    """People of these members were erased: private members nobody acts for any more are forgotten at once."""
    rows = Membership.objects.filter(pk__in=list(pks), kind=OrganisationKind.PRIVATE, delegates=None)
    found = list(rows.exclude(name=_(NOBODY)))
    for one in found:
        forget(membership=one, now=now)
    return len(found)
