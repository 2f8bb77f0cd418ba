"""The list of publications: words, filters with counts, and on which pages of which file the words stand."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from deele.directory.enums import Block, Phase, TargetGroup
from deele.library.enums.publication import Kind, Language, PlaceType
from deele.library.models import Publication
from deele.library.queries import publication_documents as documents
from deele.library.queries import publication_words as words
from deele.office.enums import Theme
from deele.search import queries as search
from deele.search.kinds import MAX_PAGE, Query

PER_PAGE = 20
EASY = "leicht"
FEW = 5  # filters with more values than this begin closed


@dataclass(frozen=True)
class Facet:
    """A filter: its word in the address, its heading, the column it reads, the labels of its values."""

    key: str
    title: Promise | str
    column: str
    labels: dict[str, Any]
    is_open: bool = False


FACETS = (
    Facet("thema", gettext_lazy("Theme"), "themes", dict(Theme.choices), is_open=True),
    Facet("art", pgettext_lazy("publication", "Kind"), "kind", dict(Kind.choices), is_open=True),
    Facet("baustein", gettext_lazy("Building block"), "blocks", dict(Block.choices)),
    Facet("zielgruppe", gettext_lazy("For whom"), "groups", dict(TargetGroup.choices)),
    Facet("phase", gettext_lazy("Phase"), "phases", dict(Phase.choices)),
    Facet("ortstyp", gettext_lazy("Kind of place"), "place_types", dict(PlaceType.choices)),
    Facet("jahr", gettext_lazy("Year"), "year", {}),
    Facet(
        "sprache",
        gettext_lazy("Language"),
        "languages",
        {EASY: gettext_lazy("Leichte Sprache"), **dict(Language.choices)},
    ),
)
COLUMNS = ("pk", "easy_language", *(facet.column for facet in FACETS))


@dataclass
class Asked:
    """What an address asks for. `chosen` holds the known values of each filter, `notes` what was left out."""

    text: str = ""
    chosen: dict[str, list[str]] = field(default_factory=dict)
    page: int = 1
    notes: list[str] = field(default_factory=list)


@dataclass
class Found:
    """The answer: numbers of publications in their order, counts of every filter, what was really searched for."""

    pks: list[int]
    counts: dict[str, Counter[str]]
    page_hits: dict[int, int] = field(default_factory=dict)
    corrected: str = ""


def find(asked: Asked) -> Found:
    """Answer it. The newest edition of each work; the others are on its page."""
    values = {row["pk"]: _values(row) for row in Publication.objects.newest().values(*COLUMNS)}
    order = list(values)
    hits: dict[int, int] = {}
    corrected = ""
    if asked.text:
        order, hits, corrected = _by_words(asked.text, values)
    counts = {}
    for facet in FACETS:
        others = {key: chosen for key, chosen in asked.chosen.items() if key != facet.key}
        rows = (values[pk][facet.key] for pk in order if _fits(values[pk], others))
        counts[facet.key] = Counter(value for row in rows for value in row)
    fitting = [pk for pk in order if _fits(values[pk], asked.chosen)]
    return Found(fitting, counts, hits, corrected)


def _by_words(text: str, known: dict[int, Any]) -> tuple[list[int], dict[int, int], str]:
    """Publications whose own words fit, then those whose pages do, by how many pages."""
    own, pages = search.search_all(
        [
            Query(documents.SOURCE, text=text, limit=MAX_PAGE, facets_wanted=False, nearest_wanted=False),
            Query(documents.PAGES, text=text, limit=0, nearest_wanted=False),
        ]
    )
    hits = {int(key): number for key, number in pages.facets.get("publication", []) if key.isdigit()}
    order = dict.fromkeys([*(int(hit.ref) for hit in own.hits), *hits])
    return [pk for pk in order if pk in known], hits, own.corrected or pages.corrected or ""


def _values(row: dict[str, Any]) -> dict[str, list[str]]:
    found = {}
    for facet in FACETS:
        value = row[facet.column]
        many = value if isinstance(value, list) else [] if value in (None, "") else [str(value)]
        found[facet.key] = list(dict.fromkeys(str(one) for one in many))
    if row["easy_language"]:
        found["sprache"].append(EASY)
    return found


def _fits(values: dict[str, list[str]], chosen: dict[str, list[str]]) -> bool:
    return all(any(value in values[key] for value in wanted) for key, wanted in chosen.items())


def groups(asked: Asked, found: Found, data: QueryDict) -> list[dict[str, Any]]:
    """The filters as links with counts; values that bring nothing are left out unless chosen."""
    shown = []
    for facet in FACETS:
        chosen = asked.chosen.get(facet.key, [])
        options = [
            {
                "label": label(facet, value),
                "url": toggled(data, facet.key, value),
                "active": value in chosen,
                "count": found.counts[facet.key][value],
            }
            for value in _in_order(facet, {*found.counts[facet.key], *chosen})
        ]
        if options:
            shown.append({"title": facet.title, "options": options, "open": facet.is_open or bool(chosen)})
    return shown


def _in_order(facet: Facet, values: set[str]) -> list[str]:
    """As the list of words has them; years the newest first."""
    return [key for key in facet.labels if key in values] if facet.labels else sorted(values, reverse=True)


def label(facet: Facet, value: str) -> str:
    """A value in words."""
    return str(facet.labels.get(value, value))


def chips(asked: Asked, data: QueryDict) -> list[dict[str, str]]:
    """What was chosen, each with the address without it."""
    found = [{"label": f"„{asked.text}“", "url": address(data, q=None)}] if asked.text else []
    for facet in FACETS:
        found += [
            {"label": label(facet, value), "url": toggled(data, facet.key, value)}
            for value in asked.chosen.get(facet.key, [])
        ]
    return found


def address(data: QueryDict, **changes: Any) -> str:
    """The address with some parameters set (a list), or taken out (None); back to the first page."""
    changed = data.copy()
    changed.pop("seite", None)
    for name, value in changes.items():
        changed.pop(name, None)
        if value is not None:
            changed.setlist(name, value)
    query = changed.urlencode()
    return f"?{query}" if query else "?"


def toggled(data: QueryDict, parameter: str, value: str) -> str:
    """The address with one value of a filter switched."""
    values = data.getlist(parameter)
    kept = [one for one in values if one != value] if value in values else [*values, value]
    return address(data, **{parameter: kept})


def cards(pks: list[int]) -> list[dict[str, Any]]:
    """List rows in this order."""
    offered = Count("files", filter=Q(files__state__in=["gelesen", "ohne_text"]))
    rows = Publication.objects.public().filter(pk__in=pks).prefetch_related("authors").annotate(number=offered)
    known = {row.pk: row for row in rows}
    return [card(known[pk]) for pk in pks if pk in known]


def card(row: Publication) -> dict[str, Any]:
    """One list row."""
    note = ""
    if row.easy_language:
        note = _("Leichte Sprache")
    elif row.prints and row.stock:
        note = _("also printed")
    return {
        "pk": row.pk,
        "title": row.full_title,
        "href": row.stable_url(),
        "kind": str(row.get_kind_display()),
        "meta": words.meta(row),
        "line": row.line,
        "note": note,
    }
