"""A mail that came back marks its copy in the ledger."""

from datetime import timedelta

import pytest

from deele.newsletter.actions import bounces
from deele.newsletter.actions import sending_claims as claims
from deele.newsletter.enums import DeliveryState, SubscriberState
from deele.newsletter.models import Delivery, Subscriber
from deele.newsletter.queries.progress import progress
from deele.newsletter.rules import references
from deele.newsletter.tables import issues as tables
from deele.newsletter.tests import factories as make
from deele.newsletter.tests import issue_factories as factories
from deele.newsletter.tests.issue_factories import NOW

pytestmark = pytest.mark.django_db
D = DeliveryState
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def issue():
    """An issue whose copies have all left."""
    made = factories.released(3)
    Delivery.objects.update(state=D.SENT, settled_at=NOW)
    return made


def report(copy, **more):
    name = references.message_id(copy.issue_id, copy.handle, copy.pk, "deele.example")
    return make.returned(copy.email, message_id=name, **more)


def test_the_copy_is_marked_once_with_the_words_of_the_server(issue):
    copy = Delivery.objects.first()

    first = bounces.take(report(copy), LATER)
    again = bounces.take(report(copy), LATER + timedelta(days=1))

    copy.refresh_from_db()
    assert (first.copies, first.counted, again.copies, again.counted) == (1, 1, 0, 0)
    assert (copy.state, copy.settled_at, copy.answer) == (D.RETURNED, LATER, "550 5.1.1 unknown user")


def test_the_progress_says_how_many_came_back(issue):
    for copy in Delivery.objects.all()[:2]:
        bounces.take(report(copy), LATER)

    found = progress(issue, LATER)

    assert (found.sent, found.returned, found.refused) == (3, 2, 0)
    assert "2" in tables.sentence(found).partition(",")[2]


def test_another_report_about_the_same_copy_marks_nothing_again(issue):
    copy = Delivery.objects.first()
    bounces.take(report(copy), LATER)

    assert bounces.take(report(copy, words="still unknown"), LATER + timedelta(days=1)).copies == 0

    copy.refresh_from_db()
    assert copy.answer == "550 5.1.1 unknown user"


def test_its_name_proves_whose_mail_it_was_where_the_link_was_cut_off(issue):
    copy = Delivery.objects.first()

    bounces.take(report(copy, shape="gmail"), LATER)

    assert Subscriber.objects.get(handle=copy.handle).state == SubscriberState.BOUNCED


def test_a_delay_is_no_return(issue):
    copy = Delivery.objects.first()

    assert bounces.take(report(copy, action="delayed", status="4.4.1"), LATER).copies == 0

    copy.refresh_from_db()
    assert copy.state == D.SENT


def test_a_full_mailbox_is_one_although_the_subscription_goes_on(issue):
    copy = Delivery.objects.first()

    assert bounces.take(report(copy, status="5.2.2", words="mailbox full"), LATER).copies == 1

    copy.refresh_from_db()
    assert (copy.state, copy.answer) == (D.RETURNED, "550 5.2.2 mailbox full")
    assert Subscriber.objects.get(handle=copy.handle).state == SubscriberState.ACTIVE


def test_a_complaint_is_about_a_copy_that_arrived(issue):
    copy = Delivery.objects.first()
    name = references.message_id(copy.issue_id, copy.handle, copy.pk, "deele.example")
    arf = make.complaint(copy.email).replace(b"Subject: Newsletter", f"Message-ID: {name}".encode())

    bounces.take(arf, LATER)

    copy.refresh_from_db()
    assert copy.state == D.SENT


@pytest.mark.parametrize("wrong", ["issue", "handle", "row"])
def test_a_name_that_is_not_whole_marks_nothing(issue, wrong):
    copy = Delivery.objects.first()
    parts = {"issue": copy.issue_id, "handle": copy.handle, "row": copy.pk}
    parts[wrong] = "abcdefghijkmnpqr" if wrong == "handle" else parts[wrong] + 1
    name = references.message_id(*parts.values(), "deele.example")

    assert bounces.take(make.returned(copy.email, message_id=name), LATER).copies == 0
    assert not Delivery.objects.filter(state=D.RETURNED).exists()


def test_a_name_with_numbers_no_database_holds_is_none(issue):
    name = f"<n{'9' * 40}.abc.{'9' * 40}@deele.example>"

    assert bounces.take(make.returned("leserin0@example.org", message_id=name), LATER).copies == 0


def test_a_report_faster_than_the_worker_is_not_overwritten_by_it():
    issue = factories.released(1)
    copy = Delivery.objects.get()
    Delivery.objects.update(state=D.UNDERWAY, lease_token="t", lease_until=LATER)
    bounces.take(report(copy), NOW)

    claims.confirm("t", {copy.pk: claims.Answer(claims.Outcome.TAKEN, "250 ok")}, [copy], LATER)

    copy.refresh_from_db()
    assert copy.state == D.RETURNED
    assert progress(issue, LATER).waiting == 0


def test_a_copy_that_waits_again_is_left_to_the_person_who_wanted_it(issue):
    copy = Delivery.objects.first()
    Delivery.objects.filter(pk=copy.pk).update(state=D.WAITING)

    assert bounces.take(report(copy), LATER).copies == 0


def test_a_copy_whose_address_was_erased_is_not_found_by_it(issue):
    copy = Delivery.objects.first()
    Delivery.objects.filter(pk=copy.pk).update(handle="", email="")

    assert bounces.take(report(copy), LATER).copies == 0
