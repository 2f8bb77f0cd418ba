"""Publications in words."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.core import amounts
from deele.directory.enums import Block, Phase, TargetGroup
from deele.library.enums.publication import Language, PlaceType
from deele.library.models import Publication, PublicationFile
from deele.library.rules.citing import Cited
from deele.office.enums import Theme

LISTS: dict[str, Any] = {
    "themes": Theme, "blocks": Block, "phases": Phase, "groups": TargetGroup, "place_types": PlaceType,
    "languages": Language,
}  # fmt: skip
MEGABYTE, KILOBYTE = 1_000_000, 1000


def named(publication: Publication, field: str) -> list[str]:
    """The labels of a field that holds a list; unknown keys are left out."""
    known = dict(LISTS[field].choices)
    return [str(known[key]) for key in getattr(publication, field) or [] if key in known]


def labels(publication: Publication) -> list[str]:
    """The labels of all its lists."""
    return [label for field in LISTS for label in named(publication, field)]


def meta(publication: Publication) -> str:
    """Authors, year, edition in a line."""
    by = ", ".join(author.name for author in publication.authors.all()) or publication.publisher
    year = str(publication.year) if publication.year else ""
    return " · ".join(filter(None, (by, publication.edition, year)))


def size(number: int) -> str:
    """A number of bytes as people say it."""
    if number >= MEGABYTE:
        return f"{number / MEGABYTE:.1f} MB".replace(".", ",")
    return f"{max(1, round(number / KILOBYTE))} KB"


def facts(publication: Publication) -> list[dict[str, str]]:
    """The facts of the title page; unknown ones are left out."""
    rows = [
        (_("By"), ", ".join(author.name for author in publication.authors.all())),
        (_("Publisher"), publication.publisher),
        (_("Series"), publication.series),
        (_("Edition"), publication.edition),
        (_("Year"), str(publication.year or "")),
        (_("Pages"), str(publication.pages or "")),
        (_("Languages"), ", ".join(named(publication, "languages"))),
        (_("Leichte Sprache"), _("yes") if publication.easy_language else ""),
        (_("Price"), price(publication)),
        ("ISBN", publication.isbn),
        ("DOI", publication.doi),
        (_("Themes"), ", ".join(named(publication, "themes"))),
        (_("Building blocks"), ", ".join(named(publication, "blocks"))),
        (_("Phases"), ", ".join(named(publication, "phases"))),
        (_("For whom"), ", ".join(named(publication, "groups"))),
        (_("Kinds of place"), ", ".join(named(publication, "place_types"))),
        (_("Place"), str(publication.place or "")),
        (_("Rights"), ", ".join(filter(None, (publication.rights, publication.licence)))),
    ]
    found = [{"label": str(label), "value": value, "url": ""} for label, value in rows if value]
    for fact in found:
        if fact["label"] == "DOI":
            fact["url"] = f"https://doi.org/{publication.doi}"
    return found


def price(publication: Publication) -> str:
    """What it costs."""
    return amounts.euros(publication.price_cents) if publication.price_cents else _("free of charge")


def source_line(publication: Publication) -> dict[str, str]:
    """Where the facts come from."""
    return {"source": publication.source, "url": publication.source_url, "as_of": publication.as_of_in_words}


def file_line(file: PublicationFile) -> str:
    """Kind, pages, size of a file."""
    pages = _("%(number)s pages") % {"number": file.pages} if file.pages else ""
    return ", ".join(filter(None, (file.kind.upper(), pages, size(file.size), str(file.get_language_display()))))


def cited(publication: Publication, root: str) -> Cited:
    """As citations need it."""
    languages = publication.languages or ["de"]
    return Cited(
        key=f"{publication.slug}-{publication.year or 'oj'}",
        kind=publication.kind,
        title=publication.full_title,
        authors=tuple(author.name for author in publication.authors.all()),
        year=publication.year,
        publisher=publication.publisher,
        series=publication.series,
        edition=publication.edition,
        isbn=publication.isbn,
        doi=publication.doi,
        url=root + publication.get_absolute_url(),
        language=languages[0],
    )


def day(moment: Any) -> str:
    """A day."""
    return date_format(moment, "j. F Y") if moment else ""
