"""The public list of notices: filters, cards, chips. Knows no names and no needs."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.core.paging import page_number
from deele.notices.enums import Horizon, KindKey, Legal
from deele.notices.models import Notice, Reach
from deele.notices.queries import words
from deele.notices.queries.forms_of_living import choices
from deele.notices.queries.reaches import circle
from deele.places.models import Place

RADII = (5, 10, 25, 50, 100)
PAGE_SIZE = 20
IN_LISTS = {"form": "housing_forms", "recht": "legal"}  # what is kept as a list in JSON


@dataclass
class Asked:
    """What the address asks for."""

    place_text: str = ""
    place: Place | None = None
    candidates: list[Any] = field(default_factory=list)
    radius_km: int = 0
    chosen: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    page: int = 1


def found(asked: Asked, *, without: str = "") -> QuerySet[Notice]:
    """Public notices that fit, the newest first; `without` leaves one filter out, to count its values."""
    rows = Notice.objects.public()
    chosen = {name: values for name, values in asked.chosen.items() if name != without}
    if "art" in chosen:
        rows = rows.filter(kind__in=chosen["art"])
    if "zeit" in chosen:
        rows = rows.filter(horizon__in=chosen["zeit"])
    for parameter, column in IN_LISTS.items():
        if parameter in chosen:
            rows = rows.alias(**{f"{column}_text": Cast(column, TextField())})
            rows = rows.filter(any_of(f"{column}_text", chosen[parameter]))
    if asked.place is not None:
        rows = rows.filter(pk__in=Reach.objects.filter(touching(asked.place, asked.radius_km)).values("notice"))
    return rows


def any_of(column: str, values: list[str]) -> Q:
    """Lists in JSON are asked in no way that both databases know; their text is."""
    wanted = Q()
    for value in values:
        wanted |= Q(**{f"{column}__contains": f'"{value}"'})
    return wanted


def touching(place: Place, radius_km: int) -> Q:
    """Reaches whose box touches the circle around a place."""
    box = circle(place, radius_km)
    return Q(south__lte=box["north"], north__gte=box["south"], west__lte=box["east"], east__gte=box["west"])


def page(asked: Asked, data: QueryDict) -> dict[str, Any]:
    """Everything of the list."""
    rows = found(asked)
    total = rows.count()
    last = max(1, -(-total // PAGE_SIZE))
    number = page_number(str(asked.page), last)
    shown = rows.prefetch_related("reaches__place")[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    chips = chips_of(asked, data)
    return {
        "asked": asked,
        "total": total,
        "cards": [card(notice) for notice in shown],
        "groups": groups(asked, data),
        "chips": chips,
        "clear_url": "?" if chips else "",
        "radii": RADII,
        "places": [(str(match.place), address(data, ort=[match.place.key])) for match in asked.candidates],
        "hidden": [(name, value) for name in ("art", "form", "recht", "zeit") for value in asked.chosen.get(name, [])],
        "previous": address(data, seite=[str(number - 1)]) if number > 1 else "",
        "next": address(data, seite=[str(number + 1)]) if number < last else "",
    }


def card(notice: Notice) -> dict[str, str]:
    """A notice in a list."""
    return {
        "title": notice.title,
        "href": notice.get_absolute_url(),
        "kind": str(notice.get_kind_display()),
        "place": words.where(list(notice.reaches.all())),
        "line": line(notice),
        "note": str(notice.get_horizon_display()) if notice.horizon else "",
        "age": since(notice, timezone.localdate()),
    }


def line(notice: Notice) -> str:
    """The first words."""
    text = " ".join(notice.text.split())
    return text if len(text) <= 160 else f"{text[:160].rsplit(' ', 1)[0]} …"


def since(notice: Notice, today: date) -> str:
    """Since when it takes part, in words."""
    if notice.public_since is None:
        return ""
    day = timezone.localdate(notice.public_since)
    return _("today") if day == today else _("since %(day)s") % {"day": date_format(day, "j. F Y")}


def labels() -> dict[str, tuple[str, dict[str, Any]]]:
    """Each filter: its heading, its values."""
    return {
        "art": (_("What it is"), dict(KindKey.choices)),
        "form": (_("Form of living"), dict(choices())),
        "recht": (_("Rent or own"), dict(Legal.choices)),
        "zeit": (_("When"), dict(Horizon.choices)),
    }


def groups(asked: Asked, data: QueryDict) -> list[dict[str, Any]]:
    """The filters as links; kinds and times with how many there are."""
    counts = {"art": counted(asked, "art", "kind"), "zeit": counted(asked, "zeit", "horizon")}
    return [
        {
            "title": title,
            "open": name == "art" or name in asked.chosen,
            "options": [
                {
                    "label": label,
                    "url": toggled(data, name, value),
                    "active": value in asked.chosen.get(name, []),
                    "count": counts[name].get(value, 0) if name in counts else None,
                }
                for value, label in values.items()
            ],
        }
        for name, (title, values) in labels().items()
    ]


def counted(asked: Asked, parameter: str, column: str) -> dict[str, int]:
    """How many notices each value of a filter would leave."""
    rows = found(asked, without=parameter).order_by().values_list(column)
    return dict(rows.annotate(number=Count("pk")))


def chips_of(asked: Asked, data: QueryDict) -> list[dict[str, str]]:
    """What was chosen, each with the address without it."""
    chips = []
    if asked.place is not None:
        away = _("%(place)s and %(km)s km around") % {"place": asked.place, "km": asked.radius_km}
        label = away if asked.radius_km else str(asked.place)
        chips.append({"label": label, "url": address(data, ort=None, umkreis=None)})
    for name, (_title, values) in labels().items():
        chips += [
            {"label": str(values[value]), "url": toggled(data, name, value)} for value in asked.chosen.get(name, [])
        ]
    return chips


def address(data: QueryDict, **changes: Any) -> str:
    """The address with some parameters set (a list), or taken out (None); back to the first page."""
    changed = data.copy()
    changed.pop("seite", None)
    for name, value in changes.items():
        changed.pop(name, None)
        if value is not None:
            changed.setlist(name, value)
    query = changed.urlencode()
    return f"?{query}" if query else "?"


def toggled(data: QueryDict, parameter: str, value: str) -> str:
    """The address with one value of a filter switched."""
    values = data.getlist(parameter)
    kept = [one for one in values if one != value] if value in values else [*values, value]
    return address(data, **{parameter: kept})
