"""Good examples as everybody reads them: the list, one example, those of like places."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.core import freshness
from deele.directory.enums import Block, LegalForm, Phase, TargetGroup
from deele.library.enums.examples import PlaceType, Starter, StillRunning, Transfer
from deele.library.models import Example, FollowUp
from deele.library.queries import narrowing, words
from deele.library.queries.narrowing import Filter
from deele.library.rules.life import STALE_MONTHS
from deele.office.enums import Theme

ANATOMY = (
    "situation", "how_started", "solution", "municipality_role", "partners", "financing", "hurdles", "differently",
    "effects", "transfer_note",
)  # fmt: skip
LISTS = ("partners", "effects")

FILTERS: list[Filter[Example]] = [
    Filter("angestossen", gettext_lazy("Who started it"), Starter.choices, lambda row: [row.started_by], open=True),
    Filter("thema", gettext_lazy("Theme"), Theme.choices, lambda row: row.themes, open=True),
    Filter("baustein", gettext_lazy("Building block"), Block.choices, lambda row: row.blocks),
    Filter("groesse", gettext_lazy("Size of the place"), PlaceType.choices, lambda row: [row.place_type]),
    Filter("geht-auch", gettext_lazy("May work as well"), Transfer.choices, lambda row: row.transfer),
    Filter("phase", gettext_lazy("Phase"), Phase.choices, lambda row: [row.phase]),
    Filter("rechtsform", gettext_lazy("Legal form"), LegalForm.choices, lambda row: [row.legal_form]),
    Filter("fuer", gettext_lazy("For whom"), TargetGroup.choices, lambda row: row.target_groups),
]


@dataclass(frozen=True)
class Part:
    """One part of the anatomy. `lines` for a list, else `text`; neither: nothing is known."""

    title: str
    text: str = ""
    lines: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Card:
    """An example in a list."""

    title: str
    href: str
    summary: str
    starter: str
    place: str
    age: str
    age_state: str


def list_page(data: QueryDict, today: date) -> dict[str, Any]:
    """All public examples, narrowed; who started it comes first."""
    rows = list(Example.objects.public().select_related("place").order_by("-public_since", "pk"))
    shown = narrowing.page(rows, FILTERS, data, searched)
    return {**shown, "cards": [card(row, today) for row in shown["rows"]], "is_empty": not rows}


def searched(row: Example) -> str:
    """Where the words of the search are looked for."""
    parts = (row.title, row.summary, row.situation, row.solution, row.partners, row.place.name if row.place else "")
    return " ".join((*parts, *words.titles(Theme, row.themes), str(row.get_started_by_display())))


def card(row: Example, today: date) -> Card:
    """An example in a few lines."""
    return Card(
        title=row.title, href=row.get_absolute_url(), summary=row.summary,
        starter=started(row), place=str(row.place) if row.place else "",
        age=freshness.age_in_words(row.verified_at, today), age_state=age_state(row, today),
    )  # fmt: skip


def started(row: Example) -> str:
    """Who started it, as a sentence part above the title."""
    return _("Started by %(who)s") % {"who": row.get_started_by_display()}


def age_state(row: Example, today: date) -> str:
    """How the age of its facts is drawn."""
    if row.verified_at is None:
        return "unknown"
    return "old" if freshness.is_stale(row.verified_at, today, STALE_MONTHS) else "fresh"


def page(example: Example, today: date) -> dict[str, Any]:
    """One example as a whole."""
    entries = example.entries.public().select_related("place")  # type: ignore[attr-defined]
    return {
        "example": example,
        "parts": [part for part in anatomy(example) if part.text or part.lines],
        "unknown": [part.title for part in anatomy(example) if not part.text and not part.lines],
        "facts": facts(example),
        "transfer": words.titles(Transfer, example.transfer),
        "entries": list(entries),
        "events": list(example.events.public()),  # type: ignore[attr-defined]
        "used_in": words.lines(example.used_in),
        "follow_ups": [told(one) for one in example.follow_ups.filter(shown=True).order_by("answered_at")],
        "starter": started(example),
        "age": freshness.age_in_words(example.verified_at, today),
        "age_state": age_state(example, today),
        "trail": [
            {"label": _("Good examples"), "url": reverse("library:examples")},
            {"label": example.title, "url": ""},
        ],
    }


def anatomy(example: Example) -> list[Part]:
    """The parts in their fixed order."""
    found = []
    for name in ANATOMY:
        title, text = str(Example._meta.get_field(name).verbose_name), getattr(example, name).strip()  # type: ignore[union-attr]
        title = title[:1].upper() + title[1:]
        source = example.effects_source if name == "effects" else ""
        as_list = tuple(words.lines(text)) if name in LISTS else ()
        found.append(Part(title, "" if as_list else text, as_list, source))
    return found


def facts(example: Example) -> list[dict[str, Any]]:
    """At a glance; what is not known is left out here, and named below the parts."""
    place = example.place
    rows = (
        (_("Place"), str(place) if place else "", place.get_absolute_url() if place else ""),
        (_("Size of the place"), example.get_place_type_display(), ""),
        (_("Legal form"), example.get_legal_form_display(), ""),
        (_("Phase"), example.get_phase_display(), ""),
        (_("How long it took"), example.duration, ""),
        (_("Themes"), ", ".join(words.titles(Theme, example.themes)), ""),
        (_("For whom"), ", ".join(words.titles(TargetGroup, example.target_groups)), ""),
    )
    return [{"label": label, "value": value, "url": url} for label, value, url in rows if value]


def told(one: FollowUp) -> dict[str, str]:
    """An answer with its day, without the name of the person."""
    said = StillRunning(one.still_running).label if one.still_running else ""
    return {
        "when": words.day(one.answered_at.date()) if one.answered_at else "",
        "still": str(said),
        "text": one.changes,
    }
