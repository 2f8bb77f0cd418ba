"""Load places, boundaries, postcodes and figures."""

import resource
import sys
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from deele.core.errors import Refusal
from deele.places.actions import Loaded, load_reference
from deele.places.readers import download, folder, starter
from deele.places.readers.rows import BadFile, Reference

STEPS = [
    "register", "localities", "postcodes", "boundaries", "figures", "check", "places", "names", "postcode rows",
    "boundary rows", "figure rows",
]  # fmt: skip
WIDTH = 30


class Progress:
    """A bar on a terminal, lines elsewhere; both on stderr."""

    def __init__(self, stream: Any) -> None:
        self.stream, self.is_terminal, self.started = stream, stream.isatty(), monotonic()

    def __call__(self, step: str) -> None:
        done = STEPS.index(step) if step in STEPS else 0
        seconds = monotonic() - self.started
        if self.is_terminal:
            full = round(WIDTH * done / len(STEPS))
            self.stream.write(f"\r[{'█' * full}{'·' * (WIDTH - full)}] {step:<16}{seconds:5.1f} s")
        else:
            self.stream.write(f"{done + 1:2}/{len(STEPS)} {step} ({seconds:.1f} s)\n")
        self.stream.flush()

    def close(self) -> None:
        """End the line of the bar."""
        if self.is_terminal:
            self.stream.write(f"\r{' ' * (WIDTH + 32)}\r")


class Command(BaseCommand):
    help = (
        "Loads the reference data: the register of municipalities, boundaries, postcodes, named places, statistics. "
        "Looks into FOLDER, else DEELE_REFERENCE, else ../shared/data; without any of them it loads the starter."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", help="folder with reference data")
        parser.add_argument(
            "--download", action="store_true", help="fetch the official register into DEELE_HOME/reference first"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        progress, started = Progress(sys.stderr), monotonic()
        try:
            reference = self._reference(options, progress)
            loaded = load_reference(reference=reference, tell=progress)
        except (BadFile, Refusal) as error:
            progress.close()
            raise CommandError(f"Nothing was changed. {error}") from error
        progress.close()
        self._report(reference, loaded, monotonic() - started)

    def _reference(self, options: dict[str, Any], progress: Progress) -> Reference:
        if options["download"]:
            return folder.read(
                download.fetch(Path(settings.DEELE_HOME) / "reference", tell=self.stderr.write), progress
            )
        named = options["folder"] or settings.DEELE_REFERENCE
        if options["folder"] and not Path(named).is_dir():
            raise BadFile(f"There is no folder {named}.")
        if named and Path(named).is_dir():
            return folder.read(Path(named), progress)
        self.stdout.write(
            "No folder with reference data was found, so Deele works with its starter: Lower Saxony with its regions "
            "and districts and the municipalities of the first entries, without boundaries and statistics."
        )
        return starter.read()

    def _report(self, reference: Reference, loaded: Loaded, seconds: float) -> None:
        counts = loaded.counts
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        self.stdout.write(
            f"Register of {reference.on} ({reference.register_source}): {counts.get('state', 0)} states, "
            f"{counts.get('region', 0)} regions, {counts.get('district', 0)} districts, "
            f"{counts.get('association', 0)} associations, {counts.get('municipality', 0)} municipalities, "
            f"{counts.get('unincorporated', 0)} unincorporated areas, {counts.get('locality', 0)} localities, "
            f"{counts.get('population', 0)} inhabitants."
        )
        parts = ", ".join(f"{number} {table}" for table, number in loaded.changed.items() if number)
        self.stdout.write(f"{loaded.total} changed{f' ({parts})' if parts else ''}; {seconds:.1f} s, {memory} MB.")
