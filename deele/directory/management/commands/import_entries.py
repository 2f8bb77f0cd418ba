"""`import_entries FILE`: the import door for scripts. What it prints is stable: docs/how-to/import.md."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.core.errors import Refusal
from deele.directory.actions import imports
from deele.directory.models import Batch
from deele.directory.queries import imports as queries
from deele.directory.readers import entry_columns
from deele.office.models import Area

BAD_FILE = 2


class Command(BaseCommand):
    help = "Reads a table (CSV or XLSX) of entries, says per row what it means, and takes over what is certain."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", help="CSV or XLSX; not needed with --starter")
        parser.add_argument("--starter", action="store_true", help="take the starter entries over and publish them")
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--mapping", help='JSON file {"heading": "field"}')
        parser.add_argument("--source", default="", help="name of the source; the name of the file if not given")
        parser.add_argument("--kind", default="", help="kind of entries where the table names none")
        parser.add_argument("--publish", action="store_true", help="publish new entries instead of keeping drafts")
        parser.add_argument("--area", default="", help="key of the area of work the entries belong to")

    def handle(self, **options: Any) -> None:
        try:
            if options["starter"]:
                self._starter()
            elif options["file"]:
                self._table(options)
            else:
                raise CommandError(_("Please name a file, or --starter."), returncode=BAD_FILE)
        except Refusal as refusal:
            raise CommandError(refusal.message, returncode=BAD_FILE) from refusal
        except OSError as error:
            raise CommandError(_("The file cannot be opened: %(why)s") % {"why": error}, returncode=BAD_FILE) from error

    def _starter(self) -> None:
        batch = imports.load_starter(now=timezone.now())
        waiting = queries.waiting_rows(batch) if batch else 0
        made = queries.made(batch) if batch else 0
        self.stderr.write(
            _("Starter: %(made)s entries taken over, %(waiting)s rows wait for a person.")
            % {"made": made, "waiting": waiting}
        )

    def _table(self, options: dict[str, Any]) -> None:
        batch = self._take_in(options)
        try:
            imports.remap(batch=batch, mapping=self._mapping(batch, options), defaults=_defaults(options), by=None)
            imports.check(batch=batch, by=None)
            self._print(batch, options["format"])
        except Refusal:
            imports.drop(batch=batch, by=None)
            raise
        if options["dry_run"] or not queries.has_something_to_do(batch):
            imports.drop(batch=batch, by=None)
            return
        imports.take_over(batch=batch, by=None, now=timezone.now())
        waiting = queries.waiting_rows(batch)
        if waiting:
            self.stderr.write(_("%(number)s rows wait for a person at the desk.") % {"number": waiting})

    def _take_in(self, options: dict[str, Any]) -> Batch:
        area = None
        if options["area"]:
            area = Area.objects.filter(key=options["area"]).first()
            if area is None:
                raise CommandError(
                    _("There is no area of work “%(key)s”.") % {"key": options["area"]}, returncode=BAD_FILE
                )
        path = Path(options["file"])
        with path.open("rb") as file:
            return imports.take_in(
                file=file, name=path.name, by=None, source=options["source"], area=area, publish=options["publish"]
            )

    def _mapping(self, batch: Batch, options: dict[str, Any]) -> dict[str, str]:
        if not options["mapping"]:
            return batch.mapping
        given = entry_columns.from_json(Path(options["mapping"]).read_text(encoding="utf-8-sig"))
        return entry_columns.suggest(batch.header, given)

    def _print(self, batch: Batch, form: str) -> None:
        if form == "json":
            self._print_json(batch)
            return
        for told in queries.told_rows(batch):
            place = told["place_key"] or "–"
            twin = told["duplicate_of"] or ""
            reasons = " ".join(told["reasons"])
            self.stdout.write(f"{told['row']:>6}  {told['verdict']:<10}  {place:<14}  {twin:<12}  {reasons}".rstrip())
        for note in batch.notes:
            self.stderr.write(note)

    def _print_json(self, batch: Batch) -> None:
        """One array, written row by row: a hundred thousand rows need not stand in memory."""
        before = "[\n"
        for told in queries.told_rows(batch):
            self.stdout.write(before + json.dumps(told, ensure_ascii=False), ending="")
            before = ",\n"
        self.stdout.write("\n]" if before == ",\n" else "[]")
        sys.stdout.flush()


def _defaults(options: dict[str, Any]) -> dict[str, str]:
    return {"kind": options["kind"]} if options["kind"] else {}
