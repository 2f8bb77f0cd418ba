"""Brings database and data to the state this code expects; running it again repeats nothing."""

import time
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils.translation import gettext as _

from deele.core import setup

# When a step of DEELE_SETUP_STEPS runs again: "reference" when the reference folder changed, "once" never,
# "demo" never, and only where DEELE_DEMO is on.
REFERENCE, ONCE, DEMO = "reference", "once", "demo"


class Command(BaseCommand):
    help = "Set up the database and load what settings.DEELE_SETUP_STEPS names; repeats nothing"

    def handle(self, *args: Any, **options: Any) -> None:
        self._say(_("Setting up the database …"))
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of a missing folder at each start
        call_command("migrate", verbosity=0, interactive=False)
        stamp = self._stamp_of_this_database()
        for step, when in settings.DEELE_SETUP_STEPS:
            self._run(step, when, stamp)
        # Last of all: an interrupted set-up has no key and is taken up again at the next start.
        stamp["key"] = setup.key(
            settings.BASE_DIR, settings.DEELE_REFERENCE, settings.DEELE_SETUP_STEPS, demo=settings.DEELE_DEMO
        )
        setup.write(settings.DEELE_HOME, stamp)

    def _stamp_of_this_database(self) -> dict:
        with connection.cursor() as cursor:
            cursor.execute(setup.FIRST_AND_COUNT)
            first, count = cursor.fetchone()
        known = setup.read(settings.DEELE_HOME)
        same = known.get("database", [None])[0] == str(first)
        return {"database": [str(first), count], "steps": known.get("steps", {}) if same else {}}

    def _run(self, step: str, when: str, stamp: dict) -> None:
        command, *arguments = step.split()
        if command not in get_commands() or (when == DEMO and not settings.DEELE_DEMO):
            return
        state = setup.reference_print(settings.DEELE_REFERENCE) if when == REFERENCE else ONCE
        done = stamp["steps"].get(step)
        if done == state or (done and state == setup.NO_REFERENCE):
            return  # a folder that is not there today takes nothing back
        started = time.monotonic()
        call_command(command, *arguments, stdout=self.stdout, stderr=self.stderr)
        stamp["steps"][step] = state
        setup.write(settings.DEELE_HOME, stamp)
        self._say(_("{step}: {seconds} s").format(step=step, seconds=round(time.monotonic() - started, 1)))

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
