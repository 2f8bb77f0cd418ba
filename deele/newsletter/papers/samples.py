"""An issue and an overview without rows, for the page that shows every message of the house."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from deele.newsletter.models import Issue
from deele.newsletter.papers import checks, digests
from deele.newsletter.papers.layout import Laid
from deele.newsletter.rules.parts import Part, Shown
from deele.office import queries as office
from deele.office.models import Area, Carrier
from deele.places.models import Place

DAY = date(2026, 12, 1)


def parts() -> list[Part]:
    """Two sections."""
    visit = Shown(
        1, "", _("Visit to a housing project"), "/veranstaltungen/", _("How people live there together."),
        _("12 January 2027 · Verden"), _("Places are still free."),
    )  # fmt: skip
    entry = Shown(2, "", _("Neighbourhood help Muster"), "/verzeichnis/", _("Help in the house and company."), "Verden")
    return [
        Part(1, "events", _("Events"), "teil-1", pieces=[visit]),
        Part(2, "directory", _("New in the directory"), "teil-2", pieces=[entry]),
    ]


def issue() -> Issue:
    """An issue of the first area of work; without one of an area that only exists here."""
    area = office.areas().select_related("carrier").first()
    area = area or Area(key="muster", name=_("New forms of living"), carrier=Carrier(name="Träger Muster"))
    lead = _("Good day,\n\nthis is what is **new**.")
    return Issue(area=area, title=_("December 2026"), subject=trial_subject(), lead=lead)


def trial_subject() -> str:
    """The subject of the sample."""
    return _("Trial: %(subject)s") % {"subject": _("News in December")}


def trial() -> Laid:
    """A trial copy of an issue."""
    return checks.sample(issue(), parts(), language())


def digest_title() -> str:
    """Whose overview the sample is."""
    return digests.title([Place(display_name="Landkreis Verden")], [_("housing")])


def digest() -> Laid:
    """An overview."""
    return digests.lay_out(digest_title(), DAY, parts(), language=language())


def language() -> str:
    """The language that is active."""
    return get_language() or "de"
