"""`make_demo --entries 100000 --seed 1`: invented entries for measuring."""

import time
from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.directory.actions import demo


class Command(BaseCommand):
    help = "Makes invented entries on all loaded municipalities; the same seed makes the same ones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--entries", type=int, default=1000)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, entries: int, seed: int, **options: object) -> None:
        started, made = time.monotonic(), 0
        for made in demo.make(number=entries, seed=seed, now=timezone.now()):
            self.stderr.write(f"{made}/{entries}")
        seconds = round(time.monotonic() - started, 1)
        self.stdout.write(_("%(made)s invented entries in %(seconds)s s.") % {"made": made, "seconds": seconds})
