"""Registering without an account and without scripts: one page, several people, nothing typed is lost."""

import time
from datetime import timedelta

import pytest
from django.core import signing
from django.core.cache import cache
from django.utils import timezone

from deele.core import seals
from deele.events.enums import Priority, Proof, RegistrationState, State
from deele.events.forms import registration as forms
from deele.events.models import Need, Registration
from deele.events.tests import factories
from deele.mail.models import OutgoingMail
from deele.mail.tests.factories import office
from deele.places.tests.factories import load_starter

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()
    office()


@pytest.fixture
def event():
    return factories.event("Exkursion Muster", starts_at=timezone.now() + timedelta(days=40), capacity=5)


def seal(seconds=60):
    return signing.dumps([int(time.time()) - seconds, "name-of-the-form"], salt=seals.SALT)


def typed(**more):
    given = {
        "name": "Teilnehmerin Muster",
        "email": "muster@example.org",
        "people": "1",
        "homepage": "",
        "seal": seal(),
    }
    return {**given, **more}


def send(client, event, **more):
    return client.post(f"/veranstaltungen/{event.pk}/anmelden/", typed(**more))


def errors(response):
    return set(response.context["form"].errors)


def test_one_person_registers_and_reads_what_happened(client, event):
    response = send(client, event)
    registration = Registration.objects.get()
    page = client.get(response["Location"])
    again = client.get(response["Location"])

    assert registration.state == RegistrationState.CONFIRMED
    assert [one.name for one in registration.participants.all()] == ["Teilnehmerin Muster"]
    assert registration.code in page.content.decode()
    assert page.content == again.content
    assert OutgoingMail.objects.get().to == "muster@example.org"


def test_a_form_sent_twice_is_one_registration(client, event):
    same = seal()
    first, second = (send(client, event, seal=same) for _number in range(2))

    assert first["Location"].split(":")[0] == second["Location"].split(":")[0]
    assert Registration.objects.count() == 1


def test_forged_receipts_show_nothing(client, event):
    factories.registration(event)

    for receipt in ("x", "MQ:1vNabc:forged", signing.dumps(1, salt="something else")):
        assert client.get(f"/veranstaltungen/{event.pk}/anmelden/danke/{receipt}/").status_code == 404


def test_a_full_event_puts_on_the_waiting_list_with_a_rank(client, event):
    factories.registration(event, seats=5)
    factories.registration(event, state=RegistrationState.WAITING)

    page = client.get(send(client, event)["Location"])

    assert page.context["registration"].state == RegistrationState.WAITING
    assert "2" in page.context["standing"].title


def test_one_more_person_keeps_everything_and_complains_of_nothing(client, event):
    factories.option(event, "Mittagessen")

    page = send(client, event, add="1", email="", p1_need="Rampe", remark="Danke")
    form = page.context["form"]

    assert (form.count, form.errors) == (2, {})
    assert [form[name].value() for name in ("name", "p1_need", "remark", "people")] == [
        "Teilnehmerin Muster", "Rampe", "Danke", "2",
    ]  # fmt: skip
    assert Registration.objects.count() == 0


def test_the_middle_one_of_three_is_taken_out(client, event):
    page = send(client, event, people="3", remove="2", p1_name="Eins", p2_name="Zwei", p3_name="Drei", p3_need="Rampe")
    form = page.context["form"]

    assert (form.count, form["p1_name"].value(), form["p2_name"].value(), form["p2_need"].value()) == (
        2, "Eins", "Drei", "Rampe",
    )  # fmt: skip


@pytest.mark.parametrize(
    "more", [{"people": "999"}, {"people": "x"}, {"people": "-1"}, {"people": "²"}, {"remove": "²"}]
)
def test_nonsense_in_hidden_fields_is_no_fault(client, event, more):
    assert send(client, event, **more).status_code in (200, 302)


def test_nobody_gets_more_people_in_than_the_event_allows(client, event):
    type(event).objects.filter(pk=event.pk).update(group_limit=2)

    page = send(client, event, people="2", add="1", p2_name="Zwei")

    assert (page.context["form"].count, page.context["form"].may_grow) == (2, False)


def test_two_people_with_prices_extras_needs_and_consents(client, event):
    type(event).objects.filter(pk=event.pk).update(has_participant_list=True, asks_photo_consent=True)
    regular, member = factories.price(event), factories.price(event, "Mitglied", 4800, proof=Proof.MEMBER)
    meat, veg = (factories.option(event, name, group="Essen", is_required=True) for name in ("Fleisch", "Gemüse"))
    dinner = factories.option(event, "Abendessen", amount_cents=2200, capacity=3)

    response = send(
        client, event, people="2", p2_name="Kollege Muster", p1_price=str(regular.pk), p2_price=str(member.pk),
        p1_group1=str(veg.pk), p2_group1=str(meat.pk), p2_extras=[str(dinner.pk)], p1_need="Rampe", p2_on_list="on",
        member_number="4711", invoice_address="Musterweg 1\n30159 Hannover", organisation="Gemeinde Muster",
    )  # fmt: skip
    registration = Registration.objects.get()
    one, two = registration.participants.all()

    assert response.status_code == 302
    assert registration.total_cents == 5900 + 4800 + 2200
    assert (registration.invoice_name, registration.member_number) == ("Gemeinde Muster", "4711")
    assert [choice.option.title for choice in two.choices.all()] == ["Fleisch", "Abendessen"]
    assert (one.on_list, two.on_list, one.photo_ok) == (False, True, False)
    assert Need.objects.get().text == "Rampe"


def test_invoice_is_asked_only_when_something_is_to_pay(client, event):
    free = factories.price(event, "Frei", 0)
    paid = factories.price(event)

    assert errors(send(client, event, p1_price=str(paid.pk))) == {"invoice_address"}
    assert send(client, event, p1_price=str(free.pk)).status_code == 302


def test_an_event_that_costs_nothing_asks_nothing_about_money(client, event):
    fields = client.get(f"/veranstaltungen/{event.pk}/anmelden/").context["form"].fields

    assert not {"invoice_address", "leitweg_id", "member_number", "channel", "is_resident"} & set(fields)


@pytest.mark.parametrize(("number", "good"), [("04011000-1234512345-06", True), ("04011000-1234512345-07", False)])
def test_leitweg_id_is_checked(client, event, number, good):
    factories.price(event)

    response = send(client, event, leitweg_id=number, invoice_address="Musterweg 1")

    assert (response.status_code == 302) is good


def test_full_extras_are_shown_and_cannot_be_chosen(client, event):
    dinner = factories.option(event, "Abendessen", capacity=1)
    taken = factories.registration(event).participants.get()
    taken.choices.create(option=dinner)

    page = client.get(f"/veranstaltungen/{event.pk}/anmelden/").content.decode()

    assert f'value="{dinner.pk}" id="id_p1_extras_0" disabled' in page
    assert errors(send(client, event, p1_extras=[str(dinner.pk)])) == {"p1_extras"}


def test_foreign_extras_and_prices_are_refused(client, event):
    other = factories.event("Andere")
    foreign_price, foreign_option = factories.price(other), factories.option(other)
    for number in range(2):
        factories.price(event, f"Preis {number}", 0)
    factories.option(event)

    found = errors(send(client, event, p1_price=str(foreign_price.pk), p1_extras=[str(foreign_option.pk)]))

    assert found == {"p1_price", "p1_extras"}


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "kaputt"}, "email"),
        ({"people": "2"}, "p2_name"),
        ({"place_text": "Gibtesnichtdorf"}, "place_text"),
        ({"homepage": "https://example.org"}, "homepage"),
        ({"seal": "kaputt"}, "seal"),
        ({"name": "ä" * 3000}, "name"),
        ({"p1_need": "x" * 2000}, "p1_need"),
        ({"name": "Zeichen\0"}, "name"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(client, event, more, field):
    page = send(client, event, remark="Danke für die Mühe", **more)

    assert errors(page) == {field}
    assert page.context["form"]["remark"].value() == "Danke für die Mühe"
    assert Registration.objects.count() == 0


def test_line_breaks_in_names_reach_no_header(client, event):
    send(client, event, name="Muster\r\nBcc: boese@example.org", p1_name="X\r\nBcc: boese@example.org")
    mail = OutgoingMail.objects.get()

    assert "\n" not in mail.subject + mail.to
    assert "\n" not in Registration.objects.get().contact_name


def test_only_for_residents_says_so_at_the_place(client, event):
    type(event).objects.filter(pk=event.pk).update(priority=Priority.RESIDENTS_ONLY)
    here = factories.place()

    assert errors(send(client, event)) == {"place_text"}
    assert send(client, event, place_text=here.key).status_code == 302


def test_several_places_of_one_name_are_offered(client, event):
    load_starter()

    page = send(client, event, place_text="21368")
    keys = [key for key, _words in page.context["form"].fields["place_pick"].choices]
    picked = send(client, event, place_text="21368", place_pick=keys[1])

    assert errors(page) == {"place_pick"}
    assert (len(keys), picked.status_code, Registration.objects.get().place.key) == (2, 302, keys[1])


@pytest.mark.parametrize("fields", [{"state": State.CLOSED}, {"state": State.CALLED_OFF}, {"registering": "ohne"}])
def test_closed_events_have_no_form_but_a_reason(client, event, fields):
    type(event).objects.filter(pk=event.pk).update(**fields)

    page = client.get(f"/veranstaltungen/{event.pk}/anmelden/")

    assert (page.status_code, bool(page.context["page"].problem), "form" in page.context) == (200, True, False)
    assert send(client, event).status_code == 200
    assert Registration.objects.count() == 0


def test_events_that_are_not_public_have_no_form(client, event):
    type(event).objects.filter(pk=event.pk).update(state=State.PLANNED)

    assert send(client, event).status_code == 404


def test_one_connection_may_not_send_without_end(client, event, monkeypatch):
    monkeypatch.setattr("deele.events.views.registering.PER_HOUR", 1)
    type(event).objects.filter(pk=event.pk).update(capacity=None)
    first, second = (send(client, event, seal=signing.dumps([0, str(n)], salt=seals.SALT)) for n in range(2))

    assert (first.status_code, second.status_code) == (302, 200)


def test_at_the_desk_nobody_needs_a_seal_or_an_address(event):
    from django.http import QueryDict  # noqa: PLC0415  only here

    data = QueryDict("name=Anruferin+Muster&people=1&channel=telefon")
    form = forms.bound(data, forms.offer_of(event), for_desk=True)

    assert form.is_valid(), form.errors
    assert (form.contact().name, form.contact().email, form.cleaned_data["channel"]) == (
        "Anruferin Muster", "", "telefon",
    )  # fmt: skip


def test_queries_of_the_form_do_not_grow_with_extras(client, event, django_assert_max_num_queries):
    counts = []
    client.get(f"/veranstaltungen/{event.pk}/anmelden/")
    for number in (1, 3):
        for more in range(number):
            factories.price(event, f"Preis {number} {more}")
            factories.option(event, f"Wahl {number} {more}", capacity=5)
        with django_assert_max_num_queries(20) as captured:
            client.get(f"/veranstaltungen/{event.pk}/anmelden/")
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_second_click_after_the_last_place_is_gone_finds_the_registration(client):
    """The first click took the last place; the second must not read that nothing is left."""
    small = factories.event("Kleine Runde", starts_at=timezone.now() + timedelta(days=40), capacity=1)
    small.has_waiting_list = False
    small.save()
    same = seal()

    first, second = (send(client, small, seal=same) for _number in range(2))

    assert second.status_code == first.status_code == 302
    assert Registration.objects.count() == 1
    assert send(client, small, seal=signing.dumps([1, "x"], salt="forged")).status_code == 200
