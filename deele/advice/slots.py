"""The way to ask, on the pages of places and entries; and to the library, what is asked and answered nowhere."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.advice.enums import Topic
from deele.advice.queries import demands as queries
from deele.directory.kinds.sections import sections as entry_sections
from deele.directory.models import Entry
from deele.library.kinds.demands import Demand, demands
from deele.places.models import Place
from deele.places.slots import sections as place_sections


class AboutEntry:
    """Ask the office about an entry. Asks the database nothing."""

    key = "advice"
    rank = 90
    title = _("Do you have a question?")
    template = "advice/sections/ask.html"

    def context(self, entry: Entry) -> dict[str, Any] | None:
        """The address of the form."""
        return {"ask_url": f"{reverse('advice:ask')}?zu=eintrag:{entry.pk}"}


class AboutPlace:
    """Ask the office from a place. Asks the database nothing."""

    key = "advice"
    rank = 90
    title = _("Do you have a question?")
    template = "advice/sections/ask.html"

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        """The address of the form."""
        return {"ask_url": f"{reverse('advice:ask')}?ort={place.key}"}


class Asked:
    """Numbers of unanswered questions by topic; none below five, and nobody behind them."""

    key = "advice"

    def topics(self) -> list[tuple[str, Any]]:
        """The topics of advice."""
        return list(Topic.choices)

    def asked(self, today: date) -> list[Demand]:
        """What was asked within a year and answered with empty hands."""
        return queries.asked(today)


entry_sections.fill(AboutEntry())
place_sections.fill(AboutPlace())
demands.add(Asked.key, Asked())
