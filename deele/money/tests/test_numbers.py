"""Numbers: continuous, each once, whatever happens at once or in between."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from deele.money.actions import invoices, payments
from deele.money.enums import Kind
from deele.money.models import Invoice, Payment, Sequence
from deele.money.tests import factories

# A fresh PostgreSQL takes 100 connections, and every process of pytest wants some.
MANY, AT_ONCE = 64, 24


def at_once(deeds):
    """Run them all in threads that start together; what each returned or raised, in their order."""
    gate = threading.Barrier(AT_ONCE)

    def work(mine):
        gate.wait()
        try:
            return [outcome(deed) for deed in mine]
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        parts = list(pool.map(work, [deeds[number::AT_ONCE] for number in range(AT_ONCE)]))
    return [parts[place % AT_ONCE][place // AT_ONCE] for place in range(len(deeds))]


def outcome(deed):
    try:
        return deed()
    except Exception as error:  # noqa: BLE001  the test looks at every one
        return error


class Slip(Exception):
    """What goes wrong after a number was taken."""


def issue_and_fail():
    with transaction.atomic():
        factories.number()
        raise Slip


def issue_after_failing():
    with pytest.raises(Slip):
        issue_and_fail()
    return factories.number()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_64_asked_for_at_once_are_64_consecutive_numbers_though_many_fail_in_between():
    factories.billing()

    answers = at_once([factories.number, issue_after_failing] * (MANY // 2))

    assert {type(answer) for answer in answers} == {Invoice}
    assert sorted(answer.running for answer in answers) == list(range(1, MANY + 1))
    assert sorted(Invoice.objects.values_list("running", flat=True)) == list(range(1, MANY + 1))
    assert Sequence.objects.get().last == MANY


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_carriers_and_years_billed_at_once_count_each_for_themselves_without_a_gap():
    """On New Year's Eve, while cancellations of the old year are written in the new one."""
    one = factories.billing().carrier
    two = factories.billing(factories.carrier(name="Träger Beispiel gGmbH"), prefix="TB").carrier
    eve, new_year = datetime(2026, 12, 31, 12, tzinfo=UTC), datetime(2027, 1, 1, 12, tzinfo=UTC)
    old = [factories.number(one, now=eve) for _number in range(8)]
    deeds = [
        lambda of=of, now=now: factories.number(of, now=now) for of in (one, two) for now in (eve, new_year)
    ] * 8 + [
        lambda bill=bill: invoices.cancel(invoice=Invoice.objects.get(pk=bill.pk), reason="", by=None, now=new_year)
        for bill in old
    ]  # fmt: skip

    answers = at_once(deeds)

    assert {type(answer) for answer in answers} == {Invoice}
    counted = {
        (of.pk, year): sorted(Invoice.objects.filter(carrier=of, year=year).values_list("running", flat=True))
        for of in (one, two)
        for year in (2026, 2027)
    }
    wanted = {(one.pk, 2026): 16, (one.pk, 2027): 16, (two.pk, 2026): 8, (two.pk, 2027): 8}
    assert counted == {key: list(range(1, last + 1)) for key, last in wanted.items()}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_cancelled_by_two_at_once_is_cancelled_once():
    invoice = factories.invoice()

    def cancel():
        mine = Invoice.objects.get(pk=invoice.pk)
        return invoices.cancel(invoice=mine, reason="", by=None, now=factories.NOW)

    answers = at_once([cancel, cancel])

    assert sorted(type(answer).__name__ for answer in answers) == ["CannotCancel", "Invoice"]
    assert Invoice.objects.filter(kind=Kind.CANCELLATION).count() == 1
    assert Sequence.objects.get().last == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "number"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), "RE-2026-0001"),  # 23:59 in Hannover
        (datetime(2026, 12, 31, 23, 1, tzinfo=UTC), "RE-2027-0001"),  # 00:01 in Hannover, still the old year in UTC
    ],
)
def test_year_of_a_number_is_the_local_one(moment, number):
    invoice = factories.invoice(now=moment)

    assert invoice.number == number
    assert invoice.issued_on.year == invoice.year


@pytest.mark.django_db
def test_each_year_and_each_carrier_counts_anew():
    one = factories.billing().carrier
    two = factories.billing(factories.carrier(name="Träger Beispiel gGmbH"), prefix="TB").carrier
    later = datetime(2027, 1, 4, 9, tzinfo=UTC)

    numbers = [
        factories.invoice(of, now=now).number
        for of, now in [(one, factories.NOW), (two, factories.NOW), (one, later), (one, factories.NOW)]
    ]

    assert numbers == ["RE-2026-0001", "TB-2026-0001", "RE-2027-0001", "RE-2026-0002"]


@pytest.mark.django_db
def test_failure_after_the_number_leaves_no_gap():
    factories.billing()
    factories.invoice()
    with pytest.raises(Slip):
        issue_and_fail()

    assert factories.invoice().number == "RE-2026-0002"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_form_sent_by_many_at_once_is_booked_once():
    invoice = factories.invoice()

    def book():
        mine = Invoice.objects.get(pk=invoice.pk)
        return payments.book(
            invoice=mine, amount_cents=5900, booked_on=factories.NOW.date(), by=None, now=factories.NOW, token="einmal"
        )

    answers = at_once([book] * 8)

    assert {answer.pk for answer in answers} == {Payment.objects.get().pk}
    assert Invoice.objects.get().paid_cents == 5900
