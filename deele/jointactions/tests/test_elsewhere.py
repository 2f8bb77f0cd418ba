"""What others show of joint actions: newsletters, places, members, figures, overlaps, the demonstration."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from deele.access.tests.factories import colleague
from deele.alliance.tests import factories as alliance
from deele.directory.tests.factories import place
from deele.jointactions import slots
from deele.jointactions.actions import index
from deele.jointactions.enums import Standing, State
from deele.jointactions.models import ActionPartner, JointAction, Photo, Submission
from deele.jointactions.queries import desk, subjects
from deele.jointactions.readers import starter
from deele.jointactions.tests import factories
from deele.mail.kinds import Wish
from deele.reporting import queries as reporting
from deele.reporting.kinds import Ask, measures
from deele.search import queries as search
from deele.search.kinds import Query

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


def test_newsletters_are_offered_open_calls_and_coming_stops():
    action = factories.action()
    call = factories.call(action)
    factories.call(action, title="Vorbei", closes_at=timezone.now() - timedelta(seconds=1))
    stop = factories.stop(action, begins=today() + timedelta(days=3))
    factories.stop(action, venue="Vorbei", begins=today() - timedelta(days=3))

    pieces = slots.CallsAndStops().pieces(Wish(), today())

    assert [piece.ref for piece in pieces] == [f"jointactions.tourstop:{stop.pk}", f"jointactions.call:{call.pk}"]
    assert set(slots.CallsAndStops().by_refs([piece.ref for piece in pieces])) == {piece.ref for piece in pieces}
    JointAction.objects.update(is_public=False)
    assert slots.CallsAndStops().by_refs([piece.ref for piece in pieces]) == {}


def test_a_place_tells_of_stops_to_come():
    here = place()
    action = factories.action()
    factories.stop(action, place=here, begins=today() - timedelta(days=9), ends=today() - timedelta(days=2))
    assert slots.OfPlace().context(here, None) is None

    factories.stop(action, venue="Kreishaus", place=here, begins=today() - timedelta(days=2), ends=today())

    (found,) = slots.OfPlace().context(here, None)["stops"]
    assert found["stop"].venue == "Kreishaus"


def test_a_member_is_asked_on_its_page_and_shown_after_agreeing():
    kim = alliance.delegate()
    action = factories.action()
    partner = ActionPartner.objects.create(action=action, membership=kim.membership)

    assert slots.OfMine().context(kim)["waiting"] == [partner]
    assert slots.OfMember().context(kim.membership) is None

    ActionPartner.objects.update(agreed_on=today())
    assert slots.OfMine().context(kim)["waiting"] == []
    assert slots.OfMember().context(kim.membership)["rows"][0]["action"] == action


def test_the_engine_for_overlaps_knows_what_is_planned_and_nothing_that_is_over():
    planned = factories.action(state=State.PROPOSED, is_public=False, place=place())
    factories.action("Vorbei", state=State.DONE)

    (found,) = subjects.subjects()

    assert (found.ref, found.title) == (f"jointactions.jointaction:{planned.pk}", planned.title)
    assert found.place_keys[0] == planned.place.key
    assert [one.ref for one in subjects.subjects([found.ref, "events.event:1"])] == [found.ref]
    assert subjects.url(found.ref, AnonymousUser()) == ""
    assert subjects.url(found.ref, colleague("leitung")) == planned.desk_url()


def test_figures_count_actions_by_goal_what_was_sent_in_and_visitors():
    action = factories.action(begins=date(2026, 3, 1), goals=["vorbild_impuls", "expertise_austausch"])
    factories.action("Verworfen", begins=date(2026, 3, 1), state=State.DROPPED, is_public=False)
    factories.stop(action, begins=date(2026, 3, 2), visitors=40)
    factories.stop(action, venue="Ungezählt", begins=date(2026, 4, 2))
    sent = factories.submission(of=factories.call(action))
    factories.submission(Standing.WITHDRAWN, of=sent.call, seeds=(4,))
    factories.submission(Standing.DRAFT, of=sent.call, seeds=(5,))
    Submission.objects.exclude(submitted_at=None).update(submitted_at=datetime(2026, 3, 1, 12, tzinfo=UTC))
    year = Ask(date(2026, 1, 1), date(2026, 12, 31), None)
    known = {measure.key: measure for measure in measures}

    assert reporting.total(known["A7"], year) == 1
    assert reporting.total(known["A7a"], year) == 2
    assert reporting.total(known["A7b"], year) == 40
    assert len(reporting.table(known["A7"], year, known["A7"].splits[1]).groups) == 2


def test_the_desk_says_what_waits(client):
    sent = factories.submission(Standing.SUBMITTED)
    client.force_login(colleague("leitung"))

    page = client.get(reverse("jointactions:desk-review")).content.decode()

    assert f'value="{sent.pk}"' in page
    assert (desk.to_review(), desk.ending(timezone.now())) == (1, 1)
    client.post(reverse("jointactions:desk-decide"), {"pk": [sent.pk], "to": "angenommen"})
    assert Submission.objects.get().standing == Standing.TAKEN


def in_index():
    return search.search(Query(source="jointactions", text="Quittenbaum")).total


def test_the_index_holds_public_actions_only():
    action = factories.action("Fotoaktion Quittenbaum")
    index.refresh(action, factories.NOW)
    assert in_index() == 1

    JointAction.objects.update(is_public=False)
    index.refresh(JointAction.objects.get(), factories.NOW)

    assert in_index() == 0


def test_the_demonstration_tells_facts_with_sources_and_is_made_once(client):
    for row in starter.actions():
        assert row["source_url"].startswith("https://"), row["external_id"]
        assert all(result["source"] for result in row.get("results", [])), row["external_id"]

    for _time in range(2):
        call_command("make_demo_actions", verbosity=0)

    assert JointAction.objects.count() == len(starter.actions()) + 1
    assert Photo.objects.public().count() == 3
    page = client.get(reverse("jointactions:list")).content.decode()
    assert "Gute Nachbarschaft ist" in page
    for action in JointAction.objects.all():
        assert client.get(action.get_absolute_url()).status_code == 200
