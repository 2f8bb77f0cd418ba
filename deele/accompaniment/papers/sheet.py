"""The hand-over sheet as PDF, tagged for screen readers."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from deele.ui import papers


def print_sheet(data: Mapping[str, Any], *, printed: str) -> bytes:
    """Print what `queries.record.sheet` gives; `printed` is the day in words."""
    foot = [_("Confidential: for the advisers of the office"), printed]
    title = f"{data['heading']}: {data['plan']}"
    return papers.pdf("accompaniment/sheet", {**data, "foot": foot}, title=title)
