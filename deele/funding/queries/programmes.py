"""Programmes with the version of today, their rounds, and what follows from both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from deele.funding.enums import OPEN_NOW, Opening, Standing
from deele.funding.models import Programme, ProgrammeVersion, Round
from deele.funding.queries import words
from deele.funding.rules import standing as rules


@dataclass(frozen=True)
class Line:
    """A programme as a list shows it: what holds today, the round that comes next, how old our knowledge is."""

    programme: Programme
    version: ProgrammeVersion
    opening: Opening
    following: Round | None
    standing: Standing
    check: str
    warning: str

    @property
    def is_open(self) -> bool:
        """Whether one can apply today."""
        return self.opening in OPEN_NOW

    @property
    def when(self) -> str:
        """Whether one can apply, in a few words."""
        return words.opening(self.opening, self.following)

    @property
    def share(self) -> str:
        """The share it gives."""
        return words.share(self.version)

    @property
    def amount(self) -> str:
        """How much money there is."""
        return words.amount(self.version)


def with_all(programmes: QuerySet[Programme]) -> QuerySet[Programme]:
    """With versions and rounds, in two queries whatever their number."""
    known = ProgrammeVersion.objects.select_related("programme", "place").prefetch_related("rounds")
    return programmes.prefetch_related(Prefetch("versions", known))


def lines(programmes: QuerySet[Programme], today: date) -> list[Line]:
    """Programmes that have a version, each with what holds today."""
    found = [line(programme, today) for programme in with_all(programmes)]
    return [one for one in found if one is not None]


def line(programme: Programme, today: date) -> Line | None:
    """One programme; None where nothing is written down yet."""
    version = rules.present(programme.versions.all(), today)
    if version is None:
        return None
    rounds = rounds_of(programme)
    following = rules.next_round(rounds, today)
    standing, check = words.check(version, programme, today)
    return Line(
        programme=programme,
        version=version,
        opening=rules.opening(version, rounds, today),
        following=following,
        standing=standing,
        check=check,
        warning=words.warning(version, programme, today),
    )


def rounds_of(programme: Programme) -> list[Round]:
    """The rounds of all versions, the latest first; those without a day last."""
    found = [one for version in programme.versions.all() for one in version.rounds.all()]
    return sorted(found, key=lambda one: (one.deadline or date.min, one.pk), reverse=True)


def stale(programmes: Iterable[Line]) -> list[Line]:
    """Those on the website whose check is too old, or was never made."""
    return [one for one in programmes if one.programme.is_public and one.standing != Standing.FRESH]
