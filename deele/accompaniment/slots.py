"""What accompaniment puts on the page of an entry: how it came about, once that is released."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.accompaniment.kinds import told_elsewhere
from deele.accompaniment.models import GoodExample
from deele.accompaniment.queries import subjects as told
from deele.directory.kinds.sections import sections
from deele.directory.models import Entry
from deele.likeness.kinds import subjects as overlapping


class HowItCameAbout:
    """The good example of the plan this entry came from."""

    key = "accompaniment"
    rank = 20
    title = _("How it came about")
    template = "accompaniment/sections/entry.html"

    def context(self, entry: Entry) -> dict[str, Any] | None:
        found = GoodExample.objects.filter(plan__entry=entry.pk, released=True).first()
        if found is None or any(told(found) for told in told_elsewhere):
            return None
        return {"example": found}


section: Any = HowItCameAbout()
sections.fill(section)


class Plans:
    """Plans as things that may overlap with others."""

    key = told.KEY
    title = pgettext_lazy("of housing", "Plan")
    subjects = staticmethod(told.subjects)
    url = staticmethod(told.url)


overlapping.add(Plans.key, Plans())
