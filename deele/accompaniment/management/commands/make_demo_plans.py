"""Makes the plans of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.accompaniment.actions import demo


class Command(BaseCommand):
    help = "Make the plans of the demonstration: invented groups in every stage; adds only what is missing"

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{demo.make(timezone.now())} Vorhaben für die Vorführung angelegt.")
