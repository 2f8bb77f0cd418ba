"""Stops all mail of this house; a restored copy is started with it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from deele.mail.actions import muting


class Command(BaseCommand):
    """`manage.py mute`; mail is let go again at the desk, where a person decides about what was held."""

    help = "Let no mail leave the house until a person at the desk allows it again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reason", default="", help="shown at the desk")

    def handle(self, *, reason: str, **options: Any) -> None:
        muting.mute(reason=reason or _("This is a restored copy."), by=None)
        self.stdout.write(_("No mail leaves this house now. It is allowed again at the desk, under Mail."))
