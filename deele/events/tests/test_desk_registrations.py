"""Registrations at the desk: reading, entering, deciding."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from deele.audit.models import Entry as LogEntry
from deele.directory.tests.factories import staff
from deele.events import enums
from deele.events.enums import Channel, Proof, ProofState, RegistrationState
from deele.events.models import Registration
from deele.events.tests.registering import an_event, option, price, register
from deele.mail.models import OutgoingMail

pytestmark = pytest.mark.django_db
S = RegistrationState


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.DEELE_SECOND_FACTOR = False


@pytest.fixture
def worker(client):
    client.force_login(staff("veranstaltung"))
    return client


@pytest.fixture
def event():
    return an_event(capacity=2, starts=timezone.now() + timedelta(days=60))


def booked(event, *names, **more):
    return register(event, *names, now=timezone.now(), **more)


def at(registration, name):
    return reverse(f"events:{name}", args=[registration.event_id, registration.pk])


def fresh(registration):
    return Registration.objects.get(pk=registration.pk)


def test_the_list_shows_people_sums_and_why_somebody_waits(worker, event):
    lunch = option(event, "Mittagessen", capacity=10)
    booked(event, "Anna", "Bert", options=(lunch.pk,))
    booked(event, "Cleo")
    url = reverse("events:desk-registrations", args=[event.pk])
    page = worker.get(url)
    assert [row.names for row in page.context["rows"]] == [["Anna", "Bert"]]
    assert [(one.title, room.taken) for one, room in page.context["sums"].options] == [("Mittagessen", 2)]
    assert {tab["count"] for tab in page.context["tabs"]} >= {1, 0, 2}
    (waiting,) = worker.get(f"{url}?tab=warteliste").context["waiting"]
    assert waiting.rank == 1
    assert waiting.why


def test_search_finds_by_number_and_by_the_name_of_a_companion(worker, event):
    made = booked(event, "Anna", "Bert")
    url = reverse("events:desk-registrations", args=[event.pk])
    for words in (made.code.lower(), "bert", "anna@example"):
        assert [row.registration.pk for row in worker.get(url, {"q": words}).context["rows"]] == [made.pk]


def test_reading_a_registration_is_written_down_and_needs_stand_only_here(worker, event):
    made = booked(event, "Anna", need="Rollstuhl")
    page = worker.get(at(made, "desk-registration")).content.decode()
    assert "Rollstuhl" in page
    assert LogEntry.objects.filter(event=enums.LOOKED.key).count() == 1
    listed = worker.get(reverse("events:desk-registrations", args=[event.pk])).content.decode()
    assert "Rollstuhl" not in listed


def test_an_editor_without_the_power_sees_no_registration(client, event):
    client.force_login(staff("redaktion"))
    made = booked(event, "Anna")
    assert client.get(at(made, "desk-registration")).status_code == 403
    assert not LogEntry.objects.filter(event=enums.LOOKED.key).exists()


def test_a_registration_of_another_event_is_not_found_here(worker, event):
    made = booked(event, "Anna")
    other = an_event(title="Anderes")
    assert worker.get(reverse("events:desk-registration", args=[other.pk, made.pk])).status_code == 404


def test_cancelling_free_of_charge_lets_the_next_move_up(worker, event):
    event.cancel_fee_percent, event.closes_at = 100, timezone.now() + timedelta(days=1)
    event.save()
    fee = price(event)
    made = booked(event, "Anna", "Bert", price_pk=fee.pk)
    waiting = booked(event, "Cleo", price_pk=fee.pk)
    event.closes_at = timezone.now() - timedelta(days=1)
    event.save()
    worker.post(at(made, "desk-cancel"), {"reason": "Krank", "free_of_charge": "on"})
    assert (fresh(made).state, fresh(made).cancel_fee_cents) == (S.CANCELLED, 0)
    assert fresh(waiting).state == S.OFFERED


def test_an_offer_by_hand_and_the_answer_on_the_telephone(worker, event):
    booked(event, "Anna")
    pair, single = booked(event, "Bert", "Cleo"), booked(event, "Dora")
    assert (pair.state, single.state) == (S.WAITING, S.CONFIRMED)
    worker.post(at(pair, "desk-offer"))
    assert fresh(pair).state == S.WAITING  # two do not fit
    event.capacity, event.has_waiting_list, event.version = 4, True, event.version + 1
    event.save()
    worker.post(at(pair, "desk-offer"))
    assert fresh(pair).state == S.OFFERED
    worker.post(at(pair, "desk-answer"), {"answer": "nein"})
    assert fresh(pair).state == S.DECLINED
    worker.post(at(pair, "desk-answer"), {"answer": "wieder"})
    assert fresh(pair).state == S.OFFERED  # there is room, so it moves up at once
    worker.post(at(pair, "desk-answer"), {"answer": "ja"})
    assert fresh(pair).state == S.CONFIRMED


def test_a_proof_is_accepted_or_refused(worker, event):
    price(event, 6900, "Regulär")
    lower = price(event, 4800, "Mitglied", proof=Proof.MEMBER)
    made = booked(event, "Anna", price_pk=lower.pk)
    person = made.participants.get()
    assert person.proof == ProofState.CLAIMED
    url = reverse("events:desk-proof", args=[event.pk, made.pk, person.pk])
    worker.post(url, {"accepted": "nein"})
    person.refresh_from_db()
    assert (person.proof, fresh(made).total_cents) == (ProofState.REFUSED, 6900)


def test_the_own_link_is_sent_again(worker, event):
    made = booked(event, "Anna")
    before = OutgoingMail.objects.count()
    worker.post(at(made, "desk-link"))
    assert OutgoingMail.objects.count() == before + 1


def phone(**more):
    return {
        "people": "1", "name": "Teilnehmerin Muster", "phone": "0511 12345", "channel": "telefon", "p1_name": "",
        "token": "einmal", **more,
    }  # fmt: skip


def test_a_registration_by_telephone_needs_no_address_and_counts_once(worker, event):
    url = reverse("events:desk-registration-new", args=[event.pk])
    for _again in range(2):
        assert worker.post(url, phone()).status_code == 302
    made = Registration.objects.get()
    assert (made.channel, made.contact_email, made.state) == (Channel.PHONE, "", S.CONFIRMED)
    assert not OutgoingMail.objects.exists()


def test_overbooking_takes_a_tick(worker, event):
    booked(event, "Anna", "Bert")
    url = reverse("events:desk-registration-new", args=[event.pk])
    worker.post(url, phone())
    assert Registration.objects.latest("pk").state == S.WAITING
    worker.post(url, phone(token="zweimal", by_hand="1"))
    assert Registration.objects.latest("pk").state == S.CONFIRMED


def test_a_closed_event_is_refused_in_words_and_everything_stays(worker, event):
    event.closes_at = timezone.now() - timedelta(hours=1)
    event.save()
    page = worker.post(reverse("events:desk-registration-new", args=[event.pk]), phone())
    assert page.status_code == 200
    assert "0511 12345" in page.content.decode()
    assert not Registration.objects.exists()


def test_a_registration_is_changed_at_the_desk(worker, event):
    made = booked(event, "Anna")
    page = worker.get(at(made, "desk-registration-change"))
    assert page.context["form"]["email"].value() == "anna@example.org"
    person = made.participants.get()
    data = {"people": "1", "name": "Anna Neu", "email": "neu@example.org", "p1_pk": person.pk, "p1_name": "Anna Neu"}
    response = worker.post(at(made, "desk-registration-change"), data)
    assert response.status_code == 302, response.context["form"].errors
    assert (fresh(made).contact_email, made.participants.get().name) == ("neu@example.org", "Anna Neu")


def test_the_desk_tells_what_waits_and_finds_people(worker, event):
    made = booked(event, "Anna")
    found = worker.get(reverse("desk:search"), {"q": made.code}).content.decode()
    assert made.code in found
    assert worker.get(reverse("desk:start")).status_code == 200


def test_search_hides_people_from_those_without_the_power(client, event):
    made = booked(event, "Anna")
    client.force_login(staff("redaktion"))
    assert made.desk_url() not in client.get(reverse("desk:search"), {"q": "Anna"}).content.decode()
