"""Makes the publications of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.core import jobs
from deele.library.actions import publication_demo, reading


class Command(BaseCommand):
    help = "Make the publications of the demonstration: real titles as facts, a guide of our own as tagged PDF; once"

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        made, file = publication_demo.make(now)
        if file is not None:
            reading.read(file=file, now=now, stopping=jobs.stopping)
        self.stdout.write(f"{made} Publikationen für die Vorführung angelegt.")
