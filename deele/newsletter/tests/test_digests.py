"""The overview of what is new: made once for each, never twice of the same thing, never by itself when it is late."""

import email
import email.policy
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from deele.audit.models import Entry as LogEntry
from deele.directory.enums import State as EntryState
from deele.directory.models import Entry
from deele.directory.tests import factories as directory
from deele.mail.actions import muting
from deele.mail.emails import as_bytes
from deele.mail.enums import State, Urgency
from deele.mail.models import OutgoingMail
from deele.newsletter.actions import digest_mails, digests, ending, preferences
from deele.newsletter.actions.preferences import Settings
from deele.newsletter.actions.subscribing import Wanted
from deele.newsletter.enums import DeliveryState, Reason, RunState, SubscriberState
from deele.newsletter.models import Delivery, Digest, DigestRun, Item, Subscriber, Suppression
from deele.newsletter.rules import tokens
from deele.newsletter.tests import factories as make
from deele.newsletter.tests import issue_factories as factories
from deele.privacy.actions.erasure import erase_person
from deele.privacy.models import Consent

pytestmark = pytest.mark.django_db
BEFORE = datetime(2026, 11, 10, 12, tzinfo=UTC)
DUE = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)  # half past nine here, the first Tuesday of the month
NEXT = datetime(2027, 1, 5, 8, 30, tzinfo=UTC)
VERDEN = ("03361007", "03361", "033", "03")


@pytest.fixture(autouse=True)
def house(settings):
    settings.DEELE_DIGEST = "monthly"
    settings.DEELE_SMTP = {**settings.DEELE_SMTP, "host": "127.0.0.1"}


@pytest.fixture
def records():
    yield factories.records()
    factories.no_records()


def reader(number=1, *, key="03361", **fields):
    """Somebody who asked for the news of a district in November."""
    email_ = fields.pop("email", f"leserin{number}@example.org")
    values = {"digest": True, "confirmed_at": BEFORE, "told_until": BEFORE, **fields}
    made = make.subscriber(email_, **values)
    if key:
        made.regions.add(make.district(key, {"03361": "Verden", "03351": "Celle"}[key]))
    return made


def work(now=DUE, **more):
    return digests.work(lambda: now, stopping=lambda: False, **more)


def mails():
    return OutgoingMail.objects.filter(purpose="newsletter.digest")


def run():
    return DigestRun.objects.get()


def test_each_reader_gets_one_mail_with_what_is_new_near_them(records):
    records.add(1, "Sommerfest", place_keys=VERDEN, when="3. Januar 2027", where="Verden", note="Plätze frei.")
    records.add(2, "Fest in Celle", place_keys=("03351", "033", "03"))
    reader(1)

    assert work() == 1

    mail = mails().get()
    assert (mail.to, mail.urgency, mail.state) == ("leserin1@example.org", Urgency.BULK, State.QUEUED)
    assert "Landkreis Verden" in mail.subject
    assert "Sommerfest" in mail.html
    assert "3. Januar 2027 · Verden" in mail.body
    assert "Celle" not in mail.body + mail.html
    assert (run().state, run().made, run().empty) == (RunState.DONE, 1, 0)


def test_run_twice_it_makes_nothing_more(records):
    records.add(1, place_keys=VERDEN)
    reader(1), reader(2)

    assert (work(), work(), work(DUE + timedelta(days=3))) == (2, 0, 0)
    assert mails().count() == Digest.objects.count() == 2
    assert LogEntry.objects.filter(event="newsletter.digest-done").count() == 1


def test_nothing_new_means_no_mail(records):
    records.add(1, place_keys=("03351", "033", "03"))
    reader(1)

    assert work() == 0
    assert not mails().exists()
    assert not Digest.objects.exists()
    assert (run().state, run().empty) == (RunState.DONE, 1)


def test_nobody_hears_twice_of_the_same_thing_and_the_next_month_brings_what_came(records):
    records.add(1, "Sommerfest", place_keys=VERDEN)
    who = reader(1)
    work()
    records.add(2, "Herbstfest", place_keys=VERDEN)

    assert work(NEXT) == 1

    second = mails().order_by("-pk").first()
    assert "Herbstfest" in second.body
    assert "Sommerfest" not in second.body
    assert sorted(ref for one in who.digests.all() for ref in one.refs) == ["sample.record:1", "sample.record:2"]


def test_what_stood_in_an_issue_they_received_is_not_told_again(records):
    ref = records.add(1, "Sommerfest", place_keys=VERDEN)
    issue = factories.issue(area=make.area())
    Item.objects.create(section=issue.sections.create(title="Neues", kind="sample"), ref=ref)
    reached, other = reader(1), reader(2)
    for who, state in ((reached, DeliveryState.SENT), (other, DeliveryState.DROPPED)):
        Delivery.objects.create(issue=issue, fingerprint=who.fingerprint, state=state, next_at=DUE)

    work()

    assert [mail.to for mail in mails()] == [other.email]


def test_only_what_became_public_since_then_is_new():
    old, new = (directory.entry(title, state=EntryState.PUBLISHED) for title in ("Alter Laden", "Neuer Laden"))
    Entry.objects.filter(pk=old.pk).update(public_since=BEFORE - timedelta(days=2))
    Entry.objects.filter(pk=new.pk).update(public_since=BEFORE + timedelta(days=2))
    reader(1)

    work()

    assert "Neuer Laden" in mails().get().body
    assert "Alter Laden" not in mails().get().body


@pytest.mark.parametrize(
    "fields",
    [
        {"digest": False},
        {"state": SubscriberState.ENDED},
        {"state": SubscriberState.BOUNCED},
        {"state": SubscriberState.UNCONFIRMED, "confirmed_at": None},
        {"paused_until": DUE.date() + timedelta(days=9)},
        {"told_until": DUE},
        {"key": "03351"},
    ],
)
def test_who_is_not_meant_gets_nothing(records, fields):
    records.add(1, place_keys=VERDEN)
    reader(1, **fields)

    assert work() == 0
    assert not mails().exists()


def test_suppressed_and_erased_people_get_nothing(records):
    records.add(1, place_keys=VERDEN)
    blocked = reader(1)
    Suppression.objects.create(fingerprint=blocked.fingerprint, reason=Reason.ERASED, since=BEFORE)
    gone = reader(2)
    erase_person(email=gone.email, by=None, now=DUE)

    assert work() == 0


def test_an_erasure_takes_the_note_of_what_was_told_along(records):
    records.add(1, place_keys=VERDEN)
    who = reader(1)
    work()

    erase_person(email=who.email, by=None, now=DUE)

    assert not Digest.objects.exists()
    assert not mails().filter(to=who.email).exclude(body="").exists()


def test_who_asked_later_waits_for_the_next_and_starts_no_question(records):
    records.add(1, place_keys=VERDEN)
    reader(1, told_until=DUE + timedelta(days=4))

    assert work(DUE + timedelta(days=5)) == 0
    assert run().state == RunState.DONE
    assert work(NEXT) == 1


def test_a_house_that_was_away_or_comes_from_a_backup_asks_first(records):
    records.add(1, place_keys=VERDEN)
    reader(1)
    late = DUE + timedelta(hours=8)

    assert work(late) == 0
    assert run().state == RunState.HELD
    assert not digests.wanted(late)

    digests.release(run=run(), by=factories.person("zwei", "leitung"), now=late)
    assert work(late) == 1


def test_a_run_broken_off_for_a_day_asks_before_it_goes_on(records):
    records.add(1, place_keys=VERDEN)
    reader(1), reader(2)
    stop = iter([False, False, True, True])
    assert digests.work(lambda: DUE, stopping=lambda: next(stop, True)) == 1

    assert work(DUE + timedelta(days=1)) == 0
    assert run().state == RunState.HELD


def test_a_person_can_leave_it_out_and_the_next_one_tells_all(records):
    records.add(1, place_keys=VERDEN)
    reader(1)
    late = DUE + timedelta(hours=8)
    work(late)

    digests.leave_out(run=run(), by=factories.person("zwei", "leitung"), now=late)

    assert work(late) == 0
    with pytest.raises(digests.NotPossible):
        digests.release(run=run(), by=factories.person("zwei", "leitung"), now=late)
    assert work(NEXT) == 1


def test_an_old_question_is_settled_by_the_next_overview(records):
    reader(1)
    work(DUE + timedelta(hours=8))

    work(NEXT)

    assert [one.state for one in DigestRun.objects.order_by("begins_on")] == [RunState.LEFT_OUT, RunState.DONE]


def test_only_who_releases_for_all_areas_decides(records):
    reader(1)
    work(DUE + timedelta(hours=8))

    with pytest.raises(digests.NotAllowed):
        digests.release(run=run(), by=make.colleague_of(make.area()), now=DUE)


def test_muted_house_makes_nothing_and_asks_afterwards(records):
    records.add(1, place_keys=VERDEN)
    reader(1)
    muting.mute(reason="Probe", by=None, now=DUE)

    assert not digests.wanted(DUE)

    muting.unmute(send_held=False, by=None, now=DUE + timedelta(days=1))
    assert work(DUE + timedelta(days=1)) == 0
    assert run().state == RunState.HELD


def test_restored_house_sends_nothing_by_itself(records):
    records.add(1, place_keys=VERDEN)
    reader(1)
    call_command("mute")

    assert not digests.wanted(DUE)


@pytest.mark.parametrize("rhythm", ["off", "jährlich"])
def test_a_house_without_an_overview_makes_none(records, settings, rhythm):
    settings.DEELE_DIGEST = rhythm
    records.add(1, place_keys=VERDEN)
    reader(1)

    assert not digests.wanted(DUE)
    assert work() == 0


def test_one_whose_data_breaks_holds_up_nobody_and_is_told(records, monkeypatch):
    records.add(1, place_keys=VERDEN)
    first, second = reader(1), reader(2)
    composed = digest_mails.queries.told
    monkeypatch.setattr(digest_mails.queries, "told", lambda who: 1 / 0 if who.pk == first.pk else composed(who))

    with pytest.raises(RuntimeError):
        work()

    assert [mail.to for mail in mails()] == [second.email]
    assert run().state == RunState.RUNNING
    monkeypatch.undo()
    assert work() == 1


def test_what_is_no_address_holds_up_nobody(records):
    records.add(1, place_keys=VERDEN)
    reader(1, email="müller@example.org"), reader(2)

    assert work() == 1
    assert (run().state, run().empty) == (RunState.DONE, 1)


def test_a_kill_between_two_people_repeats_nobody(records, monkeypatch):
    records.add(1, place_keys=VERDEN)
    for number in range(4):
        reader(number)
    store = digest_mails.store
    calls = []

    def killed(*args, **more):
        made = store(*args, **more)
        calls.append(made)
        if len(calls) == 2:
            raise KeyboardInterrupt  # after the row was written, before the commit
        return made

    monkeypatch.setattr(digest_mails, "store", killed)
    with pytest.raises(KeyboardInterrupt):
        work()
    monkeypatch.undo()

    assert mails().count() == Digest.objects.count() == 1
    assert work() == 3
    assert sorted(mails().values_list("to", flat=True)) == [f"leserin{number}@example.org" for number in range(4)]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_each_mail_once(records):
    records.add(1, place_keys=VERDEN)
    for number in range(12):
        reader(number)

    def one(_number):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(one, range(2)))

    assert sum(made) == mails().count() == Digest.objects.count() == 12
    assert (run().state, run().made) == (RunState.DONE, 12)


def test_the_mail_can_be_ended_by_one_click_and_follows_nobody(records):
    records.add(1, "Sommerfest", place_keys=VERDEN, text="Mit **Musik** und <b>Tanz</b>")
    who = reader(1)
    work()

    mail = mails().get()
    raw = as_bytes(mail)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    token = tokens.unsubscribe(who.handle, tokens.DIGEST)

    assert re.search(rf"(?m)^List-Unsubscribe: <http\S+/newsletter/abmelden/{token}/>\r$", raw.decode())
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert not re.search("<img|<b>Tanz", mail.html)
    for link in (token, tokens.unsubscribe(who.handle), tokens.preferences(who.handle)):
        assert link in mail.body
        assert link in mail.html


def test_one_click_ends_the_overview_alone_and_calls_back_what_waits(records):
    records.add(1, place_keys=VERDEN)
    who = make.confirmed("leserin@example.org", now=BEFORE, digest=True, regions=[make.district()])
    work()
    path = f"/newsletter/abmelden/{tokens.unsubscribe(who.handle, tokens.DIGEST)}/"

    assert Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200

    who.refresh_from_db()
    assert (who.state, who.digest, who.areas.count()) == (SubscriberState.ACTIVE, False, 1)
    assert mails().get().state == State.CANCELLED
    assert not Consent.objects.in_force().filter(fingerprint=who.fingerprint, purpose="newsletter.digest").exists()


def test_who_has_nothing_else_is_unsubscribed_by_it(records):
    who = reader(1)
    who.areas.clear()

    ending.unsubscribe(wish=tokens.Unsubscription(who.handle, tokens.DIGEST), now=DUE)

    who.refresh_from_db()
    assert who.state == SubscriberState.ENDED


def test_its_end_is_taken_back_within_a_day():
    who = make.confirmed("leserin@example.org", now=BEFORE, digest=True, regions=[make.district()])
    wish = tokens.Unsubscription(who.handle, tokens.DIGEST)
    ending.unsubscribe(wish=wish, now=DUE)

    ending.take_back(wish=wish, now=DUE + timedelta(hours=2))

    who.refresh_from_db()
    assert who.digest
    assert Consent.objects.in_force().filter(fingerprint=who.fingerprint, purpose="newsletter.digest").exists()
    with pytest.raises(ending.TooLate):
        ending.take_back(wish=wish, now=DUE + timedelta(days=2))


def test_taking_it_off_in_the_settings_calls_back_what_waits(records):
    records.add(1, place_keys=VERDEN)
    who = make.confirmed("leserin@example.org", now=BEFORE, digest=True, regions=[make.district()])
    work()
    who.refresh_from_db()

    preferences.change(subscriber=who, settings=Settings(Wanted(areas=[make.area()])), now=DUE)

    assert mails().get().state == State.CANCELLED


def test_ending_everything_calls_back_what_waits_in_a_muted_house(records):
    records.add(1, place_keys=VERDEN)
    who = reader(1)
    work()
    mails().update(state=State.MUTED)

    ending.unsubscribe(wish=tokens.Unsubscription(who.handle, tokens.EVERYTHING), now=DUE)

    assert mails().get().state == State.CANCELLED


def test_news_begin_with_the_wish_for_them():
    who = make.confirmed("leserin@example.org", now=BEFORE, digest=True, regions=[make.district()])
    assert Subscriber.objects.get(pk=who.pk).told_until == BEFORE

    other = make.confirmed("leser@example.org", now=BEFORE)
    wanted = Wanted(areas=[make.area()], digest=True, topics=["pflege"])
    preferences.change(subscriber=other, settings=Settings(wanted), now=DUE)
    assert Subscriber.objects.get(pk=other.pk).told_until == DUE


def test_who_wished_before_there_was_an_overview_is_counted_from_their_confirmation(records):
    records.add(1, place_keys=VERDEN)
    reader(1, told_until=None)

    assert work() == 1


def test_a_section_with_very_much_is_cut_and_says_so(records):
    for number in range(60):
        records.add(number, f"Fest Nummer {number}", place_keys=VERDEN, text="Ein Wort.")
    reader(1)

    work()

    mail = mails().get()
    assert (mail.body.count("Fest Nummer"), mail.body.count("Ein Wort.")) == (40, 8)
    assert "20" in mail.body
    assert len(mail.html.encode()) < 102 * 1024
    assert len(Digest.objects.get().refs) == 60
