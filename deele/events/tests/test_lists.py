"""Lists hold what their purpose needs and nothing else."""

import io

import openpyxl
import pytest
from django.urls import reverse

from deele.audit.models import Entry as LogEntry
from deele.core import spreadsheet
from deele.events.enums import OptionKind, RegistrationState
from deele.events.models import Choice, Need
from deele.events.queries import day_papers, lists, people
from deele.events.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(factories.staff("veranstaltung"))
    return client


@pytest.fixture
def event():
    made = factories.event(area=factories.area())
    bus = factories.option(made, "Bus ab Hannover", kind=OptionKind.BUS)
    shown = factories.registration(
        made,
        names=("Ute Ärmel-Muster",),
        organisation="Gemeinde Muster",
        contact_phone="0511 123",
        place=factories.place(),
    ).participants.get()
    shown.on_list = True
    shown.save()
    quiet = factories.registration(made, names=("=CMD()",), remark="+1").participants.get()
    Choice.objects.create(participant=quiet, option=bus)
    Need.objects.create(participant=quiet, text="Rampe")
    factories.registration(made, state=RegistrationState.WAITING, names=("Wartende Muster",))
    return made


def names(event, key):
    return [row[1] for row in lists.sheet(event, lists.BY_KEY[key]).rows]


def test_only_those_stand_on_a_list_whom_it_is_about(event):
    assert sorted(names(event, "arbeit")) == ["=CMD()", "Ute Ärmel-Muster"]
    assert names(event, "alle") == ["Ute Ärmel-Muster"]
    assert names(event, "bedarf") == names(event, "bus") == ["=CMD()"]


def test_needs_and_contact_data_stay_where_they_are_needed(event):
    text = {key: str(lists.sheet(event, purpose)) for key, purpose in lists.BY_KEY.items()}

    assert {key for key, found in text.items() if "Rampe" in found} == {"bedarf"}
    assert {key for key, found in text.items() if "@example.org" in found} == {"arbeit"}
    assert "0511 123" not in text["foerderung"] + text["alle"]
    assert "Landkreis 03361" in text["foerderung"]


def test_names_are_sorted_by_their_last_word():
    assert sorted(["Ute Zander", "Zoe Ärmel", "Bo Adler"], key=people.by_name) == [
        "Bo Adler",
        "Zoe Ärmel",
        "Ute Zander",
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_tables_run_no_formula_and_are_noted_without_names(desk, event, form):
    response = desk.get(reverse("events:desk-list-file", args=[event.pk, "arbeit", form]))

    if form == "xlsx":
        cells = [cell for row in openpyxl.load_workbook(io.BytesIO(response.content)).active for cell in row]
        assert [cell.value for cell in cells if cell.data_type == "f"] == []
        assert "'=CMD()" in [cell.value for cell in cells]
    else:
        table = spreadsheet.read(io.BytesIO(response.content), "liste.csv")
        assert "=CMD()" in [value for row in table.rows for value in row.values()]
        assert b";'=CMD()" in response.content
    entry = LogEntry.objects.get(event="event.listed")
    assert entry.data == {"list": "arbeit", "people": 2}
    assert "CMD" not in str(entry.data) + entry.about_name


def test_unknown_list_does_not_exist(desk, event):
    assert desk.get(reverse("events:desk-list-file", args=[event.pk, "geheim", "csv"])).status_code == 404
    assert desk.get(reverse("events:desk-list-file", args=[event.pk, "alle", "exe"])).status_code == 404


def test_papers_are_tagged_and_take_every_length_of_name(event):
    long = "Prof.in Dr. Annegret-Wilhelmine von der Donaudampfschifffahrtsgesellschaft-Musterhausen"
    factories.registration(event, names=(long,), organisation="Zweckverband " * 12)
    papers = [day_papers.badges(event, per_sheet=number) for number in ("8", "10")]
    papers.append(day_papers.signatures(event, people.counted_days(event)))

    assert [paper[:4] for paper in papers] == [b"%PDF"] * 3
    assert all(b"StructTreeRoot" in paper for paper in papers)


def test_papers_of_an_event_without_people_say_so(desk):
    event = factories.event("Leere Fortbildung")

    assert desk.get(reverse("events:desk-badges", args=[event.pk])).content.startswith(b"%PDF")
    assert desk.get(reverse("events:desk-signatures", args=[event.pk])).content.startswith(b"%PDF")


def test_page_tells_how_many_stand_on_each_list(desk, event):
    rows = {
        purpose.key: size for purpose, size in desk.get(reverse("events:desk-lists", args=[event.pk])).context["rows"]
    }

    assert rows == {"arbeit": 2, "alle": 1, "bedarf": 1, "bus": 1, "foerderung": 2}
