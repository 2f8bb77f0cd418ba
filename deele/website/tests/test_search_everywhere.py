"""The search of the website over groups, sessions, decisions and joint actions: what is public, and nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deele.groups.actions import index as grouping
from deele.groups.actions import minutes_approval
from deele.groups.enums.sessions import Release, SessionState
from deele.groups.models import Session
from deele.groups.tests import sessions as made
from deele.jointactions.actions import index as pointing
from deele.jointactions.actions import planning
from deele.jointactions.enums import State
from deele.jointactions.models import JointAction
from deele.jointactions.tests import factories as acting

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
WORD = "Lindenblüte"


def found(client, text=WORD):
    answer = client.get("/suche/", {"q": text})
    return answer.context["found"], answer.content.decode()


@pytest.mark.parametrize(("public", "state", "wanted"), [
    (True, "aktiv", True), (False, "aktiv", False), (True, "vorgeschlagen", False), (True, "beendet", False),
])  # fmt: skip
def test_groups(client, public, state, wanted):
    group = made.group(f"Arbeitsgruppe {WORD}", is_public=public, state=state)
    grouping.refresh(group, timezone.now())

    answer, page = found(client)

    assert [one["title"] for one in answer.groups] == ([group.name] if wanted else [])
    assert (group.name in page) is wanted


def test_a_group_that_left_the_public_by_no_action_is_not_found_either(client):
    group = made.group(f"Arbeitsgruppe {WORD}")
    grouping.refresh(group, timezone.now())
    type(group).objects.update(is_public=False)

    assert found(client)[0].groups == []


@pytest.mark.parametrize(("public", "state", "wanted"), [
    (True, State.RUNNING, True), (False, State.RUNNING, False), (False, State.PROPOSED, False),
])  # fmt: skip
def test_joint_actions(client, public, state, wanted):
    action = acting.action(f"Aktion {WORD}", is_public=public, state=state)
    pointing.refresh(action, timezone.now())

    answer, page = found(client)

    assert [one["title"] for one in answer.actions] == ([action.title] if wanted else [])
    assert (action.title in page) is wanted


def test_a_joint_action_taken_back_is_gone_at_once(client):
    action = acting.action(f"Aktion {WORD}")
    pointing.refresh(action, timezone.now())
    assert found(client)[0].actions

    planning.release(action=action, public=False, by=None, now=timezone.now())
    assert found(client)[0].actions == []
    JointAction.objects.update(is_public=True)
    pointing.refresh(JointAction.objects.get(), timezone.now())
    JointAction.objects.update(is_public=False)
    assert found(client)[0].actions == []


def test_decisions_are_found_once_everybody_may_read_them(client):
    world = made.world()
    held = made.held(world)
    made.decision(held, world.kim, text=f"Wir pflanzen eine {WORD}.")
    minutes_approval.circulate(session=held, days=1, by=made.by(world.lead), now=held.ends_at)
    minutes_approval.confirm(session=held, by_session=True, by=made.by(world.lead), now=held.ends_at)

    for release, wanted in ((Release.GROUP, 0), (Release.ALLIANCE, 0), (Release.PUBLIC, 1)):
        Session.objects.filter(pk=held.pk).update(release=release)
        answer, page = found(client)
        assert len(answer.decided) == wanted
        assert "Kim Muster" not in page
    type(world.group).objects.update(is_public=False)
    assert found(client)[0].decided == []


@pytest.mark.parametrize(("public", "state", "wanted"), [
    (True, SessionState.INVITED, 1), (False, SessionState.INVITED, 0), (True, SessionState.PLANNED, 0),
])  # fmt: skip
def test_sessions_to_come(client, public, state, wanted):
    world = made.world()
    now = timezone.now()
    Session.objects.update(
        title=f"Treffen {WORD}", is_public=public, state=state, starts_at=now + timedelta(days=3),
        ends_at=now + timedelta(days=3, hours=2),
    )  # fmt: skip

    assert len(found(client)[0].meeting) == wanted
    type(world.group).objects.update(is_public=False)
    assert found(client)[0].meeting == []
