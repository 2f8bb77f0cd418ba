"""The date of a poll becomes a session; sessions in calendars and on public pages."""

import threading
from datetime import date, time, timedelta

import pytest
from django.db import connections
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from deele.alliance.tests import factories as members
from deele.groups.actions import checking, poll_sessions, polls, sessions
from deele.groups.enums.sessions import SessionFormat, SessionState
from deele.groups.kinds import Actor
from deele.groups.models import Seat, Session
from deele.groups.queries import calendar
from deele.groups.queries.insiders import Insider, acting
from deele.groups.rules.sessions import Told
from deele.groups.tests import factories
from deele.mail.models import OutgoingMail
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


def choose(poll, by, *, session=True, option=None):
    return polls.choose(
        poll=poll, option=option or poll.options.first(), by=Actor(delegate=by), now=timezone.now(), session=session
    )


def told():
    return OutgoingMail.objects.filter(purpose="groups.date-chosen")


def feed(client, seat):
    content = client.get(reverse("groups:calendar", args=[calendar.token(seat)])).content
    return [
        (str(one["UID"]).partition("@")[0], one["SEQUENCE"], str(one["STATUS"]))
        for one in Calendar.from_ical(content).walk("VEVENT")
    ]


def test_the_date_becomes_a_session_and_everybody_hears_of_it_once(poll, robin, kim):
    choose(poll, robin)
    session = Session.objects.get()
    option = poll.options.first()
    assert (session.title, session.place, session.format) == ("Sitzung Muster", "Treff Muster", SessionFormat.ON_SITE)
    begins, ends = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    assert (begins.date(), begins.hour, ends.hour) == (option.day, 10, 12)
    assert session.state == SessionState.PLANNED
    assert set(told().values_list("to", flat=True)) == {kim.email, robin.email}
    assert not OutgoingMail.objects.filter(purpose="groups.session-invitation").exists()


def test_a_second_click_finds_it_done_and_another_date_is_refused(poll, robin):
    for _turn in range(2):
        choose(poll, robin)
    assert (Session.objects.count(), told().count()) == (1, 2)
    with pytest.raises(polls.Closed):
        choose(poll, robin, option=poll.options.last())


def test_a_chosen_date_becomes_a_session_later_too(poll, robin, kim):
    choose(poll, robin, session=False)
    assert not Session.objects.exists()
    choose(poll, robin)
    assert (Session.objects.count(), told().count()) == (1, 2)
    with pytest.raises(checking.NotAllowed):
        poll_sessions.plan(poll=poll, by=Actor(delegate=kim), now=timezone.now())


def test_nothing_becomes_of_a_poll_that_was_called_off_or_is_open(poll, robin):
    with pytest.raises(poll_sessions.NoDate):
        poll_sessions.plan(poll=poll, by=Actor(delegate=robin), now=timezone.now())
    polls.call_off(poll=poll, by=Actor(delegate=robin), now=timezone.now())
    with pytest.raises(polls.Closed):
        choose(poll, robin)
    assert not Session.objects.exists()


def test_without_a_seat_nobody_is_inside(group, robin):
    assert acting(group, Actor(delegate=robin)).can_lead
    stranger = members.delegate(members.member("Fremd"), email="fremd@example.org")
    with pytest.raises(Seat.DoesNotExist):
        acting(group, Actor(delegate=stranger))


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_session_and_one_mail_each(transactional_db):
    mails.office()
    group = factories.group()
    robin = factories.lead(group)
    poll = factories.poll(group, robin)
    ready, faults = threading.Barrier(2), []

    def click():
        try:
            ready.wait(timeout=30)
            choose(type(poll).objects.select_related("group").get(pk=poll.pk), robin)
        except Exception as fault:  # noqa: BLE001  told to the test
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=click) for _turn in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=60)
    assert faults == []
    assert (Session.objects.count(), told().count()) == (1, 1)


def test_one_tick_on_the_page_leads_to_the_session(client, group, poll, robin):
    members.let_in(client, robin)
    assert 'name="session"' in client.get(poll.mine_url()).content.decode()
    url = reverse("groups:mine-poll-choose", args=[group.pk, poll.pk])
    response = client.post(url, {"option": poll.options.first().pk, "session": "on"})
    assert response["Location"] == Session.objects.get().mine_url()
    page = client.get(poll.mine_url()).content.decode()
    assert Session.objects.get().mine_url() in page


def test_a_chosen_date_without_a_session_offers_one(client, group, poll, robin):
    choose(poll, robin, session=False)
    members.let_in(client, robin)
    page = client.get(poll.mine_url()).content.decode()
    assert f'name="option" value="{poll.options.first().pk}"' in page


# Calendars


def test_calendars_know_date_and_session_by_one_name_and_every_state_is_newer(client, group, poll, robin, kim):
    name = poll.options.first().calendar_name
    seat, by = group.seats.get(delegate=kim), Insider(group, seat=group.seats.get(delegate=robin))
    asked = {row[0]: row[1:] for row in feed(client, seat)}[name]
    choose(poll, robin)
    sent = Calendar.from_ical(bytes(told().first().attachments.get().content)).walk("VEVENT")[0]
    [chosen] = feed(client, seat)
    assert (str(sent["UID"]).partition("@")[0], sent["SEQUENCE"]) == chosen[:2] == (name, chosen[1])
    session = Session.objects.get()
    sessions.invite(session=session, by=by, now=timezone.now())
    [invited] = feed(client, seat)
    sessions.cancel(session=Session.objects.get(), reason="Sturm", by=by, now=timezone.now())
    [off] = feed(client, seat)
    assert [row[0] for row in (chosen, invited, off)] == [name] * 3
    assert asked[0] < chosen[1] < invited[1] < off[1]
    assert [asked[1], chosen[2], invited[2], off[2]] == ["TENTATIVE", "CONFIRMED", "CONFIRMED", "CANCELLED"]


def planned(group, robin, **more):
    begins = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=20)
    given = {"place": "Rathaus Muster", "link": "https://video.example.org/geheim", **more}
    by = Insider(group, seat=group.seats.get(delegate=robin))
    told_of = Told(starts_at=begins, ends_at=begins + timedelta(hours=2), **given)
    return sessions.plan(group=group, told=told_of, by=by, now=timezone.now()), by


def test_a_planned_session_is_tentative_and_in_the_zone_of_this_country(client, group, robin, kim):
    session, by = planned(group, robin)
    seat = group.seats.get(delegate=kim)
    assert feed(client, seat) == [(f"sitzung-{session.pk}", 0, "TENTATIVE")]
    content = client.get(reverse("groups:calendar", args=[calendar.token(seat)])).content
    assert b"DTSTART;TZID=Europe/Berlin" in content
    assert b"BEGIN:VTIMEZONE" in content
    assert b"geheim" in content  # the people of the group get in by it
    sessions.cancel(session=session, reason="", by=by, now=timezone.now())
    assert feed(client, seat) == [(f"sitzung-{session.pk}", 1, "CANCELLED")]


def test_what_everybody_may_subscribe_to_holds_neither_door_nor_agenda(client, group, robin):
    session, by = planned(group, robin, is_public=True, title="Offene Sitzung")
    session.agenda.create(position=1, title="Vertrauliches")
    url = reverse("groups:sessions-feed")
    assert b"VEVENT" not in client.get(url).content  # nobody was told yet
    sessions.invite(session=session, by=by, now=timezone.now())
    content = client.get(url).content
    assert b"Offene Sitzung" in content
    for body in (content, client.get(reverse("groups:session-ics", args=[session.pk])).content):
        assert b"geheim" not in body
        assert b"Vertrauliches" not in body
        assert b"/mein/" not in body
    group.is_public = False
    group.save()
    assert b"VEVENT" not in client.get(url).content


def test_a_session_called_off_before_anybody_heard_is_not_public(client, group, robin):
    session, by = planned(group, robin, is_public=True)
    sessions.cancel(session=session, reason="", by=by, now=timezone.now())
    assert not Session.objects.public().exists()
    assert client.get(session.get_absolute_url()).status_code == 404


def test_public_sessions_stand_on_the_page_of_the_alliance_and_of_the_group(client, group, robin):
    session, by = planned(group, robin, is_public=True, title="Offene Sitzung")
    pages = [reverse("alliance:about"), group.get_absolute_url(), reverse("groups:sessions")]
    assert all("Offene Sitzung" not in client.get(url).content.decode() for url in pages)
    sessions.invite(session=session, by=by, now=timezone.now())
    join = reverse("groups:join", args=[group.pk])
    for url in pages:
        page = client.get(url).content.decode()
        assert session.get_absolute_url() in page, url
        assert "Rathaus Muster" in page, url
        assert join in page, url
        assert "geheim" not in page, url


def test_hours_of_a_session_stand_where_the_poll_put_them_over_the_change_of_clocks(group, robin):
    now = timezone.now()
    day = date(timezone.localdate().year + 1, 7, 14)
    dates = [polls.OptionTold(day + timedelta(days=n), time(10), time(12), is_online=True) for n in (0, 1)]
    poll = factories.poll(group, robin, options=dates)
    polls.choose(poll=poll, option=poll.options.first(), by=Actor(delegate=robin), now=now, session=True)
    session = Session.objects.get()
    assert timezone.localtime(session.starts_at).hour == 10
    assert session.starts_at.utcoffset() == timedelta(0)
    assert session.format == SessionFormat.ONLINE
