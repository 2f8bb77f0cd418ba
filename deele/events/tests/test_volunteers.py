"""Volunteers: from a course to the district they serve, asked once a year, shown to nobody outside."""

import io
import re
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from deele.audit.models import Entry as LogEntry
from deele.events.actions import attendance, certificates, volunteers
from deele.events.models import Volunteer, VolunteerYear
from deele.events.queries import volunteers as queries
from deele.events.tests import factories
from deele.events.tests.factories import NOW
from deele.mail.models import OutgoingMail

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    factories.place("03402", "Landkreis Emsmuster", district_key="03402")
    return factories.event("Schulung Wohnberatung", area=factories.area())


@pytest.fixture
def trained(course):
    row = factories.registration(course, names=("Beraterin Muster",), place=factories.place())
    person = row.participants.get()
    tap = attendance.tap_now(person, course.days.first().pk, present=True, now=NOW)
    attendance.note(event=course, taps=[tap], sent_at=NOW, by=None, now=NOW)
    certificates.issue(event=course, persons=[person.pk], by=None, now=NOW)
    return person


@pytest.fixture
def desk(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(factories.staff("veranstaltung"))
    return client


def test_people_with_a_certificate_become_volunteers_of_their_district_once(desk, course, trained):
    factories.registration(course, names=("Ohne Bescheinigung",))
    for _click in range(2):
        desk.post(reverse("events:desk-volunteers-take", args=[course.pk]), {"person": [trained.pk, "x"]})

    volunteer = Volunteer.objects.get()
    assert (volunteer.name, volunteer.trained_at, volunteer.area) == (trained.name, course, course.area)
    assert [place.key for place in volunteer.serves.all()] == ["03361"]
    assert "Beraterin" not in str(list(LogEntry.objects.values_list("about_name", "data")))


def test_list_shows_districts_and_white_spots(desk, course, trained):
    volunteers.take_over(event=course, participants=[trained.pk], by=None, now=NOW)

    context = desk.get(reverse("events:desk-volunteers")).context

    assert [district.name for district in context["covered"]] == ["Landkreis 03361"]
    assert context["white"] == ["Landkreis Emsmuster"]
    assert queries.figures(date(2027, 1, 1), date(2027, 12, 31)) == {"trained": 1, "active": 1, "districts": 1}


def test_who_works_in_one_area_sees_its_volunteers_only(client, settings, course):
    settings.DEELE_SECOND_FACTOR = False
    other = Volunteer.objects.create(name="Berater Muster", area=factories.area("pflege"))
    client.force_login(factories.staff("veranstaltung", area=course.area))

    assert client.get(reverse("events:desk-volunteer", args=[other.pk])).status_code == 404
    assert "Berater Muster" not in client.get(reverse("events:desk-volunteers")).content.decode()


def test_yearly_mail_is_sent_once_and_takes_one_number(desk, client):
    Volunteer.objects.create(name="Beraterin Muster", email="beraterin@example.org")
    for _click in range(2):
        desk.post(reverse("events:desk-volunteers-ask"))
    mail = OutgoingMail.objects.get(purpose="events.volunteer-year")
    path = re.search(r"/ehrenamt/jahr/[^\s)]+", mail.body)[0]

    assert client.get(path).status_code == 200
    client.post(path, {"consultations": "-1"})
    client.post(path, {"consultations": "12"})
    client.post(path, {"consultations": "14"})

    assert VolunteerYear.objects.get().consultations == 14


def test_volunteer_is_written_down_and_the_list_exported(desk, course):
    place = factories.place().parent
    data = {"name": "=Muster()", "area": course.area_id, "serves": [place.pk], "email": "berater@example.org"}
    desk.post(reverse("events:desk-volunteer-new"), data)
    row = Volunteer.objects.get()
    desk.post(reverse("events:desk-volunteer-year", args=[row.pk]), {"year": "2025", "consultations": "7"})

    content = desk.get(reverse("events:desk-volunteers-export")).content
    cells = [cell for line in openpyxl.load_workbook(io.BytesIO(content)).active for cell in line]
    assert {"'=Muster()", "Landkreis 03361", 7} <= {cell.value for cell in cells}
    assert [cell for cell in cells if cell.data_type == "f"] == []
