"""Makes the events of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.events.actions import demo


class Command(BaseCommand):
    help = "Make the events of the demonstration, with people who come; adds only what is missing"

    def handle(self, *args: Any, **options: Any) -> None:
        made = demo.make(timezone.now())
        self.stdout.write(f"{made} Veranstaltungen für die Vorführung angelegt.")
