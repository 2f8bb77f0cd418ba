"""Measures the engine on a table whose true pairs are known; `make bench` prints it."""

import resource
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from deele.likeness import rules
from deele.likeness.readers import tables
from deele.likeness.rules.quality import measured

KILOBYTES = 1024


class Command(BaseCommand):
    help = "Print precision, recall and F1 of the verdicts, and the seconds they took"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("truth", type=Path, help="a table with the columns id_a and id_b")

    def handle(self, *args, **options):
        try:
            records = list(tables.read_path(options["file"]))
            truth = tables.truth(options["truth"])
        except tables.BadTable as refusal:
            raise CommandError(refusal.message, returncode=2) from refusal
        start = time.perf_counter()
        found = list(rules.pairs(records))
        seconds = time.perf_counter() - start
        for verdicts in (("same",), ("same", "look")):
            proposed = {tuple(sorted((one.left, one.right))) for one in found if one.judgement.verdict in verdicts}
            self._line("+".join(verdicts), measured(proposed, truth))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KILOBYTES
        self.stdout.write(f"{len(records)} records in {seconds:.1f} s, at most {peak} MB")

    def _line(self, name, one):
        self.stdout.write(
            f"{name:10} precision {one.precision:.4f}  recall {one.recall:.4f}  F1 {one.f1:.4f}  pairs {one.proposed}"
        )
