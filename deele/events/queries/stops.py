"""Entries of the directory an excursion may stop at."""

from django.db.models import Q

from deele.directory.queries import entries

MOST = 8


def entries_to_visit(text: str) -> list[dict[str, str]]:
    """Public entries whose title or town holds every word, those that receive visitors first; for suggestions.

    The label is what the field of a stop understands: title and number.
    """
    found = entries.public()
    for word in text.split()[:6]:
        found = found.filter(Q(title__icontains=word) | Q(place__name__icontains=word))
    found = found.order_by("-excursion_possible", "title")[:MOST]
    return [{"label": f"{one.title} ({one.pk})", "note": str(one.place or "")} for one in found]
