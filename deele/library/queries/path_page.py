"""The start path for municipalities: from five answers to examples, steps, offices, money, dates and a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.directory.queries import around as directory
from deele.events.queries import around as events
from deele.funding.models import Programme
from deele.funding.queries import list_page as funding
from deele.funding.queries.programmes import Line, lines
from deele.library.enums.path import AtTable, Have, Press, When
from deele.library.models import Example
from deele.library.queries import example_page
from deele.library.rules import path as rules
from deele.library.rules.path import Answers, Told
from deele.places.models import Place

APPLICANT = "kommune"
MOST_EXAMPLES, MOST_OFFICES, MOST_PROGRAMMES, MOST_EVENTS = 4, 6, 5, 4


@dataclass(frozen=True)
class Shown:
    """Something proposed, and why."""

    title: str
    href: str
    text: str = ""
    note: str = ""
    why: str = ""


def questions(data: QueryDict, answers: Answers) -> list[dict[str, Any]]:
    """The questions after the place: each with its choices and what was chosen."""
    return [
        question("druck", _("What presses most?"), Press, {answers.press}, many=False),
        question("da", _("What is there already?"), Have, answers.have, many=True),
        question("tisch", _("Who is at the table?"), AtTable, answers.table, many=True),
        question("zeit", _("By when should something be seen?"), When, {answers.when}, many=False),
    ]


def question(name: str, title: str, choices: Any, chosen: Any, *, many: bool) -> dict[str, Any]:
    """One question."""
    options = [{"value": key, "label": label, "checked": key in chosen} for key, label in choices.choices]
    return {"name": name, "title": title, "options": options, "type": "checkbox" if many else "radio"}


def page(asked: Any, data: QueryDict, now: datetime) -> dict[str, Any]:
    """The questions, and what the answers lead to."""
    context = {
        "asked": asked,
        "questions": questions(data, asked.answers),
        "candidates": [(str(match.place), changed(data, match.place.key)) for match in asked.candidates],
    }
    return {**context, **answer(asked.answers, asked.place, now)} if asked.is_answered else context


def changed(data: QueryDict, key: str) -> str:
    """The address with the place that is meant."""
    kept = data.copy()
    kept["ort"] = key
    return f"?{kept.urlencode()}"


def answer(answers: Answers, place: Place | None, now: datetime) -> dict[str, Any]:
    """Everything that follows."""
    return {
        "examples": examples(answers, now),
        "steps": rules.steps(answers),
        "offices": offices(place) if place else [],
        "programmes": programmes(answers, place, now),
        "events": dates(place, now) if place else [],
        "place": place,
        "ask_url": ask_url(place),
        "print_title": _("First steps for %(place)s") % {"place": place} if place else _("First steps"),
        "examples_url": f"{reverse('library:examples')}?{urlencode({'groesse': answers.size})}"
        if answers.size
        else reverse("library:examples"),
    }


def examples(answers: Answers, now: datetime) -> list[Shown]:
    """Those that resemble most, each with its reasons."""
    today = timezone.localdate(now)
    rows = Example.objects.public().select_related("place")
    judged = [(rules.like(answers, told(row)), row) for row in rows]
    best = sorted((one for one in judged if one[0][0] > 0), key=lambda one: (-one[0][0], one[1].title))
    return [
        Shown(
            card.title, card.href, card.summary, ", ".join(filter(None, (card.place, card.starter))), "; ".join(reasons)
        )
        for (_points, reasons), row in best[:MOST_EXAMPLES]
        for card in [example_page.card(row, today)]
    ]


def told(row: Example) -> Told:
    """What counts of an example."""
    return Told(frozenset(row.themes), frozenset(row.transfer), row.place_type, row.started_by)


def offices(place: Place) -> list[Shown]:
    """Who is responsible for the place, the nearest responsibility first."""
    return [
        Shown(
            one.entry.title, one.entry.get_absolute_url(), one.entry.short_text, str(one.entry.kind_of.label),
            _("responsible for %(place)s") % {"place": one.for_place},
        )
        for one in directory.helpers(place)[:MOST_OFFICES]
    ]  # fmt: skip


def programmes(answers: Answers, place: Place | None, now: datetime) -> list[Shown]:
    """What a municipality may apply for here; what fits the purpose comes first, ended ones not at all."""
    today, wanted = timezone.localdate(now), set(rules.purposes(answers))
    known = [
        one
        for one in lines(Programme.objects.public(), today)
        if funding.may_apply(one, APPLICANT) and funding.holds_in(one, place) and one.opening != "beendet"
    ]
    ranked = sorted(known, key=lambda one: (wanted.isdisjoint(one.version.purposes), funding.rank(one)))
    return [
        programme(one, wanted)
        for one in ranked[:MOST_PROGRAMMES]
        if not wanted or not wanted.isdisjoint(one.version.purposes)
    ]


def programme(one: Line, wanted: set[str]) -> Shown:
    """A programme with what it is for; an old check is said before anything else."""
    titles = [str(label) for label in one.version.purpose_titles]
    why = _("for: %(purposes)s") % {"purposes": ", ".join(titles[:3])} if titles else ""
    note = " · ".join(filter(None, (one.when, one.share)))
    return Shown(one.programme.name, one.programme.get_absolute_url(), one.warning or one.programme.summary, note, why)


def dates(place: Place, now: datetime) -> list[Shown]:
    """What takes place there or near it."""
    return [
        Shown(one.title, one.href, "", " · ".join(filter(None, (one.when, one.where))), one.distance)
        for one in events.at_place(place, now)[:MOST_EVENTS]
    ]


def ask_url(place: Place | None) -> str:
    """The form to ask the office, which knows then what it is about."""
    known = {"thema": "kommune", **({"ort": place.key} if place else {})}
    return f"/beratung/anfrage/?{urlencode(known)}"
