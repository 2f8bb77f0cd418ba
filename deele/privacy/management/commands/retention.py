"""End what has outlived its term."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from deele.privacy.actions import retention


class Command(BaseCommand):
    help = "Empties or removes personal data whose term has passed; the worker does the same once a day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count only")

    def handle(self, *args: Any, **options: Any) -> None:
        run = retention.run_retention(now=timezone.now(), dry=options["dry_run"])
        self.stdout.write(f"{'Would end' if run.is_dry else 'Ended'} {run.total} records ({run}).")
        for key, count in sorted(run.counts.items()):
            self.stdout.write(f"  {key}: {count}")
