"""The programmes that come with the house."""

from datetime import date

import pytest
from django.core.management import call_command

from deele.directory.tests.factories import staff
from deele.funding.actions import starter
from deele.funding.enums import Applicant, Purpose, Support
from deele.funding.models import Programme, ProgrammeVersion, Round
from deele.funding.queries import programmes as queries
from deele.funding.readers import programmes as reader
from deele.funding.tests.factories import NOW, TODAY

pytestmark = pytest.mark.django_db


def test_every_fact_has_its_source_and_its_date():
    for programme in reader.read():
        for version in programme.versions:
            for facts in (version.values, *version.rounds):
                assert facts["source"], programme.name
                assert facts["as_of"], programme.name


def test_keys_are_those_of_the_house():
    for programme in reader.read():
        for version in programme.versions:
            assert set(version.values["purposes"]) <= set(Purpose.values)
            assert set(version.values["supports"]) <= set(Support.values)
            assert set(version.values["applicants"]) <= set(Applicant.values)


def test_loading_twice_adds_nothing_and_what_an_office_wrote_stays():
    first = starter.load(now=NOW)
    Programme.objects.filter(name="Gute Nachbarschaft").update(summary="anders")

    assert (first, starter.load(now=NOW)) == (5, 0)
    assert Programme.objects.get(name="Gute Nachbarschaft").summary == "anders"


def test_housing_and_care_in_old_age_has_two_versions_with_their_deadlines():
    starter.load(now=NOW)
    programme = Programme.objects.get(name="Wohnen und Pflege im Alter")
    old, new = programme.versions.order_by("number")

    assert (old.quota, old.quota_special, new.quota, new.quota_special, new.quota_max) == (50, None, 50, 80, 80)
    assert (old.valid_until, new.valid_from, new.valid_until) == (
        date(2025, 12, 31), date(2026, 1, 1), date(2031, 12, 31),
    )  # fmt: skip
    assert {one.deadline for one in old.rounds.all()} == {date(2022, 8, 1), date(2024, 8, 1)}
    assert {one.deadline for one in new.rounds.all()} == {date(2026, 4, 1), date(2026, 11, 1), date(2027, 11, 1)}
    assert new.excluded == ["ohne"]


def test_good_neighbourhood_tells_what_its_rounds_gave():
    starter.load(now=NOW)
    rounds = Round.objects.filter(programme_version__programme__name="Gute Nachbarschaft").order_by("name")

    assert [(one.applied, one.granted, one.granted_cents) for one in rounds] == [
        (69, 39, 400_000_000), (44, 16, 230_000_000), (45, 14, 300_000_000),
    ]  # fmt: skip


def test_nobody_has_checked_what_comes_with_the_house():
    starter.load(now=NOW)

    assert not ProgrammeVersion.objects.exclude(checked_on=None).exists()
    assert all(line.warning for line in queries.lines(Programme.objects.public(), TODAY))


def test_the_demonstration_shows_fresh_old_and_unchecked(capsys):
    staff("beratung", starter.CHECKER)

    call_command("load_programmes", "--demo")
    call_command("load_programmes", "--demo")

    assert ProgrammeVersion.objects.exclude(checked_on=None).count() == 3
    assert "5 Förderprogramme" in capsys.readouterr().out
