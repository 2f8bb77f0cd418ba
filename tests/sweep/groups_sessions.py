"""The addresses of sessions, minutes, tasks and decisions for the sweep. Kim leads `group`, and has no seat in
`group-foreign`, which is not public; each has a session of its own."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.groups.actions import agenda, minutes_approval, session_people, sessions
from deele.groups.actions.session_post import answer_link
from deele.groups.enums import Role
from deele.groups.enums.sessions import MailOutcome, Presence, Release
from deele.groups.models import Decision, Seat, Session, SessionMail, Task, WorkingGroup
from deele.groups.queries.insiders import Insider
from deele.groups.rules.sessions import Told
from deele.groups.tests import sessions as made
from deele.office.models import Area

BOTH = """
sessions                GET  pk=group                                     200
session-new             GET  pk=group                                     200
session-new             POST pk=group                                     200
session                 GET  pk=group,session_pk=session                  200
session                 GET  pk=group,session_pk=session-foreign          404
session-ics             GET  pk=group,session_pk=session                  200
session-change          GET  pk=group,session_pk=session                  200
session-change          POST pk=group,session_pk=session                  200
session-invite          GET  pk=group,session_pk=session                  200
session-invite          POST pk=group,session_pk=session                  go
session-cancel          GET  pk=group,session_pk=session                  200
session-cancel          POST pk=group,session_pk=session-old              200
session-hold            POST pk=group,session_pk=session                  go
session-presence        GET  pk=group,session_pk=session-old              200
session-presence        POST pk=group,session_pk=session-old              200
agenda-new              GET  pk=group,session_pk=session                  200
agenda-new              POST pk=group,session_pk=session                  200
agenda-item             GET  pk=group,session_pk=session,item_pk=agenda   200
agenda-item             POST pk=group,session_pk=session,item_pk=agenda   200
agenda-item             GET  pk=group,session_pk=session,item_pk=unknown  404
agenda-step             POST pk=group,session_pk=session,item_pk=agenda   go
agenda-back             POST pk=group,session_pk=session,item_pk=agenda   go
minutes                 GET  pk=group,session_pk=session-old              200
minutes-pdf             GET  pk=group,session_pk=session-old              200
minutes-new             GET  pk=group,session_pk=session-old              200
minutes-new             POST pk=group,session_pk=session-old              200
minutes-item            GET  pk=group,session_pk=session-old,item_pk=minutes 200
minutes-item            POST pk=group,session_pk=session-old,item_pk=minutes 200
minutes-item            GET  pk=group,session_pk=session-old,item_pk=unknown 404
minutes-versions        GET  pk=group,session_pk=session-old,item_pk=minutes 200
minutes-out             POST pk=group,session_pk=session-old,item_pk=minutes go
minutes-circulate       GET  pk=group,session_pk=session-old              200
minutes-circulate       POST pk=group,session_pk=session-old              200
minutes-remark          GET  pk=group,session_pk=session-old              200
minutes-remark          POST pk=group,session_pk=session-old              200
minutes-answer          POST pk=group,session_pk=session-old,remark_pk=remark go
minutes-confirm         GET  pk=group,session_pk=session-old              200
minutes-confirm         POST pk=group,session_pk=session-old              200
tasks                   GET  pk=group                                     200
task                    GET  pk=group,task_pk=group-task                  200
task                    POST pk=group,task_pk=group-task                  200
task                    GET  pk=group,task_pk=unknown                     404
task-hand-on            POST pk=group,task_pk=group-task                  go
decisions               GET  pk=group                                     200
"""


def both() -> str:
    """Every row twice: from the seat (and from outside of a group), and at the desk."""
    rows = []
    for line in BOTH.strip().splitlines():
        name, how, blanks, answer = line.split()
        outside = ",".join(["pk=group-foreign", *blanks.split(",")[1:]])
        rows += [
            f"groups:mine-{name} {how} {blanks} go {answer} go - - go -",
            f"groups:mine-{name} {how} {outside} go 404 go - - go -",
            f"groups:desk-{name} {how} {blanks} in - {answer} 403 403 {answer} 403",
        ]
    return "\n".join(rows)


# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = f"""
{both()}
groups:mine-session-answer   POST pk=group,session_pk=session           go  404 go  -   -   go  -
groups:desk-session-answer   POST pk=group,session_pk=session           in  -   404 403 403 404 403
groups:mine-all-decisions    GET  -                                     go  200 go  -   -   go  -
groups:desk-all-decisions    GET  -                                     in  -   200 403 403 200 403
groups:desk-mails            GET  -                                     in  -   200 403 403 200 403
groups:desk-mail             GET  pk=session-mail                       in  -   200 403 403 200 403
groups:desk-mail             GET  pk=unknown                            in  -   404 403 403 404 403
groups:desk-mail-handle      POST pk=session-mail                       in  -   go  403 403 go  403
groups:all-decisions         GET  -                                     200 200 -   -   -   200 -
groups:decision              GET  pk=decision                           200 200 -   -   -   200 -
groups:decision              GET  pk=unknown                            404 404 404 404 404 404 404
groups:sessions              GET  -                                     200 200 -   -   -   200 -
groups:sessions-feed         GET  -                                     200 200 -   -   -   200 -
groups:session               GET  pk=session-public                     200 200 -   -   -   200 -
groups:session               GET  pk=session                            404 404 404 404 404 404 404
groups:session-ics           GET  pk=session-public                     200 200 -   -   -   200 -
groups:session-ics           GET  pk=session                            404 404 404 404 404 404 404
groups:session-pdf           GET  pk=session-public                     200 200 -   -   -   200 -
groups:session-pdf           GET  pk=session                            404 404 404 404 404 404 404
groups:answer                GET  token=session-link                    200 200 -   -   -   200 -
groups:answer                POST token=session-link                    200 200 -   -   -   200 -
groups:answer                GET  token=erfunden                        404 404 -   -   -   404 -
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """A planned session, one whose minutes go round, a public one whose minutes are confirmed, one of others."""
    now = timezone.now()
    seats = Seat.objects.select_related("group", "delegate__membership")
    lead = seats.get(group__name="AG Muster", role=Role.LEAD, delegate__email="kim@example.org")
    foreign = Insider(WorkingGroup.objects.get(name="AG Geheim"), user=people["leitung"])
    times = Told(now + timedelta(days=3), now + timedelta(days=3, hours=1))
    hidden = sessions.plan(group=foreign.group, told=times, by=foreign, now=now)
    planned, old, open_one = made.session(lead, now=now), past(lead), confirmed(lead)
    remark = minutes_approval.remark(session=old, text="Anders", item=None, by=made.by(lead), now=now)
    mail = SessionMail.objects.create(mark="m", arrived_at=now, sender="fremd@example.org", subject="Frage",
                                      outcome=MailOutcome.UNKNOWN)  # fmt: skip
    link = answer_link(sessions.place_of(open_one, lead), now)
    return {
        "session": planned.pk, "session-foreign": hidden.pk, "session-old": old.pk, "session-public": open_one.pk,
        "agenda": agenda.put(session=planned, title="Räume", text="", by=made.by(lead), now=now).pk,
        "minutes": old.minutes.first().pk, "remark": remark.pk, "session-mail": mail.pk,
        "group-task": Task.objects.get(item__session=old).pk, "decision": Decision.objects.get().pk,
        "session-link": link.rstrip("/").rpartition("/")[2],
    }  # fmt: skip


def past(lead: Seat, **told: Any) -> Session:
    """A session that was held last month; the draft of its minutes goes round."""
    then = timezone.now() - timedelta(days=30)
    found, by = made.session(lead, days=1, now=then, **told), made.by(lead)
    sessions.invite(session=found, by=by, now=then)
    later = then + timedelta(days=2)
    sessions.hold(session=found, by=by, now=later)
    noted = dict.fromkeys(found.people.values_list("pk", flat=True), Presence.PRESENT)
    session_people.note_presence(session=found, noted=noted, by=by, now=later)
    found.refresh_from_db()
    made.task(found, lead, lead)
    if told:
        made.decision(found, lead)
    minutes_approval.circulate(session=found, days=60, by=by, now=later)
    return found


def confirmed(lead: Seat) -> Session:
    """A public session with released minutes."""
    found = past(lead, is_public=True, release=Release.PUBLIC)
    return minutes_approval.confirm(session=found, by_session=True, by=made.by(lead), now=timezone.now())
