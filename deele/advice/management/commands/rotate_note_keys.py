"""Seals all confidential notes with the current key."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from deele.advice.actions import confidential


class Command(BaseCommand):
    help = "Seal all confidential notes of advice with the first key of DEELE_NOTE_KEYS; may be broken off and repeated"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done, closed = confidential.rotate()
        except confidential.NoKey as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"{done} vertrauliche Notizen neu verschlossen.")
        if closed:
            self.stdout.write(f"{closed} blieben, wie sie sind: ihr Schlüssel ist nicht in DEELE_NOTE_KEYS.")
            raise CommandError("Bitte den alten Schlüssel erst entfernen, wenn keine Notiz mehr übrig ist.")
