"""What the house knows of the addresses of a list, in few questions, and the verdict on each row."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from deele.core import text
from deele.newsletter.enums import Verdict
from deele.newsletter.models import ListRow, Subscriber
from deele.newsletter.queries import suppressions
from deele.newsletter.rules import consent, verdicts
from deele.newsletter.rules.verdicts import Known
from deele.office.models import Area
from deele.privacy.rules import keyed


def names_of_areas(areas: Iterable[Area]) -> dict[str, str]:
    """Folded key or name → key."""
    return {text.fold(word): area.key for area in areas for word in (area.key, area.name)}


def judge(rows: list[ListRow], *, today: date) -> None:
    """Write the verdict into each row, unsaved. The second row of an address is double."""
    marks = {row.email: keyed(row.email) for row in rows if row.email}
    against = suppressions.reasons(marks.values())
    taken_back = suppressions.withdrawals(marks.values())
    states = subscribers(list(marks.values()))
    ids = {area.key: area.pk for area in Area.objects.all()}
    seen: set[str] = set()
    for row in rows:
        mark = marks.get(row.email, "")
        state, held = states.get(mark, ("", frozenset()))
        dates = [at for key in row.areas if (at := taken_back.get((mark, consent.purpose(key))))]
        suppressed = against.get(mark, set())
        known = Known(
            state=state,
            areas=held,
            suppressed=None in suppressed or any(ids.get(key) in suppressed for key in row.areas),
            withdrawn_on=timezone.localdate(max(dates)) if dates else None,
        )
        row.verdict = Verdict.DOUBLE if row.email and row.email in seen else verdict_on(row, known, today)
        seen.add(row.email)


def verdict_on(row: ListRow, known: Known, today: date) -> Verdict:
    """The rule, asked about a row."""
    return verdicts.judge(
        email=row.email,
        areas=row.areas,
        unknown=bool(row.unknown_areas),
        proof_on=row.proof_on,
        way=row.proof_way,
        text=row.proof_text,
        known=known,
        today=today,
    )


def subscribers(marks: list[str]) -> dict[str, tuple[str, frozenset[str]]]:
    """Fingerprint → state and keys of the newsletters, for the subscribers among them."""
    found: dict[str, tuple[str, set[str]]] = {}
    for part in suppressions.portions(marks):
        for mark, state, key in Subscriber.objects.filter(fingerprint__in=part).values_list(
            "fingerprint", "state", "areas__key"
        ):
            found.setdefault(mark, (state, set()))[1].update({key} if key else ())
    return {mark: (state, frozenset(keys)) for mark, (state, keys) in found.items()}
