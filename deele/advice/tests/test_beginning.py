"""A case begins an accompaniment: one plan, and nothing of the client in it."""

import pytest
from django.urls import reverse

from deele.accompaniment.models import Plan
from deele.advice.actions import anonymising, beginning, life
from deele.advice.enums import CaseState
from deele.advice.models import Case
from deele.advice.tests import factories
from deele.advice.tests.factories import NOW
from deele.core.versions import Conflict
from deele.directory.tests.factories import place, staff
from deele.privacy.actions.erasure import erase_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    person = staff("beratung")
    client.force_login(person)
    return person


def begin(case, by, **given):
    return beginning.begin(case=case, **{"title": "Wohnhof Muster", "place": place(), **given}, by=by, now=NOW)


def test_case_makes_one_plan_that_knows_nothing_of_it(adviser):
    case = factories.named_case(by=adviser, audience="kommune_politik")

    plan = begin(case, adviser)

    case.refresh_from_db()
    assert (case.state, case.plan) == (CaseState.BEGUN, plan)
    assert "begleitung_begonnen" in case.results
    assert (plan.area, plan.adviser, plan.carrier, plan.impulse) == (case.area, adviser, "kommune", "top_down")
    assert plan.phases.count() == 1
    told = " ".join(map(str, Plan.objects.values_list().get()))
    assert not [word for word in ("Ratsuchende", "0511", "zurückgerufen", case.code) if word in told]
    assert not [one for one in Plan._meta.related_objects if one.related_model is Case and one.get_accessor_name()]


def test_case_that_goes_on_and_begins_again_keeps_its_plan(adviser):
    case = factories.case(by=adviser)
    plan = begin(case, adviser)
    life.move(case=Case.objects.get(), to=CaseState.WORKING, by=adviser, now=NOW)

    assert begin(Case.objects.get(), adviser) == plan
    assert Plan.objects.count() == 1


def test_second_of_two_who_begin_is_told_and_makes_no_plan(adviser):
    factories.case(by=adviser)
    hers, his = Case.objects.get(), Case.objects.get()
    begin(hers, adviser)

    with pytest.raises(Conflict):
        begin(his, adviser)
    assert Plan.objects.count() == 1


def test_page_asks_for_title_and_place_and_leads_to_the_plan(client, adviser):
    case = factories.named_case(by=adviser)
    page = reverse("advice:case-move", args=[case.pk]) + "?nach=begleitung_begonnen"
    form = client.get(page).context["form"]
    sent = {"to": "begleitung_begonnen", "version": form["version"].value(), "place": form["place"].value()}

    empty = client.post(page, {**sent, "title": ""})
    done = client.post(page, {**sent, "title": "Wohnhof Muster"})

    assert "title" in empty.context["form"].errors
    assert done.url == Plan.objects.get().desk_url()
    assert "Wohnhof Muster" in client.get(reverse("advice:case", args=[case.pk])).content.decode()


def test_client_is_erased_while_the_plan_goes_on(adviser):
    case = factories.named_case(by=adviser)
    plan = begin(case, adviser)
    before = Plan.objects.values().get()

    erase_person(email=case.client_email, now=NOW, by=staff("leitung"))

    case.refresh_from_db()
    assert (case.state, case.client_name, case.plan) == (CaseState.ANONYMOUS, "", None)
    assert Plan.objects.values().get() == before
    assert plan.phases.count() == 1


def test_anonymised_case_no_longer_leads_to_its_plan(adviser):
    case = factories.named_case(by=adviser)
    begin(case, adviser)

    anonymising.anonymise(case=Case.objects.get(), by=adviser, now=NOW)

    assert Case.objects.get().plan is None
    assert Plan.objects.exists()
