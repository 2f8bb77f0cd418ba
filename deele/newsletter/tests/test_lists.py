"""Old lists: with their proof or not at all, and never against a person's will."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from deele.access.tests.factories import colleague
from deele.core.tabular import BadTable
from deele.newsletter.actions import ending, imports
from deele.newsletter.enums import ListState, Reason, SubscriberState, Verdict
from deele.newsletter.models import ListRow, Subscriber, Suppression
from deele.newsletter.queries.subscribers import recipients
from deele.newsletter.rules import tokens
from deele.newsletter.tests import factories as make
from deele.newsletter.tests.factories import NOW, a_list, row
from deele.privacy.actions.erasure import erase_person
from deele.privacy.models import Consent

pytestmark = pytest.mark.django_db


def taken_in(*rows, **options):
    """A list read in and judged."""
    make.area()
    return imports.take_in(file=a_list(*rows), name="alt.csv", by=colleague("leitung"), **options)


def verdicts(batch):
    """Row by row."""
    return [one.verdict for one in batch.rows.order_by("number")]


def test_dry_run_gives_a_verdict_per_row_and_writes_nobody():
    who = make.subscriber("bekannt@example.org")
    gone = make.subscriber("weg@example.org", state=SubscriberState.ENDED)
    Suppression.objects.create(fingerprint=gone.fingerprint, reason=Reason.UNSUBSCRIBED, since=NOW)
    other = make.area("pflege", "Pflege")

    batch = taken_in(
        row("neu@example.org"),
        row(who.email),
        row(who.email.replace("bekannt", "ohne"), day=""),
        row("keinweg@example.org", way=""),
        row("zukunft@example.org", day="03.05.2199"),
        row("weg@example.org"),
        row("kein"),
        row("bereich@example.org", areas="Gartenbau"),
        row("neu@example.org"),
        row("NEU2@Example.org", areas="Neue Wohnformen; pflege"),
    )

    assert verdicts(batch) == [
        Verdict.NEW, Verdict.KNOWN, Verdict.NO_PROOF, Verdict.NO_PROOF, Verdict.BAD_PROOF, Verdict.SUPPRESSED,
        Verdict.BAD_ADDRESS, Verdict.BAD_AREA, Verdict.DOUBLE, Verdict.NEW,
    ]  # fmt: skip
    assert Subscriber.objects.count() == 2
    assert other.key in batch.rows.get(email="neu2@example.org").areas


def test_taking_over_subscribes_with_the_proof_of_the_row():
    batch = imports.take_over(
        batch=taken_in(row("neu@example.org"), row("ohne@example.org", text="")), by=None, now=NOW
    )

    proof = Consent.objects.get()
    assert [one.email for one in recipients(make.area(), now=NOW)] == ["neu@example.org"]
    assert batch.counts == {"neu": 1, "ohne": 1}
    assert (proof.email, proof.source, proof.given_at.date().isoformat()) == ("neu@example.org", "Papier", "2021-05-03")
    assert "alt.csv" in proof.proof


def test_more_newsletters_are_added_with_their_own_proof():
    make.area("pflege", "Pflege")
    who = make.confirmed()

    imports.take_over(batch=taken_in(row(who.email, areas="wohnen, pflege")), by=None, now=NOW)

    assert sorted(area.key for area in who.areas.all()) == ["pflege", "wohnen"]
    assert Consent.objects.in_force().count() == 2


@pytest.mark.parametrize("missing", ["E-Mail", "Nachweis Datum", "Nachweis Art", "Nachweis Text"])
def test_list_without_a_needed_column_is_refused(missing):
    headings = tuple(name for name in make.HEADINGS if name != missing)

    with pytest.raises(BadTable) as refusal:
        imports.take_in(file=a_list(("x",) * 5, headings=headings), name="a.csv", by=colleague("leitung"))
    assert missing in refusal.value.message


def test_list_is_taken_over_once():
    batch = taken_in(row("neu@example.org"))
    imports.take_over(batch=batch, by=None, now=NOW)

    with pytest.raises(imports.NothingToTake):
        imports.take_over(batch=batch, by=None, now=NOW)
    with pytest.raises(imports.NothingToTake):
        imports.drop(batch=batch)


def test_who_unsubscribed_between_look_and_take_over_is_left_out():
    make.area("pflege", "Pflege")
    who = make.confirmed()
    batch = taken_in(row(who.email, areas="wohnen, pflege"))
    assert verdicts(batch) == [Verdict.MORE]

    ending.unsubscribe(wish=tokens.Unsubscription(who.handle, 0), now=NOW)
    done = imports.take_over(batch=batch, by=None, now=NOW)

    who.refresh_from_db()
    assert done.counts == {"gesperrt": 1}
    assert who.state == SubscriberState.ENDED


def test_suppression_outlives_erasure_and_stops_the_list():
    who = make.confirmed()
    ending.unsubscribe(wish=tokens.Unsubscription(who.handle, 0), now=NOW)
    erase_person(email=who.email, now=NOW, by=None)

    batch = imports.take_over(batch=taken_in(row(who.email)), by=None, now=NOW)

    assert batch.counts == {"gesperrt": 1}
    assert not Subscriber.objects.exists()


def test_proof_from_before_an_erasure_is_none():
    who = make.confirmed()
    erase_person(email=who.email, now=NOW, by=None)

    assert verdicts(taken_in(row(who.email, day="03.05.2021"))) == [Verdict.WITHDRAWN]


def test_erasure_reaches_the_rows_of_lists():
    taken_in(row("gepflanzt@example.org"))

    erase_person(email="gepflanzt@example.org", now=NOW, by=None)

    assert not ListRow.objects.exists()


@pytest.mark.parametrize(
    "cell",
    ["x@example.org\nBcc: y@example.org", "=cmd()@example.org|x", "x@example.org,y@example.org", "é@example.org"],
)
def test_nothing_slips_into_the_head_of_a_mail(cell):
    assert verdicts(taken_in(row(cell))) == [Verdict.BAD_ADDRESS]


def test_name_is_one_line_without_control_signs():
    batch = imports.take_in(
        file=a_list(("x@example.org", "Muster\r\nBcc: y@example.org", "wohnen", "3.5.2021", "Papier", "Ja")),
        name="a.csv",
        by=colleague("leitung"),
    )

    assert batch.rows.get().name == "Muster Bcc: y@example.org"


def test_colleague_of_one_area_brings_in_nobody_for_another():
    own, other = make.area(), make.area("pflege", "Pflege")
    by = make.colleague_of(own)

    batch = imports.take_in(
        file=a_list(row("a@example.org"), row("b@example.org", areas=other.key)), name="a.csv", by=by
    )

    assert verdicts(batch) == [Verdict.NEW, Verdict.BAD_AREA]


def test_failure_in_the_middle_leaves_nothing(monkeypatch):
    batch = taken_in(row("a@example.org"), row("b@example.org"))
    monkeypatch.setattr("deele.newsletter.actions.imports.taking_over.consents.give_many", lambda *a, **b: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        imports.take_over(batch=batch, by=None, now=NOW)
    batch.refresh_from_db()
    assert (batch.state, Subscriber.objects.count()) == (ListState.CHECKED, 0)


@pytest.mark.parametrize("count", [1_501, pytest.param(10_000, marks=pytest.mark.server)])
def test_ten_thousand_rows(count):
    """Four portions, the last of one row; ten thousand with the heavy ones."""
    rows = [row(f"leserin{number}@example.org") for number in range(count)]

    batch = taken_in(*rows)
    batch = imports.take_over(batch=batch, by=None, now=NOW)
    assert batch.counts == {"neu": count}
    assert Subscriber.objects.active().count() == Consent.objects.in_force().count() == count


def test_taking_over_ten_times_the_rows_asks_only_ten_times_the_portions(django_assert_max_num_queries):
    batch = taken_in(*[row(f"leserin{number}@example.org") for number in range(1_000)])

    with django_assert_max_num_queries(80):
        imports.take_over(batch=batch, by=None, now=NOW)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_unsubscribing_while_a_list_is_taken_over_wins():
    make.area("pflege", "Pflege")
    who = make.confirmed()
    batch = taken_in(row(who.email, areas="wohnen, pflege"), *[row(f"l{n}@example.org") for n in range(300)])
    begun = threading.Event()

    def leave():
        begun.wait(10)
        try:
            ending.unsubscribe(wish=tokens.Unsubscription(who.handle, 0), now=NOW + timedelta(minutes=1))
        finally:
            connection.close()

    thread = threading.Thread(target=leave)
    thread.start()
    begun.set()
    imports.take_over(batch=batch, by=None, now=NOW)
    thread.join()

    who.refresh_from_db()
    assert who.state == SubscriberState.ENDED
    assert not recipients(make.area(), now=NOW).filter(pk=who.pk).exists()
