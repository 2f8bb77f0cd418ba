"""Returned mail: what counts, for whom, and how often."""

from datetime import timedelta

import pytest

from deele.audit.models import Entry
from deele.newsletter.actions import bounces
from deele.newsletter.enums import BounceKind, Reason, SubscriberState
from deele.newsletter.models import Bounce, Suppression
from deele.newsletter.readers import returned as reader
from deele.newsletter.rules import returns
from deele.newsletter.tests import factories as make
from deele.newsletter.tests.factories import NOW

pytestmark = pytest.mark.django_db
SHAPES = ("postfix", "exchange", "gmail")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("5.1.1", "hard"),
        ("5.0.0", "hard"),
        ("5.2.1", "hard"),
        ("5.2.2", "soft"),
        ("5.7.1", "soft"),
        ("4.4.1", "soft"),
        ("4.2.2", "soft"),
        ("", "hard"),
    ],
)
def test_kind_follows_the_status_code(status, kind):
    assert returns.kind_of(status) == kind


@pytest.mark.parametrize("shape", SHAPES)
def test_hard_failure_of_our_own_mail_blocks_at_once(shape):
    who = make.subscriber()

    taken = bounces.take(make.returned(who.email, shape=shape, token=make.unsubscribe_token(who, make.area())), NOW)

    who.refresh_from_db()
    assert taken.counted == 1
    assert who.state == SubscriberState.BOUNCED
    assert who.bounce_code == "5.1.1"
    assert Suppression.objects.get(fingerprint=who.fingerprint).reason == Reason.BOUNCE


def test_the_log_says_nothing_of_the_address():
    who = make.subscriber()

    bounces.take(make.returned(who.email, token=make.unsubscribe_token(who)), NOW)

    assert not Entry.objects.filter(about_name__contains="@").exists()


def test_a_report_written_by_hand_never_ends_a_subscription_at_once():
    who = make.subscriber()

    bounces.take(make.returned(who.email), NOW)

    who.refresh_from_db()
    assert who.state == SubscriberState.ACTIVE
    assert who.soft_bounces == 1


def test_a_forged_token_proves_nothing():
    who = make.subscriber()
    forged = make.unsubscribe_token(who)[:-4] + "AAAA"

    bounces.take(make.returned(who.email, token=forged), NOW)

    who.refresh_from_db()
    assert who.state == SubscriberState.ACTIVE


@pytest.mark.parametrize("shape", SHAPES)
def test_three_temporary_failures_in_a_row_block(shape):
    who = make.subscriber()
    token = make.unsubscribe_token(who)

    for day in range(3):
        bounces.take(
            make.returned(who.email, shape=shape, status="5.2.2", token=token, words=f"mailbox full {day}"),
            NOW + timedelta(days=day * 5),
        )
        who.refresh_from_db()
        assert (who.state == SubscriberState.BOUNCED) == (day == 2)


def test_a_delayed_message_is_temporary():
    who = make.subscriber()

    bounces.take(make.returned(who.email, action="delayed", status="4.4.1", token=make.unsubscribe_token(who)), NOW)

    who.refresh_from_db()
    assert who.soft_bounces == 1


def test_temporary_failures_far_apart_or_after_a_success_begin_anew():
    far, well = make.subscriber("fern@example.org"), make.subscriber("wieder@example.org")
    for who in (far, well):
        for number, day in enumerate((0, 5)):
            bounces.take(make.returned(who.email, status="4.2.2", words=str(number)), NOW + timedelta(days=day))

    bounces.delivered(fingerprints=[well.fingerprint], sent_at=NOW + timedelta(days=7))
    bounces.take(make.returned(well.email, status="4.2.2", words="later"), NOW + timedelta(days=14))
    bounces.take(make.returned(far.email, status="4.2.2", words="later"), NOW + timedelta(days=40))

    for who in (far, well):
        who.refresh_from_db()
        assert (who.state, who.soft_bounces) == (SubscriberState.ACTIVE, 1)


def test_delivery_before_the_failure_is_no_success():
    who = make.subscriber()
    bounces.take(make.returned(who.email, status="4.2.2"), NOW)

    assert bounces.delivered(fingerprints=[who.fingerprint], sent_at=NOW - timedelta(days=1)) == 0


def test_two_temporary_failures_on_one_day_count_once():
    who = make.subscriber()

    for number in range(4):
        bounces.take(make.returned(who.email, status="4.2.2", words=str(number)), NOW + timedelta(minutes=number))

    who.refresh_from_db()
    assert who.soft_bounces == 1


def test_the_same_message_counts_once():
    who = make.subscriber()
    content = make.returned(who.email, status="4.2.2")

    assert [bounces.take(content, NOW + timedelta(days=day)).counted for day in range(3)] == [1, 0, 0]
    assert Bounce.objects.count() == 1


def test_mail_that_goes_on_to_another_address_counts_for_who_we_wrote_to():
    who, behind = make.subscriber("vorn@example.org"), make.subscriber("hinten@example.org")

    bounces.take(make.returned(behind.email, token=make.unsubscribe_token(who), original=who.email), NOW)

    who.refresh_from_db(), behind.refresh_from_db()
    assert (who.state, behind.state) == (SubscriberState.BOUNCED, SubscriberState.ACTIVE)


@pytest.mark.parametrize("token", [True, False])
def test_complaint_ends_and_suppresses(token):
    who = make.subscriber()

    bounces.take(make.complaint("" if token else who.email, token=make.unsubscribe_token(who) if token else ""), NOW)

    who.refresh_from_db()
    assert who.state == SubscriberState.COMPLAINED
    assert Suppression.objects.get().reason == Reason.COMPLAINT


def test_who_left_stays_unsubscribed_whatever_comes_back():
    who = make.subscriber(state=SubscriberState.ENDED)

    bounces.take(make.returned(who.email, token=make.unsubscribe_token(who)), NOW)

    who.refresh_from_db()
    assert who.state == SubscriberState.ENDED


def test_address_we_do_not_know_counts_for_nobody():
    make.subscriber()

    assert bounces.take(make.returned("fremd@example.net"), NOW) == bounces.Taken()
    assert not Bounce.objects.exists()


AUTO_REPLY = b"""From: abonnentin@example.org
To: newsletter@deele.example
Subject: Out of office
Auto-Submitted: auto-replied
Content-Type: text/plain

I am away until Monday. Please write to vertretung@example.org.
"""
QUOTING = b"""From: jemand@example.net
To: newsletter@deele.example
Subject: Re: Newsletter
Content-Type: text/plain

Hello, my neighbour gets your newsletter at abonnentin@example.org. Can I have it too?
> From: Deele <newsletter@deele.example>
> To: abonnentin@example.org
"""


@pytest.mark.parametrize("content", [AUTO_REPLY, QUOTING, b"", b"\xff\xfe\x00", b"Content-Type: multipart/report\n\n"])
def test_what_is_no_report_changes_nothing(content):
    who = make.subscriber()

    assert bounces.take(content, NOW).counted == 0

    who.refresh_from_db()
    assert (who.state, who.soft_bounces) == (SubscriberState.ACTIVE, 0)


@pytest.mark.parametrize("cut", range(0, 1200, 97))
def test_a_report_that_was_cut_never_raises(cut):
    who = make.subscriber()

    bounces.take(make.returned(who.email, token=make.unsubscribe_token(who))[:cut], NOW)


def test_the_finer_code_in_the_words_of_the_server_counts():
    content = make.returned("a@example.org", status="5.0.0").replace(b"smtp;550 5.0.0", b"smtp;552 5.2.2")

    [failure] = reader.read(content).failures
    assert (failure.kind, failure.code, failure.words) == (BounceKind.SOFT, "5.2.2", "552 5.2.2 unknown user")


def test_refusal_heard_on_the_line_counts_like_a_proven_return():
    who = make.subscriber()

    assert bounces.refused(fingerprint=who.fingerprint, status="550 5.1.1 no such user", mark="copy 1", now=NOW)

    who.refresh_from_db()
    assert who.state == SubscriberState.BOUNCED


def test_suppression_of_a_complaint_is_not_softened_by_an_unsubscription(client):
    who = make.subscriber()
    bounces.take(make.complaint(who.email), NOW)

    client.post(f"/newsletter/abmelden/{make.unsubscribe_token(who)}/", {"List-Unsubscribe": "One-Click"})

    assert Suppression.objects.get().reason == Reason.COMPLAINT
