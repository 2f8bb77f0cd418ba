"""The public list: what fits a question, with the filters as addresses. A house keeps some dozens of programmes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.core.text import fold
from deele.funding.enums import Applicant, Opening, Purpose
from deele.funding.models import Programme
from deele.funding.queries.programmes import Line, lines
from deele.places.models import Place

ORDER = (Opening.OPEN, Opening.ALWAYS, Opening.LATER, Opening.CLOSED, Opening.ENDED)
FILTERS = ("q", "wer", "wofuer", "ort", "offen")


@dataclass
class Asked:
    """A question to the list, understood as far as possible."""

    text: str = ""
    applicant: str = ""
    purposes: list[str] = field(default_factory=list)
    place_text: str = ""
    place: Place | None = None
    candidates: list[Any] = field(default_factory=list)
    only_open: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return bool(self.text or self.applicant or self.purposes or self.place or self.only_open)


def list_page(asked: Asked, data: QueryDict, today: date) -> dict[str, Any]:
    """Everything of the list: programmes, filters with counts, chips."""
    known = lines(Programme.objects.public(), today)
    tests = tests_of(asked)
    found = sorted((one for one in known if all(test(one) for test in tests.values())), key=rank)
    return {
        "asked": asked,
        "lines": found,
        "total": len(found),
        "groups": groups(asked, known, tests, data),
        "chips": chips(asked, data),
        "places": [(str(match.place), address(data, ort=[match.place.key])) for match in asked.candidates],
        "hidden": [(name, value) for name in ("wer", "wofuer", "offen") for value in data.getlist(name)],
        "ics": reverse("funding:deadlines-ics"),
    }


def rank(one: Line) -> tuple[int, date, str]:
    """What one can apply for soonest comes first, what has ended last."""
    day = one.following.deadline if one.following and one.following.deadline else date.max
    return ORDER.index(one.opening), day, one.programme.name


def tests_of(asked: Asked) -> dict[str, Callable[[Line], bool]]:
    """The filters in force, each as a test."""
    found: dict[str, Callable[[Line], bool]] = {}
    if asked.applicant:
        found["wer"] = lambda one: may_apply(one, asked.applicant)
    if asked.purposes:
        found["wofuer"] = lambda one: not set(asked.purposes).isdisjoint(one.version.purposes)
    if asked.place is not None:
        found["ort"] = lambda one: holds_in(one, asked.place)
    if asked.only_open:
        found["offen"] = lambda one: one.is_open
    if asked.text:
        wanted = fold(asked.text).split()
        found["q"] = lambda one: all(word in words_of(one) for word in wanted)
    return found


def may_apply(one: Line, applicant: str) -> bool:
    """Whether this kind of carrier may apply; where nobody is named, we do not know and show it."""
    version = one.version
    return applicant not in version.excluded and (not version.applicants or applicant in version.applicants)


def holds_in(one: Line, place: Place | None) -> bool:
    """Whether it holds in this place."""
    only = one.version.place
    return only is None or place is None or only.key in (place.key, *place.ancestor_keys)


def words_of(one: Line) -> str:
    """What the search looks into."""
    version = one.version
    parts = (one.programme.name, one.programme.summary, version.giver, version.purpose, version.focus)
    return fold(" ".join((*parts, *version.purpose_titles)))


def groups(asked: Asked, known: list[Line], tests: dict[str, Any], data: QueryDict) -> list[dict[str, Any]]:
    """The filters, each value with how many would fit."""
    who, what = Counter[str](), Counter[str]()
    open_now = 0
    for one in known:
        failed = [name for name, test in tests.items() if not test(one)]
        if failed in ([], ["wer"]):
            who.update(key for key in Applicant.values if may_apply(one, key))
        if failed in ([], ["wofuer"]):
            what.update(one.version.purposes)
        if failed in ([], ["offen"]):
            open_now += one.is_open
    return [
        {"title": _("Who are you?"), "options": options("wer", Applicant, who, [asked.applicant], data), "open": True},
        {"title": _("What do you need money for?"), "options": options("wofuer", Purpose, what, asked.purposes, data),
         "open": True},
        {"title": _("When?"), "options": [{
            "label": _("open now"), "count": open_now, "active": asked.only_open,
            "url": address(data, offen=None if asked.only_open else ["ja"]),
        }], "open": True},
    ]  # fmt: skip


def options(name: str, choices: Any, counts: Counter, chosen: list[str], data: QueryDict) -> list[dict[str, Any]]:
    """The values of one filter. Who one is, one can only be once."""
    return [
        {
            "label": label, "count": counts.get(key, 0), "active": key in chosen,
            "url": address(data, wer=None if key in chosen else [key]) if name == "wer" else toggled(data, name, key),
        }
        for key, label in choices.choices
        if counts.get(key) or key in chosen or key == Applicant.NONE
    ]  # fmt: skip


def chips(asked: Asked, data: QueryDict) -> list[dict[str, str]]:
    """What is chosen, each with the address without it."""
    found = []
    if asked.text:
        found.append({"label": f"„{asked.text}“", "url": address(data, q=None)})
    if asked.applicant:
        found.append({"label": str(Applicant(asked.applicant).label), "url": address(data, wer=None)})
    found += [{"label": str(Purpose(key).label), "url": toggled(data, "wofuer", key)} for key in asked.purposes]
    if asked.place is not None:
        found.append({"label": str(asked.place), "url": address(data, ort=None)})
    if asked.only_open:
        found.append({"label": _("open now"), "url": address(data, offen=None)})
    return found


def address(data: QueryDict, **changes: Any) -> str:
    """The address with some parameters set (a list), or taken out (None); what we do not know is dropped."""
    kept = QueryDict(mutable=True)
    for name in FILTERS:
        values = changes[name] if name in changes else data.getlist(name)
        if cleaned := [value for value in values or [] if value]:
            kept.setlist(name, cleaned)
    query = kept.urlencode()
    return f"?{query}" if query else "?"


def toggled(data: QueryDict, name: str, value: str) -> str:
    """The address with one value of a filter switched."""
    values = data.getlist(name)
    return address(data, **{name: [one for one in values if one != value] if value in values else [*values, value]})
