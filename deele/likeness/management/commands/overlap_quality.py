"""Measures the engine for overlaps on labelled pairs (docs/decisions/0029-overlaps.md)."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from deele.likeness.readers import pairs
from deele.likeness.rules.overlap import Rarity, judge
from deele.likeness.rules.overlap.quality import LABELS, confusion, table
from deele.likeness.rules.overlap.sentences import model


class Command(BaseCommand):
    help = "Print precision and recall of the levels on labelled pairs, without and, where installed, with a model"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a TOML or JSON file with places and pairs")
        parser.add_argument("--half", default="", help="only the pairs of this half: tune or judge")
        parser.add_argument("--wrong", action="store_true", help="name the pairs that got another level")

    def handle(self, *args, **options):
        try:
            rows = pairs.read(options["file"])
        except pairs.BadPairs as refusal:
            raise CommandError(refusal.message, returncode=2) from refusal
        rows = [row for row in rows if not options["half"] or row.half == options["half"]]
        self._measure("without sentence model", rows, lambda row: None, wrong=options["wrong"])
        sentences = model()
        if sentences is None:
            self.stdout.write("sentence model: not installed (extra `meaning`)")
            return
        self._measure("with sentence model", rows, lambda row: sentences.alike(*row.texts), wrong=options["wrong"])

    def _measure(self, title, rows, meaning, *, wrong):
        said = [(row.label, judge(row.one, row.other, Rarity(), meaning(row))) for row in rows]
        levels = [(label, judged.level) for label, judged in said]
        self.stdout.write(f"{title}: {len(rows)} pairs")
        for line in table(levels):
            self.stdout.write(
                f"  {line.name:10} precision {line.precision:.3f}  recall {line.recall:.3f}"
                f"  said {line.said:3}  true {line.true:3}"
            )
        counts = confusion(levels)
        for label in LABELS:
            cells = "  ".join(f"{level} {counts.get((label, level), 0):3}" for level in LABELS)
            self.stdout.write(f"  {label:10} → {cells}")
        for row, (label, judged) in zip(rows, said, strict=True):
            if wrong and (judged.level or "different") != label:
                titles = f"{row.one.title_as_written} | {row.other.title_as_written}"
                self.stdout.write(f"  {label} → {judged.level or 'different'} {judged.score:.2f} {row.half}: {titles}")
