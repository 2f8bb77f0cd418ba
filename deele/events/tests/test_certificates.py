"""Certificates: for those who were there, checkable by anybody, telling no name."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.urls import reverse

from deele.events.actions import attendance, certificates, links
from deele.events.models import Certificate
from deele.events.queries import certificates as queries
from deele.events.rules import certificates as rules
from deele.events.tests import factories
from deele.events.tests.factories import NOW
from deele.mail.models import OutgoingMail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _house(settings):
    settings.DEELE_SECOND_FACTOR = False
    cache.clear()  # who checks too often has to wait, and other tests check, too


@pytest.fixture
def event():
    return factories.event("Schulung Wohnberatung", days=3, area=factories.area(), certificate_hours=Decimal(18))


def person(event, *, days, name="Teilnehmerin Muster", **fields):
    row = factories.registration(event, names=(name,), **fields).participants.get()
    taps = [attendance.tap_now(row, day.pk, present=True, now=NOW) for day in event.days.all()[:days]]
    attendance.note(event=event, taps=taps, sent_at=NOW, by=None, now=NOW)
    return row


def issue(event, *people):
    return certificates.issue(event=event, persons=[one.pk for one in people], by=None, now=NOW)


def test_codes_cannot_be_guessed_and_forgive_how_they_are_typed():
    code = rules.new_code()

    assert len({rules.new_code() for _number in range(1000)}) == 1000
    assert rules.tidy_code(f" {code.lower().replace('-', ' ')} ") == code
    assert rules.tidy_code("K7M4") == rules.tidy_code("0" * 16) == ""


@pytest.mark.parametrize(
    ("hours", "attended", "days", "expected"),
    [(Decimal(18), 3, 3, Decimal(18)), (Decimal(20), 2, 3, Decimal("13.0")), (None, 3, 3, None)],
)
def test_hours_follow_the_days(hours, attended, days, expected):
    assert rules.hours_for(hours, attended=attended, days=days) == expected


def test_name_is_shown_by_its_first_letters():
    assert rules.masked("Teilnehmerin von Muster") == "T… v… M…"


def test_only_who_was_there_long_enough_gets_one(event):
    event.certificate_days = 2
    event.save()
    two, one = person(event, days=2), person(event, days=1)

    assert [made.participant for made in issue(event, two, one)] == [two]
    with pytest.raises(certificates.NotEarned):
        issue(event, one)


def test_issuing_twice_sends_one_mail(event):
    somebody = person(event, days=3)

    assert [len(issue(event, somebody)), len(issue(event, somebody))] == [1, 0]
    assert OutgoingMail.objects.filter(purpose="events.certificate").count() == 1


def test_mail_opens_the_paper_until_it_is_withdrawn(event, client):
    somebody = person(event, days=3)
    issue(event, somebody)
    path = next(
        part for part in OutgoingMail.objects.get().body.replace(")", " ").split() if "/bescheinigung/abruf/" in part
    )
    path = path[path.index("/bescheinigung/") :]
    assert client.get(path).content.startswith(b"%PDF")

    certificates.withdraw(participant=somebody, by=None, now=NOW)
    assert client.get(path).status_code in (404, 410)


def test_anybody_can_check_a_code_and_learns_no_name(event, client):
    somebody = person(event, days=3)
    certificate = issue(event, somebody)[0]
    address = reverse("events:certificate")

    good = client.get(address, {"code": certificate.code.lower().replace("-", "")}).content.decode()
    certificates.withdraw(participant=somebody, by=None, now=NOW)
    gone = client.get(address, {"code": certificate.code}).content.decode()
    unknown = client.get(address, {"code": rules.new_code()})

    assert "T… M…" in good
    assert event.title in good
    assert "Teilnehmerin" not in good
    assert event.title not in gone
    assert (unknown.status_code, unknown.context["checked"]) == (200, None)


def test_after_erasure_the_code_still_counts_without_a_name(event, client):
    somebody = person(event, days=3)
    certificate = issue(event, somebody)[0]
    somebody.name = ""
    somebody.save()

    assert queries.checked(certificate.code)["name"] != ""
    assert queries.checked(certificate.code)["certificate"] == certificate


def test_checking_is_limited(event, client, settings):
    address = reverse("events:certificate")
    codes = [client.get(address, {"code": rules.new_code()}).status_code for _number in range(62)]

    assert codes[-1] == 429


def test_withdrawn_one_is_issued_anew_under_another_code(event):
    somebody = person(event, days=3)
    first = issue(event, somebody)[0].code
    certificates.withdraw(participant=somebody, by=None, now=NOW)
    second = issue(event, somebody)[0].code

    assert (first != second, Certificate.objects.count()) == (True, 1)
    assert queries.checked(first) is None


def test_desk_issues_all_shows_and_withdraws(event, client):
    somebody = person(event, days=3)
    client.force_login(factories.staff("veranstaltung"))
    page = reverse("events:desk-certificates", args=[event.pk])

    client.post(page)
    paper = client.get(reverse("events:desk-certificate", args=[event.pk, somebody.pk]))
    assert paper.content.startswith(b"%PDF")

    client.post(reverse("events:desk-certificate-withdraw", args=[event.pk, somebody.pk]))
    assert Certificate.objects.get().withdrawn_at
    assert client.get(reverse("events:desk-certificate", args=[event.pk, somebody.pk])).status_code == 404


def test_own_page_opens_the_paper_of_its_own_people_only(event, client):
    somebody, other = person(event, days=3), person(event, days=3)
    mine, theirs = issue(event, somebody, other)
    token = links.issue(somebody.registration, now=NOW)

    codes = [
        client.get(reverse("events:own-certificate", args=[token, one.code])).status_code for one in (mine, theirs)
    ]
    assert codes == [200, 404]


def test_grid_changes_only_what_was_changed(event, client):
    somebody = person(event, days=1)
    client.force_login(factories.staff("veranstaltung"))
    days = list(event.days.all())
    form = {f"war-{somebody.pk}-{day.pk}": str(int(day == days[0])) for day in days}
    # Another telephone noted the third day after this page was opened; the second is ticked here.
    late = attendance.tap_now(somebody, days[2].pk, present=True, now=NOW + timedelta(minutes=1))
    attendance.note(event=event, taps=[late], sent_at=NOW, by=None, now=NOW + timedelta(minutes=1))
    form |= {f"da-{somebody.pk}-{day.pk}": "on" for day in days[:2]}

    client.post(reverse("events:desk-attendance", args=[event.pk]), form)

    there = set(somebody.attendance.filter(present=True).values_list("day_id", flat=True))
    assert there == {day.pk for day in days}
    summary = client.get(reverse("events:desk-attendance", args=[event.pk])).context["summary"]
    assert (summary.registered, summary.present, [number for _day, number in summary.by_day]) == (1, 1, [1, 1, 1])


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("Mittagspause", False),
        ("Gemeinsames Mittagessen", False),
        ("Imbiss im Gemeinschaftsraum", False),
        ("Abfahrt", False),
        ("Ankommen, Aufgaben der Wohnberatung", True),
        ("Fahrt mit dem Bürgerbus organisieren", True),
        ("Die Wohnung anpassen", True),
    ],
)
def test_breaks_and_bus_rides_are_no_contents(title, content):
    assert rules.is_content(title) is content
