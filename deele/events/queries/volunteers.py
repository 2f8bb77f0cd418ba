"""Volunteer advisers at the desk: where there are some, and where there are none. Nothing of this is public."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.events.models import Certificate, Event, Volunteer, VolunteerYear
from deele.office import queries as office
from deele.places.enums import Level
from deele.places.models import Place


def for_person(user: Any) -> QuerySet[Volunteer]:
    """Volunteers of the areas of work this person looks after; those without an area belong to all."""
    if not access.can(user, Permission.REGISTRATION_WORK):
        return Volunteer.objects.none()
    areas = access.areas_of(user, Permission.REGISTRATION_WORK)
    found = Volunteer.objects.all()
    return found if areas is None else found.filter(Q(area_id__in=areas) | Q(area=None))


def active(rows: QuerySet[Volunteer], today: date) -> QuerySet[Volunteer]:
    """Those who advise now."""
    return rows.filter(Q(active_until=None) | Q(active_until__gte=today))


@dataclass(frozen=True)
class District:
    """A district with its volunteers; without any it is a white spot."""

    name: str
    volunteers: list[Volunteer]


def by_district(user: Any, today: date) -> tuple[list[District], list[str], list[Volunteer]]:
    """Districts with volunteers, white spots, and volunteers nobody has given a district."""
    rows = list(active(for_person(user), today).prefetch_related("serves"))
    serving: dict[str, list[Volunteer]] = defaultdict(list)
    for row in rows:
        for key in {place.district_key or place.key for place in row.serves.all()}:
            serving[key].append(row)
    places = districts()
    covered = [District(str(place), serving[place.key]) for place in places if place.key in serving]
    white = [str(place) for place in places if place.key not in serving]
    return covered, white, [row for row in rows if not row.serves.all()]


def districts() -> list[Place]:
    """The districts of the state of the office."""
    ours = office.the_office()
    found = Place.objects.current().of(Level.DISTRICT).order_by("sort_name")
    return list(found.filter(state_key=ours.state_key) if ours else found)


def takeable(event: Event) -> list[Certificate]:
    """Who has a valid certificate of a course and is no volunteer from it yet."""
    known = {name.casefold() for name in event.volunteers.values_list("name", flat=True)}
    rows = Certificate.objects.filter(participant__registration__event=event, withdrawn_at=None)
    found = rows.select_related("participant__registration__place").order_by("participant__name", "pk")
    return [row for row in found if row.participant.name and row.participant.name.casefold() not in known]


def consultations(rows: Iterable[Volunteer], year: int) -> tuple[int, int]:
    """How many consultations were reported for a year, and by how many volunteers."""
    found = VolunteerYear.objects.filter(volunteer__in=[row.pk for row in rows], year=year)
    return found.aggregate(sum=Sum("consultations", default=0))["sum"], found.count()


def export(user: Any, today: date) -> tuple[list[str], list[list[Any]]]:
    """The list of active volunteers as a table."""
    header = [_("Name"), _("E-mail"), _("Telephone"), _("Districts"), _("Home visits"), _("Trained on")]
    years = [today.year - 1, today.year - 2]
    rows = []
    found = active(for_person(user), today).prefetch_related("serves", "years")
    for row in found:
        told = {one.year: one.consultations for one in row.years.all()}
        served = ", ".join(str(place) for place in row.serves.all())
        facts = [row.name, row.email, row.phone, served, row.home_visits, row.trained_on]
        rows.append([*facts, *(told.get(year, "") for year in years)])
    return [*header, *(_("Consultations %(year)s") % {"year": year} for year in years)], rows


def figures(first: date, last: date, *, area: int | None = None) -> dict[str, int]:
    """S1: volunteers trained in a period, active at its end, and the districts they serve."""
    rows = Volunteer.objects.filter(area_id=area) if area else Volunteer.objects.all()
    serving = active(rows, last).exclude(trained_on__gt=last)
    keys = {place.district_key or place.key for row in serving.prefetch_related("serves") for place in row.serves.all()}
    trained = rows.filter(trained_on__gte=first, trained_on__lte=last).count()
    return {"trained": trained, "active": serving.count(), "districts": len(keys)}
