"""Date polls and mails to all: asked once, the later answer counts, nobody else gets in, no program answers."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connections
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from deele.alliance.actions import muting
from deele.alliance.models import Tiding
from deele.alliance.tests import factories as members
from deele.audit.models import reference
from deele.groups.actions import checking, letters, polls, seats
from deele.groups.enums import Fit, PollState, Role
from deele.groups.kinds import Actor
from deele.groups.models import GroupLetter, Poll, PollAnswer, PollSheet
from deele.groups.queries import calendar
from deele.groups.queries import polls as queries
from deele.groups.queries.recipients import recipients
from deele.groups.rules.polls import Count, best
from deele.groups.tests import factories
from deele.mail.emails import as_bytes
from deele.mail.models import OutgoingMail
from deele.mail.readers import letters as reader
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def kim():
    mails.office()
    return members.delegate()


@pytest.fixture
def group(kim):
    made = factories.group()
    factories.seat(made, kim)
    return made


@pytest.fixture
def robin(group):
    return factories.lead(group)


@pytest.fixture
def poll(group, robin):
    return factories.poll(group, robin)


def answer(poll, who, *fits, comment=""):
    given = dict(zip(poll.options.values_list("pk", flat=True), fits, strict=False))
    return polls.answer(poll=poll, delegate=who, fits=given, comment=comment, now=timezone.now())


def test_the_best_date_is_the_one_most_can_come_to_then_the_one_most_like():
    assert best({1: Count(3, 0, 2), 2: Count(2, 2, 1)}) == {2}
    assert best({1: Count(3, 1, 0), 2: Count(2, 2, 0)}) == {1}
    assert best({1: Count(2, 0, 0), 2: Count(2, 0, 9)}) == {1, 2}
    assert best({1: Count(0, 0, 3), 2: Count()}) == set()


def test_everybody_who_works_in_the_group_is_asked_once_and_guests_are_not(group, poll, kim, robin):
    guest = members.delegate(members.member("Gast Muster"), email="gast@example.org")
    factories.seat(group, guest, Role.GUEST)
    asked = set(OutgoingMail.objects.filter(purpose="groups.poll").values_list("to", flat=True))
    assert asked == {kim.email, robin.email}
    other = factories.poll(group, robin, title="Noch eine")
    assert set(other.sheets.values_list("delegate", flat=True)) == {kim.pk, robin.pk}


def test_a_poll_sent_twice_is_opened_once(group, robin):
    for _turn in range(2):
        factories.poll(group, robin, token="einmal")
    assert (Poll.objects.count(), OutgoingMail.objects.count()) == (1, 2)


def test_one_date_is_no_choice(group, robin):
    only = [polls.OptionTold(timezone.localdate(), timezone.datetime(2026, 1, 1, 9).time(),
                             timezone.datetime(2026, 1, 1, 10).time())] * 2  # fmt: skip
    with pytest.raises(polls.NoOptions):
        factories.poll(group, robin, options=only)


def test_answered_twice_the_later_answer_counts_and_is_shown_as_changed(client, poll, kim):
    url = reverse("groups:poll", args=[factories.poll_token(poll, kim)])
    first, second = poll.options.all()
    client.post(url, {f"o{first.pk}": Fit.YES, f"o{second.pk}": Fit.NO, "comment": "gern früh"})
    sheet = PollSheet.objects.get(poll=poll, delegate=kim)
    assert (sheet.answered_at is not None, sheet.changed_at) == (True, None)

    page = client.post(url, {f"o{first.pk}": Fit.NO, f"o{second.pk}": Fit.YES, "comment": "doch spät"}, follow=True)

    assert queries.said(sheet) == {first.pk: Fit.NO, second.pk: Fit.YES}
    sheet.refresh_from_db()
    assert sheet.changed_at > sheet.answered_at
    assert "geändert" in page.content.decode()
    assert "gern früh" not in page.content.decode()


def test_the_same_answer_sent_twice_is_no_change(poll, kim):
    for _turn in range(2):
        sheet = answer(poll, kim, Fit.YES, Fit.NO)
    assert sheet.changed_at is None


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_at_once_one_stands_whole(transactional_db):
    mails.office()
    kim, group = members.delegate(), factories.group()
    factories.seat(group, kim)
    poll = factories.poll(group, factories.lead(group))
    ready, faults = threading.Barrier(4), []

    def work(fit):
        try:
            ready.wait()
            answer(poll, kim, fit, fit, comment=fit)
        except Exception as fault:  # noqa: BLE001  told to the test
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=[fit]) for fit in (Fit.YES, Fit.NO) * 2]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    sheet = PollSheet.objects.get(poll=poll, delegate=kim)
    assert faults == []
    assert PollAnswer.objects.filter(sheet=sheet).count() == 2
    assert set(queries.said(sheet).values()) == {sheet.comment}


def test_after_the_last_day_no_answer_is_taken_and_the_typed_one_stays(client, poll, kim):
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        members.let_in(client, kim)
        page = client.post(poll.mine_url(), {"comment": "zu spät"})
    assert page.status_code == 200
    assert not PollAnswer.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=8)), pytest.raises(polls.Closed):
        answer(poll, kim, Fit.YES)


def test_the_link_opens_nothing_any_more_when_the_seat_has_ended(client, group, poll, kim):
    url = reverse("groups:poll", args=[factories.poll_token(poll, kim)])
    assert client.get(url).status_code == 200
    seats.end(seat=group.seats.get(delegate=kim), by=Actor(delegate=kim), now=timezone.now())
    assert client.get(url).status_code == 404
    assert client.post(url, {"comment": "x"}).status_code == 404


def test_an_option_of_another_poll_is_not_answered(group, poll, robin, kim):
    other = factories.poll(group, robin, title="Andere")
    answer(poll, kim, Fit.YES)
    polls.answer(poll=poll, delegate=kim, fits={other.options.first().pk: Fit.YES}, comment="", now=timezone.now())
    assert not PollAnswer.objects.filter(option__poll=other).exists()


def test_the_lead_chooses_once_and_everybody_gets_the_date_for_their_calendar(poll, kim, robin):
    option = poll.options.last()
    polls.choose(poll=poll, option=option, by=Actor(delegate=robin), now=timezone.now())
    with pytest.raises(polls.Closed):
        polls.choose(poll=poll, option=poll.options.first(), by=Actor(delegate=robin), now=timezone.now())
    told = OutgoingMail.objects.filter(purpose="groups.date-chosen")
    assert set(told.values_list("to", flat=True)) == {kim.email, robin.email}
    entry = Calendar.from_ical(bytes(told.first().attachments.get().content)).walk("VEVENT")[0]
    assert timezone.localtime(entry["dtstart"].dt).hour == 10
    assert entry["status"] == "CONFIRMED"


def test_a_member_does_not_choose(poll, kim):
    with pytest.raises(checking.NotAllowed):
        polls.choose(poll=poll, option=poll.options.first(), by=Actor(delegate=kim), now=timezone.now())
    poll.refresh_from_db()
    assert poll.state == PollState.OPEN


def test_who_answers_sees_it_on_the_start_page_until_they_have_answered(client, poll, kim):
    members.let_in(client, kim)
    start = reverse("alliance:mine")
    assert "bitte antworten" in client.get(start).content.decode()
    answer(poll, kim, Fit.YES, Fit.NO)
    assert "bitte antworten" not in client.get(start).content.decode()


def test_a_new_poll_is_written_in_the_browser_and_an_odd_row_keeps_what_was_typed(client, group, robin):
    members.let_in(client, robin)
    url = reverse("groups:mine-poll-new", args=[group.pk])
    day = (timezone.localdate() + timedelta(days=20)).isoformat()
    rows = {"o-TOTAL_FORMS": "6", "o-INITIAL_FORMS": "0", "o-0-day": day, "o-0-begins": "10:00", "o-0-ends": "12:00",
            "o-1-day": day, "o-1-begins": "14:00", "o-1-ends": "13:00"}  # fmt: skip
    sent = {"title": "Sitzung im März", "closes_on": timezone.localdate().isoformat(), "token": "abc", **rows}
    page = client.post(url, sent)
    assert "Sitzung im März" in page.content.decode()
    assert not Poll.objects.exists()
    assert client.post(url, {**sent, "o-1-ends": "16:00"}).status_code == 302
    assert Poll.objects.get().options.count() == 2


# The calendar


def test_the_private_calendar_holds_what_is_looked_for_and_a_renewed_address_ends_the_old_one(client, group, poll, kim):
    seat = group.seats.get(delegate=kim)
    url = reverse("groups:calendar", args=[calendar.token(seat)])
    entries = Calendar.from_ical(client.get(url).content).walk("VEVENT")
    assert [str(entry["status"]) for entry in entries] == ["TENTATIVE", "TENTATIVE"]
    members.let_in(client, kim)
    client.post(reverse("groups:calendar-renew", args=[group.pk]))
    seat.refresh_from_db()
    assert client.get(url).status_code == 404
    assert client.get(reverse("groups:calendar", args=[calendar.token(seat)])).status_code == 200
    seats.end(seat=seat, by=Actor(delegate=kim), now=timezone.now())
    assert client.get(reverse("groups:calendar", args=[calendar.token(seat)])).status_code == 404


# Mails to all


def write(group, by, **more):
    given = {"subject": "Nächste Schritte", "text": "Bitte lesen.", "token": "einmal", **more}
    return letters.send(group=group, by=Actor(delegate=by), now=timezone.now(), **given)


def test_a_mail_to_all_sent_twice_goes_out_once_and_answers_go_to_the_lead(group, robin, kim):
    for _turn in range(2):
        write(group, robin)
    found = OutgoingMail.objects.filter(purpose="groups.letter")
    assert (GroupLetter.objects.count(), found.count()) == (1, 2)
    assert {mail.reply_to for mail in found} == {robin.email}


def test_no_program_answers_a_mail_to_all_and_it_is_known_as_one_that_nobody_answers(group, robin):
    """The loop: what leaves here carries what makes other programs, and our own mailboxes, keep silent."""
    write(group, robin)
    raw = as_bytes(OutgoingMail.objects.filter(purpose="groups.letter").first())
    head = raw.split(b"\r\n\r\n", 1)[0].decode()
    assert all(name in head for name in ("List-Id: <gruppe-", "Precedence: list", "Auto-Submitted: auto-generated"))
    assert f"X-Loop: gruppe-{group.pk}@" in head
    message = reader.parsed(raw)
    assert reader.is_automatic(message)
    assert reader.wants_no_answer(message)


def test_who_wants_no_mails_is_told_apart_before_and_reads_it_on_their_page(client, group, robin, kim):
    seats.mute(seat=group.seats.get(delegate=kim), muted=True, by=kim, now=timezone.now())
    who = recipients(group, timezone.localdate())
    assert ([seat.delegate for seat in who.gets], [seat.delegate for seat in who.silent]) == ([robin], [kim])
    members.let_in(client, robin)
    page = client.get(reverse("groups:mine-letter-write", args=[group.pk])).content.decode()
    assert "An 1 Person senden" in page
    write(group, robin)
    assert [mail.to for mail in OutgoingMail.objects.filter(purpose="groups.letter")] == [robin.email]
    assert "Nächste Schritte" in Tiding.objects.get(delegate=kim).text


def test_muting_by_the_link_of_a_mail_marks_the_seat_too(group, kim):
    muting.mute(delegate=kim, topic=reference(group), now=timezone.now())
    assert group.seats.get(delegate=kim).muted
    muting.unmute(delegate=kim, topic=reference(group), now=timezone.now())
    assert not group.seats.get(delegate=kim).muted
