"""The edition for outside, attacked: nothing of it gives a small number back."""

import random
from datetime import date

import pytest
import time_machine

from deele.access.tests.factories import colleague, grant
from deele.accounts.tests.factories import user
from deele.advice.models import Contact
from deele.advice.tests import factories, random_world
from deele.directory.tests.factories import place
from deele.office.models import Area
from deele.reporting import queries
from deele.reporting.kinds import Ask, measures
from deele.reporting.queries import edition
from deele.reporting.rules.cells import is_small

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
HOME = "/schreibtisch/zahlen/aussen/"
NOW = "2027-02-01 12:00"


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.DEELE_SECOND_FACTOR = False


@pytest.fixture(params=range(4))
def year(request):
    """A random year of two areas: sparse in some seeds, full in others."""
    rng = random.Random(request.param)
    areas = [factories.area("wohnen"), factories.area("pflege")]
    towns = [place("03361007", "Kirchlinteln"), place("03241001", "Hannover")]
    for _number in range(rng.choice([1, 4, 12])):
        random_world.fill(rng, areas, towns, date(2026, 1, 1), date(2026, 12, 31))
    return 2026


def shown(measure, split, year):
    """Every number of a page by its label and column."""
    page = edition.page(measure, split, year, None)
    return {(row.label, head): value for row in page.rows for head, value in zip(page.heads, row.values, strict=True)}


def test_no_small_number_is_on_any_page(year):
    for measure in measures:
        for split in edition.offered(measure):
            values = [value for value in shown(measure, split, year).values() if value is not None]
            assert measure.amount is not None or not any(map(is_small, values)), (measure.key, split.key)
        text, value = edition.totals([measure], year, None)[measure.key]
        assert measure.part is not None or measure.amount is not None or not is_small(value or 0), measure.key
        assert (text is None) == (value is None) or text == "–"


def test_what_is_shown_is_what_was_counted(year):
    ask = Ask(date(year, 1, 1), date(year, 12, 31))
    for measure in measures:
        for split in edition.offered(measure):
            table = queries.table(measure, ask, split)
            real = {str(group.label): group.number for group in table.groups}
            for (label, head), value in shown(measure, split, year).items():
                if head == str(measure.title) and value is not None and label in real:
                    assert value == pytest.approx(real[label]), (measure.key, split.key, label)


def test_a_hidden_first_consultation_is_not_the_whole_less_the_follow_ups(year):
    """B3 is B1 and B2 together: where one of them is hidden in a group, another of the three is hidden as well."""
    for split in edition.offered(measures.get("B3")):
        tables = [shown(measures.get(key), measures.get(key).split(split.key), year) for key in ("B1", "B2", "B3")]
        names = [str(measures.get(key).title) for key in ("B1", "B2", "B3")]
        for label in {label for label, _head in tables[2]}:
            values = [table.get((label, name), 0) for table, name in zip(tables, names, strict=True)]
            assert values.count(None) != 1, (split.key, label, values)


def test_an_audience_is_not_its_side_less_the_other_audiences(year):
    measure = measures.get("B1")
    who, side = measure.split("zielgruppe"), measure.split("seite")
    numbers = edition.Numbers(edition.family(measure), year, who)
    hidden = edition._hidden(numbers, who)
    sides = edition._hidden(edition.Numbers(edition.family(measure), year, side), side)
    if hidden is None or sides is None:
        return
    for group in ("betroffene", ""):
        mine = [one for name, one in hidden if name == "B1" and isinstance(one, str) and who.lift(one) == group]
        assert len(mine) != 1 or ("B1", group) in sides


def test_the_funder_sees_the_edition_and_nothing_else(client):
    with time_machine.travel(NOW):
        client.force_login(colleague("foerdergeber_lesend"))
        assert client.get(HOME).status_code == 200
        assert client.get(f"{HOME}2026/B1/thema/").status_code == 200
        for path in ("/schreibtisch/zahlen/", "/schreibtisch/zahlen/B1/liste/", "/schreibtisch/beratung/"):
            assert client.get(path).status_code == 403


def test_the_edition_has_finished_years_only(client):
    with time_machine.travel(NOW):
        client.force_login(colleague("leitung"))
        assert client.get(f"{HOME}2027/").status_code == 404
        assert client.get(f"{HOME}2026/").status_code == 200
        assert client.get(f"{HOME}2026/?von=2026-02-01&bis=2026-02-02").context["year"] == 2026


def test_a_funder_of_one_area_reads_its_column(client):
    ours, theirs = factories.area("wohnen"), factories.area("pflege")
    Contact.objects.bulk_create(contact(area) for area, many in ((ours, 9), (theirs, 6)) for _number in range(many))
    with time_machine.travel(NOW):
        client.force_login(grant(user(), "foerdergeber_lesend", area=ours).user)
        page = client.get(f"{HOME}2026/B1/kanal/").context["page"]
        keys = [line["measure"].key for line in client.get(HOME).context["lines"]]

    assert (page.heads, page.rows[0].values) == ([ours.name], [9])
    assert "B3" not in keys  # the whole by area is not protected together with its parts by area


def contact(area: Area) -> Contact:
    return Contact(
        area=area, happened_on=date(2026, 5, 4), where="unbekannt", code="ABCDE", audience="initiative",
        topics=["recht"], channel="telefon", kind="erst", duration="bis_15",
    )  # fmt: skip


def test_a_file_for_outside_has_dots_and_says_what_they_mean(client):
    Contact.objects.bulk_create(contact(factories.area()) for _number in range(3))
    with time_machine.travel(NOW):
        client.force_login(colleague("leitung"))
        text = client.get(f"{HOME}2026/zahlen.csv").content.decode("utf-8-sig")

    line = next(line for line in text.splitlines() if line.startswith("B1;"))
    assert line.split(";")[3] == "·"
    assert "1 bis 4" in text
