"""Registering: who gets in, who waits, who is told what."""

from datetime import timedelta

import pytest

from deele.audit.models import Entry as LogEntry
from deele.directory.tests.factories import place
from deele.events.actions import choices, registrations
from deele.events.enums import Priority, Proof, ProofState, RegistrationState, State
from deele.events.kinds import Contact, InvoiceTo, Person
from deele.events.models import CarrierMember, Need, Participant, Registration
from deele.events.queries.room import option_rooms, room
from deele.events.tests.registering import NOW, STARTS, an_event, option, price, register
from deele.mail.models import OutgoingMail

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
S = RegistrationState


def test_registration_is_confirmed_while_there_is_room():
    event = an_event(2)

    made = register(event, "Teilnehmerin Muster", "Kollege Muster")

    assert made.state == S.CONFIRMED
    assert room(event).free == 0
    assert [one.name for one in made.participants.all()] == ["Teilnehmerin Muster", "Kollege Muster"]
    mail = OutgoingMail.objects.get(purpose="events.confirmed")
    assert made.code in mail.body
    assert LogEntry.objects.filter(event="registration.made").count() == 1


def test_registration_without_room_waits_and_takes_no_place():
    event = an_event(1)
    register(event, "Erste Muster")

    second = register(event, "Zweite Muster")

    assert second.state == S.WAITING
    assert second.waiting_since == NOW
    assert room(event).taken == 1
    assert room(event).waiting == 1
    assert OutgoingMail.objects.filter(purpose="events.waiting").count() == 1


def test_group_waits_together_when_only_part_of_it_fits():
    event = an_event(2)
    register(event, "Erste Muster")

    assert register(event, "Zweite Muster", "Dritte Muster").state == S.WAITING


def test_newcomer_does_not_overtake_somebody_who_fits():
    event = an_event(2)
    register(event, "Erste Muster")
    waiting = register(event, "Gruppe Muster", "Gruppe Zwei")
    event.capacity = 3  # raised by hand, the job has not run yet
    event.save()

    newcomer = register(event, "Neue Muster")

    assert waiting.state == S.WAITING
    assert newcomer.state == S.WAITING


def test_single_may_take_the_seat_a_waiting_group_cannot_use():
    event = an_event(2)
    register(event, "Erste Muster")
    register(event, "Gruppe Muster", "Gruppe Zwei")

    assert register(event, "Einzelne Muster").state == S.CONFIRMED


def test_full_event_without_waiting_list_says_so():
    event = an_event(1, has_waiting_list=False)
    register(event, "Erste Muster")

    with pytest.raises(registrations.EventFull):
        register(event, "Zweite Muster")

    assert Registration.objects.count() == 1


def test_too_large_group_without_waiting_list_reads_how_many_are_left():
    event = an_event(3, has_waiting_list=False)
    register(event, "Erste Muster")

    with pytest.raises(registrations.EventFull, match="2"):
        register(event, "A Muster", "B Muster", "C Muster")


def test_same_form_sent_twice_is_one_registration():
    event = an_event(5)

    first = register(event, "Erste Muster", form="siegel-1")
    second = register(event, "Erste Muster", form="siegel-1")

    assert first.pk == second.pk
    assert Registration.objects.count() == 1
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.CLOSED},
        {"state": State.CALLED_OFF},
        {"state": State.PLANNED},
        {"closes_at": NOW},
        {"opens_at": NOW + timedelta(seconds=1)},
        {"registering": "extern"},
        {"registering": "ohne"},
        {"starts": NOW - timedelta(hours=7)},
    ],
)
def test_closed_event_takes_nobody(fields):
    event = an_event(5, **fields)

    with pytest.raises(registrations.RegistrationClosed):
        register(event, "Erste Muster")


def test_office_may_let_people_in_by_hand():
    event = an_event(1, state=State.CLOSED)
    register(event, "Erste Muster", by_hand=True)

    second = register(event, "Zweite Muster", by_hand=True)

    assert second.state == S.CONFIRMED
    assert room(event).free == 0


def test_deadline_is_kept_to_the_second():
    event = an_event(5, closes_at=NOW + timedelta(seconds=1))

    assert register(event, "Erste Muster").state == S.CONFIRMED


def test_nobody_and_too_many_are_refused():
    event = an_event(50, group_limit=2)

    with pytest.raises(registrations.TooMany):
        registrations.register(event=event, contact=Contact("Leer Muster"), people=[], by=None, now=NOW)
    with pytest.raises(registrations.TooMany):
        register(event, "A Muster", "B Muster", "C Muster")


def test_people_from_elsewhere_wait_until_the_day_given_although_there_is_room():
    event = an_event(5, priority=Priority.RESIDENTS_FIRST, priority_until=NOW + timedelta(days=9))

    assert register(event, "Fremde Muster").state == S.WAITING
    assert register(event, "Hiesige Muster", is_resident=True).state == S.CONFIRMED


def test_resident_does_not_stand_behind_somebody_from_elsewhere_who_waits():
    event = an_event(None, priority=Priority.RESIDENTS_FIRST, priority_until=NOW + timedelta(days=9))
    register(event, "Fremde Muster")

    assert register(event, "Hiesige Muster", is_resident=True).state == S.CONFIRMED


def test_event_for_residents_only_refuses_others():
    event = an_event(5, priority=Priority.RESIDENTS_ONLY)

    with pytest.raises(registrations.ResidentsOnly):
        register(event, "Fremde Muster")


def test_place_named_decides_who_is_a_resident():
    event = an_event(5, priority=Priority.RESIDENTS_ONLY)
    here, elsewhere = place("03361007", "Kirchlinteln"), place("15001000", "Dessau")
    contact = Contact("Hiesige Muster", "h@example.org", place_pk=here.pk)

    assert register(event, "Hiesige Muster", contact=contact).is_resident
    with pytest.raises(registrations.ResidentsOnly):
        register(event, "Fremde Muster", contact=Contact("Fremde Muster", place_pk=elsewhere.pk, is_resident=True))


def test_prices_are_frozen_and_summed_with_extras():
    event = an_event(5)
    full, lunch = price(event, 5900), option(event, "Mittagessen", amount_cents=1200)
    made = register(event, "Erste Muster", "Zweite Muster", price_pk=full.pk, options=(lunch.pk,))
    full.amount_cents = 9900
    full.save()

    made.refresh_from_db()

    assert made.total_cents == 2 * (5900 + 1200)


def test_price_must_be_chosen_and_be_one_of_this_event():
    event, other = an_event(5), an_event(5, title="Anderes Muster")
    price(event)

    for wrong in (None, price(other).pk):
        with pytest.raises(choices.BadChoice):
            register(event, "Erste Muster", price_pk=wrong)


def test_exclusive_and_required_extras_are_checked():
    event = an_event(5)
    one = option(event, "Werkstatt A", group="Werkstatt", is_required=True)
    two = option(event, "Werkstatt B", group="Werkstatt", is_required=True)

    for wrong in ((), (one.pk, two.pk), (999_999,)):
        with pytest.raises(choices.BadChoice):
            register(event, "Erste Muster", options=wrong)
    assert register(event, "Erste Muster", options=(two.pk,)).state == S.CONFIRMED


def test_extra_with_places_of_its_own_is_claimed_and_then_full():
    event = an_event(10)
    eve = option(event, capacity=2)
    register(event, "A Muster", "B Muster", options=(eve.pk,))

    with pytest.raises(choices.OptionFull, match="Exkursion am Vortag"):
        register(event, "C Muster", options=(eve.pk,))

    assert option_rooms(event)[eve.pk].free == 0
    assert register(event, "C Muster").state == S.CONFIRMED


def test_waiting_people_do_not_take_extras():
    event = an_event(1)
    eve = option(event, capacity=1)
    register(event, "A Muster")

    register(event, "B Muster", options=(eve.pk,))

    assert option_rooms(event)[eve.pk].taken == 0


def test_member_on_the_list_needs_no_further_proof():
    event = an_event(5)
    member = price(event, 3500, "Mitglied", proof=Proof.MEMBER)
    CarrierMember.objects.create(carrier=event.area.carrier, name="Verein Muster", email="erste@example.org")

    known, unknown = (
        register(event, "Erste Muster", price_pk=member.pk),
        register(event, "Fremde M", price_pk=member.pk),
    )

    assert known.participants.get().proof == ProofState.PROVEN
    assert unknown.participants.get().proof == ProofState.CLAIMED


def test_ended_membership_proves_nothing():
    event = an_event(5)
    member = price(event, 3500, "Mitglied", proof=Proof.MEMBER)
    ended = STARTS.date() - timedelta(days=1)
    CarrierMember.objects.create(carrier=event.area.carrier, name="V", email="erste@example.org", valid_until=ended)

    assert register(event, "Erste Muster", price_pk=member.pk).participants.get().proof == ProofState.CLAIMED


def test_refused_proof_means_the_full_price():
    event = an_event(5)
    price(event, 5900)
    member = price(event, 3500, "Mitglied", proof=Proof.STAFF)
    made = register(event, "Erste Muster", price_pk=member.pk)

    registrations.check_proof(participant=made.participants.get(), accepted=False, by=None, now=NOW)

    made.refresh_from_db()
    assert made.total_cents == 5900
    assert OutgoingMail.objects.filter(purpose="events.price").count() == 1


def test_needs_stand_in_a_row_of_their_own():
    event = an_event(5)
    guest = Person("Erste Muster", need="Gebärdensprache")

    made = registrations.register(event=event, contact=Contact("Erste Muster"), people=[guest], by=None, now=NOW)

    assert Need.objects.get(participant__registration=made).text == "Gebärdensprache"


def test_line_breaks_in_names_stay_harmless():
    """What would be a second header in a mail is one line in the row and in the subject."""
    event = an_event(5)
    evil = "Teilnehmerin Muster\r\nBcc: alle@example.org"

    made = register(event, evil, contact=Contact(evil, "t@example.org", invoice=InvoiceTo(name=evil)))

    assert made.contact_name == "Teilnehmerin Muster Bcc: alle@example.org"
    assert "\n" not in made.invoice_name
    assert Participant.objects.get().name == made.contact_name
    assert "\n" not in OutgoingMail.objects.get().subject


def test_registration_by_telephone_without_address_gets_no_mail():
    event = an_event(5)

    register(event, "Anruferin Muster", contact=Contact("Anruferin Muster", phone="0511 000000"), channel="telefon")

    assert OutgoingMail.objects.count() == 0


def test_whoever_is_out_leaves_no_half_registration_behind():
    event = an_event(5)
    eve = option(event, capacity=0)

    with pytest.raises(choices.OptionFull):
        register(event, "Erste Muster", options=(eve.pk,), form="siegel")

    assert Registration.objects.count() == 0
    assert Participant.objects.count() == 0
    assert OutgoingMail.objects.count() == 0
