"""Sessions of the demonstration, made by the forms and actions people use. Invented, as the group's people are.

One was held, with confirmed minutes everybody may read: decisions of each level, tasks, an information. One comes: with
an agenda, an item a member asked for, a task that is still open, and an answer.
"""

from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.groups.actions import agenda, demo, minutes, minutes_approval, session_people, sessions, tasks
from deele.groups.enums import Role
from deele.groups.enums.sessions import AgendaKind, Answer, DecisionLevel, Majority, MinutesKind, Presence, Release
from deele.groups.forms.agenda import AgendaItemForm
from deele.groups.forms.minutes import MinutesItemForm
from deele.groups.models import Session, Task, WorkingGroup
from deele.groups.queries.insiders import Insider
from deele.groups.rules.sessions import OBJECTION_DAYS, Told

HELD_BEFORE, COMES_IN = timedelta(days=42), timedelta(days=14)
INVITED_BEFORE = timedelta(days=14)
DONE = "Die Liste liegt bei den Dateien der Gruppe."
PAST_AGENDA = (
    ("Begegnungsorte im Bestand", AgendaKind.DECISION, 40),
    ("Gespräch mit den Gemeinden", AgendaKind.DECISION, 30),
    ("Was gerade läuft", AgendaKind.INFORMATION, 15),
)
DECISIONS = (
    (0, "Wir sammeln Beispiele für Räume, die mehrere Häuser gemeinsam nutzen, und stellen sie als Blatt zusammen.",
     DecisionLevel.PRACTICAL, Majority.CONSENSUS),
    (1, "Wir laden die Gemeinden zu einem Fachgespräch über kurze Wege und Sitzbänke ein.",
     DecisionLevel.MUNICIPAL, Majority.CONSENSUS),
    (1, "Wir bitten das Land, Gemeinschaftsräume in der Wohnraumförderung eigens zu nennen.",
     DecisionLevel.POLITICAL, Majority.MAJORITY),
)  # fmt: skip
NEWS = "Die Gemeinde Musterdorf berichtet: Die Bank vor dem Laden wird jeden Vormittag genutzt."


@transaction.atomic
def make(now: datetime) -> int:
    """Sessions for the demonstration's group; none where it has some already, or is not there."""
    group = WorkingGroup.objects.filter(name=demo.NAME).first()
    people = insiders(group) if group is not None else []
    if group is None or len(people) < len(Role) or group.sessions.exists():
        return 0
    held(group, people, tuesday(now - HELD_BEFORE), now)
    coming(group, people, now)
    return 2


def insiders(group: WorkingGroup) -> list[Insider]:
    """The lead first, then the others by name."""
    seats = group.seats.filter(until=None).select_related("delegate__membership")
    rows = sorted(seats, key=lambda seat: (seat.role != Role.LEAD, seat.delegate.name))
    return [Insider(group, seat=seat) for seat in rows]


def at(day: datetime, hour: int) -> datetime:
    """An hour of a day, in the time of this country."""
    return timezone.make_aware(datetime.combine(timezone.localdate(day), time(hour)))


def tuesday(day: datetime) -> datetime:
    """The next Tuesday from here: the group meets on Tuesdays."""
    return day + timedelta(days=(1 - timezone.localdate(day).weekday()) % 7)


def told(day: datetime, **more: Any) -> Told:
    """Two hours in the morning, open to everybody."""
    place = "Nachbarschaftstreff Muster"
    return Told(starts_at=at(day, 10), ends_at=at(day, 12), place=place, is_public=True, release=Release.PUBLIC, **more)


def put(session: Session, by: Insider, title: str, kind: str, minutes_planned: int, now: datetime) -> Any:
    """An item of the agenda."""
    form = AgendaItemForm({"title": title, "kind": kind, "minutes": minutes_planned})
    return agenda.save(form=valid(form), session=session, by=by, now=now)


def write(session: Session, by: Insider, now: datetime, **said: Any) -> Any:
    """An item of the minutes."""
    form = MinutesItemForm(said, session=session)
    return minutes.save(form=valid(form), session=session, by=by, now=now)


def valid(form: Any) -> Any:
    """The form, once it has looked at what it got; a demonstration that does not fit any more says so."""
    if not form.is_valid():
        raise ValueError(form.errors.as_json())
    return form


def held(group: WorkingGroup, people: list[Insider], day: datetime, now: datetime) -> None:
    """A session that was held, from planning to confirmed minutes with one task done."""
    lead, first, second = people[:3]
    before = day - INVITED_BEFORE
    session = sessions.plan(group=group, told=told(day), by=lead, now=before)
    items = [put(session, lead, *one, before) for one in PAST_AGENDA]
    sessions.invite(session=session, by=lead, now=before)
    after = session_over(session)
    sessions.hold(session=session, by=lead, now=after)
    session.refresh_from_db()
    noted = {place.pk: Presence.PRESENT for place in session.people.all()}
    session_people.note_presence(session=session, noted=noted, by=lead, now=after)
    for number, text, level, majority in DECISIONS:
        votes = {"votes_yes": 2, "votes_no": 0, "votes_abstained": 1} if majority == Majority.MAJORITY else {}
        write(session, lead, after, kind=MinutesKind.DECISION, text=text, level=level, majority=majority,
              agenda_item=items[number].pk, **votes)  # fmt: skip
    give(session, first, lead, items[0].pk, "Liste der ersten fünf Beispiele anlegen", after + timedelta(days=14))
    give(session, second, lead, items[1].pk, "Räume für das Fachgespräch anfragen", now + COMES_IN)
    write(session, first, after, kind=MinutesKind.INFORMATION, text=NEWS, agenda_item=items[2].pk)
    minutes_approval.circulate(session=session, days=OBJECTION_DAYS, by=lead, now=after + timedelta(days=2))
    confirmed = after + timedelta(days=OBJECTION_DAYS + 3)
    minutes_approval.confirm(session=session, by_session=False, by=lead, now=confirmed)
    done = Task.objects.open().filter(group=group, seat=first.seat).first()
    if done is not None:
        tasks.close(task=done, done=True, word=DONE, by=first, now=confirmed)


def session_over(session: Session) -> datetime:
    """Right after it."""
    return session.ends_at + timedelta(hours=1)


def give(session: Session, who: Insider, by: Insider, item: int, text: str, due: datetime) -> None:
    """A task in the minutes."""
    seat = who.seat.pk if who.seat else None
    write(session, by, session_over(session), kind=MinutesKind.TASK, text=text, seat=seat, agenda_item=item,
          due_on=timezone.localdate(due))  # fmt: skip


def coming(group: WorkingGroup, people: list[Insider], now: datetime) -> None:
    """A session to come: what is open came along by itself, a member put an item on the agenda, one has answered."""
    lead, first = people[:2]
    session = sessions.plan(group=group, told=told(tuesday(now + COMES_IN)), by=lead, now=now)
    put(session, lead, "Das Fachgespräch vorbereiten", AgendaKind.DISCUSSION, 45, now)
    put(session, first, "Wie machen wir Sitzbänke zum Thema?", AgendaKind.DISCUSSION, 20, now)
    sessions.invite(session=session, by=lead, now=now)
    session.refresh_from_db()
    session_people.answer(place=session.people.get(seat=first.seat), answer=Answer.YES, now=now)
