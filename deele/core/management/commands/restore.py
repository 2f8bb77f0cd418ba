"""Brings a backup back. The restored house starts muted: it writes to nobody until someone allows it."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.core.backup import archive, moves
from deele.core.errors import Refusal


class Command(BaseCommand):
    help = "Bring a backup back; the present data stay beside it (docs/operate/backup.md)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            manifest = archive.read_manifest(options["file"])
            self.stdout.write(_("Backup of {moment}.").format(moment=manifest.made_at))
            if not (options["yes"] or self._agreed()):
                raise CommandError(_("Nothing was changed."))
            house = moves.House(settings.DEELE_HOME, Path(settings.MEDIA_ROOT), settings.DATABASES["default"])
            done = moves.restore(house, options["file"], now=timezone.localtime(), prepare=self._prepare)
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        for name in settings.CACHES:
            caches[name].clear()
        self._report(done)

    def _agreed(self) -> bool:
        question = _("Put this backup in the place of the present data? The present data stay beside it. (yes/no) ")
        try:
            return input(question).strip().lower() in {"yes", "y", "ja", "j"}
        except EOFError:
            return False

    def _prepare(self) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        for command in settings.DEELE_AFTER_RESTORE:
            call_command(command, stdout=self.stdout)

    def _report(self, done: moves.Restored) -> None:
        for kept in done.kept:
            self.stdout.write(_("Kept: {name}").format(name=kept))
        self.stdout.write(_("Restored. Mail is muted until someone at the desk allows it again."))
