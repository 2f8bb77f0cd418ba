"""Export everything we hold about a person."""

import json
import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from deele.core.errors import Refusal
from deele.privacy.actions import export


class Command(BaseCommand):
    help = "Writes everything held about a mail address as JSON. The export is logged."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--out", type=Path, help="file to write, readable by its owner only; else the screen")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            data = export.export_person(email=options["email"], now=timezone.now(), by=None)
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        text = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
        if options["out"] is None:
            self.stdout.write(text)
            return
        descriptor = os.open(options["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        self.stdout.write(f"{sum(len(part['rows']) for part in data['records'].values())} records: {options['out']}")
