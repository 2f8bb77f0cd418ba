"""The alliance in figures: who belongs to it, on which ground."""

from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.alliance.enums import BELONGING, Basis
from deele.alliance.kinds import ways
from deele.alliance.models import Membership

# The goals of the alliance as it tells them itself (domain §4.11).
GOALS = (
    gettext_lazy("be a role model and give impulses"),
    gettext_lazy("link expertise and organise exchange"),
    gettext_lazy("develop concepts and solutions"),
    gettext_lazy("bring volunteers and paid staff together"),
    gettext_lazy("make structures and meeting places known"),
    gettext_lazy("advise in crises and conflicts"),
    gettext_lazy("be a contact for politics and the public"),
    gettext_lazy("stand against misogyny, racism, antisemitism and violence"),
    gettext_lazy("strengthen protection, safety and inclusion"),
)


def ways_on() -> list[dict[str, Any]]:
    """What else there is of the alliance, app by app, with its address."""
    return [{"title": way.title, "text": way.text, "icon": way.icon, "url": reverse(way.url_name)} for way in ways]


def figures() -> list[dict[str, Any]]:
    """Members of their own, through an umbrella body, taking part without membership; groups apart from all."""
    counts = dict(Membership.objects.public().order_by().values_list("basis").annotate(number=Count("pk")))
    rows = (
        (_("members of their own"), BELONGING),
        (_("members through an umbrella body"), (Basis.UMBRELLA,)),
        (_("take part without membership"), (Basis.TAKES_PART,)),
        (_("groups that were named, without single organisations"), (Basis.NAMED_AS_GROUP,)),
    )
    return [
        {"label": label, "figure": sum(counts.get(one, 0) for one in bases), "href": list_of(bases)}
        for label, bases in rows
        if any(counts.get(one) for one in bases)
    ]


def list_of(bases: Any) -> str:
    """The address of the list with these grounds."""
    return reverse("alliance:members") + "?" + "&".join(f"basis={one}" for one in bases)
