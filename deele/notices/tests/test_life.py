"""What time does: ask, let run out, forget; and what erasure and retention leave."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deele.core.errors import Refusal
from deele.directory.tests.factories import staff
from deele.mail.models import OutgoingMail
from deele.notices import tasks
from deele.notices.actions import life
from deele.notices.enums import KindKey, State
from deele.notices.models import Need, Notice, Proposal
from deele.notices.rules.matching import Needs
from deele.notices.tests import factories
from deele.notices.tests.factories import NOW
from deele.privacy.actions import erase_person
from deele.privacy.actions.retention import run_retention
from deele.privacy.models import Consent

pytestmark = pytest.mark.django_db


def day(number):
    return NOW + timedelta(days=number)


def told(purpose):
    return OutgoingMail.objects.filter(purpose=f"notices.{purpose}").count()


@pytest.mark.parametrize(("kind", "asked", "over"), [(KindKey.PERSON, 168, 183), (KindKey.FLAT, 23, 31)])
def test_a_notice_is_asked_for_and_then_runs_out(kind, asked, over):
    notice = factories.notice(kind=kind)

    tasks.pass_time(day(asked - 1))
    notice.refresh_from_db()
    assert notice.state == State.ACTIVE

    for _twice in range(2):
        tasks.pass_time(day(asked))
    notice.refresh_from_db()
    assert (notice.state, told("renew")) == (State.RENEWAL, 1)

    tasks.pass_time(day(over - 1))
    notice.refresh_from_db()
    assert notice.state == State.RENEWAL

    for _twice in range(2):
        tasks.pass_time(day(over))
    notice.refresh_from_db()
    assert (notice.state, told("expired")) == (State.EXPIRED, 1)
    assert notice.text


def test_nothing_runs_out_unasked_when_the_worker_stood_still():
    notice = factories.notice()

    tasks.pass_time(day(400))
    tasks.pass_time(day(402))
    notice.refresh_from_db()
    assert (notice.state, told("renew")) == (State.RENEWAL, 1)

    tasks.pass_time(day(404))
    notice.refresh_from_db()
    assert notice.state == State.EXPIRED


def test_an_expired_notice_is_kept_half_a_year_and_then_emptied_but_counted():
    notice = factories.notice(State.EXPIRED, needs=Needs(frozenset({"rollstuhl"})))

    run_retention(now=day(31), dry=False)
    assert Need.objects.count() == 0
    notice.refresh_from_db()
    assert notice.text

    run_retention(now=day(183), dry=False)
    notice.refresh_from_db()
    assert (notice.title, notice.text, notice.contact_email) == ("", "", "")
    assert (notice.kind, notice.ended_on) == (KindKey.PERSON, NOW.date())
    assert not Consent.objects.in_force().exists()


def test_who_is_erased_takes_part_no_more():
    proposal = factories.pair(first={"needs": Needs(frozenset({"rollstuhl"}))})

    erase_person(email="person@example.org", by=None, now=timezone.now())

    notice = Notice.objects.get(pk=proposal.first_id)
    assert (notice.state, notice.title, notice.contact_email) == (State.WITHDRAWN, "", "")
    assert Need.objects.count() == 0
    assert not Notice.objects.public().filter(pk=notice.pk).exists()
    assert Notice.objects.get(pk=proposal.second_id).state == State.ACTIVE


def test_drafts_nobody_proved_are_deleted_after_a_month():
    factories.notice(State.DRAFT)
    factories.notice(State.SUBMITTED, contact_email="da@example.org")

    tasks.forget_drafts(timezone.now() + timedelta(days=31))

    assert [notice.contact_email for notice in Notice.objects.all()] == ["da@example.org"]


def test_the_desk_refuses_and_blocks_with_a_reason_the_person_reads(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(staff("beratung"))
    notice = factories.notice(State.SUBMITTED)

    client.post(f"{notice.desk_url()}zustand/", {"to": "abgelehnt"})
    notice.refresh_from_db()
    assert notice.state == State.SUBMITTED

    client.post(f"{notice.desk_url()}zustand/", {"to": "abgelehnt", "reason": "nennt eine Person"})
    notice.refresh_from_db()
    assert notice.state == State.REFUSED
    assert "nennt eine Person" in OutgoingMail.objects.get(purpose="notices.refused").body


def test_two_who_read_at_once_see_that_somebody_was_faster():
    notice = factories.notice(State.SUBMITTED)
    stale = Notice.objects.get(pk=notice.pk)
    life.move(notice=notice, to=State.ACTIVE, by=staff("beratung"), now=NOW)

    with pytest.raises(Refusal):
        life.move(notice=stale, to=State.ACTIVE, by=staff("leitung"), now=NOW)

    assert told("published") == 1


def test_a_blocked_notice_ends_its_proposals_and_its_need():
    proposal = factories.pair(first={"needs": Needs(frozenset({"rollstuhl"}))})

    life.move(notice=proposal.first, to=State.BLOCKED, by=staff("beratung"), now=NOW, reason="Test")

    assert Proposal.objects.get().state == "hinfaellig"
    assert Need.objects.count() == 0


def test_a_key_that_is_lost_loses_the_need_and_nothing_else(client, settings):
    notice = factories.notice(needs=Needs(frozenset({"rollstuhl"}), "taeglich"))
    assert notice.need.open() == Needs(frozenset({"rollstuhl"}), "taeglich")

    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-key-of-this-house-0123456789"
    assert notice.need.open() == Needs()
    settings.SECRET_KEY_FALLBACKS = [old]
    assert notice.need.open() == Needs(frozenset({"rollstuhl"}), "taeglich")


def test_the_jobs_can_run_twice():
    factories.pair()

    Proposal.objects.all().delete()

    for number in range(14):
        tasks.match(day(number))

    assert Proposal.objects.count() == 1
