"""What the office sees of joint actions."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.audit import queries as audit
from deele.core.dates import in_words
from deele.jointactions.enums import Goal, MaterialKind, Refused, Standing, State
from deele.jointactions.models import Call, JointAction, Material, Photo, PhotoUse, Submission
from deele.jointactions.queries import overlaps, subjects, words
from deele.jointactions.rules import moves, sameness

SOON = timedelta(days=14)
TABS = {
    "": Q(state__in=(State.PROPOSED, State.CHECKED, State.DECIDED, State.PREPARED, State.RUNNING, State.DONE)),
    "vorschlag": Q(state__in=(State.PROPOSED, State.CHECKED)),
    "laeuft": Q(state__in=(State.DECIDED, State.PREPARED, State.RUNNING)),
    "auszuwerten": Q(state=State.DONE),
    "beendet": Q(state__in=(State.EVALUATED, State.DROPPED, State.CALLED_OFF)),
}
REVIEW_TABS = {
    "": Standing.SUBMITTED, "rueckfrage": Standing.ASKED, "angenommen": Standing.TAKEN, "abgelehnt": Standing.REFUSED,
}  # fmt: skip


def tabs(active: str) -> list[dict[str, Any]]:
    """The lists of actions, with how many stand in each."""
    titles = {
        "": _("At work"), "vorschlag": _("Proposed"), "laeuft": _("Decided and running"),
        "auszuwerten": _("To be evaluated"), "beendet": _("Ended"),
    }  # fmt: skip
    counts = JointAction.objects.aggregate(**{f"tab_{key}": Count("pk", filter=q) for key, q in TABS.items()})
    return [
        {"label": title, "url": f"?tab={key}", "active": key == active, "count": counts[f"tab_{key}"]}
        for key, title in titles.items()
    ]


def found(*, tab: str = "", q: str = "", goal: str = "") -> QuerySet[JointAction]:
    """Actions, narrowed."""
    rows = JointAction.objects.filter(TABS.get(tab, Q())).select_related("lead", "caretaker", "place")
    for word in q.split()[:5]:
        rows = rows.filter(Q(title__icontains=word) | Q(aim__icontains=word) | Q(lead__name__icontains=word))
    if goal in Goal.values:
        rows = rows.alias(goals_text=Cast("goals", TextField())).filter(goals_text__contains=f'"{goal}"')
    waiting = Count("calls__submissions", filter=Q(calls__submissions__standing=Standing.SUBMITTED), distinct=True)
    return rows.annotate(waiting=waiting).order_by("-state_since", "-pk")


def action_page(action: JointAction) -> dict[str, Any]:
    """Everything of one action on one screen."""
    return {
        "facts": [*words.facts(action), *caretaker(action)],
        "goals": words.goals(action),
        "moves": steps(action),
        "ref": overlaps.ref(action) if action.state in subjects.COUNT else "",
        "lists": lists(action),
        "history": [audit.line(entry) for entry in audit.history(action)[:30]],
    }


def caretaker(action: JointAction) -> list[dict[str, Any]]:
    """Who looks after it, who proposed it."""
    rows = [
        (_("Caretaker"), str(action.caretaker) if action.caretaker else ""),
        (_("Proposed by"), action.proposed_by.membership.name if action.proposed_by else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def steps(action: JointAction) -> list[dict[str, Any]]:
    """The moves from here, with the words of their buttons."""
    labels = {
        State.PROPOSED: _("Back to the proposal"),
        State.CHECKED: _("Check for overlaps"),
        State.DECIDED: _("Decide on it"),
        State.PREPARED: _("Begin to prepare"),
        State.RUNNING: _("It runs now"),
        State.DONE: _("It is completed"),
        State.EVALUATED: _("It is evaluated"),
        State.DROPPED: _("Drop it"),
        State.CALLED_OFF: _("Call it off"),
    }  # fmt: skip
    return [
        {"to": move.target.value, "label": labels[move.target], "reason": move.reason_needed}
        for move in moves.moves_from(action.state)
    ]


def lists(action: JointAction) -> dict[str, list[dict[str, Any]]]:
    """The parts of an action as lines of a list, by the word of the address."""
    return {
        "partner": [line(row, partner_note(row)) for row in action.partners.select_related("membership")],
        "station": [line(row, f"{words.when_at(row)}, {row.place}") for row in action.stops.select_related("place")],
        "aufruf": [line(row, call_note(row)) for row in calls_of(action)],
        "reichweite": [line(row, f"{row.source} {row.as_of_in_words}".strip()) for row in action.results.all()],
        "dokumentation": [line(row, material_note(row)) for row in Material.objects.filter(action=action)],
    }


def material_note(row: Material) -> str:
    """What it is, who published it, when everybody sees it."""
    later = "" if row.kind == MaterialKind.LINK else _("shown once the action is over")
    return " · ".join(filter(None, [str(row.get_kind_display()), row.publisher, row.credit, later]))


def line(row: Any, note: str) -> dict[str, Any]:
    """One part."""
    return {"row": row, "label": str(row), "note": note}


def partner_note(row: Any) -> str:
    """What a partner brings, and whether it agreed."""
    agreed = (
        _("agreed on %(day)s") % {"day": in_words(row.agreed_on)} if row.agreed_on
        else _("declined") if row.declined_on else _("not agreed yet, not named in public")
    )  # fmt: skip
    return f"{row.contribution or row.get_kind_display()} · {agreed}"


def calls_of(action: JointAction) -> QuerySet[Call]:
    """Its calls with how much was sent in."""
    handed_in = Count("submissions", filter=~Q(submissions__standing=Standing.DRAFT))
    return action.calls.annotate(sent=handed_in)


def call_note(row: Any) -> str:
    """Until when, how much."""
    shown = _("public") if row.released else _("not public")
    return _("until %(day)s, %(number)s handed in, %(shown)s") % {
        "day": words.closes(row), "number": row.sent, "shown": shown
    }  # fmt: skip


def review_tabs(active: str, action: str) -> list[dict[str, Any]]:
    """Where submissions stand."""
    titles = {
        "": _("To look at"), "rueckfrage": _("Asked back"), "angenommen": _("Taken"), "abgelehnt": _("Refused"),
    }  # fmt: skip
    more = f"&aktion={action}" if action else ""
    return [{"label": title, "url": f"?tab={key}{more}", "active": key == active} for key, title in titles.items()]


def submissions(*, tab: str = "", action: str = "") -> QuerySet[Submission]:
    """What was sent in, the oldest first where it waits."""
    rows = Submission.objects.filter(standing=REVIEW_TABS.get(tab, Standing.SUBMITTED))
    if action.isascii() and action.isdigit():
        rows = rows.filter(call__action=int(action[:9]))
    rows = rows.select_related("call__action").prefetch_related("photos")
    return rows.order_by("submitted_at", "pk") if tab == "" else rows.order_by("-standing_since", "-pk")


def review_rows(rows: list[Submission]) -> list[dict[str, Any]]:
    """Submissions with what to look out for."""
    same = twins(rows)
    return [
        {
            "submission": row,
            "photos": [photo for photo in row.photos.all() if photo.small],
            "lacks": words.sentences(row) if row.standing in (Standing.SUBMITTED, Standing.ASKED) else [],
            "uses": words.uses_in_words(row),
            "twins": same.get(row.pk, []),
        }
        for row in rows
    ]


def twins(rows: list[Submission]) -> dict[int, list[Submission]]:
    """Other submissions to the same calls that hold the same photo, by submission. Two queries."""
    calls = {row.call_id for row in rows}
    known = list(
        Photo.objects.filter(submission__call__in=calls)
        .exclude(digest="")
        .exclude(submission__standing=Standing.DRAFT)
        .values_list("submission_id", "digest", "look")
    )
    found: dict[int, set[int]] = {}
    for row in rows:
        for photo in row.photos.all():
            others = {pk for pk, digest, look in known if pk != row.pk and is_same(photo, digest, look)}
            found.setdefault(row.pk, set()).update(others)
    wanted = {row.pk: row for row in Submission.objects.filter(pk__in=set().union(*found.values()) if found else [])}
    return {pk: [wanted[other] for other in sorted(others) if other in wanted] for pk, others in found.items()}


def is_same(photo: Photo, digest: str, look: str) -> bool:
    """The same bytes, or looks the same."""
    return photo.digest == digest or sameness.alike(photo.look, look)


def submission_page(submission: Submission) -> dict[str, Any]:
    """One submission with all its rights."""
    (row,) = review_rows([submission])
    return {
        **row,
        "facts": rights(submission),
        "reasons": Refused.choices,
        "steps": judgements(submission),
        "used": PhotoUse.objects.filter(photo__submission=submission),
        "history": [audit.line(entry) for entry in audit.history(submission)[:20]],
    }


def rights(submission: Submission) -> list[dict[str, Any]]:
    """Every right, as it was told."""
    rows = [
        (_("Made by"), submission.get_made_display()),
        (_("Name beside it"), submission.credit),
        (_("People who can be recognised"), submission.get_people_display()),
        (_("People under eighteen"), submission.get_minors_display()),
        (_("May be used"), ", ".join(words.uses_in_words(submission)) or _("nowhere")),
        (_("Terms"), _("version %(number)s") % {"number": submission.terms_version}),
        (_("Where and when"), ", ".join(filter(None, [submission.town, str(submission.year or "")]))),
        (_("Organisation"), submission.organisation),
    ]
    return [{"label": label, "value": value or "–"} for label, value in rows]


def judgements(submission: Submission) -> list[dict[str, Any]]:
    """What the office may decide from here."""
    labels = {
        Standing.TAKEN: _("Take it"), Standing.ASKED: _("Ask back"), Standing.REFUSED: _("Refuse it"),
        Standing.SUBMITTED: _("Look at it again"),
    }  # fmt: skip
    return [
        {"to": to.value, "label": label}
        for to, label in labels.items()
        if moves.may_judge(Standing(submission.standing), to)
    ]


def to_review(user: Any = None) -> int:
    """How many submissions wait."""
    return Submission.objects.filter(standing=Standing.SUBMITTED).count()


def proposed() -> int:
    """How many actions wait for a decision."""
    return JointAction.objects.filter(state__in=(State.PROPOSED, State.CHECKED)).count()


def ending(now: datetime) -> int:
    """How many open calls end within two weeks."""
    return Call.objects.open(now).filter(closes_at__lte=now + SOON).count()


def to_take_down() -> int:
    """Uses of withdrawn photos that nobody has marked as taken down yet."""
    return PhotoUse.objects.filter(ended_on=None, photo__submission__standing=Standing.WITHDRAWN).count()


def withdrawn_uses() -> QuerySet[PhotoUse]:
    """The same as rows."""
    rows = PhotoUse.objects.filter(ended_on=None, photo__submission__standing=Standing.WITHDRAWN)
    return rows.select_related("photo__submission__call")


def way_to_review() -> str:
    """The list of what waits."""
    return reverse("jointactions:desk-review")
