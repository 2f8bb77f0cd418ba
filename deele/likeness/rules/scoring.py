"""From evidence to a judgement: add the weights, ask where it is unsure."""

from math import exp
from typing import NamedTuple

from deele.likeness.rules import evidence
from deele.likeness.rules.corpus import Corpus
from deele.likeness.rules.prepared import Prepared, prepare
from deele.likeness.rules.reasons import Reason, reasons
from deele.likeness.rules.records import Record
from deele.likeness.rules.weights import BARS, CONTRADICTIONS, LOOK, SAME, START, WEIGHTS


class Judgement(NamedTuple):
    """`score` 0 to 1 is the believed chance that both are one thing; `verdict` is same, look or different."""

    score: float
    verdict: str
    reasons: tuple[Reason, ...]


NOTHING = Judgement(0.0, "different", ())
FAR_LAT, FAR_LON = 0.4, 0.8  # degrees, more than 44 km in Germany
CONTRADICTING = ("street", "phone", "mail", "site", "description", "kind")


def verdict_of(score: float, said: evidence.Levels) -> str:
    """`same` needs nobody, `look` asks a person: when unsure, when more than two fields contradict, at a bar."""
    if score < LOOK:
        return "different"
    against = sum(said[field] == "other" for field in CONTRADICTING)
    barred = against > CONTRADICTIONS or any(said[field] for field in BARS)
    return "same" if score >= SAME and not barred else "look"


def score_of(said: evidence.Levels) -> float:
    """The believed chance, 0 to 1, from levels."""
    odds = START + sum(WEIGHTS[field][level] for field, level in said.items() if level)
    return 1 / (1 + exp(-odds))


def hopeless(a: Prepared, b: Prepared) -> bool:
    """Whether two records are far apart and share neither number, mail address nor text: no name outweighs that."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    far = abs(a.lat - b.lat) > FAR_LAT or abs(a.lon - b.lon) > FAR_LON
    return far and not (
        (a.phone and a.phone == b.phone) or (a.mail and a.mail == b.mail) or (a.opening and a.opening == b.opening)
    )


def judge(a: Prepared, b: Prepared, corpus: Corpus, *, explain: bool = True) -> Judgement:
    """Compare two prepared records against the counts of `corpus`. Without `explain` no reasons are made."""
    if not explain and hopeless(a, b):
        return NOTHING
    said = evidence.levels(a, b, corpus)
    score = score_of(said)
    verdict = verdict_of(score, said)
    return Judgement(score, verdict, reasons(a, b, said) if explain or verdict != "different" else ())


def compare(a: Record, b: Record, corpus: Corpus | None = None) -> Judgement:
    """Compare two records. Symmetric; without a corpus the common words of the field stand for it."""
    first, second = prepare(a), prepare(b)
    return judge(first, second, corpus or Corpus.of((first, second)))
