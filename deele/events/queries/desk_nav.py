"""The pages of one event at the desk as two rows of links: what it is about, and within that."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.access import rules as access
from deele.access.enums import Permission
from deele.events.kinds import SECTIONS
from deele.events.models import Event

P = Permission


@dataclass(frozen=True)
class Page:
    """One page. `name` is its address name without the app; `section` the part of the planning it shows."""

    name: str
    label: str | Promise
    section: str = ""

    @property
    def key(self) -> str:
        """What a view calls it."""
        return self.section or self.name

    def url(self, event: Event) -> str:
        """Its address."""
        return reverse(f"events:{self.name}", args=[event.pk, self.section] if self.section else [event.pk])


@dataclass(frozen=True)
class Group:
    """Pages that belong together; the link of the group leads to the first."""

    label: str | Promise
    permission: P
    pages: tuple[Page, ...]


GROUPS = (
    Group(pgettext_lazy("event at the desk", "Overview"), P.EVENT_EDIT, (Page("desk-event", ""),)),
    Group(
        pgettext_lazy("event at the desk", "Planning"), P.EVENT_EDIT,
        tuple(Page("desk-section", section.title, section.key) for section in SECTIONS),
    ),
    Group(_("Documents"), P.EVENT_EDIT, (Page("desk-documents", ""),)),
    Group(_("Registrations"), P.REGISTRATION_WORK, (Page("desk-registrations", ""),)),
    Group(
        pgettext_lazy("event at the desk", "On the day"), P.REGISTRATION_WORK,
        (
            Page("desk-entrance", pgettext_lazy("event", "Entrance")), Page("desk-lists", _("Lists and badges")),
            Page("desk-attendance", _("Attendance")), Page("desk-certificates", _("Certificates")),
            Page("desk-feedback", _("Feedback")),
        ),
    ),
    Group(
        pgettext_lazy("event at the desk", "Billing"), P.MONEY_WORK,
        (Page("desk-billing", _("Invoices")), Page("desk-refunds", _("Refunds"))),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Nav:
    """The links of both rows, as the component "tabs" takes them; the second row may be empty."""

    groups: list[dict[str, Any]]
    pages: list[dict[str, Any]]


def nav(user: Any, event: Event, here: str) -> Nav:
    """What this person may open of the event; `here` is the page that is open, or its section."""
    groups, pages = [], []
    for group in GROUPS:
        if not access.can(user, group.permission, area_id=event.area_id):
            continue
        inside = any(page.key == here for page in group.pages)
        groups.append({"label": group.label, "url": group.pages[0].url(event), "active": inside})
        if inside and len(group.pages) > 1:
            pages = [{"label": page.label, "url": page.url(event), "active": page.key == here} for page in group.pages]
    return Nav(groups, pages)
