"""`export_entries [FILE]`: the public entries as CSV, XLSX or GeoJSON."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from deele.core.errors import Refusal
from deele.directory.actions import exports as actions
from deele.directory.queries import exports
from deele.directory.queries.documents import SOURCE
from deele.search.kinds import Query


class Command(BaseCommand):
    help = "Writes the public entries into a file, or to the standard output."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", help="where to; its ending names the format")
        parser.add_argument("--format", choices=sorted(actions.TYPES), default="")
        parser.add_argument("--q", default="", help="only what this search finds")

    def handle(self, **options: Any) -> None:
        ending = Path(options["file"]).suffix[1:].lower() if options["file"] else ""
        form = options["format"] or (ending if ending in actions.TYPES else "csv")
        try:
            chunks = actions.write(form, exports.found(Query(source=SOURCE, text=options["q"])))
            if not options["file"]:
                sys.stdout.buffer.writelines(chunks)
                return
            with Path(options["file"]).open("wb") as target:
                target.writelines(chunks)
        except Refusal as refusal:
            raise CommandError(refusal.message, returncode=2) from refusal
        except OSError as error:
            raise CommandError(str(error), returncode=2) from error
