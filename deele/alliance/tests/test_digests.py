"""The weekly mail: once, whatever happens; nothing double, nothing lost; muted stays muted and readable."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core import signing
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from deele.alliance import emails
from deele.alliance.actions import digests, muting, tidings
from deele.alliance.models import Tiding, TopicMute
from deele.alliance.queries import news
from deele.alliance.tests import factories
from deele.mail.actions import outbox
from deele.mail.models import OutgoingMail
from deele.mail.tests import factories as mails

# Monday 30 November 2026: seven o'clock here is six in UTC.
SUNDAY = datetime(2026, 11, 29, 12, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 6, 30, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def kim():
    mails.office()
    return factories.delegate()


def tell(who, key="a", now=SUNDAY, **more):
    tidings.tell(people=[who], key=key, text=f"Neues {key}", now=now, path="/buendnis/", **more)


def sent():
    return list(OutgoingMail.objects.filter(purpose=emails.DIGEST).order_by("pk"))


@pytest.mark.parametrize(
    ("now", "cut"),
    [
        (datetime(2026, 11, 30, 5, 59, tzinfo=UTC), datetime(2026, 11, 23, 6, tzinfo=UTC)),
        (datetime(2026, 11, 30, 6, 0, tzinfo=UTC), datetime(2026, 11, 30, 6, tzinfo=UTC)),
        (datetime(2026, 12, 6, 22, 0, tzinfo=UTC), datetime(2026, 11, 30, 6, tzinfo=UTC)),
        # Seven o'clock here is five in UTC in summer.
        (datetime(2026, 7, 6, 5, 0, tzinfo=UTC), datetime(2026, 7, 6, 5, tzinfo=UTC)),
    ],
)
def test_the_week_begins_on_monday_at_seven_in_the_time_of_this_country(now, cut):
    assert digests.cut_of(now) == cut


def test_all_that_is_untold_goes_out_in_one_mail_and_a_second_run_sends_nothing(kim):
    for key in "abc":
        tell(kim, key)
    assert digests.send_due(now=MONDAY) == 1
    assert digests.send_due(now=MONDAY + timedelta(hours=1)) == 0
    (mail,) = sent()
    assert [f"Neues {key}" in mail.body for key in "abc"] == [True] * 3
    assert "/buendnis/" in mail.body


def test_what_comes_after_the_mail_waits_for_the_next_week_and_is_not_lost(kim):
    tell(kim, "a")
    digests.send_due(now=MONDAY)
    tell(kim, "b", now=MONDAY + timedelta(minutes=5))
    assert digests.send_due(now=MONDAY + timedelta(days=2)) == 0
    assert Tiding.objects.get(key="b").told_at is None
    assert digests.send_due(now=MONDAY + timedelta(days=7)) == 1
    assert ["Neues b" in mail.body for mail in sent()] == [False, True]


def test_a_tiding_of_wednesday_waits_for_monday(kim):
    tell(kim, now=MONDAY + timedelta(days=2))
    assert digests.send_due(now=MONDAY + timedelta(days=2, hours=1)) == 0


def test_a_worker_that_was_down_on_monday_sends_on_tuesday(kim):
    tell(kim)
    assert digests.send_due(now=MONDAY + timedelta(days=1)) == 1


def test_a_run_killed_before_its_end_leaves_neither_mail_nor_mark_and_the_next_one_sends(kim, monkeypatch):
    tell(kim)
    whole = outbox.queue

    def killed(**more):
        whole(**more)
        raise SystemExit  # after the mail was written, before the transaction ends

    monkeypatch.setattr(outbox, "queue", killed)
    with pytest.raises(SystemExit):
        digests.send_one(number=kim.pk, now=MONDAY)
    assert (sent(), Tiding.objects.get().told_at) == ([], None)

    monkeypatch.setattr(outbox, "queue", whole)
    assert digests.send_due(now=MONDAY) == 1
    assert len(sent()) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_one_mail(transactional_db):
    mails.office()
    kim = factories.delegate()
    for key in "ab":
        tell(kim, key)
    ready = threading.Barrier(4)

    def work():
        try:
            ready.wait()
            digests.send_one(number=kim.pk, now=MONDAY)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _number in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert len(sent()) == 1
    assert not Tiding.objects.filter(told_at=None).exists()


def test_the_mail_is_no_mail_programs_answer(kim):
    tell(kim)
    digests.send_due(now=MONDAY)
    found = sent()[0].headers
    assert found["Precedence"] == "bulk"
    assert found["X-Loop"]
    assert found["List-Unsubscribe"].startswith("<http")


def test_what_people_typed_does_not_become_a_link_of_its_own(kim):
    tidings.tell(people=[kim], key="x", text="[[Klick|https://boese.example/]] **laut**", now=SUNDAY)
    digests.send_due(now=MONDAY)
    assert ">Klick</a>" not in sent()[0].html
    assert "<strong>laut" not in sent()[0].html


def test_a_muted_topic_is_left_out_and_stays_to_be_read(client, kim):
    tell(kim, "a", topic="groups.workinggroup:1")
    tell(kim, "b")
    muting.mute(delegate=kim, topic="groups.workinggroup:1", now=SUNDAY)
    digests.send_due(now=MONDAY)
    assert "Neues a" not in sent()[0].body
    factories.let_in(client, kim)
    assert "Neues a" in client.get(reverse("alliance:news")).content.decode()


def test_who_muted_everything_gets_none_and_unmuting_sends_no_old_ones(kim):
    tell(kim)
    muting.mute(delegate=kim, topic="*", now=SUNDAY)
    assert digests.send_due(now=MONDAY) == 0
    muting.unmute(delegate=kim, topic="*", now=MONDAY)
    assert digests.send_due(now=MONDAY + timedelta(days=7)) == 0


def test_who_is_away_gets_it_all_when_they_are_back(kim):
    kim.muted_until = MONDAY.date() + timedelta(days=3)
    kim.save()
    tell(kim)
    assert digests.send_due(now=MONDAY) == 0
    assert digests.send_due(now=MONDAY + timedelta(days=7)) == 1


def test_who_no_longer_acts_for_a_member_gets_none(kim):
    tell(kim)
    kim.until = SUNDAY.date()
    kim.save()
    assert digests.send_due(now=MONDAY) == 0


def test_what_is_assigned_goes_out_at_once_and_once_and_not_again_in_the_digest(kim):
    tell(kim, "aufgabe", urgent=True)
    assert digests.has_urgent(SUNDAY)
    assert digests.send_urgent(now=SUNDAY) == 1
    assert digests.send_urgent(now=SUNDAY) == 0
    assert digests.send_due(now=MONDAY) == 0
    assert OutgoingMail.objects.get().purpose == emails.URGENT


def test_what_is_assigned_to_who_is_away_comes_with_the_digest_after(kim):
    kim.muted_until = MONDAY.date() + timedelta(days=3)
    kim.save()
    tell(kim, "aufgabe", urgent=True)
    assert digests.send_urgent(now=SUNDAY) == 0
    digests.send_due(now=MONDAY + timedelta(days=7))
    assert "Neues aufgabe" in sent()[0].body


def test_the_link_of_the_mail_mutes_by_a_button_without_signing_in(client, kim):
    token = signing.dumps([kim.pk, "*"], salt=digests.MUTE)
    url = reverse("alliance:mute", args=[token])
    assert client.get(url).status_code == 200
    assert not TopicMute.objects.exists()  # looking changes nothing
    for _turn in range(2):
        assert client.post(url).status_code == 200
    assert TopicMute.objects.count() == 1
    assert client.get(reverse("alliance:news")).status_code == 302  # it lets nobody in
    assert client.get(reverse("alliance:mute", args=[f"{token}x"])).status_code == 404


def test_many_things_make_one_mail_that_says_how_much_more_there_is(kim):
    for number in range(digests.MOST + 7):
        tell(kim, f"n{number}")
    digests.send_due(now=MONDAY)
    assert "7 weitere" in sent()[0].body
    assert not Tiding.objects.filter(told_at=None).exists()


def test_silent_are_those_who_muted_the_topic_everything_or_themselves(kim):
    people = [kim, *(factories.delegate(kim.membership, f"p{n}@example.org") for n in range(3))]
    muting.mute(delegate=people[0], topic="t:1", now=SUNDAY)
    muting.mute(delegate=people[1], topic="*", now=SUNDAY)
    people[2].muted_until = timezone.localdate(MONDAY)
    assert news.silent(people, "t:1", timezone.localdate(MONDAY)) == {one.pk for one in people[:3]}
    assert news.silent(people, "t:2", timezone.localdate(MONDAY)) == {one.pk for one in people[1:3]}
