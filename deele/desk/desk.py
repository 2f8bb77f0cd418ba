"""The desk's own menu item."""

from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.ui import desk

desk.menu.add("start", desk.MenuItem(_("Today"), "desk:start", Permission.DESK), rank=1)
