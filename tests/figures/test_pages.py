"""The pages of figures as the house sees them."""

import io
from datetime import date

import openpyxl
import pytest

from deele.access.tests.factories import colleague, grant
from deele.accounts.tests.factories import user
from deele.advice.enums import Kind, Where
from deele.advice.models import Contact
from deele.advice.tests import factories
from deele.core.caches import cache
from deele.directory.tests.factories import place
from deele.reporting.kinds import measures

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
HOME = "/schreibtisch/zahlen/"
YEAR = "?von=2026-01-01&bis=2026-12-31"


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.DEELE_SECOND_FACTOR = False


def log(number=1, **fields):
    town = fields.pop("place", None) or place("03361007", "Kirchlinteln")
    usual = {
        "area": fields.pop("area", None) or factories.area(), "happened_on": date(2026, 5, 4), "where": Where.PLACE,
        "place": town, "code": "ABCDE", "audience": "initiative", "topics": ["recht"], "channel": "telefon",
        "kind": Kind.FIRST, "duration": "15_30",
    }  # fmt: skip
    Contact.objects.bulk_create(Contact(**{**usual, **fields}) for _number in range(number))


def lines(answer):
    """The numbers of the first page by key."""
    return {line.measure.key: line for section in answer.context["sections"] for line in section.lines}


def test_the_first_page_shows_the_period_and_three_years_before(client):
    log(7)
    log(5, happened_on=date(2025, 3, 1))
    log(2, happened_on=date(2023, 3, 1))
    client.force_login(colleague("leitung"))

    line = lines(client.get(HOME + YEAR))["B1"]

    assert (line.now.text, [one.text for one in line.before]) == ("7", ["5", "0", "2"])
    assert [one.small for one in (line.now, *line.before)] == [False, False, False, True]


def test_an_adviser_sees_the_own_areas_and_nobody_elses(client):
    ours, theirs = factories.area("wohnen"), factories.area("pflege")
    log(3, area=ours)
    log(8, area=theirs)
    client.force_login(grant(user(), "beratung", area=ours).user)

    assert lines(client.get(HOME + YEAR))["B1"].now.value == 3
    other = client.get(f"{HOME}{YEAR}&bereich={theirs.pk}")
    assert list(other.context["form"].errors) == ["bereich"]
    assert client.get(f"{HOME}B1/liste/{YEAR}").context["total"] == 3


def test_an_editor_sees_no_figure_of_advice(client):
    client.force_login(colleague("redaktion"))

    assert "B1" not in lines(client.get(HOME))
    assert client.get(f"{HOME}B1/").status_code == 404


def test_a_split_opens_into_its_list_and_the_list_names_nobody(client):
    log(2, topics=["recht", "geld"])
    log(1, topics=["geld"])
    client.force_login(colleague("leitung"))

    page = client.get(f"{HOME}B1/thema/{YEAR}").context["page"]
    assert {row.token: row.number.value for row in page.rows} == {"recht": 2, "geld": 3}
    assert (page.total.value, page.overlaps) == (3, True)
    answer = client.get(f"{HOME}B1/liste/{YEAR}&aufteilung=thema&gruppe=geld")
    assert answer.context["total"] == 3
    assert "ABCDE" not in answer.content.decode()
    ways = [f'href="/schreibtisch/beratung/{contact.pk}/"' for contact in Contact.objects.all()]
    assert not any(way in answer.content.decode() for way in ways)  # whoever leads has no way to the contact


def test_an_adviser_finds_the_way_to_the_record(client):
    log(1)
    client.force_login(colleague("beratung"))

    assert (
        f"/schreibtisch/beratung/{Contact.objects.get().pk}/" in client.get(f"{HOME}B1/liste/{YEAR}").content.decode()
    )


@pytest.mark.parametrize("group", ["-", "unsinn", "2026-01-01", "%00", "5" * 400])
def test_a_group_that_is_none_is_not_found(client, group):
    log(1)
    client.force_login(colleague("leitung"))

    assert client.get(f"{HOME}B1/liste/{YEAR}&aufteilung=thema&gruppe={group}").status_code == 404


def test_every_list_is_as_long_as_its_number(client):
    log(6)
    log(1, place=None, topics=["geld", "recht"], audience="angehoerige", happened_on=date(2026, 12, 31))
    Contact.objects.filter(audience="angehoerige").update(place=None, where=Where.UNKNOWN)
    client.force_login(colleague("leitung"))

    for key in ("B1", "B3", "B4"):
        for tab in client.get(f"{HOME}{key}/{YEAR}").context["tabs"]:
            page = client.get(tab["url"]).context["page"]
            for row in page.rows:
                answer = client.get(f"{HOME}{key}/liste/{YEAR}&aufteilung={page.split.key}&gruppe={row.token}")
                assert key == "B4" or answer.context["total"] == row.number.value, (key, page.split.key, row)


def test_files_hold_the_numbers_with_definition_and_method_and_say_that_they_stay(client):
    log(3)
    client.force_login(colleague("leitung"))

    answer = client.get(f"{HOME}zahlen.xlsx{YEAR}")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = {row[0]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert (rows["B1"][3], rows["B4"][3]) == (3, 1.125)
    assert "7,5, 22,5, 45" in rows["B4"][8]
    assert "intern" in answer["Content-Disposition"]
    text = client.get(f"{HOME}B1/thema/tabelle.csv{YEAR}").content.decode("utf-8-sig")
    assert text.splitlines()[1].split(";")[1] == "3"


def test_the_first_page_asks_few_statements(client, django_assert_max_num_queries):
    log(3)
    client.force_login(colleague("leitung"))
    client.get(HOME)
    cache.clear()

    # Four years of each figure, one statement each, and what every page of the desk asks (its menu counts what waits).
    with django_assert_max_num_queries(4 * len(measures.keys()) + 40):
        client.get(HOME + YEAR)
