"""Handing in a notice, and proving the address."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit import actions as audit
from deele.notices import enums
from deele.notices.actions import life, post
from deele.notices.enums import State
from deele.notices.models import Need, Notice, Reach
from deele.notices.queries.reaches import circle
from deele.notices.rules.matching import Needs
from deele.notices.rules.moves import DRAFT_DAYS
from deele.places.models import Place
from deele.privacy.actions import consents
from deele.privacy.models import Consent

PUBLISH, NEED = "notices.publish", "notices.need"
TEXT_VERSION = "2026-11"


@dataclass(frozen=True)
class Told:
    """What a person says: fields of Notice, places with kilometres, and the need, None when it may not be kept."""

    values: dict[str, Any]
    places: list[tuple[Place, int]]
    needs: Needs | None = None


@transaction.atomic
def submit(*, told: Told, form: str, now: datetime, by: Any = None) -> Notice:
    """Take a notice in. It waits as a draft until the address is proven. The same form sent twice is one notice.

    `by` is the colleague who writes it for somebody, by telephone; the person proves the address all the same.
    """
    if form and (known := Notice.objects.filter(form_token=form).first()):
        return known
    notice = Notice.objects.create(**told.values, form_token=form or None, state_since=now)
    reach(notice, told.places)
    tell_needs(notice, told.needs)
    audit.record(enums.SUBMITTED, by=by, about=notice, now=now, actor_name="" if by else _(life.PERSON))
    post.please_prove(notice, now=now)
    return notice


@transaction.atomic
def prove(*, link: MailLink, notice: Notice, now: datetime) -> Notice:
    """The address is right: the draft goes to the reader, the consents are written down. Raises LinkUsed."""
    mail_links.redeem(link=link, now=now)
    notice = life.move(notice=notice, to=State.SUBMITTED, by=None, now=now, person=True)
    consent(notice, f"{PUBLISH}:{notice.pk}", now)
    if Need.objects.filter(notice=notice).exists():
        consent(notice, NEED, now)
    post.your_link(notice, now=now)
    return notice


def consent(notice: Notice, purpose: str, now: datetime) -> None:
    """Write down what was allowed. That of a need names no notice, so that the log does not say who has one."""
    consents.give(
        email=notice.contact_email,
        purpose=purpose,
        text_version=TEXT_VERSION,
        source=_("form of the notice, address proven by link"),
        now=now,
    )


def disallow(notice: Notice, now: datetime) -> None:
    """The consent to a need ends with the last need of this address."""
    others = Need.objects.filter(notice__contact_email__iexact=notice.contact_email).exclude(notice=notice)
    if not others.exists():
        consents.withdraw(email=notice.contact_email, purpose=NEED, now=now)


def end_consents(notice: Notice, now: datetime) -> None:
    """A notice that was emptied needs no consent any more. Its address is known from the consent itself."""
    purpose = f"{PUBLISH}:{notice.pk}"
    for consent in Consent.objects.in_force().filter(purpose=purpose).exclude(email=""):
        consents.withdraw(email=consent.email, purpose=purpose, now=now)
        if not Need.objects.filter(notice__contact_email__iexact=consent.email).exists():
            consents.withdraw(email=consent.email, purpose=NEED, now=now)


def reach(notice: Notice, places: list[tuple[Place, int]]) -> None:
    """Where it reaches, instead of what stood there."""
    notice.reaches.all().delete()
    rows = [Reach(notice=notice, place=place, radius_km=km, **circle(place, km)) for place, km in places]
    Reach.objects.bulk_create(rows)


def tell_needs(notice: Notice, needs: Needs | None) -> bool:
    """Seal what was told, or forget it; whether something is kept now."""
    if not needs or not notice.kind_of.needs:
        Need.objects.filter(notice=notice).delete()
        return False
    row = Need.objects.filter(notice=notice).first() or Need(notice=notice)
    row.seal(needs)
    row.save()
    return True


@transaction.atomic
def forget_drafts(*, now: datetime) -> int:
    """Delete what was handed in and never proven; returns how many notices."""
    old = now - timedelta(days=DRAFT_DAYS)
    _all, counts = Notice.objects.filter(state=State.DRAFT, created_at__lt=old).delete()
    return counts.get(Notice._meta.label, 0)
