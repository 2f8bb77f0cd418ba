"""Reading subscribers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from deele.access import rules as access
from deele.access.enums import Permission
from deele.newsletter.enums import SubscriberState
from deele.newsletter.models import Bounce, ListImport, SignUp, Subscriber
from deele.newsletter.models.subscribers import SubscriberQuerySet
from deele.newsletter.rules import terms
from deele.office.models import Area
from deele.places.models import Place
from deele.privacy.models import Consent
from deele.privacy.rules import keyed

GROWTH = timedelta(days=30)


def recipients(area: Area, *, now: datetime) -> SubscriberQuerySet:
    """Who gets an issue of this area today: confirmed, not ended, not paused, not on the list of suppressions.

    Ask it again, row by row, when a copy leaves: who unsubscribed in the meantime is then no longer in it.
    """
    today = timezone.localdate(now)
    return Subscriber.objects.active().for_areas(area).not_paused(today).not_suppressed(area)


# Newsletters


def areas() -> QuerySet[Area]:
    """The newsletters there are: one for each area of work."""
    return Area.objects.all()


def area_named(key: str) -> Area | None:
    """The newsletter of this key."""
    return Area.objects.filter(key=key[:40]).first() if key else None


def area_of(area_id: int) -> Area | None:
    """The newsletter of an unsubscribe link; None for everything and for the news from one's own district."""
    return Area.objects.filter(pk=area_id).first() if area_id > 0 else None


def masked(email: str) -> str:
    """The address so that its owner knows it and nobody else learns it."""
    name, _at, domain = email.partition("@")
    return f"{name[:1]}…@{domain}"


# The desk


def for_user(user: Any) -> SubscriberQuerySet:
    """The subscribers of the areas this person works in; those without a newsletter only for who works in all."""
    where = access.areas_of(user, Permission.SUBSCRIBER_WORK)
    if where is None:
        return Subscriber.objects.all()
    return Subscriber.objects.for_areas(*Area.objects.filter(pk__in=where))


def areas_for(user: Any) -> QuerySet[Area]:
    """The newsletters this person works on."""
    where = access.areas_of(user, Permission.SUBSCRIBER_WORK)
    return Area.objects.all() if where is None else Area.objects.filter(pk__in=where)


def found(user: Any, *, state: str = "", area: str = "", district: str = "", text: str = "") -> SubscriberQuerySet:
    """Subscribers by the filters of the list. A whole address is found by its fingerprint, parts by their letters."""
    rows = for_user(user)
    if state:
        rows = rows.filter(state=state)
    if area:
        rows = rows.filter(pk__in=Subscriber.areas.through.objects.filter(area__key=area).values("subscriber"))
    if district:
        rows = rows.filter(pk__in=Subscriber.regions.through.objects.filter(place__key=district).values("subscriber"))
    if text:
        words = Q(email__icontains=text) | Q(name__icontains=text)
        rows = rows.filter(fingerprint=keyed(text)) if "@" in text[1:-4] and "." in text else rows.filter(words)
    return rows


def by_state(rows: SubscriberQuerySet) -> dict[str, int]:
    """State → how many."""
    return dict(rows.order_by().values_list("state").annotate(Count("pk")))


@dataclass(frozen=True)
class AreaFigures:
    """One newsletter in numbers: how many take it today, who came and who left in the last month."""

    area: Area
    active: int
    came: int
    left: int


def by_area(user: Any, now: datetime) -> list[AreaFigures]:
    """The newsletters this person works on, in numbers."""
    link = Subscriber.areas.through.objects.filter(area__in=areas_for(user))
    since = now - GROWTH
    active = Q(subscriber__state=SubscriberState.ACTIVE)
    counts = link.order_by().values("area").annotate(
        active=Count("pk", filter=active),
        came=Count("pk", filter=active & Q(subscriber__confirmed_at__gt=since)),
        left=Count("pk", filter=Q(subscriber__ended_at__gt=since)),
    )  # fmt: skip
    by_pk = {row["area"]: (row["active"], row["came"], row["left"]) for row in counts}
    return [AreaFigures(area, *by_pk.get(area.pk, (0, 0, 0))) for area in areas_for(user)]


def districts(user: Any) -> list[tuple[Place, int]]:
    """Districts that subscribers named, with how many."""
    rows = Subscriber.regions.through.objects.filter(subscriber__in=for_user(user).active())
    counts = dict(rows.order_by().values_list("place").annotate(Count("pk")))
    return [(place, counts[place.pk]) for place in Place.objects.filter(pk__in=counts)]


def completion(now: datetime) -> tuple[int, int]:
    """Of the sign-ups of the last week, how many were confirmed: (confirmed, all)."""
    rows = SignUp.objects.filter(asked_at__gt=now - terms.UNCONFIRMED)
    return rows.exclude(confirmed_at=None).count(), rows.count()


def consents(subscriber: Subscriber) -> QuerySet[Consent]:
    """The proofs of this address, newest first."""
    return Consent.objects.filter(fingerprint=subscriber.fingerprint, purpose__startswith="newsletter.")


def bounces(user: Any) -> QuerySet[Bounce]:
    """Mail that came back, newest first."""
    return Bounce.objects.filter(subscriber__in=for_user(user)).select_related("subscriber")


def imports_for(user: Any) -> QuerySet[ListImport]:
    """Lists that were sent in."""
    where = access.areas_of(user, Permission.SUBSCRIBER_WORK)
    return ListImport.objects.all() if where is None else ListImport.objects.filter(by=user)
