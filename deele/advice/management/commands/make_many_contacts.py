"""Fills the house with contacts for measuring (tools/bench)."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from deele.advice.actions import many


class Command(BaseCommand):
    help = "Add invented contacts of five years, for measuring; only where DEELE_DEMO is on"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--number", type=int, default=200_000)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEELE_DEMO:
            raise CommandError("Nur in einem Haus für Vorführung und Messung (DEELE_DEMO=1).")
        have = many.make(number=options["number"], until=timezone.localdate(), seed=options["seed"])
        self.stdout.write(f"{have} Beratungskontakte.")
