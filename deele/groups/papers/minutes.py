"""Minutes as PDF, tagged for screen readers."""

from collections.abc import Mapping
from typing import Any

from deele.ui import papers


def print_minutes(data: Mapping[str, Any], *, title: str) -> bytes:
    """Print what `queries.minutes_page.for_print` gives."""
    return papers.pdf("groups/minutes", data, title=title)
