"""A believable office to try the house with: people, pages, and entries in every state."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from deele.core.errors import Refusal
from deele.website.actions import demo_entries, demo_pages, demo_people, index


@transaction.atomic
def make() -> tuple[int, int]:
    """All of it or nothing; how many pages and entries are new."""
    now = timezone.now()
    demo_people.make(now)
    entries = demo_entries.make(now)
    pages = demo_pages.make()
    index.refresh_all()
    return pages, entries


class Command(BaseCommand):
    help = (
        "Make the demonstration office: invented people, pages and entries. Running it again adds only what is missing"
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            pages, entries = make()
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"{pages} Seiten und {entries} Einträge für die Vorführung angelegt.")
        text = demo_people.logins()
        (settings.DEELE_HOME / "demo-logins.txt").write_text(text + "\n", encoding="utf-8")
        self.stdout.write(text)
