"""What the public page of a member shows: how it belongs, since when, says who; and its own words."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.enums import BELONGING
from deele.alliance.enums.marks import Text
from deele.alliance.models import Membership, Profile
from deele.alliance.models.profile import TEXTS
from deele.alliance.queries.documents import profile_of, theme_words
from deele.alliance.queries.umbrellas import under
from deele.core import dates, freshness

UNDER_SHOWN = 30


def page(member: Membership, number: str) -> dict[str, Any]:
    """Everything of the page but what upper apps add."""
    profile = profile_of(member)
    today = timezone.localdate()
    return {
        "member": member,
        "meta": belongs(member),
        "facts": facts(member),
        "profile": profile,
        "texts": texts(profile),
        "profile_age": age(profile.verified_at, today) if profile else None,
        "fact_age": age(member.verified_at, today),
        "under": Paginator(under(member), UNDER_SHOWN).get_page(number),
        "trail": [
            {"label": _("Alliance"), "url": reverse("alliance:about")},
            {"label": _("Members"), "url": reverse("alliance:members")},
            {"label": member.name, "url": ""},
        ],
    }


def belongs(member: Membership) -> str:
    """How it belongs to the alliance and since when, in one sentence."""
    since = dates.in_words(member.since, member.since_precision)
    ground = str(member.get_basis_display())
    if member.umbrella:
        ground = _("through the umbrella body %(name)s") % {"name": member.umbrella.name}
    elif member.basis in BELONGING:
        ground = _("%(ground)s, member of its own") % {"ground": ground}
    return _("%(ground)s, since %(since)s") % {"ground": ground, "since": since} if since else ground


def facts(member: Membership) -> list[dict[str, Any]]:
    """What we know, label and value; unknown things are left out."""
    place = member.place
    umbrella = member.umbrella
    rows = [
        {"label": _("Belongs as"), "value": str(member.get_basis_display())},
        {"label": _("Since"), "value": dates.in_words(member.since, member.since_precision)},
        {
            "label": _("Umbrella body"), "value": umbrella.name if umbrella else "",
            "url": umbrella.get_absolute_url() if umbrella and umbrella.is_public else "",
        },
        {"label": _("Kind"), "value": str(member.get_kind_display())},
        {"label": _("Works in"), "value": str(member.get_level_display())},
        {"label": _("Place"), "value": str(place) if place else "", "url": place.get_absolute_url() if place else ""},
        {"label": _("Themes"), "value": ", ".join(theme_words(member))},
        {"label": _("Website"), "value": bare(member.website), "url": member.website},
        {"label": _("Formerly"), "value": "; ".join(member.former_names)},
    ]  # fmt: skip
    return [row for row in rows if row["value"]]


def bare(url: str) -> str:
    """An address as people read it."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def texts(profile: Profile | None) -> list[dict[str, str]]:
    """Portrait and answers, in order, each under what it answers as the member would say it."""
    if profile is None:
        return []
    titles = {**{one.value: str(one.label) for one in Text}, "portrait": _("Who we are")}
    return [{"title": titles[name], "text": text} for name, text in profile.texts().items() if text]


def questions() -> dict[str, str]:
    """The four questions by the name of their field."""
    columns = {column.name: column for column in Profile._meta.concrete_fields}
    return {name: str(columns[name].verbose_name) for name in TEXTS}


def age(moment: Any, today: date) -> tuple[str, str]:
    """How old something is, in words, and how to mark it."""
    words = freshness.age_in_words(moment, today)
    if moment is None:
        return words, "unknown"
    if freshness.is_stale(moment, today, 24):
        return words, "old"
    return words, "due" if freshness.is_stale(moment, today, 13) else "fresh"
