import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from deele.access.models import Grant
from deele.access.tests import factories
from deele.accounts.models import User
from deele.accounts.tests import factories as accounts
from deele.audit.models import Entry
from deele.office.models import Area, Carrier, Office

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client):
    person = factories.colleague("leitung", name="Leiterin Muster")
    client.force_login(person)
    return person


def test_people_page_lists_roles_and_their_powers(client, lead):
    factories.colleague("redaktion", name="Redakteur Muster")

    text = client.get(reverse("access:people")).content.decode()

    assert "Redakteur Muster" in text
    assert lead.email in text


def test_people_page_needs_the_same_queries_for_many(client, lead, django_assert_num_queries):
    client.get(reverse("access:people"))
    with CaptureQueriesContext(connection) as first:
        client.get(reverse("access:people"))
    for _ in range(3):
        factories.colleague("redaktion")

    with django_assert_num_queries(len(first)):
        client.get(reverse("access:people"))


def test_person_page_gives_a_role(client, lead):
    other = accounts.user()

    client.post(reverse("access:person-detail", args=[other.pk]), {"role": "redaktion", "area": "", "ends_on": ""})

    assert Grant.objects.get(user=other).role == "redaktion"


def test_person_page_shows_a_refusal_in_the_form(client, lead):
    page = client.post(reverse("access:person-detail", args=[lead.pk]), {"role": "beratung", "ends_on": ""})

    assert page.context["form"].non_field_errors()
    assert Grant.objects.get().role == "leitung"


def test_grant_end_asks_first_and_acts_on_post(client, lead):
    grant = factories.colleague("redaktion").grants.get()
    address = reverse("access:grant-end", args=[grant.pk])

    client.get(address)
    before = Grant.objects.get(pk=grant.pk).ended_at
    client.post(address)

    assert before is None
    assert Grant.objects.get(pk=grant.pk).ended_at is not None


def test_person_close_closes(client, lead):
    other = factories.colleague("redaktion")

    client.post(reverse("access:person-close", args=[other.pk]))

    assert not User.objects.get(pk=other.pk).is_active


def test_invite_page_makes_the_account(client, lead, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    form = {"name": "Neue Kollegin", "email": "neu@example.org", "role": "redaktion", "area": "", "ends_on": ""}

    client.post(reverse("access:person-invite"), form)

    assert User.objects.get(email="neu@example.org").grants.get().granted_by == lead


def test_invite_page_refuses_an_end_in_the_past(client, lead):
    form = {"name": "Neu", "email": "neu@example.org", "role": "redaktion", "ends_on": "2020-01-01"}

    page = client.post(reverse("access:person-invite"), form)

    assert "ends_on" in page.context["form"].errors


def test_office_page_saves_with_old_and_new_values(client, lead):
    office = Office.objects.create(name="Büro Alt", email="buero@example.org")
    form = {"name": "Büro Neu", "email": "buero@example.org", "state_key": "03", "version": office.version}

    client.post(reverse("access:office-edit"), form)

    assert Office.objects.get().name == "Büro Neu"
    assert Entry.objects.get(event="office.changed").data == {"changes": {"name": ["Büro Alt", "Büro Neu"]}}


def test_office_page_shows_the_conflict_instead_of_overwriting(client, lead):
    office = Office.objects.create(name="Büro Alt", email="buero@example.org")
    Office.objects.filter(pk=office.pk).update(name="Büro der Kollegin", version=2)
    form = {"name": "Büro Neu", "email": "buero@example.org", "state_key": "03", "version": 1}

    page = client.post(reverse("access:office-edit"), form)

    assert "Büro der Kollegin" in page.content.decode()
    assert Office.objects.get().name == "Büro der Kollegin"


def picture(kind="PNG", size=(20, 20)):
    file = io.BytesIO()
    Image.new("RGB", size).save(file, kind)
    return file.getvalue()


def area_form(**fields):
    carrier = Carrier.objects.create(name="Träger Muster")
    return {"name": "Wohnen", "key": "wohnen", "carrier": carrier.pk, "colour": "accent-1", "rank": 1, **fields}


def test_area_page_takes_a_logo_and_names_it_itself(client, lead):
    logo = SimpleUploadedFile("../../böse.exe.png", picture())

    client.post(reverse("access:area-new"), area_form(logo=logo))

    assert Area.objects.get().logo.name.startswith("office/wohnen")
    assert Area.objects.get().logo.name.endswith(".png")


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00 this is a program",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\x89PNG\r\n\x1a\n cut short",
        b"\x00" * (2 * 1024 * 1024 + 1),
    ],
    ids=["program", "svg", "broken", "too-large"],
)
def test_area_page_refuses_what_is_no_handy_picture(client, lead, content):
    page = client.post(reverse("access:area-new"), area_form(logo=SimpleUploadedFile("logo.png", content)))

    assert "logo" in page.context["form"].errors
    assert not Area.objects.exists()
