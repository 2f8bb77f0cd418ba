"""What others see of groups: overlaps before one is set up, the search, the desk, the demonstration, the figures."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from deele.access.tests.factories import colleague
from deele.alliance.tests import factories as members
from deele.groups.actions import demo, groups
from deele.groups.enums import Role, State
from deele.groups.enums.sessions import AgendaSource, DecisionLevel, SessionState, TaskState
from deele.groups.figures.groups import at_work, seats_taken
from deele.groups.kinds import Actor
from deele.groups.models import CarriedTask, Decision, Poll, Seat, Session, Task, WorkingGroup
from deele.groups.tests import factories
from deele.likeness.actions import overlaps as overlap_actions
from deele.likeness.actions.overlaps import Undecided
from deele.likeness.enums import OverlapOutcome
from deele.likeness.queries import overlaps
from deele.mail.tests import factories as mails
from deele.reporting.kinds import Ask
from deele.search import queries as search
from deele.search.kinds import Query

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
MANDATE = (
    "Sammelt Beispiele, wie Nachbarschaften älteren Menschen gegen Einsamkeit helfen, und macht eine Handreichung."
)
ABOUT = {"mandate": MANDATE, "themes": ["einsamkeit", "nachbarschaft"], "target_groups": ["aeltere"]}


@pytest.fixture
def office(settings):
    settings.DEELE_SECOND_FACTOR = False
    mails.office()
    return colleague("leitung")


def written(name, office):
    return groups.write_down(group=WorkingGroup(name=name, **ABOUT), by=office, now=timezone.now())


def test_a_group_that_resembles_another_is_set_up_only_after_a_decision(client, office):
    house, now = Actor(user=office), timezone.now()
    first = written("Gegen Einsamkeit im Alter", office)
    groups.move(group=first, to=State.SET_UP, by=house, now=now)
    second = written("Nachbarschaft gegen Einsamkeit im Alter", office)
    assert overlaps.undecided(f"groups.workinggroup:{second.pk}")

    with pytest.raises(Undecided):
        groups.move(group=second, to=State.SET_UP, by=house, now=now)

    client.force_login(office)
    assert first.name in client.get(second.desk_url()).content.decode()


def test_an_ended_group_comes_back_only_after_a_decision_about_what_came_meanwhile(client, office):
    house, now = Actor(user=office), timezone.now()
    first = written("Gegen Einsamkeit im Alter", office)
    for state, reason in ((State.SET_UP, ""), (State.ACTIVE, ""), (State.ENDED, "Alles ist getan.")):
        groups.move(group=first, to=state, by=house, now=now, reason=reason)
    ref = f"groups.workinggroup:{first.pk}"
    second = written("Nachbarschaft gegen Einsamkeit im Alter", office)
    groups.move(group=second, to=State.SET_UP, by=house, now=now)  # nobody works at the first: nothing to decide

    with pytest.raises(Undecided):
        groups.move(group=first, to=State.ACTIVE, by=house, now=now, reason="Es geht weiter.")
    first.refresh_from_db()
    assert first.state == State.ENDED
    client.force_login(office)
    assert second.name in client.get(first.desk_url()).content.decode()

    overlap_actions.decide(
        ref=ref, other=f"groups.workinggroup:{second.pk}", decision=OverlapOutcome.COORDINATED, by=office, now=now
    )
    groups.move(group=first, to=State.ACTIVE, by=house, now=now, reason="Es geht weiter.")
    assert first.state == State.ACTIVE


def test_only_public_groups_at_work_are_found(office):
    house, now = Actor(user=office), timezone.now()
    group = written("Gegen Einsamkeit im Alter", office)

    def found():
        return search.search(Query(source="groups", text="Einsamkeit")).total

    assert found() == 0
    groups.move(group=group, to=State.SET_UP, by=house, now=now)
    assert found() == 1
    group.is_public = False
    groups.change(group=group, by=house, now=now)
    assert found() == 0


def test_the_desk_says_what_waits_and_finds_a_group(client, office):
    factories.group("Arbeitsgruppe Leuchtturm", state=State.PROPOSED)
    client.force_login(office)
    assert "Vorgeschlagene Arbeitsgruppen" in client.get("/schreibtisch/").content.decode()
    assert "Leuchtturm" in client.get("/schreibtisch/suche/?q=Leuchtturm").content.decode()


def test_the_demonstration_is_made_once_and_its_poll_is_half_answered(client, office):
    now = timezone.now()
    assert (demo.make(now), demo.make(now)) == (2, 0)
    poll = Poll.objects.get()
    assert [poll.sheets.exclude(answered_at=None).count(), poll.sheets.filter(answered_at=None).count()] == [2, 1]
    assert Seat.objects.filter(role=Role.LEAD).count() == 2
    assert "Wohnen und Wohnumfeld" in client.get(reverse("groups:list")).content.decode()


def test_the_demonstration_has_a_session_behind_it_and_one_before_it(client, office):
    for _turn in range(2):
        call_command("make_demo_groups", stdout=StringIO())
    past, coming = Session.objects.order_by("starts_at")
    assert (past.state, coming.state) == (SessionState.CONFIRMED, SessionState.INVITED)
    levels = set(Decision.objects.public().values_list("item__level", flat=True))
    assert levels == set(DecisionLevel.values)
    assert set(Task.objects.values_list("state", flat=True)) == {TaskState.OPEN, TaskState.DONE}
    assert CarriedTask.objects.get(item__session=coming).task.state == TaskState.OPEN
    assert AgendaSource.PAGE in coming.agenda.values_list("source", flat=True)
    for url in (reverse("groups:all-decisions"), reverse("alliance:about"), past.get_absolute_url()):
        assert "Wohnen und Wohnumfeld" in client.get(url).content.decode()
    task = Task.objects.open().get()
    members.let_in(client, task.seat.delegate)
    assert "Räume für das Fachgespräch" in client.get(reverse("alliance:mine")).content.decode()


def test_groups_at_work_are_those_that_had_begun_and_not_ended_on_the_last_day():
    rows = {
        "immer": (date(2025, 1, 1), None), "zu spät": (date(2026, 7, 1), None),
        "vorbei": (date(2025, 1, 1), date(2026, 6, 30)), "danach": (date(2025, 1, 1), date(2026, 7, 1)),
        "nie": (None, None),
    }  # fmt: skip
    for name, (since, until) in rows.items():
        factories.group(name, since=since, until=until)
    ask = Ask(date(2026, 1, 1), date(2026, 6, 30))
    assert set(at_work(ask).values_list("name", flat=True)) == {"immer", "danach"}


def test_a_seat_counts_in_the_period_it_began(office):
    lead = factories.lead(factories.group())
    counted = [seats_taken(Ask(date(year, 1, 1), date(year, 12, 31))).count() for year in (2025, 2026)]
    assert counted == [0, 1]
    assert lead.name not in str(list(seats_taken(Ask(date(2026, 1, 1), date(2026, 12, 31))).values("role", "since")))
