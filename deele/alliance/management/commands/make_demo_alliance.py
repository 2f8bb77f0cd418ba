"""Makes the members of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.alliance.actions import demo


class Command(BaseCommand):
    help = (
        "Make the members of the demonstration: public facts with their sources, invented members; adds what is missing"
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{demo.make(timezone.now())} Mitglieder des Bündnisses angelegt.")
