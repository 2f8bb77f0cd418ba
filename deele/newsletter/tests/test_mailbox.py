"""The mailbox of returned mail, read from a real IMAP server that runs in a thread."""

import pytest

from deele.mail.tests.imap import Box
from deele.newsletter.actions import bounces, mailbox
from deele.newsletter.enums import SubscriberState
from deele.newsletter.models import Bounce
from deele.newsletter.tests import factories as make
from deele.newsletter.tests.factories import NOW

pytestmark = pytest.mark.django_db


def read(box, **options):
    return mailbox.read_mailbox(box.account, now=lambda: NOW, stopping=lambda: False, **options)


def test_unread_messages_are_taken_and_marked():
    who = make.subscriber()
    box = Box([make.returned(who.email, token=make.unsubscribe_token(who)), b"From: x@example.org\r\n\r\nHallo"])

    assert read(box) == 2

    who.refresh_from_db()
    assert who.state == SubscriberState.BOUNCED
    assert box.seen == {1, 2}
    assert read(box) == 0


def test_a_message_is_marked_only_after_it_was_stored(monkeypatch):
    who = make.subscriber()
    box = Box([make.returned(who.email)])
    monkeypatch.setattr(mailbox.bounces, "take", lambda *a, **b: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        read(box)
    assert box.seen == set()


def test_killed_between_storing_and_marking_counts_once():
    who = make.subscriber()
    content = make.returned(who.email, status="4.2.2")
    bounces.take(content, NOW, way="imap")

    read(Box([content]))

    assert Bounce.objects.count() == 1


def test_a_flood_is_taken_in_portions_and_ends_when_the_worker_is_asked_to_stop():
    who = make.subscriber()
    box = Box([make.returned(who.email, status="4.2.2", words=f"try {number}") for number in range(30)])

    assert read(box, limit=10) == 10
    assert len(box.seen) == 10
    assert mailbox.read_mailbox(box.account, now=lambda: NOW, stopping=lambda: True) == 0


def test_a_server_that_is_away_says_so():
    with pytest.raises(ConnectionError):
        mailbox.read_mailbox(
            {"host": "127.0.0.1", "port": 1, "user": "", "password": "", "tls": False},
            now=lambda: NOW,
            stopping=lambda: False,
        )


def test_a_flood_broken_off_in_the_middle_counts_each_once(monkeypatch):
    people = [make.subscriber(f"flut{number}@example.org") for number in range(30)]
    status = ("5.1.1", "4.2.2", "5.2.2")
    box = Box([
        make.returned(who.email, token=make.unsubscribe_token(who), status=status[number % 3])
        for number, who in enumerate(people)
    ])  # fmt: skip
    take = bounces.take
    count = iter(range(30))

    def dies(*args, **more):
        take(*args, **more)
        if next(count) == 12:
            raise KeyboardInterrupt  # stored, not yet marked as read

    monkeypatch.setattr(mailbox.bounces, "take", dies)
    with pytest.raises(KeyboardInterrupt):
        read(box)
    monkeypatch.undo()
    assert len(box.seen) == 12

    assert read(box) == 18
    kinds = list(Bounce.objects.values_list("kind", flat=True))
    assert (kinds.count("hard"), kinds.count("soft")) == (10, 20)
    assert [who.bounces.count() for who in people] == [1] * 30
