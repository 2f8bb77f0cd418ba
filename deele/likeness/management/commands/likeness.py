"""Prints the pairs of a table that resemble each other: left,right,score,verdict,reasons (docs/decisions/0010)."""

import csv
import os
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from deele.likeness import queries, rules
from deele.likeness.readers import tables
from deele.likeness.rules.pairs import Pair, across

HEADER = ("left", "right", "score", "verdict", "reasons")
TELL_EVERY = 5000  # records
DIRECTORY = "directory"


class Command(BaseCommand):
    help = "Print the rows of a CSV or XLSX file that resemble each other, or an entry of the directory"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a table with at least the columns id and name")
        parser.add_argument(
            "--against-directory", action="store_true", help="compare with the entries; right is the entry's number"
        )
        parser.add_argument("--format", choices=["csv"], default="csv")

    def handle(self, *args, **options):
        try:
            records = list(tables.read_path(options["file"]))
            self._tell(_("%(number)s records read.") % {"number": len(records)})
            found = (
                across(records, queries.records(DIRECTORY), self._progress)
                if options["against_directory"]
                else rules.pairs(records, self._progress)
            )
            self._write(found)
        except tables.BadTable as refusal:
            raise CommandError(refusal.message, returncode=2) from refusal
        except BrokenPipeError:  # the reader went, e.g. `| head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _write(self, found):
        table = csv.writer(self.stdout, lineterminator="\n")
        table.writerow(HEADER)
        self.stdout.flush()
        for pair in found:
            table.writerow(cells(pair))
            self.stdout.flush()

    def _progress(self, done, of):
        if done % TELL_EVERY == 0 or done == of:
            self._tell(_("%(done)s of %(of)s compared") % {"done": done, "of": of})

    def _tell(self, sentence):
        self.stderr.write(sentence, style_func=str)


def cells(pair: Pair) -> tuple[str, ...]:
    """One line of the answer."""
    judged = pair.judgement
    said = "; ".join(str(reason) for reason in judged.reasons)
    return pair.left, pair.right, f"{judged.score:.4f}", judged.verdict, said
