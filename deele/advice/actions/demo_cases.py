"""Cases of the demonstration: made of its contacts, in several states. Roles and offices, no persons."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from deele.advice.actions import cases, confidential, life, referrals, tasks, timeline
from deele.advice.enums import CaseState, Handover, TargetKind
from deele.advice.models import Case, Contact, Referral


@dataclass(frozen=True)
class Story:
    """What became of a contact: number of its line in demo.CALLS, who asks, the state, words."""

    call: int
    organisation: str
    state: str
    note: str
    task: str = ""
    due_in: int = 0
    sealed: str = ""
    refers: str = ""


STORIES = (
    Story(
        0, "Initiative Wohnen mit Garten (Muster)", CaseState.WORKING,
        "Acht Haushalte, Grundstück in Aussicht. Satzung und Finanzierung sind die nächsten Fragen.",
        task="Mustersatzung und Liste der Prüfungsverbände schicken", due_in=3, refers=TargetKind.AUDIT_BODY,
    ),
    Story(
        2, "Gemeinde Muster, Fachdienst Soziales", CaseState.OTHERS,
        "Wartet auf den Beschluss des Ausschusses. Danach Termin vor Ort.",
        task="Nach dem Ausschuss nachfragen", due_in=-1,
        sealed="Im Rat ist das Vorhaben umstritten; bitte vorerst mit niemandem außerhalb des Fachdienstes sprechen.",
    ),
    Story(5, "", CaseState.CLIENT, "Möchte das Haus an ein Projekt verkaufen und meldet sich nach der Familienrunde."),
    Story(3, "", CaseState.CLOSED, "Anschrift des Pflegestützpunkts mitgegeben.", refers=TargetKind.CARE_POINT),
)  # fmt: skip


def make(contacts: list[Contact], *, by: Any, now: datetime) -> int:
    """Cases for these contacts, in the order of demo.CALLS; returns how many. In the transaction of the caller."""
    today = timezone.localdate(now)
    for story in STORIES:
        case = cases.open_from_contact(contact=contacts[story.call], by=by, now=now)
        Case.objects.filter(pk=case.pk).update(client_organisation=story.organisation)
        case.refresh_from_db()
        tell(story, case, by=by, now=now, today=today)
        if case.state != story.state:
            life.move(case=case, to=story.state, by=by, now=now, results=["information_gegeben", "verwiesen"])
    for contact in contacts:  # who came again is logged under the same code and belongs to the same case
        contact.refresh_from_db()
        cases.join_by_code(contact, by=by, now=now)
    return len(STORIES)


def tell(story: Story, case: Case, *, by: Any, now: datetime, today: date) -> None:
    """Write what happened so far."""
    timeline.note(case=case, text=story.note, by=by, now=now)
    if story.task:
        due = today + timedelta(days=story.due_in)
        tasks.add(case=case, title=story.task, due_on=due, assignee=by, by=by, now=now)
        Case.objects.filter(pk=case.pk).update(follow_up_on=due)
        case.refresh_from_db()
    if story.sealed:
        confidential.write(case=case, words=story.sealed, version=0, by=by, now=now)
    if story.refers:
        target = TargetKind(story.refers)
        referral = Referral(target_kind=target, target_name=str(target.label), made_on=today, handover=Handover.ADDRESS)
        referrals.refer(case=case, referral=referral, by=by, now=now)
