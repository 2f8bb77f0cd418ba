"""The way to ask, on the pages of places and entries: the form knows then what it is about."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.directory.kinds.sections import sections as entry_sections
from deele.directory.models import Entry
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


entry_sections.fill(AboutEntry())
place_sections.fill(AboutPlace())
