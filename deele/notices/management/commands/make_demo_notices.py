"""Makes the notices of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.notices.actions import demo


class Command(BaseCommand):
    help = "Make the notices of the demonstration: who seeks, who offers, two sides that were introduced; once"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{demo.make(timezone.now())} Gesuche und Angebote für die Vorführung angelegt.")
