"""Addresses of sessions, minutes, tasks and decisions: from the seat, at the desk, for everybody."""

from typing import Any

from django.urls import URLPattern, path

from deele.groups.views import (
    agenda,
    decisions,
    minutes,
    minutes_approval,
    session_mail,
    session_public,
    sessions,
    tasks,
)

MINE, DESK, OPEN = "buendnis/mein/gruppen/<int:pk>/", "schreibtisch/gruppen/<int:pk>/", "buendnis/"
ONE = "sitzungen/<int:session_pk>/"
BOTH: tuple[tuple[str, Any, str], ...] = (
    ("sitzungen/", sessions.sessions, "sessions"),
    ("sitzungen/neu/", sessions.plan, "session-new"),
    (ONE, sessions.session, "session"),
    (f"{ONE}termin.ics", sessions.ics, "session-ics"),
    (f"{ONE}aendern/", sessions.change, "session-change"),
    (f"{ONE}einladen/", sessions.invite, "session-invite"),
    (f"{ONE}absagen/", sessions.cancel, "session-cancel"),
    (f"{ONE}durchgefuehrt/", sessions.hold, "session-hold"),
    (f"{ONE}antwort/", agenda.answer, "session-answer"),
    (f"{ONE}anwesenheit/", agenda.presence, "session-presence"),
    (f"{ONE}top/", agenda.item, "agenda-new"),
    (f"{ONE}top/<int:item_pk>/", agenda.item, "agenda-item"),
    (f"{ONE}top/<int:item_pk>/zuruecknehmen/", agenda.take_back, "agenda-back"),
    (f"{ONE}top/<int:item_pk>/reihenfolge/", agenda.step, "agenda-step"),
    (f"{ONE}protokoll/", minutes.minutes, "minutes"),
    (f"{ONE}protokoll.pdf", minutes.pdf, "minutes-pdf"),
    (f"{ONE}protokoll/neu/", minutes.item, "minutes-new"),
    (f"{ONE}protokoll/<int:item_pk>/", minutes.item, "minutes-item"),
    (f"{ONE}protokoll/<int:item_pk>/fassungen/", minutes.versions, "minutes-versions"),
    (f"{ONE}protokoll/<int:item_pk>/entfernen/", minutes.take_out, "minutes-out"),
    (f"{ONE}protokoll/versenden/", minutes_approval.circulate, "minutes-circulate"),
    (f"{ONE}protokoll/anmerken/", minutes_approval.remark, "minutes-remark"),
    (f"{ONE}protokoll/anmerken/<int:remark_pk>/", minutes_approval.answer_remark, "minutes-answer"),
    (f"{ONE}protokoll/bestaetigen/", minutes_approval.confirm, "minutes-confirm"),
    ("aufgaben/", tasks.tasks, "tasks"),
    ("aufgaben/<int:task_pk>/", tasks.task, "task"),
    ("aufgaben/<int:task_pk>/weitergeben/", tasks.hand_on, "task-hand-on"),
    ("beschluesse/", decisions.of_group, "decisions"),
)


def both() -> list[URLPattern]:
    """Every page twice: from the seat and at the desk."""
    mine = [path(f"{MINE}{way}", views.mine, name=f"mine-{name}") for way, views, name in BOTH]
    return [*mine, *(path(f"{DESK}{way}", views.desk, name=f"desk-{name}") for way, views, name in BOTH)]


patterns = [
    *both(),
    path(f"{OPEN}mein/beschluesse/", decisions.mine, name="mine-all-decisions"),
    path("schreibtisch/beschluesse/", decisions.desk, name="desk-all-decisions"),
    path("schreibtisch/sitzungspost/", session_mail.mails, name="desk-mails"),
    path("schreibtisch/sitzungspost/<int:pk>/", session_mail.mail, name="desk-mail"),
    path("schreibtisch/sitzungspost/<int:pk>/erledigen/", session_mail.handle, name="desk-mail-handle"),
    path(f"{OPEN}beschluesse/", decisions.public, name="all-decisions"),
    path(f"{OPEN}beschluesse/<int:pk>/", decisions.one, name="decision"),
    path(f"{OPEN}sitzungen/", session_public.sessions, name="sessions"),
    path(f"{OPEN}sitzungen/kalender.ics", session_public.feed, name="sessions-feed"),
    path(f"{OPEN}sitzungen/<int:pk>/", session_public.session, name="session"),
    path(f"{OPEN}sitzungen/<int:pk>/termin.ics", session_public.ics, name="session-ics"),
    path(f"{OPEN}sitzungen/<int:pk>/protokoll.pdf", session_public.pdf, name="session-pdf"),
    path(f"{OPEN}sitzung/<str:token>/", session_public.answer, name="answer"),
]
