"""The life of an action, its partners, and what is public of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from deele.access.tests.factories import colleague
from deele.alliance.models import Tiding
from deele.alliance.tests import factories as alliance
from deele.core import seals
from deele.core.errors import Refusal
from deele.jointactions.actions import parts, planning
from deele.jointactions.enums import State
from deele.jointactions.models import ActionPartner, JointAction, Result, TourStop
from deele.jointactions.rules import moves
from deele.jointactions.tests import factories
from deele.likeness.actions import overlaps
from deele.likeness.models import Overlap

pytestmark = pytest.mark.django_db
NOW = factories.NOW


@pytest.fixture(autouse=True)
def human(monkeypatch):
    """Nobody waits three seconds here."""
    monkeypatch.setattr(seals, "HUMAN_SECONDS", 0)


def move(action, to, **options):
    return planning.move(action=action, to=to, by=None, now=NOW, **options)


def test_an_action_walks_its_way_and_no_other():
    action = factories.action(state=State.PROPOSED, is_public=False, worked="Viel", failed="Wenig", again="ja")

    for step in (State.CHECKED, State.DECIDED, State.PREPARED, State.RUNNING, State.DONE, State.EVALUATED):
        action = move(action, step)

    assert action.state == State.EVALUATED
    with pytest.raises(planning.BadMove):
        move(action, State.PROPOSED)


@pytest.mark.parametrize(
    "one", [one for one in moves.MOVES if one.reason_needed], ids=lambda one: f"{one.source}-{one.target}"
)
def test_back_and_out_need_a_reason(one):
    action = factories.action(state=one.source, is_public=False)

    with pytest.raises(planning.BadMove, match="Grund"):
        move(action, one.target, reason="  ")

    assert move(action, one.target, reason="Es passt nicht.").state_reason == "Es passt nicht."


def test_nothing_is_evaluated_without_answers():
    with pytest.raises(planning.BadMove, match="Auswertung"):
        move(factories.action(state=State.DONE), State.EVALUATED)


def test_the_check_is_not_left_with_an_open_overlap():
    first, second = (
        factories.action("Fotoausstellung Nachbarschaft im Rathaus", state=State.CHECKED, is_public=False)
        for _number in range(2)
    )
    for one in (first, second):
        planning.index.refresh(one, NOW)
    assert Overlap.objects.exists()

    with pytest.raises(planning.BadMove, match="Fotoausstellung"):
        move(second, State.DECIDED)
    overlaps.decide(
        ref=f"jointactions.jointaction:{second.pk}", other=f"jointactions.jointaction:{first.pk}",
        decision="abgestimmt", reason="", by=None, now=NOW,
    )  # fmt: skip

    assert move(second, State.DECIDED).state == State.DECIDED


def test_what_was_called_off_comes_back_only_after_a_decision_about_what_came_meanwhile():
    first, second = (
        factories.action("Fotoausstellung Nachbarschaft im Rathaus", state=State.PREPARED, is_public=False)
        for _number in range(2)
    )
    move(first, State.CALLED_OFF, reason="Der Saal ist gesperrt.")
    planning.index.refresh(second, NOW)
    assert not Overlap.objects.exists()

    with pytest.raises(planning.BadMove, match="Grund"):
        move(first, State.PREPARED)
    assert not Overlap.objects.exists()  # nothing is told of a move that lacks its reason
    with pytest.raises(planning.BadMove, match="Fotoausstellung"):
        move(first, State.PREPARED, reason="Der Saal ist wieder offen.")
    assert Overlap.objects.exists()  # its page shows what is to be decided
    overlaps.decide(
        ref=f"jointactions.jointaction:{first.pk}", other=f"jointactions.jointaction:{second.pk}",
        decision="abgestimmt", reason="", by=None, now=NOW,
    )  # fmt: skip

    assert move(first, State.PREPARED, reason="Der Saal ist wieder offen.").state == State.PREPARED


def test_a_proposal_is_never_public():
    action = factories.action(state=State.PROPOSED, is_public=False)

    with pytest.raises(planning.BadMove, match="beschlossen"):
        planning.release(action=action, public=True, by=None, now=NOW)


def test_an_action_that_goes_back_is_public_no_more(client):
    action = factories.action(state=State.CHECKED, is_public=False)
    action = move(action, State.DECIDED)
    planning.release(action=action, public=True, by=None, now=NOW)
    assert client.get(action.get_absolute_url()).status_code == 200

    JointAction.objects.filter(pk=action.pk).update(state=State.CHECKED, is_public=False)

    assert client.get(action.get_absolute_url()).status_code == 404


def test_two_people_move_it_once():
    action = factories.action(state=State.PREPARED)
    mine = JointAction.objects.get()
    move(action, State.RUNNING)

    with pytest.raises(Refusal, match="inzwischen"):
        move(mine, State.RUNNING)


def test_a_partner_is_named_only_after_agreeing(client):
    action = factories.action()
    ActionPartner.objects.create(action=action, name="Verein Zaunkönig", kind="raum_ort", contribution="der Saal")
    assert "Zaunkönig" not in client.get(action.get_absolute_url()).content.decode()

    ActionPartner.objects.update(agreed_on=NOW.date(), agreed_how="Mail")

    page = client.get(action.get_absolute_url()).content.decode()
    assert "Verein Zaunkönig" in page
    assert "der Saal" in page


def test_a_member_that_is_written_down_is_asked_and_answers(client):
    kim = alliance.delegate()
    action = factories.action()
    client.force_login(colleague("leitung"))
    client.post(reverse("jointactions:desk-part-new", args=[action.pk, "partner"]), {
        "membership": kim.membership_id, "kind": "mitarbeit", "contribution": "zwei Tage",
    })  # fmt: skip
    assert "Partner" in Tiding.objects.get(delegate=kim).text
    client.logout()
    alliance.let_in(client, kim)

    client.post(reverse("jointactions:mine-action", args=[action.pk]), {"kind": "raum_ort", "contribution": "der Hof"})

    partner = ActionPartner.objects.get()
    assert (partner.contribution, bool(partner.agreed_on)) == ("der Hof", True)
    client.post(reverse("jointactions:mine-decline", args=[action.pk]))
    partner.refresh_from_db()
    assert (partner.agreed_on, bool(partner.declined_on)) == (None, True)


def test_nobody_joins_what_is_over():
    kim = alliance.delegate()
    with pytest.raises(parts.NotOpen):
        parts.take_part(
            action=factories.action(state=State.DONE), membership=kim.membership, told={}, delegate=kim, now=NOW
        )


def test_a_member_proposes_and_hears_what_became_of_it(client):
    kim = alliance.delegate()
    alliance.let_in(client, kim)
    body = {"title": "Tag der offenen Höfe", "aim": "Höfe zeigen", "seal": seals.sealed(), "homepage": ""}

    for _time in range(2):
        client.post(reverse("jointactions:mine-propose"), body)

    action = JointAction.objects.get()
    assert (action.state, action.lead, action.is_public) == (State.PROPOSED, kim.membership, False)
    move(action, State.DROPPED, reason="gibt es schon")
    assert "verworfen" in Tiding.objects.get(delegate=kim).text


def test_another_member_sees_no_proposal(client):
    kim = alliance.delegate()
    alliance.let_in(client, kim)
    action = factories.action(state=State.PROPOSED, is_public=False)

    assert client.get(reverse("jointactions:mine-action", args=[action.pk])).status_code == 404


def test_a_second_writer_sees_the_conflict(client):
    client.force_login(colleague("leitung"))
    action = factories.action()
    url = reverse("jointactions:desk-edit", args=[action.pk])
    body = {
        "title": "Zuerst", "aim": action.aim, "version": 1, "begins_precision": "tag", "ends_precision": "tag",
        "as_of_precision": "tag",
    }  # fmt: skip
    assert client.post(url, body).status_code == 302

    answer = client.post(url, {**body, "title": "Danach"})

    assert answer.status_code == 409
    assert "Danach" in answer.content.decode()
    assert JointAction.objects.get().title == "Zuerst"


def test_terms_people_agreed_to_get_a_new_version_when_they_change(client):
    client.force_login(colleague("leitung"))
    call = factories.call()
    body = {
        "title": call.title, "text": call.text, "accepts": call.accepts, "most_photos": 3, "needs_website": "on",
        "closes_at": "2030-01-01T12:00", "terms": "Neue Bedingungen.", "released": "on", "version": 1,
    }  # fmt: skip

    client.post(reverse("jointactions:desk-part", args=[call.action_id, "aufruf", call.pk]), body)

    call.refresh_from_db()
    assert (call.terms, call.terms_version) == ("Neue Bedingungen.", 2)


def test_a_call_somebody_answered_stays():
    sent = factories.submission()

    with pytest.raises(parts.InUse):
        parts.remove(row=sent.call, by=None, now=NOW)


def test_stops_stand_in_the_calendar_on_the_map_and_in_sums(client):
    action = factories.action()
    first = factories.stop(action, visitors=120)
    factories.stop(action, venue="Kreishaus", precision="monat")
    TourStop.objects.filter(pk=first.pk).update(ends=first.begins + timedelta(days=2))
    Result.objects.create(action=action, kind="einsendungen", value=">600", source="Landtag")

    file = client.get(reverse("jointactions:calendar", args=[action.pk])).content.decode()
    page = client.get(action.get_absolute_url()).content.decode()

    assert "Rathaus Muster" in file
    assert "Kreishaus" not in file
    assert "über 600" in page
    assert "120" in page
    assert client.get(reverse("jointactions:stops", args=[action.pk])).json()["type"] == "FeatureCollection"
