"""Loads the funding programmes that come with Deele."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from deele.funding.actions import starter


class Command(BaseCommand):
    help = "Add the funding programmes that come with Deele, unchecked; what is known by its name stays as it is"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", help="some of them checked by the demo's adviser")

    def handle(self, *args: Any, demo: bool, **options: Any) -> None:
        now = timezone.now()
        made = starter.load(now=now)
        self.stdout.write(f"{made} Förderprogramme angelegt.")
        if demo:
            self.stdout.write(f"{starter.make_demo(now=now)} davon für die Vorführung als geprüft vermerkt.")
