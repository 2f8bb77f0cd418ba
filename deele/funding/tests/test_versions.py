"""A changed quota makes a new version; what began before keeps the one it began with."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from deele.audit.models import Entry
from deele.core.versions import Conflict
from deele.directory.tests.factories import staff
from deele.funding.actions import programmes, rounds, versions
from deele.funding.models import ProgrammeVersion, Round
from deele.funding.queries import programmes as queries
from deele.funding.queries import words
from deele.funding.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOW, TODAY = factories.NOW, factories.TODAY


@pytest.fixture
def adviser():
    return staff("beratung")


def test_a_new_quota_is_a_new_version_and_the_old_one_ends(adviser):
    old = factories.version()
    begun = factories.round(old)

    new = versions.make(
        programme=old.programme, values=factories.terms(quota=80, valid_from=date(2027, 1, 1)), by=adviser, now=NOW
    )

    old.refresh_from_db()
    assert (new.number, new.checked_on, new.checked_by) == (2, TODAY, str(adviser))
    assert old.valid_until == date(2026, 12, 31)
    assert (old.quota, Round.objects.get(pk=begun.pk).programme_version) == (50, old)
    assert words.changes(old, new) == [
        {"label": "Anteil", "before": "bis 50 % der Kosten", "after": "bis 80 % der Kosten"}
    ]


def test_a_version_does_not_begin_before_the_last_one(adviser):
    old = factories.version(valid_from=date(2026, 1, 1))

    with pytest.raises(versions.BeginsTooEarly):
        versions.make(programme=old.programme, values=factories.terms(valid_from=date(2026, 1, 1)), by=adviser, now=NOW)

    assert ProgrammeVersion.objects.count() == 1


def test_an_end_that_was_known_stays(adviser):
    old = factories.version(valid_until=date(2025, 12, 31))

    versions.make(programme=old.programme, values=factories.terms(valid_from=date(2027, 1, 1)), by=adviser, now=NOW)

    old.refresh_from_db()
    assert old.valid_until == date(2025, 12, 31)


@pytest.mark.parametrize("change", [{"quota": 80}, {"amount_max": 1}, {"applicants": ["verein"]}, {"giver": "Bund"}])
def test_terms_of_a_version_stay_unless_it_was_our_slip(adviser, change):
    version = factories.version()

    with pytest.raises(versions.NeedsNewVersion) as refusal:
        versions.correct(version=version, values=factories.terms(**change), by=adviser, now=NOW)
    kept = ProgrammeVersion.objects.get()
    corrected = versions.correct(version=kept, values=factories.terms(**change), by=adviser, now=NOW, slip=True)

    name, value = next(iter(change.items()))
    assert refusal.value.names == [name]
    assert getattr(ProgrammeVersion.objects.get(), name) == value
    assert Entry.objects.get(event="funding.version-corrected").data["slip"] is True
    assert corrected.version == 2


def test_our_words_are_corrected_at_any_time(adviser):
    version = factories.version()

    versions.correct(version=version, values=factories.terms(papers="Zeitplan"), by=adviser, now=NOW)
    again = ProgrammeVersion.objects.get()
    versions.correct(version=again, values=factories.terms(papers="Zeitplan"), by=adviser, now=NOW)

    assert again.papers == "Zeitplan"
    assert Entry.objects.filter(event="funding.version-corrected").count() == 1


def test_the_second_of_two_who_correct_is_told(adviser):
    version = factories.version()
    late = ProgrammeVersion.objects.get()
    versions.correct(version=version, values=factories.terms(papers="Zeitplan"), by=adviser, now=NOW)

    with pytest.raises(Conflict):
        versions.correct(version=late, values=factories.terms(papers="Anderes"), by=adviser, now=NOW)

    assert ProgrammeVersion.objects.get().papers == "Zeitplan"


def test_a_check_is_one_line_a_day(adviser):
    version = factories.version(checked_on=None)

    versions.check(version=version, by=adviser, now=NOW)
    versions.check(version=ProgrammeVersion.objects.get(), by=adviser, now=NOW + timedelta(hours=1))

    assert ProgrammeVersion.objects.get().checked_on == TODAY
    assert Entry.objects.filter(event="funding.version-checked").count() == 1


def test_a_check_of_what_was_changed_meanwhile_is_refused(adviser):
    version = factories.version(checked_on=None)
    seen = ProgrammeVersion.objects.get()
    versions.correct(version=version, values=factories.terms(papers="neu"), by=adviser, now=NOW)

    with pytest.raises(Conflict):
        versions.check(version=seen, by=adviser, now=NOW)

    assert ProgrammeVersion.objects.get().checked_on is None


def test_what_says_nothing_is_not_put_on_the_website(adviser):
    programme = factories.programme(is_public=False)

    with pytest.raises(programmes.NothingToShow):
        programmes.show(programme=programme, on=True, by=adviser, now=NOW)

    factories.version(programme)
    programmes.show(programme=programme, on=True, by=adviser, now=NOW)
    programmes.show(programme=programme, on=True, by=adviser, now=NOW)
    assert Entry.objects.filter(event="funding.shown").count() == 1


def test_a_round_that_never_was_is_removed(adviser):
    rounds.remove(found=factories.round(), by=adviser, now=NOW)

    assert not Round.objects.exists()


@pytest.mark.parametrize("wrong", [{"applied": 2, "granted": 3}, {"opens_on": date(2027, 4, 1)}, {"name": "zweimal"}])
def test_the_database_refuses_rounds_that_cannot_be(wrong):
    version = factories.version()
    factories.round(version, name="zweimal")

    with pytest.raises(IntegrityError), transaction.atomic():
        factories.round(version, **{"name": "anders", **wrong})


def test_a_line_knows_what_holds_today():
    old = factories.version(valid_until=date(2025, 12, 31))
    new = factories.version(old.programme, quota=50, quota_special=80, quota_special_for="das Quartier",
                            valid_from=date(2026, 1, 1), checked_on=date(2026, 1, 5))  # fmt: skip
    following = factories.round(new)
    factories.round(old, name="früher", deadline=date(2025, 8, 1))

    line = queries.line(old.programme, TODAY)

    assert (line.version, line.following, line.is_open) == (new, following, True)
    assert line.version.quota_max == 80
    assert "5. Januar 2026" in line.warning
    assert line.standing == "veraltet"


def test_lists_ask_three_times_however_many(django_assert_num_queries):
    for number in range(5):
        factories.round(factories.version(factories.programme(f"Programm {number}")))

    with django_assert_num_queries(3):
        assert len(queries.lines(factories.Programme.objects.public(), TODAY)) == 5
