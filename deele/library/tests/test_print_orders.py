"""Orders of printed copies: the stock is never less than nothing, nobody is sent twice, names go."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

import pytest
from django.core import signing
from django.db import connections
from django.urls import reverse
from django.utils.crypto import get_random_string

from deele.core.errors import Refusal
from deele.core.seals import SALT
from deele.library.actions import orders
from deele.library.enums.publication import OrderState, State
from deele.library.models import PrintOrder, Publication
from deele.library.tests.publication_factories import NOW, publication
from deele.mail.models import OutgoingMail
from deele.privacy import actions as privacy
from deele.privacy.actions import retention

ADDRESS = {
    "name": "Person Muster", "organisation": "Verein Muster", "street": "Weg 1", "postcode": "30159",
    "town": "Hannover", "email": "bestellung@example.org", "note": "",
}  # fmt: skip
plain = pytest.mark.django_db


def order(of, copies=1, form=""):
    return orders.order(publication=of, values={**ADDRESS, "copies": copies}, form=form, now=NOW)


def stock(of):
    return Publication.objects.get(pk=of.pk).stock


def seal(age=60):
    return signing.dumps([int(time.time()) - age, get_random_string(20)], salt=SALT)


@plain
def test_an_order_takes_its_copies_at_once_and_a_mail_confirms_it():
    of = publication(prints=True, stock=5)
    order(of, 3)
    assert stock(of) == 2
    assert OutgoingMail.objects.get(purpose="library.ordered").to == "bestellung@example.org"


@plain
def test_the_same_form_twice_is_one_order():
    of = publication(prints=True, stock=5)
    assert order(of, 2, "siegel").pk == order(of, 2, "siegel").pk
    assert stock(of) == 3


@plain
@pytest.mark.parametrize(
    ("values", "copies", "said"),
    [
        ({"prints": False, "stock": 5}, 1, "no_orders"),
        ({"prints": True, "stock": 0}, 1, "not_enough"),
        ({"prints": True, "stock": 2}, 3, "not_enough"),
        ({"prints": True, "stock": 50}, 11, "not_enough"),
    ],
)
def test_what_cannot_be_sent_is_refused_with_a_reason(values, copies, said):
    of = publication(**values)
    with pytest.raises(Refusal) as caught:
        order(of, copies)
    assert caught.value.code == said
    assert stock(of) == values["stock"]


@plain
def test_a_draft_is_not_sent():
    of = publication(state=State.DRAFT, prints=True, stock=5)
    with pytest.raises(orders.NoOrders):
        order(of)


@plain
def test_sending_twice_is_told_and_declining_gives_the_copies_back():
    of = publication(prints=True, stock=5)
    first, second = order(of, 2), order(of, 1)
    orders.ship(order=first, by=None, now=NOW)
    with pytest.raises(orders.Done):
        orders.ship(order=first, by=None, now=NOW)
    with pytest.raises(orders.Done):
        orders.decline(order=first, reason="x", by=None, now=NOW)
    assert stock(of) == 2
    orders.decline(order=second, reason="vergriffen", by=None, now=NOW)
    assert stock(of) == 3


@plain
def test_names_go_six_weeks_after_the_parcel_and_the_copies_are_still_counted():
    of = publication(prints=True, stock=5)
    made = orders.ship(order=order(of, 2), by=None, now=NOW)
    retention.run_retention(now=NOW + timedelta(days=41), dry=False, by=None)
    assert PrintOrder.objects.get(pk=made.pk).street
    retention.run_retention(now=NOW + timedelta(days=44), dry=False, by=None)
    row = PrintOrder.objects.get(pk=made.pk)
    assert (row.name, row.street, row.email, row.copies) == ("", "", "", 2)


@plain
def test_a_person_who_is_erased_is_sent_nothing_and_the_copies_come_back():
    of = publication(prints=True, stock=5)
    made = order(of, 2)
    privacy.erase_person(email="bestellung@example.org", now=NOW, by=None)
    row = PrintOrder.objects.get(pk=made.pk)
    assert (row.name, row.state) == ("", OrderState.REFUSED)
    assert stock(of) == 5


@plain
def test_the_form_keeps_what_was_typed_when_the_copies_are_gone(client):
    of = publication(prints=True, stock=1)
    typed = {**ADDRESS, "copies": 2, "seal": seal()}
    answer = client.post(reverse("library:order", args=[of.pk]), typed)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Weg 1" in page
    assert PrintOrder.objects.count() == 0
    answer = client.post(reverse("library:order", args=[of.pk]), {**typed, "copies": 1, "seal": seal()})
    assert answer.url == reverse("library:ordered", args=[of.pk])


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
@pytest.mark.slow
def test_twenty_at_once_on_the_last_seven_copies():
    of = publication(prints=True, stock=7)
    barrier = threading.Barrier(10)

    def client(number):
        barrier.wait()
        try:
            return [attempt(of, f"siegel-{number}-{turn}") for turn in range(2)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(10) as pool:
        answers = [one for part in pool.map(client, range(10)) for one in part]
    made = [one for one in answers if isinstance(one, PrintOrder)]
    assert len(made) == 7
    assert {type(one) for one in answers if not isinstance(one, PrintOrder)} == {orders.NotEnough}
    assert stock(of) == 0
    assert PrintOrder.objects.count() == 7


def attempt(of, form):
    try:
        return order(of, 1, form)
    except Refusal as refusal:
        return refusal


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
@pytest.mark.slow
def test_sent_and_declined_at_one_instant_is_one_of_both():
    of = publication(prints=True, stock=60)
    barrier = threading.Barrier(2, timeout=60)

    def each(deed, rows):
        ended = []
        try:
            for row in rows:
                barrier.wait()
                try:
                    ended.append(deed(row))
                except orders.Done:
                    continue
        finally:
            connections.close_all()
        return len(ended)

    rows = [order(of, 1, f"siegel-{number}") for number in range(30)]
    ship = partial(each, lambda row: orders.ship(order=row, by=None, now=NOW))
    decline = partial(each, lambda row: orders.decline(order=row, reason="Vergriffen", by=None, now=NOW))
    with ThreadPoolExecutor(2) as pool:
        shipped, declined = (run.result() for run in (pool.submit(ship, rows), pool.submit(decline, rows)))
    assert shipped + declined == 30
    assert stock(of) == 30 + declined
