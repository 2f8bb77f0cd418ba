"""Takes in a table of events and says per row what it means."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.core import spreadsheet
from deele.core.errors import Refusal
from deele.events.actions import imports
from deele.events.actions.imports import Judged, Verdict
from deele.events.readers import event_rows


class Command(BaseCommand):
    help = "Take in a table of events: the verdict of every row, then all that is new or has changed"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what each row means and write nothing")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(_("There is no file %(path)s.") % {"path": path})
        try:
            with path.open("rb") as file:
                table = spreadsheet.read(file, path.name)
                rows = [event_rows.read(row.number, row) for row in table.rows]
            judged = imports.judge(rows)
            if not options["dry_run"]:
                imports.take_over(judged=judged, by=None, now=timezone.now())
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self.say(judged, as_json=options["format"] == "json")

    def say(self, judged: list[Judged], *, as_json: bool) -> None:
        """One line or one object a row, then the sums."""
        if as_json:
            self.stdout.write(json.dumps([told(one) for one in judged], ensure_ascii=False, indent=1))
            return
        for one in judged:
            reasons = "; ".join(one.reasons)
            self.stdout.write(f"{one.row.external_id or one.row.number} {one.verdict} {one.row.title[:60]} {reasons}")
        counts = {verdict.value: sum(one.verdict == verdict for one in judged) for verdict in Verdict}
        self.stdout.write(", ".join(f"{name} {count}" for name, count in counts.items()))


def told(one: Judged) -> dict[str, Any]:
    """A row as the scripts of others read it."""
    return {
        "row": one.row.number,
        "id": one.row.external_id,
        "title": one.row.title,
        "verdict": one.verdict.value,
        "place_key": one.place.key if one.place else None,
        "reasons": one.reasons,
    }
