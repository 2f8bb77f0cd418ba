"""Brings in a list of members of the alliance."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from deele.alliance.actions import imports
from deele.alliance.readers import members
from deele.core import dates


class Command(BaseCommand):
    help = "Bring in a list of members of the alliance (CSV) as facts with their source; again is the same"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="CSV with the columns id, organisation, kind, membership_basis, …")
        parser.add_argument(
            "--umbrella", action="append", default=[], metavar="ID=ID", help="who belongs through which umbrella body"
        )

        parser.add_argument("--as-of", default="", help="state of the list, e.g. 2026-11, where its rows name none")

    def handle(self, *args: Any, file: Path, umbrella: list[str], as_of: str, **options: Any) -> None:
        try:
            rows, problems = members.read_csv(file.read_text("utf-8-sig"))
            pairs = dict(pair.split("=", 1) for pair in umbrella if "=" in pair)
            done = imports.take_in(rows=rows, now=timezone.now(), umbrellas=pairs, as_of=as_of)
        except dates.BadDate as error:
            raise CommandError(f"Das ist kein Datum: {error}.") from error
        except OSError as error:
            raise CommandError(f"{file} lässt sich nicht lesen: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise CommandError(
                f"{file} ist kein Text in UTF-8. Bitte so speichern und noch einmal versuchen."
            ) from error
        except members.BadList as missing:
            raise CommandError(f"In {file} fehlen die Spalten: {missing}.") from missing
        self.tell(done, problems)

    def tell(self, done: imports.Taken, problems: list[str]) -> None:
        """What was done, and what a person has to look at."""
        self.stdout.write(f"{done.made} Mitglieder neu, {done.changed} geändert, {done.same} wie zuvor.")
        for problem in problems:
            self.stdout.write(problem)
        if done.left_alone:
            self.stdout.write(f"Nicht angefasst, weil hier bearbeitet: {', '.join(done.left_alone)}.")
        if done.without_umbrella:
            names = ", ".join(done.without_umbrella)
            self.stdout.write(f"Dachverband nicht in der Liste, leer gelassen: {names}.")
