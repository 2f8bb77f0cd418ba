"""Fills the store of things that may overlap from all apps, and compares everything anew."""

import time

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.likeness.actions import renewing
from deele.likeness.models import StoredSubject


class Command(BaseCommand):
    help = "Take in everything that may overlap and compare it; --again compares what is known already, too"

    def add_arguments(self, parser):
        parser.add_argument("--again", action="store_true", help="compare everything, not only what changed")

    def handle(self, *args, **options):
        start, now = time.perf_counter(), timezone.now()
        renewing.renew(now=now, tell=self._tell)
        if options["again"]:
            StoredSubject.objects.update(compared_at=None)
        done = renewing.compare_waiting(now=now)
        seconds = time.perf_counter() - start
        self.stdout.write(_("%(number)s compared in %(seconds)s s") % {"number": done, "seconds": f"{seconds:.1f}"})

    def _tell(self, kind, changed):
        self.stdout.write(f"{kind}: {changed}")
