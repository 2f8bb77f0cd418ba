"""What roles, the log and the office put on the desk's menu."""

from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.ui.desk import MenuItem, menu

menu.add("access.people", MenuItem(_("People and roles"), "access:people", Permission.GRANT), rank=90)
menu.add("access.office", MenuItem(_("The office"), "access:office", Permission.GRANT), rank=92)
menu.add("access.log", MenuItem(_("Log"), "access:log", Permission.LOG_SEE), rank=94)
