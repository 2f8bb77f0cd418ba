"""Sessions: planned, invited, moved, called off, held; the agenda; answers; reminders."""

from datetime import timedelta

import icalendar
import pytest

from deele.alliance.actions import muting
from deele.alliance.models import Tiding
from deele.audit.models import Entry
from deele.groups.actions import agenda, session_people, sessions
from deele.groups.actions.session_refusals import MovedOn, NotAllowed, NotYet, TooLate
from deele.groups.enums.sessions import AgendaSource, Answer, Presence, SessionState
from deele.groups.forms.agenda import AgendaItemForm
from deele.groups.forms.sessions import SessionForm
from deele.groups.models import Session
from deele.groups.queries.recipients import recipients
from deele.groups.tests import sessions as made
from deele.groups.tests.sessions import NOW, by
from deele.mail.models import OutgoingMail
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def world(settings):
    settings.DEELE_GROUPS = {**settings.DEELE_GROUPS, "address": "sitzung@example.com"}
    mails.office()
    return made.world()


def invitations():
    return OutgoingMail.objects.filter(purpose="groups.session-invitation").order_by("pk")


def calendar_of(mail):
    entry = icalendar.Calendar.from_ical(bytes(mail.attachments.get().content)).walk("VEVENT")[0]
    return entry["SEQUENCE"], str(entry["UID"]), entry["DTSTART"].dt


def change(session, **data):
    form = SessionForm(instance=session, group=session.group)
    given = {name: form[name].value() for name in form.fields} | {"version": session.version} | data
    sent = SessionForm({key: value for key, value in given.items() if value not in (None, False)}, instance=session,
                       group=session.group)  # fmt: skip
    assert sent.is_valid(), sent.errors
    return sent


def test_numbers_count_within_the_group_and_a_second_click_plans_nothing(world):
    again = [made.session(world.lead, token="einmal") for _turn in range(2)]
    assert again[0] == again[1]
    assert [world.session.number, again[0].number] == [1, 2]
    assert Session.objects.count() == 2


def test_only_lead_and_office_plan_and_invite(world):
    with pytest.raises(NotAllowed):
        made.session(world.kim)
    with pytest.raises(NotAllowed):
        sessions.invite(session=world.session, by=by(world.kim), now=NOW)


def test_an_invitation_goes_to_everybody_once_with_a_calendar_file_and_a_way_to_answer(world):
    sessions.invite(session=world.session, by=by(world.lead), now=NOW)
    with pytest.raises(MovedOn):
        sessions.invite(session=world.session, by=by(world.lead), now=NOW)

    assert sorted(invitations().values_list("to", flat=True)) == [
        f"{name}@example.org" for name in ("gast", "jo", "kim", "lea")
    ]
    mail = invitations().get(to="kim@example.org")
    place = world.session.people.get(seat=world.kim)
    assert mail.reply_to == f"sitzung+{place.code}@example.com"
    assert f"[{place.code}]" in mail.subject
    assert "/buendnis/sitzung/" in mail.body
    assert mail.headers["X-Loop"]
    sequence, uid, starts = calendar_of(mail)
    assert (sequence, starts) == (1, world.session.starts_at)
    assert uid.startswith(f"sitzung-{world.session.pk}@")


def test_who_wants_no_mail_is_told_apart_before_and_reads_it_on_the_page(world):
    world.jo.muted = True
    world.jo.save()
    world.guest.delegate.muted_until = NOW.date()
    world.guest.delegate.save()

    told = recipients(world.group, NOW.date())
    assert {seat.delegate.name for seat in told.gets} == {"Lea Muster", "Kim Muster"}
    assert {seat.delegate.name for seat in told.silent} == {"Jo Muster", "Gast Muster"}

    sessions.invite(session=world.session, by=by(world.lead), now=NOW)
    assert invitations().count() == 2
    assert set(Tiding.objects.values_list("delegate__name", flat=True)) == {"Jo Muster", "Gast Muster"}


def test_a_new_date_invites_again_with_a_higher_sequence_and_asks_anew(world):
    sessions.invite(session=world.session, by=by(world.lead), now=NOW)
    world.session.refresh_from_db()
    place = world.session.people.get(seat=world.kim)
    session_people.answer(place=place, answer=Answer.YES, now=NOW)

    sessions.change(form=change(world.session, day="2026-12-14"), by=by(world.lead), now=NOW)

    mine = invitations().filter(to="kim@example.org")
    assert [calendar_of(mail)[0] for mail in mine] == [1, 2]
    assert "Neuer Termin" in mine.last().subject or "New date" in mine.last().subject
    place.refresh_from_db()
    assert place.answer == ""


def test_a_change_nobody_has_to_know_sends_nothing(world):
    sessions.invite(session=world.session, by=by(world.lead), now=NOW)
    world.session.refresh_from_db()
    sessions.change(form=change(world.session, note="Bitte Ideen mitbringen."), by=by(world.lead), now=NOW)
    assert invitations().count() == 4
    assert Entry.objects.filter(event="groups.session-changed").exists()


def test_calling_off_tells_even_those_who_want_no_mail(world):
    sessions.invite(session=world.session, by=by(world.lead), now=NOW)
    world.jo.muted = True
    world.jo.save()
    sessions.cancel(session=world.session, reason="Sturm", by=by(world.lead), now=NOW)

    off = OutgoingMail.objects.filter(purpose="groups.session-cancelled")
    assert off.count() == 4
    content = bytes(off.first().attachments.get().content)
    assert b"METHOD:CANCEL" in content
    assert b"STATUS:CANCELLED" in content
    with pytest.raises(MovedOn):
        sessions.hold(session=world.session, by=by(world.lead), now=NOW + timedelta(days=20))


def test_a_reminder_comes_once_and_not_to_who_cannot_come(world):
    sessions.invite(session=world.session, by=by(world.lead), now=NOW)
    session_people.answer(place=world.session.people.get(seat=world.kim), answer=Answer.NO, now=NOW)
    shortly = world.session.starts_at - timedelta(days=1)

    assert sessions.remind(NOW) == 0
    assert sessions.remind(shortly) == 3
    assert sessions.remind(shortly) == 0
    assert OutgoingMail.objects.filter(purpose="groups.session-reminder").count() == 3


def test_who_wants_no_mails_at_all_is_neither_invited_nor_reminded_by_mail(world):
    muting.mute(delegate=world.jo.delegate, topic="*", now=NOW)
    sessions.invite(session=world.session, by=by(world.lead), now=NOW)
    assert sessions.remind(world.session.starts_at - timedelta(days=1)) == 3
    assert not OutgoingMail.objects.filter(to=world.jo.delegate.email).exists()
    assert Tiding.objects.filter(delegate=world.jo.delegate).exists()


def test_an_answer_counts_until_the_session_and_the_later_one_wins(world):
    place_of = sessions.place_of(world.session, world.kim)
    with pytest.raises(MovedOn):
        session_people.answer(place=place_of, answer=Answer.YES, now=NOW)
    sessions.invite(session=world.session, by=by(world.lead), now=NOW)
    for answer in (Answer.YES, Answer.NO):
        session_people.answer(place=place_of, answer=answer, now=NOW)
    place_of.refresh_from_db()
    assert place_of.answer == Answer.NO
    with pytest.raises(MovedOn):
        session_people.answer(place=place_of, answer=Answer.YES, now=world.session.ends_at + timedelta(hours=1))


def test_nobody_notes_a_session_that_has_not_begun(world):
    with pytest.raises(NotYet):
        sessions.hold(session=world.session, by=by(world.lead), now=NOW)


def test_presence_names_who_noted_it(world):
    session = made.held(world)
    assert session.state == SessionState.HELD
    jo = session.people.get(seat=world.jo)
    assert (jo.presence, jo.noted_by) == (Presence.EXCUSED, "Lea Muster (Verein Lea Muster)")
    with pytest.raises(NotAllowed):
        session_people.note_presence(session=session, noted={}, by=by(world.kim), now=NOW)


# The agenda


def propose(session, who, item=None, now=NOW, **data):
    given = {"title": "Räume", "kind": "beratung", **data}
    if item is not None:
        given.setdefault("version", item.version)
    form = AgendaItemForm(given, instance=item)
    assert form.is_valid(), form.errors
    return agenda.save(form=form, session=session, by=by(who), now=now)


def test_members_propose_until_the_deadline_the_lead_later_too_guests_never(world):
    item = propose(world.session, world.kim)
    assert (item.proposer, item.source) == ("Kim Muster (Verein Kim Muster)", AgendaSource.PAGE)
    with pytest.raises(NotAllowed):
        propose(world.session, world.guest)
    late = world.session.agenda_until + timedelta(minutes=1)
    with pytest.raises(TooLate):
        propose(world.session, world.kim, now=late)
    assert propose(world.session, world.lead, now=late).source == AgendaSource.LEAD


def test_a_second_click_proposes_nothing_and_others_items_are_not_ones_own(world):
    one, two = (propose(world.session, world.kim, token="t1") for _turn in range(2))
    assert one == two
    with pytest.raises(NotAllowed):
        propose(world.session, world.jo, item=one, title="Anders")
    with pytest.raises(NotAllowed):
        agenda.take_back(item=one, by=by(world.jo), now=NOW)
    agenda.take_back(item=one, by=by(world.kim), now=NOW)
    assert not world.session.agenda.standing().exists()


def test_items_change_places_and_the_ends_hold(world):
    first, second, third = (propose(world.session, world.kim, title=word) for word in ("A", "B", "C"))
    agenda.step(item=third, up=True, by=by(world.lead), now=NOW)
    agenda.step(item=first, up=True, by=by(world.lead), now=NOW)
    assert [item.title for item in world.session.agenda.standing()] == ["A", "C", "B"]
    with pytest.raises(NotAllowed):
        agenda.step(item=second, up=True, by=by(world.kim), now=NOW)
