"""The matrix of random small worlds, against a count by hand that reads passage by passage."""

import csv
import random
from datetime import timedelta

import pytest
from django.utils import timezone

from deele.alliance.enums import State
from deele.alliance.enums.marks import KINDS, MarkState, Origin, Side
from deele.alliance.models import Mark
from deele.alliance.queries.mark_words import THEME_LABELS
from deele.alliance.tests import factories, world
from deele.directory.enums import TargetGroup
from deele.mail.tests import factories as mails
from deele.places.tests.factories import place

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
LIST = "/buendnis/wer-kann-was/"
STATE_COLUMNS = {"land": "ganzes Land", "031": "Region 031", "032": "Region 032", "ohne": "ohne Ort"}
THEMES = ["demenz", "wohnen", "pflege", "mobilitaet"]


@pytest.fixture
def lands():
    """Lower Saxony with two regions, of three and one districts, five towns; a state beside it with one town."""
    mails.office()
    state = place("03", "Niedersachsen", "state")
    towns = [state]
    for region, districts in (("031", ("03101", "03102", "03103")), ("032", ("03201",))):
        upper = place(region, f"Region {region}", "region", parent=state)
        towns.append(upper)
        for key in districts:
            district = place(key, f"Kreis {key}", "district", parent=upper)
            towns += [district, place(f"{key}001", f"Ort {key}", "municipality", parent=district)]
    beside = place("04", "Bremen", "state")
    return [*towns, place("04011001", "Bremen, Stadt", "municipality", parent=beside)]


def scatter(lands, seed):
    """Forty passages of four members, one of whom rests; some past, refused, or lost in the text."""
    chance, today = random.Random(seed), timezone.localdate()
    owners = [
        world.profile(factories.member(f"Verein {at}", state=State.RESTING if at == 3 else State.PUBLISHED))
        for at in range(4)
    ]
    for at in range(40):
        side = chance.choice(list(KINDS))
        mark = Mark.objects.create(
            profile=chance.choice(owners), field="contributes", quote=f"Satz {at}",
            start=None if chance.random() < 0.1 else 0, side=side, kind=chance.choice(KINDS[side].values),
            themes=chance.sample(THEMES, chance.randint(0, 3)), groups=chance.sample(TargetGroup.values, 1),
            everywhere=chance.random() < 0.2, origin=Origin.OFFICE,
            state=chance.choice([MarkState.CONFIRMED] * 5 + [MarkState.REJECTED]),
            valid_until=chance.choice([None, None, today, today - timedelta(days=1)]),
        )  # fmt: skip
        mark.places.set(chance.sample(lands, chance.choice([0, 1, 1, 2, 4])))


def public():
    """What everybody may see, asked one by one."""
    today = timezone.localdate()
    return [
        mark
        for mark in Mark.objects.all()
        if mark.state == MarkState.CONFIRMED and mark.start is not None and not mark.is_past(today)
        and mark.profile.membership.state == State.PUBLISHED
    ]  # fmt: skip


def columns_of(mark, digits):
    """Where a passage stands: in the whole state, in regions (3 digits) or districts (5), or without a place."""
    places = list(mark.places.all())
    found = {"land" if one.level == "state" else one.key[:digits] for one in places}
    found |= {"land"} if mark.everywhere else set()
    return found or {"ohne"}


def by_hand(marks, theme, column, digits):
    """How many give and seek there; no theme: those that name none."""
    held = [mark for mark in marks if column in columns_of(mark, digits)] if column else marks
    held = [mark for mark in held if (theme in mark.themes if theme else not mark.themes)]
    gives = sum(mark.side == Side.CONTRIBUTION for mark in held)
    return gives, len(held) - gives


def taken_away(client, query=""):
    """The table as it is taken away: theme and column → how many give and seek."""
    text = client.get(f"{LIST}matrix.csv{query}").content.decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))[1:]
    return {(theme, column): (int(gives), int(seeks)) for theme, column, gives, seeks in rows}


@pytest.mark.parametrize("seed", range(4))
def test_every_cell_is_what_a_count_by_hand_says(client, lands, seed):
    scatter(lands, seed)
    marks, table = public(), taken_away(client)
    labels = {**{key: str(label) for key, label in THEME_LABELS.items()}, "": "ohne Thema"}
    columns = {column for _theme, column in table}
    for theme, label in labels.items():
        for key, column in STATE_COLUMNS.items():
            expected = by_hand(marks, theme, key, 3)
            assert table.get((label, column), (0, 0)) == expected, (theme, column)
    assert columns - {"ohne Ort"} == set(STATE_COLUMNS.values()) - {"ohne Ort"}
    assert ("ohne Ort" in columns) == any(columns_of(mark, 3) == {"ohne"} for mark in marks)


@pytest.mark.parametrize("seed", range(4))
def test_the_page_says_the_same_with_its_sums(client, lands, seed):
    scatter(lands, seed)
    marks, page = public(), client.get(f"{LIST}matrix/").context
    labels = {**{str(label): key for key, label in THEME_LABELS.items()}, "ohne Thema": ""}
    names = {label: key for key, label in STATE_COLUMNS.items()}
    for row in page["rows"]:
        theme = labels[row["label"]]
        *cells, total = row["cells"]
        for one in cells:
            assert tuple(one["cell"]) == by_hand(marks, theme, names[one["column"]], 3), (theme, one["column"])
        assert tuple(total["cell"]) == by_hand(marks, theme, "", 3)
    *sums, total = [one["cell"] for one in page["sums"]]
    for head, cell in zip(page["columns"], sums, strict=True):
        held = [mark for mark in marks if names[head["label"]] in columns_of(mark, 3)]
        assert sum(cell) == len(held)
        assert cell[0] == sum(mark.side == Side.CONTRIBUTION for mark in held)
    assert sum(total) == len(marks)


@pytest.mark.parametrize("seed", range(2))
def test_the_districts_of_a_region_and_filters_are_counted_alike(client, lands, seed):
    scatter(lands, seed)
    group = TargetGroup.values[0]
    for query, marks in (
        ("?ort=031", public()),
        (f"?ort=031&gruppe={group}", [mark for mark in public() if group in mark.groups]),
        ("?ort=031&seite=beitrag", [mark for mark in public() if mark.side == Side.CONTRIBUTION]),
    ):
        table = taken_away(client, query)
        for theme in THEMES:
            for key in ("03101", "03102", "03103"):
                told = table[str(THEME_LABELS[theme]), f"Kreis {key}"]
                assert told == by_hand(marks, theme, key, 5), (query, theme, key)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("asked", ["", "?ort=031", "?seite=beitrag&gruppe=familien"])
def test_every_value_of_a_filter_leaves_as_many_as_its_number_says(client, lands, seed, asked):
    scatter(lands, seed)
    for group in client.get(f"{LIST}{asked}").context["groups"]:
        for option in group["options"]:
            if not option["active"] and not any(one["active"] for one in group["options"]):  # two values are an “or”
                assert client.get(f"{LIST}{option['url']}").context["total"] == option["count"], option
