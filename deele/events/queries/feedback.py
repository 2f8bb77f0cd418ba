"""What people said about an event, once enough have: nobody is to be recognised."""

from collections import Counter
from dataclasses import dataclass, field
from statistics import mean
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from deele.events.models import Event, Participant

ENOUGH = 5
SCALE: tuple[tuple[str, Promise], ...] = (
    ("overall", gettext_lazy("How was it all in all?")),
    ("content", gettext_lazy("How useful is what you heard for you?")),
    ("organisation", gettext_lazy("How well was it organised?")),
    ("access", gettext_lazy("How well could you take part: place, access, hearing and seeing?")),
)
TEXTS: tuple[tuple[str, Promise], ...] = (
    ("good", gettext_lazy("What was especially good?")),
    ("better", gettext_lazy("What should be better, or what do you wish for?")),
)
GRADES: tuple[tuple[int, Promise], ...] = (
    (5, gettext_lazy("very good")),
    (4, gettext_lazy("good")),
    (3, gettext_lazy("middling")),
    (2, gettext_lazy("not so good")),
    (1, gettext_lazy("bad")),
)


@dataclass(frozen=True)
class Question:
    """One question with its answers: the mean, and how often each grade."""

    label: str
    mean: float
    grades: list[tuple[str, int]]


@dataclass(frozen=True)
class Results:
    """All answers. While `is_open` is False there are too few to show any."""

    answers: int
    asked: int
    questions: list[Question] = field(default_factory=list)
    texts: list[tuple[str, list[str]]] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether enough people answered."""
        return self.answers >= ENOUGH

    @property
    def missing(self) -> int:
        """How many more are needed."""
        return max(0, ENOUGH - self.answers)

    @property
    def rate(self) -> int:
        """Of a hundred people asked, so many answered."""
        return round(100 * self.answers / self.asked) if self.asked else 0


def results(event: Event) -> Results:
    """What was said, texts in the order of the alphabet and not of their arrival."""
    found = list(event.feedback.values_list("answers", flat=True))
    people = Participant.objects.filter(registration__event=event).exclude(feedback_asked_at=None)
    asked = people.count()
    if len(found) < ENOUGH:
        return Results(len(found), asked)
    return Results(
        len(found),
        asked,
        [made for key, label in SCALE if (made := question(str(label), found, key))],
        [(str(label), sorted(row[key] for row in found if row.get(key))) for key, label in TEXTS],
    )


def question(label: str, found: list[dict[str, Any]], key: str) -> Question | None:
    """One question; None when fewer than enough answered just this one."""
    grades = [row[key] for row in found if row.get(key)]
    if len(grades) < ENOUGH:
        return None
    counted = Counter(grades)
    return Question(label, round(mean(grades), 1), [(str(word), counted[grade]) for grade, word in GRADES])


def satisfaction(events: Any) -> tuple[float | None, int]:
    """V5 over several events: the mean of "all in all", and how many answered. None below the threshold."""
    grades = [
        row["overall"]
        for one in events.prefetch_related("feedback")
        for row in (said.answers for said in one.feedback.all())
        if row.get("overall")
    ]
    return (round(mean(grades), 2) if len(grades) >= ENOUGH else None), len(grades)
