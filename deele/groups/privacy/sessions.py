"""Sessions, minutes, tasks, decisions, answers by mail.

Minutes are the memory of a group: their words stay. Who was there and who wrote is known by name for three years.
"""

from django.utils.translation import gettext_lazy as _

from deele.groups.models import (
    AgendaItem,
    CarriedTask,
    Decision,
    MinutesItem,
    MinutesRemark,
    MinutesVersion,
    Participation,
    Session,
    SessionMail,
    Task,
)
from deele.privacy.kinds import Term, register

NAMES_DAYS = 1095
SEAT = "seat__delegate__email"

register(
    Session,
    purpose=_("When a working group meets, and what is read afterwards"),
    keep=[
        "group", "number", "title", "starts_at", "ends_at", "format", "place", "link", "note", "agenda_until", "state",
        "state_since", "state_reason", "is_public", "release", "sequence", "option", "objections_until",
        "form_token",
    ],
    personal={"confirmed_by": _("who confirmed the minutes")},
    term=Term(after="starts_at", days=NAMES_DAYS),
)  # fmt: skip
register(
    Participation,
    purpose=_("Who is invited to a session, answers, and was there"),
    keep=["session", "seat", "member_name", "answer", "answered_at", "presence", "noted_at", "reminded_for"],
    personal={"name": _("minutes say who was there"), "noted_by": _("who noted it")},
    secret={"code": _("code in the address answers go to")},
    person=SEAT,
    term=Term(after="session__starts_at", days=NAMES_DAYS),
)
register(
    AgendaItem,
    purpose=_("What a session is about"),
    keep=[
        "session", "position", "title", "kind", "minutes", "seat", "source", "is_open_tasks", "taken_back",
        "form_token",
    ],
    personal={"text": _("what somebody wants to talk about"), "proposer": _("who proposed it")},
    person=SEAT,
)  # fmt: skip
register(
    MinutesItem,
    purpose=_("What a session decided, gave as a task, or heard"),
    keep=[
        "session", "agenda_item", "kind", "text", "seat", "due_on", "majority", "votes_yes", "votes_no",
        "votes_abstained", "level", "taken_out", "closed", "form_token",
    ],
    personal={"who": _("who is to do it, if nobody of the group")},
    term=Term(after="session__starts_at", days=NAMES_DAYS),
)  # fmt: skip
register(
    MinutesVersion,
    purpose=_("How an item of minutes read at a time, so that no text is lost between several writers"),
    keep=["item", "number", "text", "facts", "kept", "at"],
    personal={"by_name": _("who wrote it")},
    term=Term(after="at", days=NAMES_DAYS),
)
register(
    MinutesRemark,
    purpose=_("Objections to minutes and additions to them"),
    keep=["session", "item", "kind", "text", "seat", "at", "answer", "answered_at", "form_token"],
    personal={"by_name": _("who wrote it"), "answered_by": _("who answered")},
    person=SEAT,
    term=Term(after="at", days=NAMES_DAYS),
)
register(
    Decision,
    purpose=_("The register of decisions"),
    keep=["item", "group", "year", "number", "decided_on", "stems"],
)
register(
    Task,
    purpose=_("What is to be done after a session, until it is done"),
    keep=["group", "item", "text", "seat", "membership", "due_on", "state", "closed_on", "closed_word"],
    personal={
        "who": _("who is to do it, if nobody of the group"),
        "closed_by": _("who closed it"),
        "handed_on": _("who did it before"),
    },
    person=SEAT,
    term=Term(after="closed_on", days=NAMES_DAYS),
)
register(
    CarriedTask,
    purpose=_("Which open tasks came along into which session"),
    keep=["item", "task", "at"],
)
register(
    SessionMail,
    purpose=_("Answers to invitations by mail, each read once"),
    keep=["mark", "arrived_at", "outcome", "session", "participation", "item", "handled_at"],
    personal={
        "sender": _("to know whether the person was invited"),
        "subject": _("what somebody wrote"),
        "text": _("what somebody wrote"),
        "original": _("what somebody wrote"),
        "handled_by": _("who dealt with it"),
    },
    person="sender",
    term=Term(after="arrived_at", days=365, then="delete"),
)
