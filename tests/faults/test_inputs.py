"""What people send in by mistake or by malice, and the page that answers them. docs/operate/faults.md lists all."""

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from deele.accounts.models import MailLink
from deele.directory.actions import imports, links
from deele.directory.enums import State
from deele.directory.models import Batch, BatchRow, Entry
from deele.directory.models.imports import Verdict
from deele.directory.tests import factories
from deele.directory.tests.test_views_holder import submission
from deele.office.models import Carrier
from deele.places.enums import NameKind
from deele.places.models import PlaceName, Postcode

pytestmark = pytest.mark.django_db
HEAD = "Projektname;Art;PLZ;Ort\n"
HUGE = 100_000


@pytest.fixture
def place():
    """Kirchlinteln, found by its name and postcode."""
    made = factories.place()
    PlaceName.objects.create(place=made, name=made.name, folded="kirchlinteln", kind=NameKind.OFFICIAL)
    Postcode.objects.create(code="27308", place=made)
    return made


@pytest.fixture
def desk(client, settings, place):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(factories.staff("leitung"))
    return client


def send(desk, content, name="liste.csv"):
    return desk.post(reverse("directory:imports"), {"file": SimpleUploadedFile(name, content), "source": "Test"})


def words_of(answer):
    """What a person reads on the page, as one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def workbook(sheet: bytes) -> bytes:
    """An XLSX file around the bytes of its one sheet."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return target.getvalue()


def test_zip_bomb_as_workbook_is_refused_with_its_reason(desk):
    answer = send(desk, workbook(b"\x00" * 20 * 1024 * 1024), "liste.xlsx")

    assert answer.status_code == 200
    reason = answer.context["form"].errors["file"][0]
    assert reason in answer.content.decode().replace("&quot;", '"')
    assert Batch.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("urlaub.jpg", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00" + b"\x00" * 200),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("logo.png", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ],
)
def test_program_or_script_as_picture_is_refused_at_the_field(desk, name, content):
    carrier = Carrier.objects.create(name="Träger Muster")
    sent = {"name": "Wohnen", "key": "wohnen", "carrier": carrier.pk, "colour": "accent-1", "rank": 1}

    answer = desk.post(reverse("access:area-new"), {**sent, "logo": SimpleUploadedFile(name, content)})

    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"logo"}
    assert carrier.areas.count() == 0


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{HEAD}Hof Müßig;Wohnprojekt;27308;Kirchlinteln\n".encode("latin-1"), id="Latin-1"),
        pytest.param(f"\ufeff{HEAD}Hof Müßig;Wohnprojekt;27308;Kirchlinteln\n".encode(), id="BOM"),
        pytest.param(f"{HEAD}Hof Müßig;Wohnprojekt;27308;Kirchlinteln\n".replace(";", ",").encode(), id="commas"),
        pytest.param(f'{HEAD}"Hof Müßig;Wohnprojekt;27308;Kirchlinteln\n'.encode(), id="broken quotes"),
    ],
)
def test_odd_csv_is_read_as_it_was_meant(desk, content):
    answer = send(desk, content)
    batch = imports.check(batch=Batch.objects.get(), by=None)

    assert answer.status_code == 302
    assert [(row.title, row.verdict, row.place.name) for row in batch.rows.all()] == [
        ("Hof Müßig", Verdict.NEW, "Kirchlinteln")
    ]


@pytest.mark.server  # a hundred thousand rows, half a minute
def test_hundred_thousand_rows_are_taken_in_whole(desk):
    lines = "".join(f"Hof {number};Wohnprojekt;27308;Kirchlinteln\n" for number in range(HUGE))

    answer = send(desk, (HEAD + lines).encode())

    assert answer.status_code == 302
    assert Batch.objects.get().total == BatchRow.objects.count() == HUGE
    assert desk.get(answer["Location"]).status_code == 200


def test_coordinates_outside_germany_make_a_row_broken(desk):
    lines = "Hof;Wohnprojekt;27308;Kirchlinteln;9,3;52,9\nHaus;Wohnprojekt;27308;Kirchlinteln;40,4;-3,7\n"
    send(desk, f"{HEAD.strip()};Breite;Länge\n{lines}".encode())

    batch = imports.check(batch=Batch.objects.get(), by=None)

    assert [row.verdict for row in batch.rows.all()] == [Verdict.BROKEN, Verdict.BROKEN]
    page = words_of(desk.get(batch.get_absolute_url()))
    assert "40.4" in page
    assert "9.3" in page


@pytest.mark.parametrize(
    ("lat", "lon"), [("40.4", "-3.7"), ("9.3", "52.9"), ("nan", "9.3"), ("inf", "9.3"), ("52.9", "")]
)
def test_coordinates_outside_germany_are_named_at_the_desk(desk, place, lat, lon):
    sent = {
        "title": "Hof Muster", "kind": "dorftreffpunkt", "place_text": f"{place.name} ({place.key})",
        "precision": "adresse", "contact_way": "relais", "lat": lat, "lon": lon,
    }  # fmt: skip

    answer = desk.post(reverse("directory:desk-new"), sent)

    assert answer.status_code == 200
    assert {"lat", "lon"} & answer.context["form"].errors.keys()
    assert Entry.objects.count() == 0
    assert "Hof Muster" in answer.content.decode()


def test_postcode_of_another_place_is_named_and_the_text_stays(client, place):
    Postcode.objects.create(code="30159", place=factories.place("03241001", "Hannover"))

    answer = client.post(reverse("directory:submit"), submission(addresses="Dorfstraße 1, 30159 Kirchlinteln"))

    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"addresses"}
    assert "Dorfstraße 1, 30159 Kirchlinteln" in answer.content.decode()
    assert Entry.objects.count() == 0


def test_form_sent_twice_is_one_entry_and_one_mail(client, place, mailoutbox):
    sent = submission()

    answers = [client.post(reverse("directory:submit"), sent) for _again in range(2)]

    assert [answer["Location"] for answer in answers] == [reverse("directory:submitted")] * 2
    assert Entry.objects.count() == 1
    assert MailLink.objects.count() == 1


def test_expired_link_says_so_and_leads_to_a_new_one(client):
    entry = factories.entry(state=State.DUE, contact_email="haus@example.org")
    token = links.issue(entry, purpose=links.HOLD, now=timezone.now() - timedelta(days=400))

    answers = [client.get(reverse("directory:hold", args=[token]))]
    answers += [client.post(reverse(f"directory:{name}", args=[token])) for name in ("hold-confirm", "hold-gone")]

    assert {answer.status_code for answer in answers} == {410}
    assert all(reverse("directory:search") in answer.content.decode() for answer in answers)
    entry.refresh_from_db()
    assert entry.state == State.DUE


def test_used_link_says_that_the_decision_was_kept(client):
    entry = factories.entry(contact_email="haus@example.org")
    address = reverse("directory:prove", args=[links.issue(entry, purpose=links.SUBMIT, now=timezone.now())])

    first, second = client.post(address), client.post(address)

    assert (first.status_code, second.status_code) == (200, 410)
    assert str(second.context["problem"].text) in second.content.decode()
    entry.refresh_from_db()
    assert entry.state == State.SUBMITTED


@pytest.mark.parametrize("name", ["directory:search", "directory:map", "places:place-search", "api-start"])
def test_huge_query_is_refused_in_words(client, name):
    answer = client.get(reverse(name), {"q": "x" * 200_000})

    assert answer.status_code == 414
    assert "<h1>" in answer.content.decode()


def test_unknown_facets_are_named_and_left_out(client, place):
    factories.entry("Treff Muster", state=State.PUBLISHED)

    answer = client.get(reverse("directory:search"), {"art": "raumschiff", "rechtsform": "' OR 1=1 --", "seite": "-3"})

    assert answer.status_code == 200
    assert len(answer.context["asked"].notes) == 2
    assert str(answer.context["asked"].notes[0]) in words_of(answer)
    assert "Treff Muster" in answer.content.decode()
