"""Cases as lists and as one page: which ones wait for me, what happened, what is to be done."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast

from deele.access.enums import ROLES, Permission
from deele.access.models import Grant
from deele.advice import rules as codes
from deele.advice.enums import CaseState, LineKind
from deele.advice.models import Case, CaseLine, CaseOpening, CaseTask, Contact
from deele.advice.rules.cases import ENDED_STATES, OPEN_STATES, WAITING_STATES

ADVISING = [role.key for role in ROLES.values() if Permission.CASE_WORK in role.permissions]
VIEWS = ("meine", "neu", "wartet", "ueberfaellig", "offen", "beendet")
LINES_PER_PAGE = 40


def in_view(rows: QuerySet[Case], view: str, user: Any, today: date) -> QuerySet[Case]:
    """The rows of one of VIEWS; anything else is all open ones."""
    if view == "beendet":
        return rows.filter(state__in=[*ENDED_STATES, CaseState.ANONYMOUS])
    rows = rows.filter(state__in=OPEN_STATES)
    if view == "meine":
        return rows.filter(Q(adviser=user) | Q(deputy=user))
    if view == "neu":
        return rows.filter(state=CaseState.RECEIVED)
    if view == "wartet":
        return rows.filter(state__in=WAITING_STATES)
    if view == "ueberfaellig":
        return rows.filter(late(today))
    return rows


def late(today: date) -> Q:
    """Open cases whose date has passed, or that were to be looked at again by now."""
    return Q(state__in=OPEN_STATES) & (Q(due_on__lt=today) | Q(follow_up_on__lte=today))


def found(user: Any, asked: dict[str, Any], today: date) -> QuerySet[Case]:
    """The list, narrowed by what was asked: view, area, topic, text (number, code or name)."""
    rows = in_view(narrowed(user, asked), asked.get("view", ""), user, today)
    return rows.select_related("area", "place__parent", "adviser", "deputy").order_by("due_on", "-pk")


def narrowed(user: Any, asked: dict[str, Any]) -> QuerySet[Case]:
    """What this person may see, by area, topic and text."""
    rows = Case.objects.visible_to(user)
    if asked.get("area"):
        rows = rows.filter(area=asked["area"])
    if asked.get("topic"):  # lists in JSON are asked for in no way that both databases know, their text is
        rows = rows.alias(said=Cast("topics", TextField())).filter(said__contains=f'"{asked["topic"]}"')
    if text := asked.get("text", ""):
        rows = rows.filter(meant_by(text))
    return rows


def meant_by(text: str) -> Q:
    """Cases somebody means: by number, by the client's code, by name or organisation."""
    wanted = Q(client_name__icontains=text) | Q(client_organisation__icontains=text)
    if number := number_of(text):
        wanted |= Q(pk=number)
    if code := codes.tidy_code(text):
        wanted |= Q(code=code)
    return wanted


def number_of(text: str) -> int | None:
    """The row a number like F00012 stands for."""
    digits = text.strip().upper().removeprefix("F")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def counts(user: Any, asked: dict[str, Any], today: date) -> dict[str, int]:
    """How many there are in each view, in one question."""
    is_open, mine = Q(state__in=OPEN_STATES), Q(adviser=user) | Q(deputy=user)
    return narrowed(user, asked).aggregate(
        meine=Count("pk", filter=is_open & mine),
        neu=Count("pk", filter=Q(state=CaseState.RECEIVED)),
        wartet=Count("pk", filter=Q(state__in=WAITING_STATES)),
        ueberfaellig=Count("pk", filter=late(today)),
        offen=Count("pk", filter=is_open),
        beendet=Count("pk", filter=~is_open),
    )


def lines(case: Case, kind: str = "") -> QuerySet[CaseLine]:
    """The timeline, newest first; one kind of line alone when asked."""
    rows = CaseLine.objects.filter(case=case)
    if kind in LineKind.values:
        rows = rows.filter(kind=kind)
    return rows.select_related("by", "contact__place", "contact__area", "task", "document", "referral__entry").order_by(
        "-at", "-pk"
    )


def kinds_of(case: Case) -> dict[str, int]:
    """How many lines of each kind the timeline has."""
    rows = CaseLine.objects.filter(case=case).order_by().values_list("kind").annotate(number=Count("pk"))
    return dict(rows)


def tasks(case: Case) -> QuerySet[CaseTask]:
    """What is still to be done, the most pressing first."""
    return case.tasks.filter(done_at=None).select_related("assignee").order_by("due_on", "pk")


def my_tasks_due(user: Any, today: date) -> int:
    """Tasks of mine whose day has come, on cases I may see."""
    visible = Case.objects.visible_to(user).values("pk")
    return CaseTask.objects.filter(assignee=user, done_at=None, due_on__lte=today, case__in=visible).count()


def advisers(area_id: int | None, today: date) -> QuerySet[Any]:
    """Colleagues who advise in this area of work; in any for None."""
    grants = Grant.objects.valid_on(today).filter(role__in=ADVISING)
    if area_id is not None:
        grants = grants.filter(Q(area=None) | Q(area_id=area_id))
    return get_user_model().objects.filter(is_active=True, grants__in=grants).distinct().order_by("name", "pk")


def opening(case: Case, user: Any, now: datetime) -> CaseOpening | None:
    """The reason this person opened the case with, while it holds."""
    return CaseOpening.objects.filter(case=case, user=user, until__gt=now).order_by("-until").first()


def joinable(contact: Contact, user: Any) -> list[Case]:
    """Open cases under the contact's code that it may be put to."""
    if contact.case_id:
        return []
    return list(Case.objects.visible_to(user).open().filter(code=contact.code).order_by("-pk")[:5])


@dataclass(frozen=True)
class Load:
    """A colleague with the open cases this person may see; `is_gone`: they no longer advise."""

    adviser: Any
    number: int
    is_gone: bool


def loads(user: Any, today: date) -> list[Load]:
    """Who has how many open cases, those who left first."""
    rows = Case.objects.visible_to(user).open().exclude(adviser=None).order_by().values_list("adviser")
    numbers: dict[int, int] = dict(rows.annotate(cases=Count("pk", distinct=True)))
    here = set(advisers(None, today).values_list("pk", flat=True))
    people = get_user_model().objects.filter(pk__in=numbers)
    found = [Load(one, numbers[one.pk], one.pk not in here) for one in people]
    return sorted(found, key=lambda one: (not one.is_gone, str(one.adviser)))


def abandoned(user: Any, today: date) -> int:
    """Open cases without an adviser who still advises."""
    rows = Case.objects.visible_to(user).open()
    return rows.filter(Q(adviser=None) | ~Q(adviser__in=advisers(None, today))).distinct().count()
