"""Whoever withdraws wins: files, names, links and pages are rid of it at once, whatever happens in the same instant."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from deele.accounts.models import MailLink
from deele.core.errors import Refusal
from deele.jointactions.actions import judging, sending
from deele.jointactions.enums import Standing
from deele.jointactions.models import Call, Photo, PhotoUse, Submission
from deele.jointactions.queries import desk
from deele.jointactions.tests import factories
from deele.mail.models import OutgoingMail
from deele.privacy.actions import erasure
from deele.privacy.models import Consent

both_databases = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
NOW = factories.NOW


@pytest.mark.django_db
def test_withdrawing_by_the_link_takes_everything_away(client, django_capture_on_commit_callbacks):
    sent = factories.submission()
    photo = factories.photo(sent)
    judging.note_use(photo=photo, kind="ausstellung", where="Landtag, Tafel 3", since=NOW.date(), by=None, now=NOW)
    files, token = [photo.image.name, photo.small.name], factories.token(sent)
    assert client.get(reverse("jointactions:photo", args=[photo.pk, "klein"])).status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("jointactions:own-withdraw", args=[token]))

    assert "Landtag, Tafel 3" in answer.content.decode()
    assert client.get(reverse("jointactions:photo", args=[photo.pk, "klein"])).status_code == 404
    assert f"/foto/{photo.pk}/" not in client.get(sent.call.action.get_absolute_url()).content.decode()
    assert not any(default_storage.exists(name) for name in files)
    row = Submission.objects.get()
    assert (row.standing, row.email, row.name, row.text, row.credit) == (Standing.WITHDRAWN, "", "", "", "")
    assert not MailLink.objects.filter(purpose="jointactions.own").exists()
    assert not Consent.objects.in_force().filter(purpose__startswith="jointactions").exists()
    assert "Landtag, Tafel 3" in OutgoingMail.objects.get(purpose="jointactions.goodbye").body
    assert desk.to_take_down() == 1


@pytest.mark.django_db
def test_a_use_that_was_taken_down_is_done():
    sent = factories.submission()
    used = judging.note_use(
        photo=factories.photo(sent), kind="website", where="Startseite", since=NOW.date(), by=None, now=NOW
    )
    sending.withdraw(submission=sent, now=NOW)

    judging.end_use(use=used, by=None, now=NOW)

    assert desk.to_take_down() == 0
    assert PhotoUse.objects.count() == 1


@pytest.mark.django_db
def test_a_second_withdrawal_is_told_so():
    sent = factories.submission()
    sending.withdraw(submission=sent, now=NOW)

    with pytest.raises(sending.NotChangeable, match="schon zurückgezogen"):
        sending.withdraw(submission=sent, now=NOW)

    assert OutgoingMail.objects.filter(purpose="jointactions.goodbye").count() == 1


@pytest.mark.django_db
def test_taking_what_was_withdrawn_meanwhile_finds_nothing():
    sent = factories.submission(Standing.SUBMITTED)
    sending.withdraw(submission=sending.fresh(sent), now=NOW)

    with pytest.raises(Refusal, match="inzwischen"):
        judging.judge(submission=sent, to=Standing.TAKEN, by=None, now=NOW)

    assert not Photo.objects.public().exists()


def together(*deeds):
    """Do all of them at once; what each raised, None for nothing."""

    def run(deed):
        try:
            deed()
        except Refusal as refusal:
            return refusal
        finally:
            connections.close_all()
        return None

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


class TestAtOnce:
    pytestmark = both_databases

    def test_withdrawn_in_the_instant_of_release_it_is_withdrawn(self):
        sent = factories.submission(Standing.SUBMITTED)

        _taken, withdrawn = together(
            lambda: judging.judge(submission=sent, to=Standing.TAKEN, by=None, now=NOW),
            lambda: sending.withdraw(submission=Submission.objects.get(pk=sent.pk), now=NOW),
        )

        assert withdrawn is None
        row = Submission.objects.get()
        assert (row.standing, row.for_website, row.email) == (Standing.WITHDRAWN, False, "")
        assert not Photo.objects.public().exists()

    def test_two_clicks_begin_one_draft(self):
        call = factories.call()

        def click():
            sending.begin(call=call, told=factories.told(), photos=[], form="ein-formular", now=timezone.now())

        assert together(click, click) == [None, None]
        assert Submission.objects.count() == 1
        assert OutgoingMail.objects.filter(purpose="jointactions.link").count() == 1

    def test_two_clicks_hand_in_once(self):
        sent = factories.submission(Standing.DRAFT)

        def click():
            sending.hand_in(submission=sent, now=timezone.now())

        assert together(click, click) == [None, None]
        assert OutgoingMail.objects.filter(purpose="jointactions.received").count() == 1


@pytest.mark.django_db
def test_the_call_is_over_at_its_very_second():
    end = timezone.now().replace(microsecond=0) + timedelta(days=1)
    call = factories.call(closes_at=end)
    last = factories.submission(Standing.DRAFT, of=call)
    late = factories.submission(Standing.DRAFT, of=call, email="spaet@example.org")

    sending.hand_in(submission=last, now=end - timedelta(microseconds=1))
    with pytest.raises(sending.Closed):
        sending.hand_in(submission=late, now=end)

    assert Submission.objects.get(pk=last.pk).standing == Standing.SUBMITTED
    assert Submission.objects.get(pk=late.pk).standing == Standing.DRAFT
    assert not Call.objects.open(end).exists()
    with pytest.raises(sending.Closed):
        sending.begin(call=call, told=factories.told(), photos=[], form="zu-spaet", now=end)


@pytest.mark.django_db
def test_what_was_asked_back_may_come_after_the_end():
    call = factories.call(closes_at=timezone.now() + timedelta(hours=1))
    sent = factories.submission(Standing.ASKED, of=call)

    sending.hand_in(submission=sent, now=call.closes_at + timedelta(days=3))

    assert Submission.objects.get().standing == Standing.SUBMITTED


@pytest.mark.django_db
def test_erasing_the_person_withdraws_what_they_sent_in(django_capture_on_commit_callbacks):
    sent = factories.submission()
    name = factories.photo(sent).image.name

    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase_person(email="einsendung@example.org", now=NOW, by=None)

    row = Submission.objects.get()
    assert (row.standing, row.email, row.text) == (Standing.WITHDRAWN, "", "")
    assert not Photo.objects.public().exists()
    assert not default_storage.exists(name)


@pytest.mark.django_db
def test_old_drafts_go_with_their_photos(django_capture_on_commit_callbacks):
    sent = factories.submission(Standing.DRAFT)
    name = factories.photo(sent).image.name

    with django_capture_on_commit_callbacks(execute=True):
        assert sending.forget_drafts(now=timezone.now() + timedelta(days=59)) == 0
        assert sending.forget_drafts(now=timezone.now() + timedelta(days=61)) == 1

    assert not Submission.objects.exists()
    assert not default_storage.exists(name)
