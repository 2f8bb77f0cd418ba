"""The pages around the day of an event, as tabs."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy

from deele.events.models import Event

PAGES = (
    ("entrance", pgettext_lazy("event", "Entrance")),
    ("lists", gettext_lazy("Lists and badges")),
    ("attendance", gettext_lazy("Attendance")),
    ("certificates", gettext_lazy("Certificates")),
    ("feedback", gettext_lazy("Feedback")),
    ("billing", gettext_lazy("Invoices")),
)


def tabs(event: Event, here: str) -> list[dict[str, Any]]:
    """The tabs of one event; `here` is the page that is open."""
    return [
        {"label": label, "url": reverse(f"events:desk-{name}", args=[event.pk]), "active": name == here}
        for name, label in PAGES
    ]
