"""Who can what where: the public list of what members give and seek. Knows no contact."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.translation import gettext as _

from deele.alliance.enums.marks import KINDS, Contribution, Expectation, Side
from deele.alliance.models import Mark
from deele.alliance.queries import mark_words
from deele.alliance.queries.mark_words import GROUP_LABELS, THEME_LABELS
from deele.core.paging import page_number
from deele.places import queries as places
from deele.places.models import Place
from deele.search.rules import stems

PAGE_SIZE = 20
PART = 4  # letters a stem needs to be looked for inside other words
ONLY_THERE, ONLY_STATE, NO_PLACE = "dort", "land", "ohne"
SIDE_OF = {kind: str(side) for side, kinds in KINDS.items() for kind in kinds.values}
IN_LISTS = {"thema": "themes", "gruppe": "groups"}  # what is kept as a list in JSON


@dataclass
class Asked:
    """What the address asks for. `only` narrows the place: only what holds there, in the whole state, or nowhere."""

    text: str = ""
    place_text: str = ""
    place: Place | None = None
    candidates: list[Any] = field(default_factory=list)
    chosen: dict[str, list[str]] = field(default_factory=dict)
    only: str = ""
    notes: list[str] = field(default_factory=list)
    page: str = ""


def found(asked: Asked, today: date, *, without: str = "") -> QuerySet[Mark]:
    """Public passages that fit; `without` leaves one filter out, to count its values or to spread it in a table."""
    rows = Mark.objects.public(today)
    chosen = {name: values for name, values in asked.chosen.items() if name != without}
    if "seite" in chosen:
        rows = rows.filter(side__in=chosen["seite"])
    if "art" in chosen:
        rows = rows.filter(kind__in=chosen["art"])
    for parameter, column in IN_LISTS.items():
        if parameter in chosen:
            rows = rows.alias(**{f"{column}_text": Cast(column, TextField())})
            rows = rows.filter(any_of(f"{column}_text", chosen[parameter]))
    if asked.text:
        rows = rows.filter(with_words(asked.text))
    return rows if without == "ort" else rows.filter(held_at(asked))


def any_of(column: str, values: list[str]) -> Q:
    """Lists in JSON are asked in no way that both databases know; their text is."""
    wanted = Q()
    for value in values:
        wanted |= Q(**{f"{column}__contains": f'"{value}"'})
    return wanted


def with_words(text: str) -> Q:
    """Every word of the text, by its stem: as a word, its beginning, or (from four letters on) a part of one."""
    wanted = Q()
    for stem in dict.fromkeys(stems(text)[:12]):
        wanted &= Q(words__contains=stem if len(stem) >= PART else f" {stem}")
    return wanted | Q(profile__membership__name__icontains=text)


def held_at(asked: Asked) -> Q:
    """What holds at the place: there, in a part of it, in what it lies in, and in the whole state."""
    if asked.only == ONLY_STATE:
        return Q(everywhere=True) | Q(pk__in=at(Q(place__level="state")))
    if asked.only == NO_PLACE:
        return Q(everywhere=False, places=None)
    if asked.place is None:
        return Q()
    below = Q(**places.within(asked.place, "place__"))
    if asked.only == ONLY_THERE:
        return Q(pk__in=at(below))
    above = Q(place__key__in=[asked.place.key, *asked.place.ancestor_keys])
    return Q(everywhere=True) | Q(pk__in=at(below | above))


def at(where: Q) -> Any:
    """Passages with a place that fits."""
    return Mark.places.through.objects.filter(where).values("mark")


def labels() -> dict[str, tuple[str, dict[str, Any]]]:
    """Each filter: its heading, its values."""
    return {
        "seite": (_("Gives or seeks"), {Side.CONTRIBUTION: _("gives"), Side.EXPECTATION: _("seeks")}),
        "thema": (_("Theme"), THEME_LABELS),
        "art": (_("What exactly"), {**dict(Contribution.choices), **dict(Expectation.choices)}),
        "gruppe": (_("For whom"), GROUP_LABELS),
    }


def page(asked: Asked, data: QueryDict, today: date) -> dict[str, Any]:
    """Everything of the list."""
    rows = found(asked, today).order_by("profile__membership__name", "side", "kind", "pk")
    total = rows.count()
    last = max(1, -(-total // PAGE_SIZE))
    number = page_number(asked.page, last)
    shown = rows.select_related("profile__membership").prefetch_related("places")
    return {
        "total": total,
        "cards": [card(mark) for mark in shown[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]],
        "previous": address(data, blatt=[str(number - 1)]) if number > 1 else "",
        "next": address(data, blatt=[str(number + 1)]) if number < last else "",
        **frame(asked, data, today),
    }


def frame(asked: Asked, data: QueryDict, today: date) -> dict[str, Any]:
    """What list and matrix share: filters, chips, places to choose among."""
    chips = chips_of(asked, data)
    return {
        "asked": asked,
        "groups": groups(asked, data, today),
        "chips": chips,
        "clear_url": "?" if chips else "",
        "places": [(str(match.place), address(data, ort=[match.place.key])) for match in asked.candidates],
        "hidden": [(name, value) for name in labels() for value in asked.chosen.get(name, [])],
        "query": data.urlencode(),
    }


def card(mark: Mark) -> dict[str, Any]:
    """A passage in a list."""
    member = mark.profile.membership
    return {
        "member": member.name, "href": member.get_absolute_url(), "side": mark.side, "quote": mark.quote,
        "side_label": mark.get_side_display(), "kind": mark.kind_label, "facts": mark_words.facts(mark),
    }  # fmt: skip


def groups(asked: Asked, data: QueryDict, today: date) -> list[dict[str, Any]]:
    """The filters as links, each value with how many passages it would leave; values that leave none are not shown."""
    counts = counts_of(asked, today)
    return [
        {"title": title, "open": name in ("seite", "thema") or name in asked.chosen, "options": options}
        for name, (title, values) in labels().items()
        if (options := options_of(asked, data, name, values, counts[name]))
    ]


def options_of(
    asked: Asked, data: QueryDict, name: str, values: dict[str, Any], counts: dict[str, int]
) -> list[dict[str, Any]]:
    """The values of one filter. Both sides stand there always: that nobody seeks is worth knowing, too."""
    chosen = asked.chosen.get(name, [])
    return [
        {
            "label": label, "url": toggled(data, name, value), "active": value in chosen, "count": counts.get(value, 0),
        }
        for value, label in values.items()
        if counts.get(value) or value in chosen or name == "seite"
    ]  # fmt: skip


def counts_of(asked: Asked, today: date) -> dict[str, dict[str, int]]:
    """How many passages each value of each filter would leave."""
    counts = {"art": counted(asked, today, "art", "kind")}
    counts |= {parameter: counted_in_lists(asked, today, parameter) for parameter in IN_LISTS}
    if {"seite", "art"} & asked.chosen.keys():
        return {**counts, "seite": counted(asked, today, "seite", "side")}
    sides = Counter[str]()  # every kind is of one side: no query more
    for kind, number in counts["art"].items():
        sides[SIDE_OF[kind]] += number
    return {**counts, "seite": sides}


def counted(asked: Asked, today: date, parameter: str, column: str) -> dict[str, int]:
    """How many passages each value of a filter would leave."""
    rows = found(asked, today, without=parameter).order_by().values_list(column)
    return dict(rows.annotate(number=Count("pk")))


def counted_in_lists(asked: Asked, today: date, parameter: str) -> dict[str, int]:
    """The same for values kept as lists: the database counts lists that are alike, few of which differ."""
    rows = found(asked, today, without=parameter).order_by()
    alike = rows.annotate(list=Cast(IN_LISTS[parameter], TextField())).values_list("list").annotate(number=Count("pk"))
    counts = Counter[str]()
    for values, number in alike:
        for value in json.loads(values):
            counts[value] += number
    return counts


def chips_of(asked: Asked, data: QueryDict) -> list[dict[str, str]]:
    """What was chosen, each with the address without it."""
    chips = []
    if asked.text:
        chips.append({"label": f"„{asked.text}“", "url": address(data, q=None)})
    if asked.place is not None:
        label = _("only %(place)s") % {"place": asked.place} if asked.only == ONLY_THERE else str(asked.place)
        chips.append({"label": label, "url": address(data, ort=None, nur=None)})
    if asked.only == ONLY_STATE:
        chips.append({"label": _("whole state"), "url": address(data, nur=None)})
    if asked.only == NO_PLACE:
        chips.append({"label": _("without a place"), "url": address(data, nur=None)})
    for name, (_title, values) in labels().items():
        chips += [
            {"label": str(values[value]), "url": toggled(data, name, value)} for value in asked.chosen.get(name, [])
        ]
    return chips


def address(data: QueryDict, **changes: Any) -> str:
    """The address with some parameters set (a list), or taken out (None); back to the first page.

    A page holds hundreds of these: nothing is copied that the address does not need.
    """
    kept = [(name, values) for name, values in data.lists() if name != "blatt" and name not in changes]
    query = urlencode([*kept, *((name, values) for name, values in changes.items() if values is not None)], doseq=True)
    return f"?{query}" if query else "?"


def toggled(data: QueryDict, parameter: str, value: str) -> str:
    """The address with one value of a filter switched."""
    values = data.getlist(parameter)
    kept = [one for one in values if one != value] if value in values else [*values, value]
    return address(data, **{parameter: kept})


def features(asked: Asked, today: date) -> list[dict[str, Any]]:
    """For the map: each place of a passage found, with how many give and seek there. The whole state is no point."""
    rows = Mark.places.through.objects.filter(mark__in=found(asked, today).values("pk"), place__lat__isnull=False)
    fields = ("place__key", "place__display_name", "place__lat", "place__lon", "mark__side")
    counts: dict[tuple[Any, ...], dict[str, int]] = defaultdict(lambda: {"beitrag": 0, "erwartung": 0})
    for *place, side, number in rows.values_list(*fields).annotate(number=Count("mark")):
        counts[tuple(place)][side] += number
    return [feature(place, sides) for place, sides in sorted(counts.items())]


def feature(place: tuple[Any, ...], sides: dict[str, int]) -> dict[str, Any]:
    """One point of the map."""
    key, name, lat, lon = place
    words = _("%(gives)s give, %(seeks)s seek") % {"gives": sides["beitrag"], "seeks": sides["erwartung"]}
    return {
        "type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": {"id": key, "title": f"{name}: {words}", "kind": words, "url": f"?ort={key}"},
    }  # fmt: skip


def map_box(asked: Asked) -> str:
    """The part of the world the map shows first."""
    box = places.box_of(asked.place) if asked.place else places.box_of_all()
    return ",".join(f"{side:.4f}" for side in box)
