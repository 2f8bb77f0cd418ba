"""The money of a plan, as an adviser works on it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from deele.accompaniment.models import Application, FinderAnswers, FundsCall, MoneySource, MoneyUse, SuccessGoal
from deele.accompaniment.queries import finance_page
from deele.accompaniment.tests import factories, money
from deele.directory.tests.factories import staff
from deele.funding.tests import factories as funding

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    person = staff("beratung")
    client.force_login(person)
    return person


@pytest.fixture
def plan(adviser):
    return factories.plan(adviser=adviser)


def page(plan, name="money", *more):
    return reverse(f"accompaniment:{name}", args=[plan.pk, *more])


def test_from_an_empty_sheet_to_the_gap(client, plan):
    empty = client.get(page(plan)).content.decode()
    for given in ({"use": "bau", "cents": "900.000"}, {"use": "ruecklage", "cents": "100.000"}):
        client.post(page(plan, "money-use-new"), given)
    client.post(
        page(plan, "money-source-new"), {"instrument": "eigenkapital", "cents": "250.000", "status": "zugesagt"}
    )
    client.post(page(plan, "money-source-new"), {"instrument": "stiftung", "cents": "50.000", "status": "abgelehnt"})

    shown = client.get(page(plan))
    found = shown.context["page"]

    assert "Begin" in empty
    assert (found.needed, found.sure, found.gap, found.has_gap) == (
        "1.000.000\u00a0€", "250.000\u00a0€", "750.000\u00a0€", True,
    )  # fmt: skip
    assert [remark.key for remark in found.remarks] == ["gap", "equity-low"]
    assert [segment.kind for segment in found.source_bar] == ["zugesagt", "luecke"]
    assert [segment.width for segment in found.source_bar] == ["25.00", "75.00"]


def test_the_version_of_a_programme_is_a_limit(client, plan):
    version = funding.version(quota=50, amount_max=None)
    money.use(plan)
    source = money.source(plan, instrument="wohnen_pflege_im_alter", cents=60_000_000, programme_version=version)

    keys = [remark.key for remark in client.get(page(plan)).context["page"].remarks]

    assert "over-quota" in keys
    client.post(
        page(plan, "money-source", source.pk),
        {"instrument": "wohnen_pflege_im_alter", "cents": "500.000", "status": "angefragt", "version": "1",
         "programme_version": version.pk},
    )  # fmt: skip
    keys = [remark.key for remark in client.get(page(plan)).context["page"].remarks]
    assert "over-quota" not in keys


def test_a_double_click_is_one_line(client, plan):
    for _number in range(2):
        client.post(page(plan, "money-use-new"), {"use": "bau", "cents": "10", "token": "eins"})

    assert MoneyUse.objects.count() == 1


def test_two_who_write_see_the_conflict(client, plan):
    source = money.source(plan)
    address = page(plan, "money-source", source.pk)
    given = {"instrument": "bankdarlehen", "status": "zugesagt", "version": "1"}
    client.post(address, {**given, "cents": "1.000"})

    late = client.post(address, {**given, "cents": "2.000"})

    assert late.context["form"].conflict
    assert MoneySource.objects.get().cents == 100_000


@pytest.mark.parametrize("cents", ["", "viel", "-5", "9.999.999.999.999"])
def test_what_is_no_amount_is_named(client, plan, cents):
    answer = client.post(page(plan, "money-use-new"), {"use": "bau", "cents": cents})

    assert list(answer.context["form"].errors) == ["cents"]


def test_lines_are_removed(client, plan):
    source, use = money.source(plan), money.use(plan)
    client.post(page(plan, "money-source-remove", source.pk))
    client.post(page(plan, "money-use-remove", use.pk))

    assert not MoneySource.objects.exists()
    assert not MoneyUse.objects.exists()


def test_an_application_from_the_idea_to_the_first_call(client, plan):
    version = funding.version(checked_on=timezone.localdate())
    one = funding.round(version, deadline=timezone.localdate() + timedelta(days=20))
    today = timezone.localdate().isoformat()
    client.post(page(plan, "application-new"), {"programme_version": version.pk, "round": one.pk, "begun_on": today,
                                                "told_by": "traeger", "token": "eins"})  # fmt: skip
    made = Application.objects.get()
    desk = client.get("/schreibtisch/").content.decode()
    for number, to in enumerate(("antrag", "bewilligt", "mittelabruf"), start=1):
        given = {"to": to, "on": today, "told_by": "traeger", "version": number}
        more = {"granted_cents": "80.000"} if to == "bewilligt" else {}
        client.post(page(plan, "application-move", made.pk), {**given, **more})
    client.post(page(plan, "application-call-new", made.pk), {"called_on": today, "cents": "30.000"})
    client.post(page(plan, "application-goal-new", made.pk), {"title": "Treffen im Jahr", "target": "24"})

    shown = client.get(made.desk_url())

    assert made.desk_url() in desk
    assert Application.objects.get().state == "mittelabruf"
    assert (shown.context["called"], shown.context["left"]) == ("30.000\u00a0€", "50.000\u00a0€")
    assert SuccessGoal.objects.get().target == "24"
    assert "Angabe des Trägers" in shown.content.decode()
    call = FundsCall.objects.get()
    client.post(page(plan, "application-call", made.pk, call.pk), {"remove": "1"})
    assert not FundsCall.objects.exists()


def test_a_wrong_step_is_named_and_nothing_is_written(client, plan):
    one = money.application(plan)
    today = timezone.localdate().isoformat()

    unknown = client.post(page(plan, "application-move", one.pk), {"to": "bewilligt", "on": today, "version": "1"})
    ahead = client.post(page(plan, "application-move", one.pk),
                        {"to": "skizze", "on": "2099-01-01", "told_by": "traeger", "version": "1"})  # fmt: skip
    late = client.post(page(plan, "application-move", one.pk),
                       {"to": "skizze", "on": today, "told_by": "traeger", "version": "7"})  # fmt: skip

    assert "to" in unknown.context["move_form"].errors
    assert "on" in ahead.context["move_form"].errors
    assert late.context["move_form"].non_field_errors()
    assert Application.objects.get().state == "idee"


def test_a_step_is_taken_back_with_a_reason(client, plan):
    one = money.walk(money.application(plan), "skizze")

    client.post(page(plan, "application-take-back", one.pk), {"back-version": one.version, "back-reason": "Irrtum"})

    assert Application.objects.get().state == "idee"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"granted_cents": ""}, "granted_cents"), ({"sketch_on": "2026-11-01", "filed_on": "2026-10-01"}, "filed_on")],
)
def test_facts_that_cannot_be_are_named(client, plan, wrong, field):
    one = money.walk(money.application(plan), "antrag", "bewilligt")
    given = {"granted_cents": "80.000", "version": one.version}

    answer = client.post(page(plan, "application-facts", one.pk), {**given, **wrong})

    assert list(answer.context["form"].errors) == [field]


def test_a_round_of_another_version_is_refused(client, plan):
    version, other = funding.version(), funding.round(funding.version(funding.programme("Anderes")))

    answer = client.post(page(plan, "application-new"), {"programme_version": version.pk, "round": other.pk,
                                                         "begun_on": "2026-01-01", "told_by": "traeger"})  # fmt: skip

    assert list(answer.context["form"].errors) == ["round"]


def test_the_answers_of_the_finder_are_kept_with_the_plan(client, plan):
    address = "https://example.org/rechtsformen/?zweck=wohnen&kapital=keines&markt=unsinn"
    client.post(page(plan, "money-answers"), {"address": address})
    refused = client.post(page(plan, "money-answers"), {"address": "https://example.org/"}, follow=True)

    kept = finance_page.legal_form_of(plan)
    assert FinderAnswers.objects.get().answers == {"zweck": "wohnen", "kapital": "keines"}
    assert len(kept["best"]) == 3
    assert "alert--danger" in refused.content.decode()


def test_a_plan_of_another_area_is_not_there(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    one = money.application(factories.plan(area=factories.area("pflege")))
    client.force_login(staff("beratung", area=factories.area("wohnen")))

    assert client.get(page(one.plan)).status_code == 404
    assert client.get(one.desk_url()).status_code == 404


def test_the_sheet_asks_the_database_little(client, plan, django_assert_max_num_queries):
    for number in range(6):
        money.source(plan)
        money.use(plan)
        money.application(plan, version=funding.version(funding.programme(f"Programm {number}")))
    client.get(page(plan))

    with django_assert_max_num_queries(24):
        client.get(page(plan))
