"""Loads the plans known from published facts, and prints the curve they give."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone, translation

from deele.accompaniment.actions import starter
from deele.accompaniment.models import Plan
from deele.accompaniment.queries import durations


class Command(BaseCommand):
    help = "Add the plans known from published facts (years alone), and print how long plans take"

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        made = starter.load(now=now)
        self.stdout.write(f"{made} Vorhaben aus veröffentlichten Angaben angelegt.")
        with translation.override("de"):
            for curve in durations.curves(Plan.objects.all(), timezone.localdate(now)):
                self.show(curve)

    def show(self, curve: durations.Curve) -> None:
        """One curve as a table."""
        self.stdout.write(f"{curve.title}: {curve.words}")
        for step in curve.steps:
            self.stdout.write(
                f"  nach {step.years:5.1f} Jahren: {step.share:6.1%} noch unterwegs ({step.at_risk} im Blick)"
            )
