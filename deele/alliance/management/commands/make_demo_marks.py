"""Makes the marked passages of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.alliance.actions import demo_marks


class Command(BaseCommand):
    help = "Make marked passages of the demonstration: invented members, what they give and seek, what fits; once"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{demo_marks.make(timezone.now())} markierte Stellen für die Vorführung angelegt.")
