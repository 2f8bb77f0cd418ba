"""One archive of database and files, made while the house runs."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.core.backup import moves
from deele.core.errors import Refusal


class Command(BaseCommand):
    help = "Write one archive of database and files (docs/operate/backup.md)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, help="where to; default: backups in DEELE_HOME")
        parser.add_argument("--with-keys", action="store_true", help="put the keys of DEELE_HOME in as well")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["folder"] or settings.DEELE_HOME / "backups"
        house = moves.House(settings.DEELE_HOME, Path(settings.MEDIA_ROOT), settings.DATABASES["default"])
        try:
            written = moves.make(house, folder, now=timezone.localtime(), with_keys=options["with_keys"])
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        except OSError as error:
            raise CommandError(_("The folder can't be written to: {reason}").format(reason=error)) from error
        self.stdout.write(_("Backup written: {file}").format(file=written))
        if not options["with_keys"]:
            keys = settings.DEELE_HOME / "keys"
            self.stdout.write(_("The keys in {folder} are not in it. Please keep them elsewhere.").format(folder=keys))
