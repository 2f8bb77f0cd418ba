"""Makes the working groups of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.groups.actions import demo


class Command(BaseCommand):
    help = "Make the working groups of the demonstration: seats, an invitation, a poll with answers; once"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{demo.make(timezone.now())} Arbeitsgruppen für die Vorführung angelegt.")
