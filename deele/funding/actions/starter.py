"""The programmes that come with the house, put into the tables; what an office changed since stays."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from deele.accounts.models import User
from deele.audit import actions as audit
from deele.funding import enums
from deele.funding.actions import versions
from deele.funding.models import Programme, ProgrammeVersion, Round
from deele.funding.queries import desk
from deele.funding.readers.programmes import ReadProgramme, read

CHECKER = "beratung@deele.example"
CHECKED = {"Wohnen und Pflege im Alter": 12, "LEADER und ZILE": 40, "Gute Nachbarschaft": 230}  # days ago


@transaction.atomic
def load(*, now: datetime) -> int:
    """Add the programmes whose name is not known yet, on the website, unchecked; returns how many."""
    known = set(Programme.objects.values_list("name", flat=True))
    fresh = [one for one in read() if one.name not in known]
    for one in fresh:
        add(one, now)
    return len(fresh)


def add(read_programme: ReadProgramme, now: datetime) -> Programme:
    """One programme with its versions and rounds. Nobody has checked it: the page says so."""
    made = Programme.objects.create(name=read_programme.name, summary=read_programme.summary, is_public=True)
    for number, found in enumerate(read_programme.versions, start=1):
        version = ProgrammeVersion.objects.create(programme=made, number=number, **found.values)
        Round.objects.bulk_create(Round(programme_version=version, **values) for values in found.rounds)
    audit.record(enums.PROGRAMME_SAVED, by=None, about=made, now=now)
    return made


@transaction.atomic
def make_demo(*, now: datetime) -> int:
    """Checks by the adviser of the demonstration: some fresh, one too old, the rest none at all; once."""
    checker = User.objects.filter(email=CHECKER).first()
    if checker is None:
        return 0
    done = 0
    for programme in Programme.objects.filter(name__in=CHECKED):
        moment = now - timedelta(days=CHECKED[programme.name])
        version = desk.version_of_today(programme, timezone.localdate(now))
        if version is not None and version.checked_on is None:
            versions.check(version=version, by=checker, now=moment)
            done += 1
    return done
