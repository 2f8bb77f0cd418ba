"""Members of carriers: entered, taken in from a list, ended."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from deele.directory.tests.factories import staff
from deele.events.actions import members
from deele.events.actions.planning import NotAllowed
from deele.events.models import CarrierMember
from deele.events.readers import member_rows
from deele.events.tests.registering import NOW, area
from deele.office.models import Carrier

pytestmark = pytest.mark.django_db
LIST = (
    "Name;E-Mail;Mitgliedsnummer;gültig bis\nVerein Muster;verein@example.org;17;\n;ohne@example.org;;\nHaus;kein;;\n"
)


@pytest.fixture
def worker(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    area()
    client.force_login(staff("veranstaltung"))
    return client


def sheet(text=LIST):
    return SimpleUploadedFile("mitglieder.csv", text.encode(), content_type="text/csv")


def test_headings_are_understood_in_many_spellings():
    assert member_rows.columns(["Mitglied-Nr.", "NAME", "E-Mail-Adresse"]) == {
        "number": "Mitglied-Nr.", "name": "NAME", "email": "E-Mail-Adresse",
    }  # fmt: skip


def test_the_dry_run_writes_nothing_and_the_second_press_takes_in(worker):
    url = reverse("events:desk-members-import")
    carrier = Carrier.objects.get()
    page = worker.post(url, {"carrier": carrier.pk, "file": sheet()})
    assert not CarrierMember.objects.exists()
    assert dict(page.context["counts"]) == {members.NEW: 1, members.PROBLEM: 2}
    worker.post(url, {"carrier": carrier.pk, "rows": page.context["sealed"]})
    assert CarrierMember.objects.get().number == "17"
    page = worker.post(url, {"carrier": carrier.pk, "file": sheet()})
    assert page.context["counts"][members.SAME] == 1


def test_rows_changed_on_the_way_are_not_taken(worker):
    page = worker.post(reverse("events:desk-members-import"), {"carrier": Carrier.objects.get().pk, "rows": "erfunden"})
    assert page.status_code == 200
    assert not CarrierMember.objects.exists()


def test_a_member_is_known_again_by_number():
    carrier = area().carrier
    members.add(carrier=carrier, name="Verein Alt", number="17", by=None, now=NOW)
    members.add(carrier=carrier, name="Verein Neu", number="17", by=None, now=NOW)
    assert CarrierMember.objects.get().name == "Verein Neu"


def test_a_membership_ends_and_is_found_under_the_ended(worker):
    member = members.add(carrier=Carrier.objects.get(), name="Verein", by=None, now=NOW)
    members.end(member=member, by=None, now=NOW, on=date(2020, 1, 1))
    url = reverse("events:desk-members")
    assert "Verein" not in [one.name for one in worker.get(url).context["page"]]
    assert "Verein" in [one.name for one in worker.get(url, {"beendet": "1"}).context["page"]]


def test_members_of_another_carrier_are_out_of_reach(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    mine = area()
    other = Carrier.objects.create(name="Anderer Träger e. V.")
    person = staff("veranstaltung", area=mine)
    with pytest.raises(NotAllowed):
        members.add(carrier=other, name="Fremd", by=person, now=NOW)
    member = CarrierMember.objects.create(carrier=other, name="Fremd")
    client.force_login(person)
    assert client.post(reverse("events:desk-member-end", args=[member.pk])).status_code == 404
