"""The search index of events, dealt out anew each day with the vocabulary of that day."""

from datetime import datetime, timedelta

from deele.core.jobs import periodic
from deele.events.actions import index


def rebuild_search(now: datetime) -> None:
    """Write the index anew; some hundred rows."""
    index.rebuild()


periodic("events.search-rebuild", timedelta(hours=24), rebuild_search)
