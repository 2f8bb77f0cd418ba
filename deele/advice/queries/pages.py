"""The pages of advice, for the row of tabs."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


def tabs(active: str) -> list[dict[str, Any]]:
    """Label, address, whether it is the present one."""
    pages = {
        "log": _("Log a contact"),
        "inbox": _("Enquiries"),
        "cases": _("Cases"),
        "list": _("All contacts"),
        "templates": _("Templates"),
        "duties": _("Who answers"),
    }
    return [
        {"label": label, "url": reverse(f"advice:{name}"), "active": name == active} for name, label in pages.items()
    ]
