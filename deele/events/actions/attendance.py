"""Who was there: taps at the entrance, one by one or in the batch of a device that had no network.

Single taps write no line of the log: the row itself says who noted it and when.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.crypto import get_random_string

from deele.audit.actions import record
from deele.events import enums
from deele.events.models import Attendance, Event, Participant
from deele.events.queries import people
from deele.events.rules.taps import Tap, house_time, is_later


@dataclass
class Noted:
    """What became of the taps, by their marks. `gone`: the person or the day is no longer there."""

    done: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


@transaction.atomic
def note(*, event: Event, taps: Iterable[Tap], sent_at: datetime, by: Any, now: datetime) -> Noted:
    """Write the taps down, each once, the later one counting. Any order, any number of times, gives the same."""
    taps, noted = list(taps), Noted()
    asked = sorted({tap.participant for tap in taps})
    # Two devices at one person wait for each other here.
    known = set(people.coming(event).select_for_update(of=("self",)).filter(pk__in=asked).values_list("pk", flat=True))
    days = {day.pk for day in people.counted_days(event)}
    rows = {(row.participant_id, row.day_id): row for row in Attendance.objects.filter(participant__in=known)}
    for tap in taps:
        if tap.participant not in known or tap.day not in days:
            noted.gone.append(tap.mark)
            continue
        key = (tap.participant, tap.day)
        rows[key] = settle(rows.get(key), tap, at=house_time(tap.at, sent_at=sent_at, now=now), by=by)
        noted.done.append(tap.mark)
    return noted


def settle(row: Attendance | None, tap: Tap, *, at: datetime, by: Any) -> Attendance:
    """Let a tap count if it is later than what is stored."""
    if row is None:
        row = Attendance(participant_id=tap.participant, day_id=tap.day)
    elif not is_later(at=at, mark=tap.mark, than_at=row.at, than_mark=row.mark):
        return row
    row.present, row.at, row.mark, row.by = tap.present, at, tap.mark, by
    row.save()
    return row


def tap_now(participant: Participant | int, day: int, *, present: bool, now: datetime) -> Tap:
    """A tap made here and now, by a form without a device of its own."""
    pk = participant if isinstance(participant, int) else participant.pk
    mark = f"haus{get_random_string(6)}-{int(now.timestamp() * 1000):013d}-{get_random_string(4)}"
    return Tap(pk, day, present, now, mark)


@transaction.atomic
def correct(*, event: Event, changes: dict[tuple[int, int], bool], by: Any, now: datetime) -> int:
    """Write down what somebody changed at the desk: (participant, day) → there or not. Returns how many."""
    taps = [tap_now(person, day, present=present, now=now) for (person, day), present in changes.items()]
    done = len(note(event=event, taps=taps, sent_at=now, by=by, now=now).done)
    if done:
        record(enums.ATTENDED, by=by, about=event, data={"changed": done}, now=now)
    return done
