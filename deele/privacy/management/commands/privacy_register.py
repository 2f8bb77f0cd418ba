"""Show the register of personal data, or write it into docs/privacy.md."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from deele.privacy import kinds
from deele.privacy.queries import register_table as table


class Command(BaseCommand):
    help = "Shows which personal data is kept why and how long; fails when a field is unsorted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--markdown", action="store_true", help="print the table of docs/privacy.md")
        parser.add_argument("--write", action="store_true", help="write the table into docs/privacy.md")

    def handle(self, *args: Any, **options: Any) -> None:
        own = [app for floor in settings.DEELE_FLOORS for app in floor]
        faults = [fault for model in kinds.own_models(own) for fault in kinds.faults(model)]
        if options["write"]:
            write(Path(settings.BASE_DIR) / "docs" / "privacy.md")
        elif options["markdown"]:
            self.stdout.write(table.markdown())
        else:
            for one in sorted(kinds.register_of, key=lambda one: one.key):
                self.stdout.write(f"{one.key}: {table.term_in_words(one.term, one.to_empty)}")
        if faults:
            raise CommandError("\n".join(faults))


def write(path: Path) -> None:
    """Replace the table between its marks."""
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition(table.BEGIN)
    _, _, after = rest.partition(table.END)
    path.write_text(before + table.markdown() + after, encoding="utf-8")
