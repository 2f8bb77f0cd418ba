"""The legal form finder in the sweep: for everybody."""

from typing import Any

from deele.accounts.models import User
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
accompaniment:finder         GET  -                                     200 -   -   -   -   200 -
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """Nothing: the finder needs no row."""
    return {}
