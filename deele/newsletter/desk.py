"""What the newsletter puts on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.newsletter.queries import digests, subscribers
from deele.newsletter.queries import issues as issue_queries
from deele.ui import desk

LIMIT = 8


def figures(user: Any, today: date) -> list[desk.Figure]:
    """How many take a newsletter."""
    count = subscribers.for_user(user).active().count()
    return [desk.Figure(_("Newsletter subscriptions"), str(count), reverse("newsletter:desk-subscribers"))]


def issue_tasks(user: Any, today: date) -> list[desk.Task]:
    """Issues that wait for somebody: for a release, for a decision, for a word on doubtful copies."""
    waiting, url = issue_queries.waiting(user), reverse("newsletter:desk-issues")
    return [
        desk.Task(_("Newsletters waiting for release"), waiting.release, f"{url}?zustand=freigabe"),
        desk.Task(_("Newsletters that wait for a decision"), waiting.held, url, urgent=waiting.held > 0),
        desk.Task(_("Doubtful copies of newsletters"), waiting.doubtful, url),
        *digest_tasks(user),
    ]


def digest_tasks(user: Any) -> list[desk.Task]:
    """An overview that did not go out in time, for those who may decide."""
    count = digests.held().count() if digests.may_decide(user) else 0
    url = reverse("newsletter:desk-digest")
    return [desk.Task(_("Overviews that wait for a decision"), count, url, urgent=True)] if count else []


def find(user: Any, text: str) -> list[desk.Found]:
    """Subscribers by address or name."""
    rows = subscribers.found(user, text=text)[:LIMIT]
    return [desk.Found(row.email, row.get_absolute_url(), _("Newsletter"), row.get_state_display()) for row in rows]


desk.menu.add(
    "newsletter-subscribers",
    desk.MenuItem(gettext_lazy("Subscriptions"), "newsletter:desk-subscribers", Permission.SUBSCRIBER_WORK),
    rank=46,
)
desk.fillings.add(
    "newsletter-subscribers", desk.Filling(Permission.SUBSCRIBER_WORK, figures=figures, find=find), rank=46
)
desk.menu.add(
    "newsletter-issues",
    desk.MenuItem(gettext_lazy("Newsletter"), "newsletter:desk-issues", Permission.NEWSLETTER_EDIT),
    rank=45,
)
desk.fillings.add("newsletter-issues", desk.Filling(Permission.NEWSLETTER_EDIT, tasks=issue_tasks), rank=45)
