"""Applications: begun under a version, moved on step by step, taken back, reminded of."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from deele.accompaniment import tasks
from deele.accompaniment.actions import applications as actions
from deele.accompaniment.actions import proofs
from deele.accompaniment.models import Application, ApplicationMove
from deele.accompaniment.queries import applications as queries
from deele.accompaniment.tests import factories, money
from deele.audit.models import Entry
from deele.core.versions import Conflict
from deele.directory.tests.factories import staff
from deele.funding.actions import rounds, versions
from deele.funding.tests import factories as funding
from deele.mail.models import OutgoingMail
from deele.mail.tests.factories import office

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOW, DAY = factories.NOW, money.DAY
WAY = ("skizze", "rueckmeldung", "antrag", "bewilligt", "mittelabruf", "zwischennachweis", "verwendungsnachweis")


def step(one, to, **given):
    usual = {"on": DAY, "told_by": "traeger", "by": None, "now": NOW}
    return actions.move(application=one, to=to, **{**usual, **given})


def test_the_whole_way_is_written_down_with_who_and_when():
    adviser = staff("beratung")
    one = money.walk(money.application(by=adviser), *WAY, "geprueft_abgeschlossen", by=adviser)

    lines = list(one.moves.all())
    assert [line.state for line in lines] == ["idee", *WAY, "geprueft_abgeschlossen"]
    assert {line.by for line in lines} == {adviser}
    assert (one.sketch_on, one.filed_on, one.decided_on, one.granted_cents) == (DAY, DAY, DAY, 8_000_000)
    assert Entry.objects.filter(event="plan.application-moved").count() == 8


def test_a_step_that_does_not_follow_is_refused():
    one = money.application()

    with pytest.raises(actions.WrongStep):
        step(one, "bewilligt", granted_cents=1)

    assert Application.objects.get().state == "idee"
    assert ApplicationMove.objects.count() == 1


def test_whoever_ends_an_application_says_why_and_a_grant_has_its_sum():
    filed = money.walk(money.application(), "antrag")
    for wrong, given in ((actions.NeedsReason, {"to": "abgelehnt"}), (actions.NeedsSum, {"to": "bewilligt"})):
        with pytest.raises(wrong):
            step(Application.objects.get(), **given)

    step(Application.objects.get(pk=filed.pk), "abgelehnt", reason="Mittel erschöpft")
    assert ApplicationMove.objects.last().reason == "Mittel erschöpft"


def test_the_database_knows_no_grant_without_a_sum():
    one = money.application()

    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=one.pk).update(state="bewilligt")


def test_the_second_of_two_who_move_is_told():
    one = money.application()
    late = Application.objects.get()
    step(one, "skizze")

    with pytest.raises(Conflict):
        step(late, "antrag")

    assert Application.objects.get().state == "skizze"


def test_a_mistake_is_taken_back_by_a_new_line():
    one = money.walk(money.application(), "skizze", "abgelehnt")

    back = actions.take_back(application=one, reason="Verwechselt", by=None, now=NOW)
    again = actions.take_back(application=Application.objects.get(), reason="Auch", by=None, now=NOW)

    assert (back.state, back.decided_on, again.state, again.sketch_on) == ("skizze", None, "idee", None)
    assert ApplicationMove.objects.count() == 5
    with pytest.raises(actions.NothingToTakeBack):
        actions.take_back(application=Application.objects.get(), reason="Noch", by=None, now=NOW)
    with pytest.raises(actions.NeedsReason):
        actions.take_back(application=Application.objects.get(), reason=" ", by=None, now=NOW)


def test_the_same_form_begins_one_application():
    version, plan = funding.version(), factories.plan()
    for _number in range(2):
        money.application(plan, version=version, form="eins")

    assert Application.objects.count() == 1


def test_steps_are_only_added():
    line = money.application().moves.get()

    with pytest.raises(TypeError):
        line.save()


def test_a_programme_that_changes_its_quota_leaves_the_application_where_it_began():
    old = funding.version(valid_from=date(2020, 1, 1))
    one = money.application(version=old)
    new = versions.make(
        programme=old.programme, values=funding.terms(quota=80, valid_from=date(2026, 11, 1)), by=None, now=NOW
    )

    told = queries.told(Application.objects.get(), date(2026, 11, 27))

    assert Application.objects.get().programme_version == old
    assert told.present == new
    assert told.changes == [{"label": "Anteil", "before": "bis 50 % der Kosten", "after": "bis 80 % der Kosten"}]
    assert queries.told(one, date(2026, 10, 1)).present is None


def test_a_round_with_applications_stays():
    version = funding.version()
    one = funding.round(version)
    money.application(version=version, round=one)

    with pytest.raises(rounds.RoundInUse):
        rounds.remove(found=one, by=None, now=NOW)

    one.refresh_from_db()
    assert one.name == "Förderjahr 2027"


def granted(adviser, due_on, **given):
    version = funding.version(funding.programme(f"Programm {Application.objects.count()}"))
    one = money.walk(money.application(factories.plan(adviser=adviser), version=version), "antrag", "bewilligt")
    Application.objects.filter(pk=one.pk).update(interim_due_on=due_on, **given)
    return Application.objects.get(pk=one.pk)


def test_advisers_are_reminded_four_weeks_a_week_and_on_the_day_each_once():
    office(name="Büro Muster")
    granted(staff("beratung"), NOW.date() + timedelta(days=30))
    sent = []
    for day in range(40):
        tasks.remind(NOW + timedelta(days=day))
        tasks.remind(NOW + timedelta(days=day, hours=1))
        sent.append(OutgoingMail.objects.count())

    assert sent[-1] == 3
    assert [sent.index(number) for number in (1, 2, 3)] == [2, 23, 30]


@pytest.mark.parametrize("given", [{"interim_done_on": DAY}, {"state": "widerrufen"}])
def test_nobody_is_reminded_of_what_is_done(given):
    office(name="Büro Muster")
    granted(staff("beratung"), NOW.date(), **given)

    tasks.remind(NOW)

    assert not OutgoingMail.objects.exists()


def test_a_plan_without_an_adviser_harms_no_other():
    office(name="Büro Muster")
    alone = granted(None, NOW.date())
    granted(staff("beratung"), NOW.date())

    tasks.remind(NOW)

    due = next(one for one in queries.to_remind(NOW.date()) if one.application == alone)
    assert OutgoingMail.objects.count() == 1
    assert proofs.remind(due=due, now=NOW) is False


def test_the_applications_of_a_plan_are_read_in_three_queries(django_assert_max_num_queries):
    plan = factories.plan()
    for number in range(6):
        money.application(plan, version=funding.version(funding.programme(f"Programm {number}")))

    with django_assert_max_num_queries(4):
        assert len(queries.of_plan(plan, DAY)) == 6
