"""The life of a case: moves, people, areas of work, who sees it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from deele.access.tests import factories as access
from deele.accounts.tests import factories as accounts
from deele.advice import doors, enums
from deele.advice.actions import case_people, cases, contacts, demo, demo_cases, life, looks, referrals, tasks, timeline
from deele.advice.enums import CaseState, Handover, LineKind, TargetKind
from deele.advice.models import Case, CaseLine, Contact, Referral
from deele.advice.queries import cases as queries
from deele.advice.rules import cases as rules
from deele.advice.tests import factories
from deele.advice.tests.factories import DAY, NOW
from deele.audit.models import Entry
from deele.core.versions import Conflict

pytestmark = pytest.mark.django_db
S = CaseState


def adviser(*areas: str):
    """Somebody who advises in these areas of work; everywhere without one."""
    person = accounts.user(second_factor=True)
    for key in areas or (None,):
        access.grant(person, "beratung", area=factories.area(key) if key else None)
    return person


def lead():
    return access.colleague("leitung")


def seen(person):
    return set(Case.objects.visible_to(person))


def test_contact_becomes_a_case_with_all_it_tells_and_twice_it_is_one():
    person = adviser()
    contact = factories.contact(by=person, topics=["recht", "geld"])

    made = [cases.open_from_contact(contact=contact, by=person, now=NOW) for _time in range(2)]

    case = made[0]
    assert made[0] == made[1]
    assert (case.area, case.place, case.topics, case.code) == (
        contact.area, contact.place, contact.topics, contact.code,
    )  # fmt: skip
    assert (case.state, case.adviser, case.number) == (S.ACCEPTED, person, f"F{case.pk:05d}")
    assert Contact.objects.get().case == case
    assert sorted(case.lines.values_list("kind", flat=True)) == [LineKind.CONTACT, LineKind.MOVE]


def test_who_comes_again_with_the_code_joins_the_open_case():
    person = adviser()
    case = factories.case(by=person)

    again = factories.contact(by=person, code=case.code)
    life.move(case=Case.objects.get(), to=S.CLOSED, by=person, now=NOW, results=["information_gegeben"])
    later = factories.contact(by=person, code=case.code)

    assert Contact.objects.get(pk=again.pk).case == case
    assert Contact.objects.get(pk=later.pk).case is None
    assert case.lines.filter(kind=LineKind.CONTACT).count() == 2


def test_contact_of_another_case_is_not_taken_away_from_it():
    person = adviser()
    one, other = factories.case(by=person), factories.case(by=person)

    with pytest.raises(cases.JoinedAlready):
        cases.join(contact=one.contacts.get(), case=other, by=person, now=NOW)


def test_table_of_moves_has_each_state_and_leads_from_everywhere_to_an_end():
    assert {move.source for move in rules.MOVES} | {S.ANONYMOUS} == set(S)
    assert {move.target for move in rules.MOVES} | {S.RECEIVED} == set(S)
    assert not rules.moves_from(S.ANONYMOUS)
    for state in set(S) - {S.ANONYMOUS}:
        assert rules.move(state, S.ANONYMOUS).by_house


@pytest.mark.parametrize("source", [state for state in S if state != S.ANONYMOUS])
@pytest.mark.parametrize("target", list(S))
def test_only_moves_of_the_table_are_made_and_all_others_are_named(source, target):
    person = adviser()
    case = factories.case(by=person, state=source)
    found = rules.move(source, target)
    words = {"reason": "Weil es so ist.", "results": ["verwiesen"]}

    if found and not found.by_house:
        life.move(case=case, to=target, by=person, now=NOW, **words)
        assert Case.objects.get().state == target
    else:
        with pytest.raises(life.NotNow) as refusal:
            life.move(case=case, to=target, by=person, now=NOW, **words)
        assert str(S(source).label) in refusal.value.message
        assert Case.objects.get().state == source


def test_closing_takes_results_and_an_exit_takes_a_reason():
    person = adviser()
    case = factories.case(by=person)

    with pytest.raises(life.ResultsNeeded):
        life.move(case=case, to=S.CLOSED, by=person, now=NOW)
    case.refresh_from_db()
    with pytest.raises(life.ReasonNeeded):
        life.move(case=case, to=S.NO_ADVICE, by=person, now=NOW, reason="  ")
    assert Case.objects.get().state == S.ACCEPTED


def test_each_end_has_its_term_and_opening_again_takes_it_away():
    person = adviser()
    case = factories.case(by=person)

    life.move(case=case, to=S.NO_ADVICE, by=person, now=NOW, reason="Werbung")
    assert Case.objects.get().erase_on == DAY + timedelta(days=30)
    life.move(case=case, to=S.REOPENED, by=person, now=NOW, reason="Doch eine Frage")
    assert (Case.objects.get().erase_on, Case.objects.get().closed_at) == (None, None)
    life.move(case=case, to=S.CLOSED, by=person, now=NOW, results=["verwiesen"])
    assert Case.objects.get().erase_on == DAY + timedelta(days=730)


def test_two_advisers_move_one_case_and_the_second_is_told():
    person = adviser()
    case = factories.case(by=person)
    hers, his = Case.objects.get(), Case.objects.get()
    life.move(case=hers, to=S.WORKING, by=person, now=NOW)

    with pytest.raises(Conflict):
        life.move(case=his, to=S.CLIENT, by=adviser(), now=NOW)
    assert Case.objects.get(pk=case.pk).state == S.WORKING


def test_a_case_is_seen_in_its_area_and_by_those_it_names_and_by_nobody_else():
    housing, care, both = adviser("wohnen"), adviser("pflege"), adviser()
    case = factories.case(by=housing)

    assert [seen(one) for one in (housing, care, both, lead())] == [{case}, set(), {case}, set()]
    with pytest.raises(Http404):
        doors.case(care, case.pk)
    case_people.share(case=case, colleague=care, by=housing, now=NOW)
    assert seen(care) == {case}
    case_people.end_share(share=case.shares.get(), by=housing, now=NOW)
    assert seen(care) == set()


def test_deputy_sees_the_case_and_must_advise_there():
    housing, deputy, care = adviser("wohnen"), adviser("wohnen"), adviser("pflege")
    case = factories.case(by=housing)

    case_people.hand_over(case=case, adviser=housing, deputy=deputy, by=housing, now=NOW)

    assert seen(deputy) == {case}
    assert set(queries.found(deputy, {"view": "meine"}, DAY)) == {case}
    with pytest.raises(case_people.NotAnAdviser):
        case_people.hand_over(case=case, adviser=care, deputy=None, by=housing, now=NOW)
    with pytest.raises(case_people.SamePerson):
        case_people.hand_over(case=Case.objects.get(), adviser=housing, deputy=housing, by=housing, now=NOW)


def test_case_moved_to_another_area_leaves_its_contacts_where_they_happened():
    housing, care = adviser("wohnen"), adviser("pflege")
    case = factories.case(by=housing)
    referral = Referral(target_kind=TargetKind.LAWYER, target_name="Kanzlei Muster", made_on=DAY)
    referrals.refer(case=case, referral=referral, by=housing, now=NOW)

    case_people.move_area(case=case, area=factories.area("pflege"), reason="Pflege-WG", by=housing, now=NOW)

    case.refresh_from_db()
    assert (seen(housing), seen(care)) == (set(), {case})
    assert (case.state, case.adviser, case.deputy) == (S.RECEIVED, None, None)
    assert {Contact.objects.get().area.key, Referral.objects.get().area.key} == {"wohnen"}
    with pytest.raises(case_people.AreaStays):
        case_people.move_area(case=case, area=factories.area("pflege"), reason="x", by=care, now=NOW)


def test_somebody_leaves_and_all_her_open_cases_are_handed_over_in_one_step():
    leaving, stays = adviser("wohnen"), adviser("wohnen")
    mine = [factories.case(by=leaving) for _number in range(3)]
    closed = factories.case(by=leaving, state=S.CLOSED)
    leaving.grants.update(ended_at=NOW)

    assert queries.abandoned(stays, DAY) == 3
    assert [(one.adviser, one.number, one.is_gone) for one in queries.loads(stays, DAY)] == [(leaving, 3, True)]
    assert case_people.hand_over_all(cases=mine, adviser=stays, by=stays, now=NOW) == 3
    assert set(Case.objects.filter(adviser=stays)) == set(mine)
    assert Case.objects.get(pk=closed.pk).adviser == leaving


def test_handing_all_over_to_somebody_of_another_area_changes_nothing():
    leaving = adviser()
    both = [factories.case(by=leaving, area=factories.area(key)) for key in ("wohnen", "pflege")]

    with pytest.raises(case_people.NotAnAdviser):
        case_people.hand_over_all(cases=both, adviser=adviser("wohnen"), by=leaving, now=NOW)
    assert set(Case.objects.filter(adviser=leaving)) == set(both)


def test_lead_opens_a_case_with_a_reason_for_an_hour_and_everybody_knows():
    person, boss = adviser(), lead()
    case = factories.case(by=person)
    with pytest.raises(Http404):
        doors.opened_case(boss, case.pk, NOW)
    with pytest.raises(looks.ReasonTooShort):
        looks.open_with_reason(case=case, reason="so", by=boss, now=NOW)

    looks.open_with_reason(case=case, reason="Beschwerde liegt vor, bitte prüfen", by=boss, now=NOW)

    assert doors.opened_case(boss, case.pk, NOW + timedelta(minutes=59))[0] == case
    with pytest.raises(Http404):
        doors.opened_case(boss, case.pk, NOW + timedelta(minutes=60))
    with pytest.raises(Http404):
        doors.opened_case(lead(), case.pk, NOW)
    assert case.lines.get(kind=LineKind.LOOK).text == "Beschwerde liegt vor, bitte prüfen"
    assert Entry.objects.filter(event=enums.CASE_WITH_REASON.key).count() == 1
    assert seen(boss) == set()


def test_reading_is_logged_once_an_hour():
    person = adviser()
    case = factories.case(by=person)
    for minutes in (0, 30, 59, 61):
        looks.look(case=case, by=person, now=NOW + timedelta(minutes=minutes))

    assert Entry.objects.filter(event=enums.CASE_READ.key).count() == 2


def test_nobody_is_passed_on_without_consent():
    person = adviser()
    case = factories.case(by=person)

    def referral(**given):
        return Referral(target_kind=TargetKind.CARE_POINT, target_name="Stützpunkt Muster", made_on=DAY, **given)

    with pytest.raises(referrals.ConsentNeeded):
        referrals.refer(case=case, referral=referral(handover=Handover.PASSED_ON), by=person, now=NOW)
    with pytest.raises(referrals.NoTarget):
        referrals.refer(case=case, referral=Referral(target_kind="recht", made_on=DAY), by=person, now=NOW)
    given = {"handover": Handover.PASSED_ON, "consent_on": DAY, "consent_way": "muendlich", "consent_scope": "Name"}
    made = [referrals.refer(case=case, referral=referral(**given), by=person, now=NOW, form="a") for _time in range(2)]

    assert made[0] == made[1] == Referral.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.update(consent_on=None)


def test_small_forms_sent_twice_count_once():
    person = adviser()
    case = factories.case(by=person)
    for _time in range(2):
        timeline.note(case=case, text="Rückruf am Montag", by=person, now=NOW, form="eins")
        what = {"title": "Unterlagen schicken", "due_on": DAY, "assignee": person}
        tasks.add(case=case, by=person, now=NOW, form="zwei", **what)

    assert CaseLine.objects.filter(kind=LineKind.NOTE).count() == case.tasks.count() == 1
    for _time in range(2):
        tasks.finish(task=case.tasks.get(), by=person, now=NOW)
    assert CaseLine.objects.filter(kind=LineKind.TASK).count() == 2


def test_what_is_still_to_be_done_ends_with_the_case():
    person = adviser()
    case = factories.case(by=person)
    tasks.add(case=case, title="Anrufen", due_on=DAY, assignee=person, by=person, now=NOW)
    assert queries.my_tasks_due(person, DAY) == 1

    life.move(case=case, to=S.CLOSED, by=person, now=NOW, results=["verwiesen"])

    assert queries.my_tasks_due(person, DAY) == 0


def test_views_of_the_list():
    person, other = adviser("wohnen"), adviser("wohnen")
    mine = factories.case(by=person, topics=["recht"], due_on=DAY - timedelta(days=1))
    waits = factories.case(by=other, state=S.CLIENT, follow_up_on=DAY)
    fresh = factories.case(by=other, state=S.RECEIVED, adviser=None, client_organisation="Gemeinde Muster")
    ended = factories.case(by=other, state=S.CLOSED, due_on=DAY - timedelta(days=9))

    def shown(**asked):
        return set(queries.found(person, asked, DAY))

    assert shown(view="meine") == {mine}
    assert shown(view="wartet") == {waits}
    assert shown(view="neu") == {fresh}
    assert shown(view="ueberfaellig") == {mine, waits}
    assert shown(view="beendet") == {ended}
    assert shown(view="offen") == {mine, waits, fresh}
    assert shown(view="offen", topic="recht") == {mine}
    assert shown(text="gemeinde mu") == {fresh}
    assert shown(text=mine.number.lower()) == {mine}
    assert shown(text=waits.code) == {waits}
    assert queries.counts(person, {}, DAY) == {
        "meine": 1, "neu": 1, "wartet": 1, "ueberfaellig": 2, "offen": 3, "beendet": 1,
    }  # fmt: skip


def test_code_of_a_case_without_contact_may_be_named_on_the_telephone():
    person = adviser()
    fresh = Case(area=factories.area(), arrived_on=DAY, audience="presse", code="K7M4Q", adviser=person)
    case = cases.open_new(case=fresh, by=person, now=NOW)

    contact = contacts.log(told=factories.told(code="K7M4Q"), by=person, now=NOW)

    assert Contact.objects.get(pk=contact.pk).case == case


def test_demonstration_has_cases_in_several_states_and_who_came_again_is_on_the_same_one(settings):
    settings.DEELE_NOTE_KEYS = "x" * 40
    factories.area()
    access.grant(accounts.user(email=demo.ADVISER), "beratung")

    demo.make(NOW)

    assert Case.objects.count() == len(demo_cases.STORIES)
    assert set(Case.objects.values_list("state", flat=True)) == {story.state for story in demo_cases.STORIES}
    assert Case.objects.filter(client_name="").count() == len(demo_cases.STORIES)
    assert max(case.contacts.count() for case in Case.objects.all()) == 2
