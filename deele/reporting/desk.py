"""What figures put on the desk: their menu items."""

from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.ui import desk

desk.menu.add("reporting", desk.MenuItem(_("Figures"), "reporting:first", Permission.FIGURES_OWN), rank=60)
desk.menu.add(
    "reporting-outside",
    desk.MenuItem(_("Figures for outside"), "reporting:outside", Permission.FIGURES_OUTSIDE),
    rank=61,
)
