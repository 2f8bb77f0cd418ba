"""Makes the advice of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.advice.actions import demo


class Command(BaseCommand):
    help = "Make the advice of the demonstration: templates, contacts of two weeks, cases; once"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{demo.make(timezone.now())} Beratungskontakte für die Vorführung angelegt.")
