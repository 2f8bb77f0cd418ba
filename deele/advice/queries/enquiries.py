"""Enquiries as the office sees them: who answers, the inbox with its tabs, how fast answers were."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from deele.advice.enums import Outcome, Topic
from deele.advice.models import Absence, Enquiry, IncomingMail, Responsibility, TextBlock
from deele.advice.models.enquiries import OPEN, State
from deele.advice.queries import contacts
from deele.advice.rules import enquiries as rules
from deele.office import queries as office
from deele.office.models import Area
from deele.places.models import Place

STATE = "03"
MOST_GROUPS = 100
NOT_TAKEN = (Outcome.TOO_LARGE, Outcome.UNREADABLE, Outcome.FLOOD)
VIEWS = ("neu", "meine", "alle", "wartet", "ueberfaellig", "erledigt")


def state_key() -> str:
    """The state whose holidays count."""
    ours = office.the_office()
    return ours.state_key if ours else STATE


def duty(topic: str, place: Any, area: Area | None = None) -> Responsibility | None:
    """Who answers this topic in this place, in this area of work where one is given; None where nobody was named."""
    found_rules = Responsibility.objects.filter(area=area) if area else Responsibility.objects.all()
    rows = {row.pk: row for row in found_rules.select_related("place", "adviser", "deputy", "area")}
    keys = [*place.ancestor_keys, place.key] if place else []
    found = rules.responsible(
        [rules.Rule(row.pk, row.topic, row.place.key if row.place else "") for row in rows.values()], topic, keys
    )
    return rows[found] if found else None


def away(user: Any, today: date) -> Absence | None:
    """The absence of this person that holds today."""
    return Absence.objects.filter(user=user, since__lte=today, until__gte=today).first()


def inbox(user: Any, today: date) -> dict[str, QuerySet[Enquiry]]:
    """The views of the inbox, by their key."""
    seen = Enquiry.objects.visible_to(user).select_related("area", "place__parent", "adviser", "deputy")
    return {
        "neu": seen.filter(state=State.NEW, adviser=None),
        "meine": seen.open().of(user, today),
        "alle": seen.open(),
        "wartet": seen.filter(state__in=(State.CLIENT, State.OTHERS)),
        "ueberfaellig": seen.overdue(today),
        "erledigt": seen.exclude(state__in=OPEN).order_by("-state_since"),
    }


def due(today: date) -> QuerySet[Enquiry]:
    """Open enquiries of which somebody should be reminded today: promised for today or before, or to be looked at."""
    open_yet = Enquiry.objects.open().exclude(reminded_on=today).select_related("adviser", "deputy", "area")
    late = open_yet.filter(state__in=(State.NEW, State.ACCEPTED), answered_at=None, promised_on__lte=today)
    return (late | open_yet.filter(look_again_on__lte=today)).distinct()


def unanswered(user: Any) -> list[dict[str, Any]]:
    """What was asked often and answered with empty hands, by topic and district, the most frequent first.

    `nothing`: an adviser said so; `bare`: the answer named no record of ours. One query, grouped in the database.
    """
    rows = (
        Enquiry.objects.visible_to(user).filter(answered_at__isnull=False).filter(Q(had_nothing=True) | Q(handed_out=0))
    )
    nothing = Count("pk", filter=Q(had_nothing=True))
    groups = rows.order_by().values("topic", "place__district_key").annotate(number=Count("pk"), nothing=nothing)
    groups = groups.order_by("-nothing", "-number", "topic", "place__district_key")[:MOST_GROUPS]
    titles, found = dict(Topic.choices), list(groups)
    names = dict(Place.objects.filter(key__in={row["place__district_key"] for row in found}).values_list("key", "name"))
    return [
        {
            "topic": titles.get(row["topic"], ""), "district": names.get(row["place__district_key"] or "", ""),
            "number": row["number"], "nothing": row["nothing"],
        }
        for row in found
    ]  # fmt: skip


def blocks(user: Any) -> QuerySet[TextBlock]:
    """The text blocks of the areas in which this person advises."""
    return TextBlock.objects.filter(area__in=contacts.areas(user)).select_related("area")


def refused(now: datetime) -> QuerySet[IncomingMail]:
    """Mails of the last month that were not taken in; they still lie in the mailbox."""
    month = now - timedelta(days=30)
    return IncomingMail.objects.filter(outcome__in=NOT_TAKEN, arrived_at__gte=month)
