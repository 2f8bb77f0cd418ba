"""One's own registration behind the link of the mail: looking changes nothing, everything else is one button."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from icalendar import Calendar

from deele.accounts.models import MailLink
from deele.core import seals
from deele.events.actions import links, registrations
from deele.events.enums import RegistrationState, State
from deele.events.kinds import Contact, Person
from deele.events.models import Registration
from deele.events.tests import factories
from deele.events.tests.test_register_form import seal
from deele.mail.models import OutgoingMail
from deele.mail.tests.factories import office

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def _house():
    cache.clear()
    office()


@pytest.fixture
def event():
    return factories.event("Exkursion Muster", starts_at=timezone.now() + timedelta(days=40), capacity=5)


def address(registration, more=""):
    return f"/anmeldung/{links.issue(registration, now=timezone.now())}/{more}"


def registered(event, *names, **more):
    contact = Contact(name=names[0], email="muster@example.org")
    people = [Person(name=name, **more) for name in names]
    return registrations.register(event=event, contact=contact, people=people, by=None, now=timezone.now())


def state(registration):
    return Registration.objects.get(pk=registration.pk).state


@pytest.mark.parametrize("wanted", RegistrationState.values)
def test_looking_changes_nothing_in_any_state(client, event, wanted):
    registration = factories.registration(event, state=wanted)
    before = Registration.objects.values().get(pk=registration.pk)
    home = address(registration)

    for more in ("", "absagen/", "termin.ics"):
        assert client.get(home + more).status_code == 200
    client.get(f"{home}aendern/")
    client.get(f"{home}antwort/")

    assert Registration.objects.values().get(pk=registration.pk) == before
    assert MailLink.objects.filter(used_at__isnull=False).count() == 0


@pytest.mark.parametrize("more", ["", "aendern/", "absagen/", "termin.ics"])
def test_unknown_and_old_links_say_what_to_do(client, event, more):
    old = links.issue(factories.registration(event), now=timezone.now() - timedelta(days=800))
    MailLink.objects.update(expires_at=timezone.now() - timedelta(days=1))

    for token in ("erfunden", old):
        page = client.get(f"/anmeldung/{token}/{more}")
        assert (page.status_code, b'href="/anmeldung/"' in page.content) == (410, True)


def test_an_offer_is_accepted_by_a_button_and_twice_is_once(client, event):
    until = timezone.now() + timedelta(hours=48)
    registration = factories.registration(event, state=RegistrationState.OFFERED, offered_until=until)
    home = address(registration)

    assert client.get(home).context["is_offered"]
    for _number in range(2):
        client.post(f"{home}antwort/", {"answer": "accept"})

    assert state(registration) == RegistrationState.CONFIRMED
    assert OutgoingMail.objects.filter(purpose="events.confirmed").count() == 1


def test_an_offer_is_declined_and_the_next_is_asked(client, event):
    type(event).objects.filter(pk=event.pk).update(capacity=1)
    first = factories.registration(event, state=RegistrationState.OFFERED)
    second = factories.registration(event, state=RegistrationState.WAITING)
    home = address(first)

    client.post(f"{home}antwort/", {"answer": "decline"})

    assert (state(first), state(second)) == (RegistrationState.DECLINED, RegistrationState.OFFERED)
    client.post(f"{home}antwort/", {"answer": "again"})
    assert state(first) == RegistrationState.WAITING


@pytest.mark.parametrize("answer", ["", "erfunden", "accept"])
def test_answers_that_do_not_fit_change_nothing(client, event, answer):
    registration = factories.registration(event, state=RegistrationState.WAITING)

    assert client.post(address(registration, "antwort/"), {"answer": answer}).status_code == 302
    assert state(registration) == RegistrationState.WAITING


def test_people_are_changed_added_and_left_out(client, event):
    lunch = factories.option(event)
    registration = registered(event, "Eins Muster", "Zwei Muster")
    home = address(registration, "aendern/")
    form = client.get(home).context["form"]
    typed = {name: form[name].value() for name in form.fields}
    typed = {name: value for name, value in typed.items() if value not in (None, "", False)}
    typed |= {"p2_name": "Drei Muster", "p2_pk": "", "p1_extras": [str(lunch.pk)]}

    assert client.post(home, typed).status_code == 302
    people = registration.participants.filter(cancelled_at=None)

    assert [one.name for one in people] == ["Eins Muster", "Drei Muster"]
    assert people[0].choices.get().option == lunch
    assert Registration.objects.get().contact_email == "muster@example.org"


def test_one_more_person_than_there_is_room_for_is_refused_and_nothing_lost(client, event):
    type(event).objects.filter(pk=event.pk).update(capacity=1)
    registration = registered(event, "Eins Muster")
    one = registration.participants.get()

    page = client.post(
        address(registration, "aendern/"),
        {"name": "Eins Muster", "people": "2", "p1_pk": one.pk, "p2_name": "Zwei Muster", "remark": "Bitte"},
    )

    assert page.context["form"].non_field_errors()
    assert page.context["form"]["remark"].value() == "Bitte"
    assert Registration.objects.get().seats == 1


def test_an_extra_one_has_already_stays_choosable_when_it_is_full(client, event):
    dinner = factories.option(event, "Abendessen", capacity=1)
    registration = registered(event, "Eins Muster", options=(dinner.pk,))

    page = client.get(address(registration, "aendern/")).content.decode()

    assert f'value="{dinner.pk}" id="id_p1_extras_0" checked' in page
    assert " disabled>" not in page


def test_fee_stands_there_before_one_cancels(client, event):
    late = {"cancel_free_until": timezone.now() - timedelta(days=1), "cancel_fee_percent": 50}
    type(event).objects.filter(pk=event.pk).update(**late)
    price = factories.price(event, amount_cents=5000)
    registration = registered(event, "Eins Muster", "Zwei Muster", price_pk=price.pk)
    two = registration.participants.last()
    home = address(registration, "absagen/")

    labels = dict(client.get(home).context["form"].fields["who"].choices)
    client.post(home, {"who": [two.pk]})
    registration.refresh_from_db()

    assert "25,00" in labels[str(two.pk)]
    assert (registration.seats, registration.cancel_fee_cents) == (1, 2500)
    assert state(registration) == RegistrationState.CONFIRMED


def test_cancelling_for_all_ends_the_registration_and_frees_the_seats(client, event):
    type(event).objects.filter(pk=event.pk).update(capacity=2)
    registration = registered(event, "Eins Muster", "Zwei Muster")
    waits = factories.registration(event, state=RegistrationState.WAITING)
    people = [one.pk for one in registration.participants.all()]

    client.post(address(registration, "absagen/"), {"who": people, "reason": "krank"})

    assert (state(registration), state(waits)) == (RegistrationState.CANCELLED, RegistrationState.OFFERED)
    assert Registration.objects.get(pk=registration.pk).cancel_reason == "krank"


def test_who_comes_alone_has_nothing_to_choose(client, event):
    registration = registered(event, "Eins Muster")
    home = address(registration, "absagen/")

    assert "who" not in client.get(home).context["form"].fields
    client.post(home, {})
    assert state(registration) == RegistrationState.CANCELLED
    assert client.post(home, {}).status_code == 200  # a second click finds it done


def test_nobody_cancels_for_strangers(client, event):
    mine, other = registered(event, "Eins Muster", "Zwei Muster"), factories.registration(event)

    page = client.post(address(mine, "absagen/"), {"who": [other.participants.get().pk]})

    assert page.context["form"].errors
    assert state(other) == RegistrationState.CONFIRMED


def test_own_calendar_file_has_the_meeting_link(client, event):
    type(event).objects.filter(pk=event.pk).update(meeting_link="https://meet.example.org/raum")
    registration = factories.registration(event)

    response = client.get(address(registration, "termin.ics"))

    assert "meet.example.org" in Calendar.from_ical(response.content).walk("VEVENT")[0]["DESCRIPTION"]
    assert "no-store" in response["Cache-Control"]


def test_a_past_registration_can_be_seen_and_not_changed(client, event):
    registration = factories.registration(event)
    home = address(registration)
    past = timezone.now() - timedelta(days=2)
    type(event).objects.filter(pk=event.pk).update(starts_at=past, ends_at=past, state=State.HELD)

    assert client.get(home).context["may_change"] is False
    assert client.get(f"{home}aendern/").status_code == 302
    assert b"<form" not in client.get(f"{home}absagen/").content


def test_link_is_sent_again_and_the_answer_is_the_same_for_everybody(client, event):
    registered(event, "Eins Muster")
    before = OutgoingMail.objects.count()
    typed = {"homepage": "", "seal": seal()}

    known = client.post("/anmeldung/", {"email": "MUSTER@example.org", **typed})
    unknown = client.post("/anmeldung/", {"email": "niemand@example.org", **typed})

    assert known.content.replace(b"MUSTER@", b"niemand@") == unknown.content
    assert OutgoingMail.objects.count() == before + 1
    assert OutgoingMail.objects.latest("pk").to == "muster@example.org"


def test_asking_for_links_has_a_limit(client, event, monkeypatch):
    monkeypatch.setattr("deele.events.views.hold.PER_HOUR", 1)
    registered(event, "Eins Muster")
    typed = {"email": "muster@example.org", "homepage": "", "seal": seal()}
    client.post("/anmeldung/", typed)
    before = OutgoingMail.objects.count()

    assert client.post("/anmeldung/", typed).context["form"].non_field_errors()
    assert OutgoingMail.objects.count() == before


def test_seals_are_asked_for(client, event):
    page = client.post("/anmeldung/", {"email": "muster@example.org", "homepage": "", "seal": seals.sealed()})

    assert set(page.context["form"].errors) == {"seal"}
