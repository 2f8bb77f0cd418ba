"""Makes the joint actions of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.jointactions.actions import demo


class Command(BaseCommand):
    help = "Make the joint actions of the demonstration: the real ones with their sources, and an invented call; once"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{demo.make(timezone.now())} gemeinsame Aktionen für die Vorführung angelegt.")
