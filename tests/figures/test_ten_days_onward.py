"""The same ten days, for what follows a call: enquiries and their answers, referrals, plans that move on, money.

As in `test_ten_days` the script keeps its own paper and knows nothing of how the house counts.
"""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from deele.access.tests.factories import grant
from deele.accompaniment.actions import phases, plans
from deele.accompaniment.kinds import PhaseTold
from deele.accompaniment.models import Plan
from deele.accompaniment.tests import money
from deele.accounts.tests.factories import user
from deele.advice.actions import cases, enquiries, enquiry_counting, referrals
from deele.advice.models import Referral
from deele.advice.tests import factories
from deele.core.dates import PartialDate, Precision
from deele.directory.tests.factories import place
from deele.funding.tests import factories as funding
from deele.reporting import queries
from deele.reporting.kinds import Ask, measures

pytestmark = [pytest.mark.django_db, pytest.mark.postgres, pytest.mark.slow]
MONDAY = date(2026, 3, 2)
WORKDAYS = [MONDAY + timedelta(7 * week + day) for week in range(2) for day in range(5)]
ORDER = ("kerngruppe", "konzept", "objektsuche", "machbarkeit", "planung", "bau", "einzug")


def noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


class Office:
    """Two areas of work, an adviser each, and the paper on which the script counts."""

    def __init__(self, seed):
        self.rng, self.paper, self.number = random.Random(seed), [], 0
        self.town = place("03361007", "Kirchlinteln")
        self.version = funding.version(checked_on=MONDAY)
        self.people = []
        for key in ("wohnen", "pflege"):
            area = factories.area(key)
            self.people.append((grant(user(), "beratung", area=area).user, area))
        self.open_enquiries, self.open_plans = [], []

    def note(self, what, area, day, **more):
        self.paper.append({"what": what, "area": area.pk, "day": day, **more})

    def play(self):
        deeds = (self.question, self.answer, self.refer, self.plan, self.move_on, self.stop, self.money)
        for number, day in enumerate(WORKDAYS):
            for _deed in range(self.rng.randint(9, 14)):
                adviser, area = self.rng.choice(self.people)
                self.rng.choice(deeds)(adviser, area, day, number)

    def question(self, _adviser, area, day, number):
        asked = enquiries.Asked(text="Wie beginnen wir?", topic="einstieg", email="frage@example.org", place=self.town)
        self.open_enquiries.append((enquiries.take_in(asked=asked, now=noon(day), area=area), area, day, number))

    def answer(self, adviser, _area, day, number):
        """Sometimes it is counted as a contact, too, and an impatient hand clicks twice."""
        if not self.open_enquiries:
            return
        enquiry, area, arrived, at = self.open_enquiries.pop(0)
        for _click in range(self.rng.choice((1, 2))):
            enquiries.answer(
                enquiry=enquiry, text="So.", had_nothing=False, by=adviser, now=noon(day), form=f"antwort-{enquiry.pk}"
            )
        self.note("answer", area, arrived, days=number - at)
        enquiry.refresh_from_db()
        if self.rng.random() < 0.6:
            enquiry_counting.count(
                enquiry=enquiry, kind="erst", duration="bis_15", results=[], by=adviser, now=noon(day)
            )
            self.note("first", area, day)

    def refer(self, adviser, area, day, _number):
        told = factories.told(area=area, place=self.town, happened_on=day)
        contact = factories.contacts.log(told=told, by=adviser, now=noon(day))
        self.note("first", area, day)
        case = cases.open_from_contact(contact=contact, by=adviser, now=noon(day))
        referral = Referral(made_on=day, target_kind="nbank", target_name="NBank", handover="adresse")
        referrals.refer(case=case, referral=referral, by=adviser, now=noon(day))
        self.note("referral", area, day)

    def plan(self, adviser, area, day, _number):
        self.number += 1
        plan = Plan(
            title=f"Hof {self.number}", area=area, adviser=adviser, place=self.town, state="laufend", begun_on=day,
            carrier="gruppe", kinds=["gemeinschaftliches_wohnprojekt"], dwellings_made=self.rng.choice((8, 12, None)),
        )  # fmt: skip
        told = PhaseTold(ORDER[0], PartialDate(day, Precision.DAY))
        plans.begin(plan=plan, told=told, by=adviser, now=noon(day), token=f"plan-{self.number}")
        self.open_plans.append([plan, area, 0, adviser])
        self.note("begun", area, day, plan=plan.pk)
        self.note("phase", area, day, phase=ORDER[0], plan=plan.pk)

    def move_on(self, _adviser, _area, day, _number):
        """A phase further, now and then two."""
        if not self.open_plans:
            return
        kept = self.rng.choice(self.open_plans)
        plan, area, at, adviser = kept
        kept[2] = min(at + self.rng.choice((1, 1, 2)), len(ORDER) - 1)
        if kept[2] == at:
            return
        told = PhaseTold(ORDER[kept[2]], PartialDate(day, Precision.DAY), reason="So war es.")
        phases.enter(plan=plan, told=told, by=adviser, now=noon(day))
        self.note("phase", area, day, phase=ORDER[kept[2]], plan=plan.pk, dwellings=plan.dwellings_made or 0)

    def stop(self, _adviser, _area, day, _number):
        if len(self.open_plans) < 3:
            return
        plan, area, _at, adviser = self.open_plans.pop(0)
        state = self.rng.choice(("abgebrochen", "abgeschlossen"))
        plan = Plan.objects.get(pk=plan.pk)
        plans.move(plan=plan, state=state, by=adviser, now=noon(day), stopped_for="finanzierung")
        self.note("ended", area, day, state=state, plan=plan.pk)

    def money(self, _adviser, _area, day, _number):
        if not self.open_plans:
            return
        plan, area, _at, adviser = self.rng.choice(self.open_plans)
        one = money.application(plan, by=adviser, begun_on=day, version=self.version)
        money.walk(one, "skizze", "rueckmeldung", "antrag", on=day, by=adviser, now=noon(day))
        self.note("filed", area, day)


def expected(paper):
    """Each measure counted by hand."""

    def of(what, **wanted):
        return [one for one in paper if one["what"] == what and all(one[key] == value for key, value in wanted.items())]

    answers, ended = of("answer"), {one["plan"] for one in of("ended")}
    moved = of("phase", phase="einzug")
    return {
        "B1": len(of("first")),
        "B5a": sum(one["days"] <= 2 for one in answers) / len(answers) if answers else None,
        "B5b": sum(one["days"] <= 5 for one in answers) / len(answers) if answers else None,
        "B6": len(of("referral")),
        "P1": sum(one["plan"] not in ended for one in of("begun")),
        "P1n": len(of("begun")),
        "P1e": len(ended),
        "P2": len(of("phase")),
        "P2e": len({one["plan"] for one in moved}),
        "P2w": sum(one["dwellings"] for one in moved),
        "P3": len(of("ended", state="abgebrochen")),
        "F1c": len(of("filed")),
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_house_counts_what_the_script_counted(seed):
    office = Office(seed)
    office.play()
    assert {one["what"] for one in office.paper} >= {"answer", "first", "referral", "begun", "phase", "ended", "filed"}

    half = WORKDAYS[4]
    for until in (WORKDAYS[-1], half):
        for areas in (None, *(frozenset({area.pk}) for _adviser, area in office.people)):
            paper = [one for one in office.paper if one["day"] <= until and (areas is None or one["area"] in areas)]
            for key, number in expected(paper).items():
                counted = queries.total(measures.get(key), Ask(MONDAY, until, areas))
                assert counted == pytest.approx(number), (key, areas)
