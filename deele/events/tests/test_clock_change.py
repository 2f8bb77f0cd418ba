"""The nights on which the clock is changed: each mail once, each term to its second, each time as people read it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from deele.events.actions import registrations
from deele.events.enums import RegistrationState as S
from deele.events.models import Registration
from deele.events.tasks import day as day_tasks
from deele.events.tasks import registrations as tasks
from deele.events.tests.registering import BERLIN, NOW, an_event, register
from deele.mail.models import OutgoingMail

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
HALF_AN_HOUR = timedelta(minutes=30)
SPRING = datetime(2027, 3, 28, 3, 0, tzinfo=BERLIN)  # the first moment after 1:59
AUTUMN = datetime(2027, 10, 31, 4, 0, tzinfo=BERLIN)
NIGHTS = pytest.mark.parametrize("night", [SPRING, AUTUMN], ids=["spring", "autumn"])


def through(night, run):
    """Let the job run every half hour of the clock of the world, from the day before until two days after."""
    moment = night.astimezone(UTC) - timedelta(days=1)
    while moment < night + timedelta(days=2):
        run(moment)
        moment += HALF_AN_HOUR


def mails(purpose):
    return OutgoingMail.objects.filter(purpose=purpose)


@NIGHTS
def test_reminder_due_in_the_night_of_a_clock_change_goes_once_and_names_the_right_time(night):
    starts = timezone.make_aware(datetime.combine(night.date() + timedelta(days=3), NOW.time()))
    event = an_event(9, starts=starts)
    register(event, "Erste Muster", now=NOW)

    through(night, day_tasks.reminders)

    mail = mails("events.reminder").get()
    assert "10:00" in mail.body


@NIGHTS
def test_offer_that_ends_in_the_night_of_a_clock_change_goes_on_once_and_says_when(night):
    event = an_event(1, starts=night + timedelta(days=30))
    first, _second, _third = (register(event, f"{name} Muster", now=NOW) for name in ("Erste", "Zweite", "Dritte"))
    given = night - timedelta(hours=48, minutes=-20)
    registrations.cancel(registration=first, by=None, now=given)
    until = Registration.objects.get(state=S.OFFERED).offered_until

    through(night, lambda moment: tasks.offers(moment) if tasks.offers_due(moment) else None)

    assert until.timestamp() - given.timestamp() == 48 * 3600
    asked = [mail.to for mail in mails("events.offered").order_by("pk")]
    assert asked[:2] == ["zweite@example.org", "dritte@example.org"]
    assert mails("events.expired").filter(to="zweite@example.org").count() == 1
    assert len(asked) == len(set(asked))
    assert f"{timezone.localtime(until):%H:%M}" in mails("events.offered").get(to="zweite@example.org").body


@NIGHTS
def test_registration_that_closes_at_midnight_after_a_clock_change_closes_to_the_second(night):
    closes = datetime(night.year, night.month, night.day, 23, 59, 59, tzinfo=BERLIN)
    event = an_event(9, starts=night + timedelta(days=30), closes_at=closes)

    register(event, "Rechtzeitig Muster", now=closes - timedelta(seconds=1))
    with pytest.raises(registrations.RegistrationClosed):
        register(event, "Zuspät Muster", now=closes)

    assert event.registrations.count() == 1
