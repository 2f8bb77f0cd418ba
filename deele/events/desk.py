"""What events put on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access import rules as access
from deele.access.enums import Permission
from deele.events.models import Event, Registration
from deele.events.queries import desk_figures as queries
from deele.events.queries import desk_registrations as registrations
from deele.ui import desk

LIMIT = 8


def tasks(user: Any, today: date) -> list[desk.Task]:
    """What waits for somebody who plans events."""
    now = timezone.now()
    list_url = reverse("events:desk-list")
    danger = queries.in_danger(user, now)
    return [
        desk.Task(_("Events with too few people"), danger, list_url, urgent=danger > 0),
        desk.Task(_("Events to be finished"), queries.to_finish(user, now), f"{list_url}?tab=abschliessen"),
    ]


def registration_tasks(user: Any, today: date) -> list[desk.Task]:
    """What waits for somebody who looks after registrations."""
    found = registrations.proofs_open(user)
    first = found.order_by("event__starts_at", "pk").values_list("event", flat=True).first()
    url = (
        f"{reverse('events:desk-registrations', args=[first])}?tab=nachweise" if first else reverse("events:desk-list")
    )
    return [
        desk.Task(_("Proofs for lower prices to check"), found.count(), url),
        desk.Task(_("Places offered and not answered"), queries.offers_open(user), reverse("events:desk-list")),
    ]


def figures(user: Any, today: date) -> list[desk.Figure]:
    """The year in numbers, own events apart from those of others."""
    own, people = queries.of_the_year(today.year)
    url = f"{reverse('events:desk-list')}?tab=kommend&jahr={today.year}"
    return [
        desk.Figure(_("Own events this year"), str(own), url),
        desk.Figure(_("People registered for them"), str(people)),
        desk.Figure(_("Talks and more with others this year"), str(queries.elsewhere(today.year))),
    ]


def find(user: Any, text: str) -> list[desk.Found]:
    """Events by the words of their title, town or series."""
    return [found_event(event) for event in queries.upcoming_titles(user, text, LIMIT)]


def found_event(event: Event) -> desk.Found:
    """An event in a list of the desk."""
    day = date_format(timezone.localtime(event.starts_at), "j. F Y") if event.starts_at else ""
    note = " · ".join(part for part in (day, event.town, str(event.get_state_display())) if part)
    return desk.Found(event.full_title, event.desk_url(), _("Event"), note)


def find_registration(user: Any, text: str) -> list[desk.Found]:
    """Registrations by number, name, organisation or address."""
    return [found_registration(one) for one in registrations.find(user, text, LIMIT)]


def found_registration(one: Registration) -> desk.Found:
    """A registration in a list of the desk."""
    return desk.Found(f"{one.contact_name} ({one.code})", one.desk_url(), _("Registration"), one.event.title)


def waiting(user: Any) -> int:
    """What waits, for the menu."""
    return queries.waiting_work(user, timezone.now()) if access.can(user, Permission.EVENT_EDIT) else 0


desk.menu.add(
    "events", desk.MenuItem(gettext_lazy("Events"), "events:desk-list", Permission.EVENT_EDIT, waiting), rank=30
)
desk.menu.add(
    "volunteers",
    desk.MenuItem(gettext_lazy("Volunteer advisers"), "events:desk-volunteers", Permission.REGISTRATION_WORK),
    rank=32,
)
desk.fillings.add("events", desk.Filling(Permission.EVENT_EDIT, tasks, figures, find), rank=30)
desk.fillings.add(
    "registrations", desk.Filling(Permission.REGISTRATION_WORK, registration_tasks, None, find_registration), rank=31
)
