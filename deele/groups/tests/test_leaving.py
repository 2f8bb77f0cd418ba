"""Who leaves leaves nothing lost: tasks, lead, seats; two members that become one; new names."""

import threading

import pytest
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from deele.access.tests.factories import colleague
from deele.alliance.actions import life, merging, people
from deele.alliance.enums import State
from deele.alliance.models import Delegate, Tiding
from deele.alliance.queries.desk import open_duties
from deele.alliance.tests import factories as members
from deele.groups.actions import leaving, polls, seats, sessions, tasks, wishes
from deele.groups.enums import Fit, Role, WishState
from deele.groups.kinds import Actor
from deele.groups.models import GroupFile, Seat, Task
from deele.groups.queries import polls as poll_queries
from deele.groups.queries import session_sections
from deele.groups.tests import factories
from deele.groups.tests import sessions as made
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def world():
    mails.office()
    return made.world()


@pytest.fixture
def boss():
    return colleague("leitung")


def give(seat, text="Räume anfragen"):
    """An open task of somebody."""
    member = seat.delegate.membership
    return Task.objects.create(group=seat.group, text=text, seat=seat, membership=member)


def seen(*rows):
    for row in rows:
        row.refresh_from_db()
    return rows


def keys(member, person=None, reader=None):
    return {duty.key for part in open_duties(member, person, reader) for duty in part["rows"] if duty.key}


# Leaving


def test_tasks_of_who_leaves_go_to_the_lead_and_the_seat_ends(world, boss):
    task = give(world.jo)
    people.end(delegate=world.jo.delegate, by=boss, now=timezone.now())
    seen(task, world.jo)
    assert (task.seat, task.handed_on, task.membership) == (world.lead, "Jo Muster", world.lead.delegate.membership)
    assert world.jo.until is not None
    assert Tiding.objects.filter(delegate=world.lead.delegate, urgent=True, text__contains="Räume").exists()


def test_the_office_sees_what_is_open_and_names_who_takes_it_on(client, world, boss):
    task, jo = give(world.jo), world.jo.delegate
    client.force_login(boss)
    url = reverse("alliance:desk-person-end", args=[jo.membership_id, jo.pk])
    page = client.get(url).content.decode()
    name = f"heir-groups.task:{task.pk}"
    assert "Räume anfragen" in page
    assert f'name="{name}"' in page
    client.post(url, {name: str(world.kim.pk)})
    seen(task)
    assert (task.seat, task.handed_on) == (world.kim, "Jo Muster")


def test_a_task_goes_back_to_the_group_if_asked_for_or_where_nobody_leads(world, boss):
    task, other = give(world.jo), give(world.lead, "Einladen")
    heirs = {f"groups.task:{task.pk}": "group"}
    people.end(delegate=world.jo.delegate, by=boss, now=timezone.now(), heirs=heirs)
    people.end(delegate=world.lead.delegate, by=boss, now=timezone.now())
    seen(task, other)
    assert [(one.seat, one.membership, one.state) for one in (task, other)] == [(None, None, "offen")] * 2
    assert [task.handed_on, other.handed_on] == ["Jo Muster", "Lea Muster"]


def test_an_heir_who_is_gone_meanwhile_is_refused_and_nobody_has_left(client, world, boss):
    task, jo = give(world.jo), world.jo.delegate
    heirs = {f"groups.task:{task.pk}": str(world.kim.pk)}
    seats.end(seat=world.kim, by=Actor(user=boss), now=timezone.now())
    with pytest.raises(leaving.NoHeir):
        people.end(delegate=jo, by=boss, now=timezone.now(), heirs=heirs)
    seen(task, world.jo, jo)
    assert (task.seat, world.jo.until) == (world.jo, None)
    assert jo.is_active(timezone.localdate())
    client.force_login(boss)
    url = reverse("alliance:desk-person-end", args=[jo.membership_id, jo.pk])
    page = client.post(url, {f"heir-{key}": value for key, value in heirs.items()}, follow=True)
    assert "Bitte öffnen Sie die Seite neu" in page.content.decode()


def test_a_guest_and_a_colleague_who_goes_too_are_no_heirs(world, boss):
    member = world.jo.delegate.membership
    colleague_of_jo = members.delegate(member, email="zwei@example.org", name="Zwei Muster")
    second = factories.seat(world.group, colleague_of_jo, Role.LEAD)
    task = give(world.jo)
    life.move(membership=member, to=State.LEFT, by=boss, now=timezone.now(), reason="Aufgelöst")
    seen(task, second, world.jo)
    assert task.seat == world.lead
    assert second.until is not None
    assert world.jo.until is not None
    with pytest.raises(leaving.NoHeir):
        leaving.named(str(world.guest.pk), [world.kim])


def test_the_only_lead_hands_the_lead_on(client, world, boss):
    lea = world.lead.delegate
    duties = [duty for part in open_duties(lea.membership) for duty in part["rows"]]
    assert f"groups.lead:{world.lead.pk}" in {duty.key for duty in duties}
    client.force_login(boss)
    url = reverse("alliance:desk-move", args=[lea.membership_id])
    sent = {"to": "ausgetreten", "reason": "Aufgelöst", f"heir-groups.lead:{world.lead.pk}": str(world.kim.pk)}
    page = client.get(reverse("alliance:desk-member", args=[lea.membership_id])).content.decode()
    assert f'name="heir-groups.lead:{world.lead.pk}"' in page
    client.post(url, sent)
    seen(world.kim, world.lead)
    assert (world.kim.role, world.lead.until is None) == (Role.LEAD, False)


def test_minutes_that_wait_for_the_lead_are_told(world):
    session = made.held(world)
    rows = [duty.title for part in open_duties(world.lead.delegate.membership) for duty in part["rows"]]
    assert any(str(session) in row for row in rows)
    assert not any(str(session) in duty.title for part in open_duties(world.kim.delegate.membership)
                   for duty in part["rows"])  # fmt: skip


def test_a_colleague_learns_nothing_of_a_group_they_do_not_sit_in(client, world):
    world.group.is_public = False
    world.group.save()
    give(world.jo)
    member = world.jo.delegate.membership
    other = members.delegate(member, email="zwei@example.org", name="Zwei Muster")
    members.let_in(client, other)
    for url in (reverse("alliance:mine-leave"), reverse("alliance:mine-person-end", args=[world.jo.delegate_id])):
        page = client.get(url).content.decode()
        assert "Räume anfragen" not in page
        assert world.group.name not in page
    assert keys(member, reader=other) == set()
    assert session_sections.of(other, timezone.now()) is None


def test_leaving_a_group_from_the_seat_hands_tasks_on_and_open_wishes_end(client, world):
    task = give(world.jo)
    wish = wishes.invite(
        group=made.group("AG Anders"), delegate=world.jo.delegate, role=Role.MEMBER, words="", by=Actor(),
        now=timezone.now(),
    )  # fmt: skip
    members.let_in(client, world.jo.delegate)
    url = reverse("groups:leave", args=[world.group.pk])
    assert "Räume anfragen" in client.get(url).content.decode()
    client.post(url, {f"heir-groups.task:{task.pk}": str(world.kim.pk)})
    seen(task, world.jo)
    assert (task.seat, world.jo.until is None) == (world.kim, False)
    leaving.leave(membership=None, delegate=world.jo.delegate, now=timezone.now(), heirs={})
    seen(wish)
    assert wish.state == WishState.TAKEN_BACK


def test_who_left_is_not_waited_for_in_a_coming_session(client, world, boss):
    session = made.session(world.lead, days=30)
    sessions.invite(session=session, by=made.by(world.lead), now=made.NOW)
    people.end(delegate=world.jo.delegate, by=boss, now=timezone.now())
    client.force_login(boss)
    assert "Jo Muster" not in client.get(session.desk_url()).content.decode()
    assert session.people.filter(name="Jo Muster").exists()  # as it was


@pytest.mark.django_db(transaction=True)
def test_of_two_who_leave_at_once_no_task_stays_with_somebody_gone(transactional_db):
    mails.office()
    world = made.world()
    world.kim.role = Role.LEAD
    world.kim.save()
    mine = [give(world.lead), give(world.kim, "Buchen")]
    ready, faults = threading.Barrier(2), []

    def go(delegate):
        try:
            ready.wait(timeout=30)
            people.end(delegate=delegate, by=colleague_of_house, now=timezone.now())
        except Exception as fault:  # noqa: BLE001  told to the test
            faults.append(fault)
        finally:
            connections.close_all()

    colleague_of_house = colleague("leitung")
    threads = [threading.Thread(target=go, args=[seat.delegate]) for seat in (world.lead, world.kim)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=60)
    assert faults == []
    assert [task.seat for task in seen(*mine)] == [None, None]


# A task is the member's, too


def test_a_task_knows_the_member_and_colleagues_in_the_group_see_it(client, world):
    held = made.held(world)
    made.task(held, world.kim, world.jo)
    member = world.jo.delegate.membership
    second = members.delegate(member, email="zwei@example.org", name="Zwei Muster")
    factories.seat(world.group, second)
    item = held.minutes.get()
    tasks.follow(item=item, now=made.NOW)
    task = Task.objects.get()
    assert task.membership == member
    members.let_in(client, second)
    assert "Räume anfragen" in client.get(reverse("alliance:mine")).content.decode()
    tasks.hand_on(task=task, to=world.kim, by=made.by(world.lead), now=made.NOW)
    seen(task)
    assert task.membership == world.kim.delegate.membership


# Two members become one


def merged(kept, gone, boss):
    return merging.merge(kept=kept, gone=gone, by=boss, now=timezone.now())


def test_tasks_and_seats_follow_a_merge_and_go_back(world, boss):
    task, gone, kept = give(world.jo), world.jo.delegate.membership, world.kim.delegate.membership
    record = merged(kept, gone, boss)
    seen(task, world.jo)
    assert (task.membership, world.jo.delegate.membership, world.jo.until) == (kept, kept, None)
    merging.undo(merge=record, by=boss, now=timezone.now())
    assert Task.objects.get().membership == gone


@pytest.fixture
def twice(world):
    """Kim acts for two members, and sits with both numbers in the group."""
    other = members.member("Verein Kim Zwei")
    double = members.delegate(other, email=world.kim.delegate.email, name="Kim Muster")
    return factories.seat(world.group, double, Role.LEAD)


def test_two_seats_of_one_person_become_one_with_all_that_hangs_on_them(world, twice, boss):
    task = give(twice)
    alone = factories.seat(made.group("AG Anders"), twice.delegate)
    record = merged(world.kim.delegate.membership, twice.delegate.membership, boss)
    seen(task, twice, world.kim, alone)
    assert (task.seat, twice.until is None, world.kim.role) == (world.kim, False, Role.LEAD)
    assert alone.delegate == world.kim.delegate
    assert Seat.objects.filter(group=world.group, delegate__email=world.kim.delegate.email, until=None).count() == 1

    merging.undo(merge=record, by=boss, now=timezone.now())

    seen(task, twice, world.kim, alone)
    assert (task.seat, twice.until, world.kim.role) == (twice, None, Role.MEMBER)
    assert alone.delegate == twice.delegate


def test_files_wishes_and_answers_follow_and_the_later_answer_counts(world, twice, boss, tmp_path, settings):
    file = GroupFile.objects.create(group=world.group, name="a.pdf", size=1, added_by=twice.delegate)
    poll = factories.poll(world.group, world.lead.delegate)
    first, second = poll.options.values_list("pk", flat=True)
    for who, fit in ((world.kim.delegate, Fit.NO), (twice.delegate, Fit.YES)):
        polls.answer(poll=poll, delegate=who, fits={first: fit, second: fit}, comment=fit, now=timezone.now())
    wish = wishes.ask(group=made.group("AG Offen"), delegate=twice.delegate, words="", now=timezone.now())
    sheet = poll_queries.sheet_of(poll, world.kim.delegate)

    record = merged(world.kim.delegate.membership, twice.delegate.membership, boss)

    seen(file, wish, sheet)
    assert (file.added_by, wish.delegate) == (world.kim.delegate, world.kim.delegate)
    assert poll.sheets.filter(delegate__email=world.kim.delegate.email).get() == sheet
    assert poll_queries.said(sheet) == {first: Fit.YES, second: Fit.YES}

    merging.undo(merge=record, by=boss, now=timezone.now())

    seen(file, wish)
    assert (file.added_by, wish.delegate) == (twice.delegate, twice.delegate)
    back = {one.delegate_id: poll_queries.said(one) for one in poll.sheets.all()}
    assert back[twice.delegate_id] == {first: Fit.YES, second: Fit.YES}
    assert back[world.kim.delegate_id] == {first: Fit.NO, second: Fit.NO}


# New names


def test_a_new_name_is_shown_from_then_on_and_minutes_stay_as_they_were(world):
    held = made.held(world)
    task = give(world.jo)
    member = world.jo.delegate.membership
    member.name = "Verein Neu"
    member.save()
    later = made.session(world.lead, days=60)
    sessions.invite(session=later, by=made.by(world.lead), now=made.NOW)
    assert held.people.get(seat=world.jo).member_name == "Verein Jo Muster"
    assert later.people.get(seat=world.jo).member_name == "Verein Neu"
    assert Task.objects.get(pk=task.pk).responsible == "Jo Muster (Verein Neu)"


def test_a_name_that_changes_between_invitation_and_session_is_that_of_the_session(world):
    sessions.invite(session=world.session, by=made.by(world.lead), now=made.NOW)
    Delegate.objects.filter(pk=world.jo.delegate_id).update(name="Jo Neu")
    sessions.hold(session=world.session, by=made.by(world.lead), now=world.session.ends_at)
    assert world.session.people.get(seat=world.jo).name == "Jo Neu"
