"""Entries of the directory an excursion may stop at."""

from deele.directory.queries import entries

MOST = 400


def entries_to_visit() -> list[str]:
    """Title and number of public entries, those that receive visitors first; for a list of suggestions."""
    found = entries.public().order_by("-excursion_possible", "title").values_list("title", "pk")[:MOST]
    return [f"{title} ({pk})" for title, pk in found]
