"""Ten believable days of an office, played through its pages by a script that keeps a count of its own.

The script knows nothing of how the house counts: it writes down what it did, and adds up by hand. A new measure gets
its own count here (`expected`), in plain words, without a query.
"""

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from deele.access.tests.factories import colleague, grant
from deele.accounts.tests.factories import user
from deele.advice.enums import Channel, Duration, Kind, Topic
from deele.advice.models import Contact
from deele.advice.tests import factories
from deele.directory.tests.factories import place
from deele.office.enums import Audience
from deele.places.models import Place
from deele.reporting import queries
from deele.reporting.kinds import Ask, measures

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # ten days of work through real pages take some seconds
LOG = "/schreibtisch/beratung/"
FIRST_DAY = date(2026, 3, 2)  # a Monday; the tenth working day is Friday the 13th
MINUTES = {"bis_15": 7.5, "15_30": 22.5, "30_60": 45, "60_120": 90, "ueber_120": 150}
PEOPLE = ("privat_interessiert", "privat_eigentum", "angehoerige")
TOWNS = {"Kirchlinteln (03361007)": "03361", "Hannover (03241001)": "03241", "Celle (03351006)": "03351"}
RURAL = "Kirchlinteln (03361007)"


class Office:
    """Two advisers at their desks, and the sheet of paper on which the script counts."""

    def __init__(self, client, seed):
        self.rng, self.client, self.paper, self.number = random.Random(seed), client, [], 0
        self.advisers = []
        for key in ("wohnen", "pflege"):
            area = factories.area(key)
            self.advisers.append((grant(user(), "beratung", area=area).user, area))

    def day(self, today):
        """A day: the telephone rings three to nine times, and what was wrong yesterday is put right."""
        for hour in sorted(self.rng.choices(range(8, 17), k=self.rng.randint(3, 9))):
            at = datetime(today.year, today.month, today.day, hour, 30, tzinfo=UTC)
            with time_machine.travel(at, tick=False):
                self.deed(today)

    def deed(self, today):
        adviser, area = self.rng.choice(self.advisers)
        self.client.force_login(adviser)
        mine = [one for one in self.paper if one["area"] == area.pk]
        what = self.rng.choices(("call", "again", "correct", "twice", "remove"), (60, 20, 8, 8, 4))[0]
        if what == "remove" and mine:
            self.remove(self.rng.choice(mine))
        elif what == "correct" and mine:
            self.correct(self.rng.choice(mine))
        else:
            self.call(area, today, again=what == "again" and mine, clicks=2 if what == "twice" else 1)

    def call(self, area, today, *, again, clicks):
        """Somebody calls; who was here before names the code. An impatient adviser clicks twice."""
        sent = self.words(area, today)
        if again:
            sent["code"] = self.rng.choice(again)["code"]
        for _click in range(clicks):
            answer = self.client.post(LOG, sent)
            assert answer.status_code == 302, answer.context["form"].errors
        made = Contact.objects.latest("pk")
        kind = "folge" if again and sent["kind"] == "erst" else sent["kind"]
        self.paper.append({**self.noted(sent), "kind": kind, "pk": made.pk, "code": made.code, "area": area.pk})

    def correct(self, note):
        page = f"{LOG}{note['pk']}/"
        form = self.client.get(page).context["form"]
        sent = self.words(None, note["day"])
        sent |= {"area": note["area"], "code": note["code"], "version": form["version"].value() or ""}
        assert self.client.post(page, sent).status_code == 302
        note.update(self.noted(sent))
        note["kind"] = sent["kind"]

    def remove(self, note):
        assert self.client.post(f"{LOG}{note['pk']}/entfernen/").status_code == 302
        self.paper.remove(note)

    def words(self, area, today):
        """What the form sends; the day is today, or one of the three before."""
        self.number += 1
        town = self.rng.choice([*TOWNS, *TOWNS, ""])
        return {
            "token": f"zettel-{self.number}", "audience": self.rng.choice(Audience.values), "place": town,
            "where": "" if town else "unbekannt", "topic": (topics := self.rng.sample(Topic.values, 2))[0],
            "topic_2": self.rng.choice([topics[1], ""]), "channel": self.rng.choice(Channel.values),
            "duration": self.rng.choice(Duration.values), "result": "information_gegeben", "people": "1",
            "kind": self.rng.choices(Kind.values, (70, 10, 5, 10, 5))[0], "area": area.pk if area else "",
            "happened_on": (today - timedelta(self.rng.choice((0, 0, 0, 1, 3)))).isoformat(),
        }  # fmt: skip

    def noted(self, sent):
        """What the script writes on its paper."""
        return {
            "day": date.fromisoformat(sent["happened_on"]), "who": sent["audience"], "town": sent["place"],
            "topics": [one for one in (sent["topic"], sent["topic_2"]) if one], "kind": sent["kind"],
            "minutes": MINUTES[sent["duration"]], "channel": sent["channel"],
        }  # fmt: skip


def expected(paper):
    """Each measure counted by hand."""
    advice = [one for one in paper if one["kind"] != "vortrag"]
    told = [one for one in advice if one["town"]]
    return {
        "B1": sum(one["kind"] == "erst" for one in paper),
        "B2": sum(one["kind"] in ("folge", "praxisbegleitung", "vor_ort") for one in paper),
        "B3": len(advice),
        "B4": sum(one["minutes"] for one in advice) / 60,
        "B7a": len({TOWNS[one["town"]] for one in paper if one["town"]}),
        "B7b": len({one["town"] for one in paper if one["town"]}),
        "B7c": sum(one["town"] == RURAL for one in told) / len(told) if told else None,
        "V3": sum(one["kind"] == "vortrag" for one in paper),
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_the_house_counts_what_the_script_counted(client, settings, seed):
    settings.DEELE_SECOND_FACTOR = False
    for town in TOWNS:
        name, key = town.rstrip(")").split(" (")
        place(key, name)
        Place.objects.filter(key=key).update(population=1000 if town == RURAL else 9000, area_km2=10)
    office = Office(client, seed)
    for week in range(2):
        for weekday in range(5):
            office.day(FIRST_DAY + timedelta(7 * week + weekday))
    paper = office.paper
    assert len(paper) > 20

    check(paper, Ask(FIRST_DAY - timedelta(5), FIRST_DAY + timedelta(13)))
    check(
        [one for one in paper if one["day"] < FIRST_DAY + timedelta(5)],
        Ask(FIRST_DAY - timedelta(5), FIRST_DAY + timedelta(4)),
    )
    for _adviser, area in office.advisers:
        mine = [one for one in paper if one["area"] == area.pk]
        check(mine, Ask(FIRST_DAY - timedelta(5), FIRST_DAY + timedelta(13), frozenset({area.pk})))
    assert_splits(paper, Ask(FIRST_DAY - timedelta(5), FIRST_DAY + timedelta(13)))
    assert_page(client, paper)


def check(paper, ask):
    """Every measure of advice against the paper."""
    for key, number in expected(paper).items():
        assert queries.total(measures.get(key), ask) == pytest.approx(number), (key, ask)


def assert_splits(paper, ask):
    """First consultations by topic, audience, channel and side, against the paper."""
    first = [one for one in paper if one["kind"] == "erst"]
    by_hand = {
        "thema": Counter(topic for one in first for topic in one["topics"]),
        "zielgruppe": Counter(one["who"] for one in first),
        "kanal": Counter(one["channel"] for one in first),
        "seite": Counter("betroffene" if one["who"] in PEOPLE else "" for one in first),
        "bereich": Counter(one["area"] for one in first),
    }
    measure = measures.get("B1")
    for name, counted in by_hand.items():
        table = queries.table(measure, ask, measure.split(name))
        assert {group.key: group.number for group in table.groups} == counted, name


def assert_page(client, paper):
    """The page says the same."""
    with time_machine.travel(datetime(2026, 3, 14, 12, tzinfo=UTC), tick=False):
        client.force_login(colleague("leitung"))
        answer = client.get("/schreibtisch/zahlen/?von=2026-02-20&bis=2026-03-14")
    shown = {line.measure.key: line.now.value for part in answer.context["sections"] for line in part.lines}
    for key, number in expected(paper).items():
        assert shown[key] == pytest.approx(number), key
