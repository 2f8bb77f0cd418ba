"""Makes the working groups of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.groups.actions import demo
from deele.groups.management import demo_sessions


class Command(BaseCommand):
    help = "Make the working groups of the demonstration: seats, an invitation, a poll, sessions; adds what is missing"

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        groups, sessions = demo.make(now), demo_sessions.make(now)
        self.stdout.write(f"{groups} Arbeitsgruppen und {sessions} Sitzungen für die Vorführung angelegt.")
