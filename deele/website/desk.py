"""The way from the desk to the pages of the website."""

from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.ui import desk

desk.menu.add("website", desk.MenuItem(_("Website"), "wagtailadmin_home", Permission.PAGE_EDIT), rank=26)
