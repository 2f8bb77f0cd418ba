"""Whoever publishes anything is asked first what resembles it: one test over all kinds (domain §4.11, no parallel
structures). It stands here because the library is the highest floor of those that plan."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from deele.access.tests.factories import colleague
from deele.accompaniment.actions import entering
from deele.accompaniment.actions.plans import tell as tell_plan
from deele.accompaniment.enums import PlanState
from deele.accompaniment.models import GoodExample
from deele.accompaniment.tests import factories as plans
from deele.directory.actions.index import refresh as tell_entry
from deele.directory.enums import State as EntryState
from deele.directory.tests import factories as entries
from deele.events.actions.index import refresh as tell_event
from deele.events.enums import State as EventState
from deele.events.tests import factories as events
from deele.groups.actions.index import refresh as tell_group
from deele.groups.enums import State as GroupState
from deele.groups.tests import factories as groups
from deele.jointactions.actions.index import refresh as tell_action
from deele.jointactions.enums import State as ActionState
from deele.jointactions.tests import factories as actions
from deele.library.actions import examples as example_actions
from deele.library.actions import knowledge_index, publications
from deele.library.enums.examples import ExampleState
from deele.library.enums.publication import State as PublicationState
from deele.library.tests import examples, publication_factories
from deele.likeness.actions import overlaps
from deele.likeness.kinds import subjects
from deele.likeness.models import Overlap, OverlapCheck, OverlapDecision, StoredSubject

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TITLE = "Gegen Einsamkeit im Alter"
TEXT = "Nachbarschaften besuchen ältere Menschen, die allein leben, und laden sie zum Mittagstisch ein."
TWIN = "library.publication:99999"  # a kind that is compared with all others


@dataclass(frozen=True)
class Case:
    """A kind: how one is made that is told but not out yet, where it goes out, as what, and who does it."""

    make: Callable[[], Any]
    url: str
    data: dict[str, str]
    out: str
    role: str = "leitung"


def told(row: Any, tell: Callable[..., None], *more: Any) -> Any:
    tell(row, *more)
    return row


def event() -> Any:
    row = events.event(TITLE, state=EventState.PLANNED, public_since=None, short_text=TEXT, themes=["einsamkeit"],
                       place=entries.place())  # fmt: skip
    return told(row, tell_event)


def action() -> Any:
    row = actions.action(TITLE, state=ActionState.CHECKED, is_public=False, aim=TEXT, themes=["einsamkeit"])
    return told(row, tell_action, timezone.now())


def publication() -> Any:
    return publication_factories.publication(
        TITLE, state=PublicationState.DRAFT, line=TEXT, themes=["einsamkeit"], place=entries.place()
    )


def example() -> Any:
    row = examples.example(TITLE, ExampleState.DRAFT, summary=TEXT, themes=["einsamkeit"])
    return told(row, knowledge_index.refresh, timezone.now())


def article() -> Any:
    return examples.article(TITLE, "entwurf", summary=TEXT, themes=["einsamkeit"])


def group() -> Any:
    row = groups.group(TITLE, state=GroupState.PROPOSED, mandate=TEXT, themes=["einsamkeit"])
    return told(row, tell_group, timezone.now())


def entry() -> Any:
    row = entries.entry(TITLE, state=EntryState.REVIEW, short_text=TEXT)
    return told(row, tell_entry)


def plan() -> Any:
    row = plans.plan(TITLE, state=PlanState.FIRST_TALK, aim=TEXT)
    return told(row, tell_plan, timezone.now())


CASES = {
    "events.event": Case(event, "events:desk-move", {"to": EventState.ANNOUNCED}, EventState.ANNOUNCED),
    "jointactions.jointaction": Case(
        action, "jointactions:desk-move", {"to": ActionState.DECIDED}, ActionState.DECIDED
    ),
    "library.publication": Case(
        publication, "library:desk-move", {"to": PublicationState.PUBLISHED}, PublicationState.PUBLISHED
    ),
    "library.example": Case(
        example, "library:desk-example-move", {"to": ExampleState.PUBLISHED}, ExampleState.PUBLISHED
    ),
    "library.article": Case(article, "library:desk-article-move", {"to": "veroeffentlicht"}, "veroeffentlicht"),
    "groups.workinggroup": Case(group, "groups:desk-move", {"to": GroupState.SET_UP}, GroupState.SET_UP),
    "directory.entry": Case(entry, "directory:desk-move", {"to": EntryState.PUBLISHED}, EntryState.PUBLISHED),
    "accompaniment.plan": Case(
        plan, "accompaniment:plan-move", {"state": PlanState.AGREED, "version": "1"}, PlanState.AGREED, "beratung"
    ),
}  # fmt: skip


@pytest.fixture
def desk(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(colleague("leitung"))
    return client


def signed_in(client: Any, case: Case) -> Any:
    """The browser of who works on this kind."""
    if case.role != "leitung":
        client.force_login(colleague(case.role))
    return client


def twin_of(ref: str) -> None:
    """Somebody else plans the same."""
    subject = StoredSubject.objects.get(ref=ref).subject
    overlaps.tell(subject=replace(subject, ref=TWIN, owner="Verein Muster"), now=timezone.now())
    assert Overlap.objects.filter(decision="").exists()


def go(desk: Any, case: Case, row: Any) -> str:
    """Press the button; what the page says then."""
    answer = desk.post(reverse(case.url, args=[row.pk]), case.data, follow=True)
    row.refresh_from_db()
    return answer.content.decode()


def test_every_kind_there_is_has_a_case():
    assert set(CASES) == set(subjects.keys())


@pytest.mark.parametrize("kind", CASES)
def test_what_resembles_something_goes_out_only_after_a_decision(desk, kind):
    case = CASES[kind]
    row = case.make()
    before, ref = row.state, f"{kind}:{row.pk}"
    twin_of(ref)

    refused = go(signed_in(desk, case), case, row)
    assert (row.state, OverlapCheck.objects.count()) == (before, 0)
    assert "entscheiden Sie" in refused or "was aus dem Ähnlichen wird" in refused, kind

    overlaps.decide(ref=ref, other=TWIN, decision="bewusst_getrennt", reason="Anderer Ort", by=None, now=timezone.now())
    go(desk, case, row)
    assert row.state == case.out
    check = OverlapCheck.objects.get()
    assert (check.ref, check.kind, check.hits) == (ref, kind, 1)


@pytest.mark.parametrize("kind", CASES)
def test_the_page_of_it_shows_what_resembles_it_and_lets_one_decide(desk, kind):
    row = CASES[kind].make()
    ref = f"{kind}:{row.pk}"
    twin_of(ref)

    page = signed_in(desk, CASES[kind]).get(row.desk_url()).content.decode()
    assert reverse("likeness:check", args=[ref]) in page
    desk.post(reverse("likeness:decide-all", args=[ref]), {"decision": "abgestimmt", "other": [f"{TWIN}|0"]})

    assert OverlapDecision.objects.get().decision == "abgestimmt"


@pytest.mark.parametrize("kind", ["library.publication", "library.example", "library.article"])
def test_the_engine_hears_of_a_change_and_of_taking_off(desk, kind):
    case = CASES[kind]
    row = case.make()
    ref = f"{kind}:{row.pk}"
    go(desk, case, row)
    assert StoredSubject.objects.get(ref=ref).title == TITLE

    off = replace(case, data={"to": "zurueckgezogen"})
    go(desk, off, row)
    assert not StoredSubject.objects.filter(ref=ref).exists()


def test_what_was_taken_off_is_asked_again_and_can_be_decided(desk):
    row, case = publication(), CASES["library.publication"]
    ref = f"library.publication:{row.pk}"
    twin_of(ref)
    overlaps.forget(ref=ref)
    type(row).objects.filter(pk=row.pk).update(state=PublicationState.WITHDRAWN)

    go(desk, case, row)
    assert row.state == PublicationState.WITHDRAWN
    assert reverse("likeness:check", args=[ref]) in desk.get(row.desk_url()).content.decode()


@pytest.mark.parametrize("text", [example, article])
def test_a_text_on_a_thing_is_no_second_thing(text):
    entry(), plan()
    made = text()

    assert not Overlap.objects.filter(right__endswith=f":{made.pk}", right__startswith="library.").exists()
    assert Overlap.objects.filter(right__startswith="directory.entry").exists(), "the entry and the plan do meet"


def test_a_new_edition_is_no_double_of_the_one_before_but_of_others():
    old = publication_factories.publication(TITLE, line=TEXT, themes=["einsamkeit"], place=entries.place())
    fresh = publications.new_edition(publication=old, year=2027, by=None, now=timezone.now())
    ref = f"library.publication:{fresh.pk}"

    assert not Overlap.objects.exists()
    twin_of(ref)
    assert Overlap.objects.filter(left=ref, right=TWIN).exists()


def test_an_entry_made_of_a_plan_is_no_double_of_it():
    of = plan()
    type(of).objects.filter(pk=of.pk).update(phase="einzug")
    of.refresh_from_db()

    entering.enter(plan=of, by=None, now=timezone.now())

    assert StoredSubject.objects.filter(kind="directory.entry").exists()
    assert not Overlap.objects.exists()


def test_a_draft_taken_over_from_a_plan_is_told():
    draft = GoodExample.objects.create(plan=plan(), title=TITLE)
    made = example_actions.take_over(draft=draft, by=None, now=timezone.now())

    assert StoredSubject.objects.filter(ref=f"library.example:{made.pk}").exists()
    assert not Overlap.objects.exists()
