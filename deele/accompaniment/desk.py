"""What accompaniment puts on the desk: the way to the plans."""

from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.ui import desk

desk.menu.add(
    "accompaniment", desk.MenuItem(gettext_lazy("Accompaniment"), "accompaniment:list", Permission.CASE_WORK), rank=6
)
