"""Makes labelled pairs from topics.toml: what is known of a pair makes its label, noise makes it hard."""

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NOISE = (
    "Bitte melden Sie sich bis zum Vortag an.", "Der Eintritt ist frei, Spenden sind willkommen.",
    "Das Haus ist barrierefrei, ein Parkplatz ist da.", "Gefördert vom Land.", "Kaffee und Kuchen gibt es auch.",
)  # fmt: skip
OWNERS = ("Stadt Muster", "Verein Muster", "Diakonie Muster", "Landkreis Muster", "Landesbüro Muster", "AWO Muster")
TOWNS = ("verden", "achim", "celle", "emden", "hannover")
FAR = {"verden": ("emden", "celle"), "achim": ("emden",), "celle": ("emden", "verden"), "emden": ("celle", "achim"),
       "hannover": ("emden", "verden")}  # fmt: skip
NEAR = {"verden": ("verden", "achim", "kreis-verden"), "achim": ("achim", "verden"), "celle": ("celle",),
        "emden": ("emden",), "hannover": ("hannover",)}  # fmt: skip
DATED = ("event", "action")
TUNED = 8  # topics


@dataclass(frozen=True)
class Pair:
    """Two sides as the table of hand-made pairs writes them, with a label and a half."""

    label: str
    half: str
    a: dict[str, Any]
    b: dict[str, Any]


class Maker:
    """One run; the same seed makes the same pairs."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.topics = tomllib.loads((HERE / "topics.toml").read_text(encoding="utf-8"))["topic"]

    def told(self, topic: dict[str, Any], line: str, owner: str, place: str, day: date) -> dict[str, Any]:
        """One way to tell an undertaking, with what people forget and add."""
        chance = self.random.random
        kind, title, text = (part.strip() for part in line.split(" | "))
        themes = list(topic["themes"])
        if chance() < 0.3:
            themes = themes[:1]
        if chance() < 0.12:
            themes = []
        if chance() < 0.25:
            text = f"{text} {self.random.choice(NOISE)}"
        if chance() < 0.1:
            text = ""
        found = {"kind": kind, "title": title, "text": text, "owner": owner, "themes": themes, "place": place}
        if topic["groups"] and chance() < 0.7:
            found["groups"] = list(topic["groups"])
        if kind in DATED:
            found["begins"] = found["ends"] = day.isoformat()
        return found

    def pairs(self, times: int = 1) -> list[Pair]:
        """Eight pairs a topic and round: two same, two overlapping, two similar, two different."""
        made: list[Pair] = []
        for _round in range(times):
            for number, topic in enumerate(self.topics):
                half = "tune" if number < TUNED else "judge"
                others = self.topics[:TUNED] if half == "tune" else self.topics[TUNED:]
                other = self.random.choice([one for one in others if one is not topic])
                made += [Pair(label, half, a, b) for label, a, b in self.of_topic(topic, other)]
        return made

    def of_topic(self, topic: dict[str, Any], other: dict[str, Any]) -> list[tuple[str, Any, Any]]:
        """The eight pairs of one topic."""
        pick, sample = self.random.choice, self.random.sample
        place, day = pick(TOWNS), date(2027, 1, 10) + timedelta(days=self.random.randrange(330))
        mine, yours = sample(OWNERS, 2)
        soon, far = day + timedelta(days=self.random.randrange(2, 12)), pick(FAR[place])
        later = day + timedelta(days=self.random.randrange(200, 380))
        one, two = topic["one"], topic["two"]
        near = pick(NEAR[place])
        return [
            ("same", self.told(topic, one[0], mine, place, day), self.told(topic, one[1], yours, place, day)),
            ("same", self.told(topic, two[0], mine, place, day), self.told(topic, two[1], yours, place, day)),
            ("overlap", self.told(topic, pick(one), mine, place, day), self.told(topic, pick(two), yours, near, soon)),
            ("overlap", self.told(topic, pick(two), mine, near, day), self.told(topic, pick(one), yours, place, soon)),
            ("similar", self.told(topic, pick(one), mine, place, day), self.told(topic, pick(one), yours, far, soon)),
            ("similar", self.told(topic, one[0], mine, place, day) | {"kind": "event", "begins": day.isoformat(),
                "ends": day.isoformat()},
             self.told(topic, one[0], mine, place, later) | {"kind": "event", "begins": later.isoformat(),
                "ends": later.isoformat()}),
            ("different", self.told(topic, pick(one), mine, place, day),
             self.told(other, pick(other["one"]), yours, place, day)),
            ("different", self.told(topic, pick(two), mine, place, day),
             self.told(other, pick(other["two"]), mine, far, soon)),
        ]  # fmt: skip


def by_hand() -> list[Pair]:
    """The pairs of pairs.toml."""
    rows = tomllib.loads((HERE / "pairs.toml").read_text(encoding="utf-8"))["pair"]
    return [Pair(row["label"], row["half"], row["a"], row["b"]) for row in rows]


def labelled(seed: int = 7, times: int = 2) -> list[Pair]:
    """All of them: some 290."""
    return [*by_hand(), *Maker(seed).pairs(times)]
