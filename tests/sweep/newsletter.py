"""The addresses of newsletter for the sweep, and one of everything they ask for."""

from typing import Any

from deele.accounts.models import User
from deele.office.models import Area
from tests.sweep import newsletter_issues as issues
from tests.sweep import newsletter_subscribers as subscribers

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = f"""
{subscribers.TABLE}
{issues.TABLE}
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """What the blanks of the table are filled with, by its words."""
    return {**subscribers.build(area, people), **issues.build(area, people)}
