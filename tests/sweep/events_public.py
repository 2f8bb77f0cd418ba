"""The addresses of events (public) for the sweep, and one of everything they ask for."""

from typing import Any

from deele.accounts.models import User
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """What the blanks of the table are filled with, by its words."""
    return {}
