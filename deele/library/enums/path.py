"""The five questions of the start path for municipalities (domain §14, row 15)."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Press(TextChoices):
    """What presses most."""

    VACANCY = "leerstand", pgettext_lazy("what presses", "empty houses in the core of the place")
    CARE = "pflege", pgettext_lazy("what presses", "care: people have to move away when they need help")
    MEETING = "treffpunkt", pgettext_lazy("what presses", "no place to meet, people are alone")
    HOUSING = "wohnraum", pgettext_lazy("what presses", "too few small, step-free or affordable dwellings")
    SUPPLY = "versorgung", pgettext_lazy("what presses", "shop, doctor, bus: daily things are missing")
    GROUP = "gruppe", pgettext_lazy("what presses", "people want to live together and ask us for help")


class Have(TextChoices):
    """What is there already."""

    BUILDING = "gebaeude", pgettext_lazy("what is there", "an empty building or farm")
    LAND = "grundstueck", pgettext_lazy("what is there", "land of the municipality")
    PEOPLE = "engagierte", pgettext_lazy("what is there", "people or an association that want to do something")
    CARER = "pflegedienst", pgettext_lazy("what is there", "a care service or welfare body that would join in")
    COMPANY = "wohnungsunternehmen", pgettext_lazy("what is there", "a housing company or cooperative")
    FIGURES = "zahlen", pgettext_lazy("what is there", "figures or a concept")


class AtTable(TextChoices):
    """Who is at the table."""

    MAYOR = "verwaltung", pgettext_lazy("at the table", "the administration")
    COUNCIL = "rat", pgettext_lazy("at the table", "the council")
    CITIZENS = "buergerschaft", pgettext_lazy("at the table", "citizens")
    CARRIERS = "traeger", pgettext_lazy("at the table", "carriers and companies")
    NEIGHBOURS = "nachbarn", pgettext_lazy("at the table", "neighbouring municipalities or the district")


class When(TextChoices):
    """By when something should be seen."""

    YEAR = "jahr", pgettext_lazy("by when", "within a year")
    THREE = "drei_jahre", pgettext_lazy("by when", "within three years")
    LONGER = "laenger", pgettext_lazy("by when", "we have time")
