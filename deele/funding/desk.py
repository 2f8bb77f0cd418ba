"""What funding puts on the desk: programmes to be checked, deadlines that come near."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.funding.models import Programme
from deele.funding.queries import deadlines
from deele.funding.queries import desk as queries
from deele.ui import desk

LIMIT = 6


def tasks(user: Any, today: date) -> list[desk.Task]:
    """What waits for somebody who keeps programmes."""
    home = reverse("funding:desk-list")
    return [
        desk.Task(_("Funding programmes to check again"), queries.to_check(today), f"{home}?tab=pruefen"),
        desk.Task(_("Funding deadlines within six weeks"), queries.deadlines_soon(today), f"{home}?tab=fristen"),
    ]


def figures(user: Any, today: date) -> list[desk.Figure]:
    """The deadline that comes next."""
    following = deadlines.ahead(today).first()
    if following is None or following.deadline is None:
        return []
    programme = following.programme_version.programme
    day = date_format(following.deadline, "j. M Y")
    return [desk.Figure(_("Next funding deadline"), day, programme.desk_url(), programme.name)]


def find(user: Any, text: str) -> list[desk.Found]:
    """Programmes by the words of their name."""
    found = Programme.objects.visible_to(user).filter(name__icontains=text)[:LIMIT]
    return [desk.Found(one.name, one.desk_url(), _("Funding programme"), one.summary) for one in found]


def waiting(user: Any) -> int:
    """What waits, for the menu."""
    return queries.to_check(timezone.localdate())


desk.menu.add(
    "funding", desk.MenuItem(gettext_lazy("Funding"), "funding:desk-list", Permission.FUNDING_EDIT, waiting), rank=8
)
desk.fillings.add("funding", desk.Filling(Permission.FUNDING_EDIT, tasks, figures, find), rank=8)
