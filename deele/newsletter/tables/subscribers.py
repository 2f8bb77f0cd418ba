"""Subscribers as rows, tabs and facts for the pages of the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from deele.newsletter.enums import SubscriberState, Verdict
from deele.newsletter.models import ListImport, Subscriber
from deele.newsletter.rules import consent
from deele.office.models import Area
from deele.privacy.models import Consent

SIGNS = {
    SubscriberState.ACTIVE: ("success", "success"),
    SubscriberState.BOUNCED: ("warning", "warning"),
    SubscriberState.COMPLAINED: ("danger", "danger"),
}


@dataclass(frozen=True)
class Filters:
    """What the address asks for; unknown states ask for nothing."""

    state: str = ""
    area: str = ""
    district: str = ""
    text: str = ""

    @classmethod
    def of(cls, asked: Any) -> "Filters":
        state = asked.get("zustand", "")
        return cls(
            state if state in SubscriberState.values else "",
            asked.get("bereich", "")[:40],
            asked.get("kreis", "")[:9],
            asked.get("q", "").strip()[:120],
        )

    def asked(self, **change: str) -> dict[str, str]:
        """As the query takes them."""
        mine = {"state": self.state, "area": self.area, "district": self.district, "text": self.text}
        return mine | change

    @property
    def query(self) -> str:
        """As an address carries them."""
        pairs = {"zustand": self.state, "bereich": self.area, "kreis": self.district, "q": self.text}
        return urlencode({name: value for name, value in pairs.items() if value})

    def url(self, state: str) -> str:
        """The list in another state."""
        query = Filters(state, self.area, self.district, self.text).query
        return reverse("newsletter:desk-subscribers") + (f"?{query}" if query else "")


def tabs(filters: Filters, counts: dict[str, int]) -> list[dict[str, object]]:
    """The states with their counts, as links."""
    every = {"label": _("All"), "url": filters.url(""), "active": not filters.state, "count": sum(counts.values())}
    return [
        every,
        *(
            {
                "label": state.label,
                "url": filters.url(state),
                "active": filters.state == state,
                "count": counts.get(state, 0),
            }
            for state in SubscriberState
        ),
    ]


def rows(subscribers: Iterable[Subscriber]) -> list[dict[str, object]]:
    """The lines of the list."""
    found = list(subscribers)
    link = Subscriber.areas.through.objects.filter(subscriber__in=[one.pk for one in found])
    names = dict(Area.objects.values_list("pk", "name"))
    areas: dict[int, list[str]] = {}
    for subscriber_id, area_id in link.values_list("subscriber_id", "area_id"):
        areas.setdefault(subscriber_id, []).append(names[area_id])
    return [
        {
            "url": one.get_absolute_url(),
            "email": one.email,
            "name": one.name,
            "areas": ", ".join(sorted(areas.get(one.pk, []))),
            "badge": badge(one),
            "since": moment(one.confirmed_at),
        }
        for one in found
    ]


def badge(subscriber: Subscriber) -> dict[str, str]:
    """State in words, with its colour and sign."""
    kind, icon = SIGNS.get(SubscriberState(subscriber.state), ("plain", ""))
    return {"label": str(subscriber.get_state_display()), "kind": kind, "icon": icon}


def facts(subscriber: Subscriber) -> list[dict[str, object]]:
    """What is known of a subscription."""
    every = [
        (_("Name"), subscriber.name),
        (_("Newsletters"), ", ".join(area.name for area in subscriber.areas.all())),
        (_("News from my district and my topics"), _("yes") if subscriber.digest else ""),
        (_("Last overview"), moment(last_digest(subscriber))),
        (_("Districts"), ", ".join(str(place) for place in subscriber.regions.all())),
        (_("Topics"), ", ".join(subscriber.topic_names)),
        (_("Who they are"), subscriber.get_target_group_display() if subscriber.target_group else ""),
        (_("How they came"), subscriber.get_source_display()),
        (_("Confirmed"), moment(subscriber.confirmed_at)),
        (_("Quiet until"), date_format(subscriber.paused_until) if subscriber.paused_until else ""),
        (_("Ended"), moment(subscriber.ended_at)),
        (_("Temporary failures in a row"), subscriber.soft_bounces or ""),
        (_("Answer of the mail server"), subscriber.bounce_code),
    ]
    return [{"label": label, "value": value} for label, value in every if value]


def last_digest(subscriber: Subscriber) -> datetime | None:
    """When the last overview was made for them."""
    return subscriber.digests.values_list("made_at", flat=True).first()


def proofs(consents: Iterable[Consent]) -> list[dict[str, object]]:
    """The consents with the words that were agreed to."""
    names = {consent.purpose(area.key): area.name for area in Area.objects.all()}
    names[consent.DIGEST] = _("News from my district and my topics")
    return [
        {
            "title": names.get(one.purpose, one.purpose),
            "given": moment(one.given_at),
            "withdrawn": moment(one.withdrawn_at),
            "source": one.source,
            "proof": one.proof,
            "version": one.text_version,
            "text": consent.text(one.text_version),
        }
        for one in consents
    ]


def verdict_tabs(batch: ListImport, chosen: str) -> list[dict[str, object]]:
    """The verdicts of a list with their counts."""
    counts = dict(batch.rows.order_by().values_list("verdict").annotate(Count("pk")))
    page = batch.get_absolute_url()
    every = {"label": _("All"), "url": page, "active": not chosen, "count": batch.total}
    return [
        every,
        *(
            {
                "label": verdict.label,
                "url": f"{page}?urteil={verdict}",
                "active": verdict == chosen,
                "count": counts[verdict],
            }
            for verdict in Verdict
            if verdict in counts
        ),
    ]


def moment(at: datetime | None) -> str:
    """A day and time as people write it."""
    return date_format(localtime(at), "SHORT_DATETIME_FORMAT") if at else ""
