"""The outbox as rows, tabs and facts for its pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from deele.mail import doors, queries
from deele.mail.enums import State
from deele.mail.models import OutgoingMail

BADGES = {
    State.SENT: ("success", "success"),
    State.FAILED: ("danger", "danger"),
    State.DOUBTFUL: ("warning", "warning"),
    State.MUTED: ("warning", ""),
}


@dataclass(frozen=True)
class Filters:
    """What the address asks for; unknown values ask for nothing."""

    state: str = ""
    purpose: str = ""

    @classmethod
    def of(cls, asked: Any) -> "Filters":
        state = asked.get("zustand", "")
        return cls(state if state in State.values else "", asked.get("zweck", "")[:60])

    def url(self, **change: str) -> str:
        """The address of the list with a filter changed."""
        wanted = {"zustand": self.state, "zweck": self.purpose} | change
        query = urlencode({name: value for name, value in wanted.items() if value})
        return reverse("mail:list") + (f"?{query}" if query else "")


def tabs(filters: Filters) -> list[dict[str, object]]:
    """The states with their counts, as links."""
    counts = queries.by_state(purpose=filters.purpose)
    every = {"label": _("All"), "url": filters.url(zustand=""), "active": not filters.state, "count": None}
    return [
        every,
        *(
            {"label": state.label, "url": filters.url(zustand=state), "active": filters.state == state, "count": count}
            for state in State
            if (count := counts.get(state, 0)) or filters.state == state
        ),
    ]


def purposes(filters: Filters, titles: dict[str, str]) -> list[dict[str, object]]:
    """The purposes as links; the chosen one takes itself back."""
    return [
        {
            "label": title,
            "url": filters.url(zweck="" if key == filters.purpose else key),
            "active": key == filters.purpose,
            "count": None,
        }
        for key, title in titles.items()
    ]


def rows(mails: Iterable[OutgoingMail], user: Any, titles: dict[str, str]) -> list[dict[str, object]]:
    """The lines of the list as this person may see them."""
    return [
        {
            "url": mail.get_absolute_url(),
            "title": title_of(mail, user, titles),
            "to": doors.shown_address(user, mail),
            "purpose": titles.get(mail.purpose, mail.purpose),
            "at": moment(mail.sent_at or mail.created_at),
            "badge": badge(mail),
        }
        for mail in mails
    ]


def title_of(mail: OutgoingMail, user: Any, titles: dict[str, str] | None = None) -> str:
    """The subject, or the purpose for those who need not know more."""
    if doors.sees_people(user) and mail.subject:
        return mail.subject
    return (titles or dict(queries.purposes())).get(mail.purpose, mail.purpose)


def badge(mail: OutgoingMail) -> dict[str, str]:
    """State in words, with its colour and sign."""
    kind, icon = BADGES.get(State(mail.state), ("plain", ""))
    return {"label": str(State(mail.state).label), "kind": kind, "icon": icon}


def facts(mail: OutgoingMail, user: Any) -> list[dict[str, object]]:
    """Everything known about a message but its text."""
    every = [
        (_("Recipient"), doors.shown_address(user, mail)),
        (_("Purpose"), dict(queries.purposes()).get(mail.purpose, mail.purpose)),
        (_("Written"), moment(mail.created_at)),
        (_("Urgency"), mail.get_urgency_display()),
        (_("Tries"), str(mail.attempts)),
        (_("Next try"), moment(mail.next_at) if mail.state == State.QUEUED and mail.attempts else ""),
        (_("Sent"), moment(mail.sent_at)),
        (_("Answer of the mail server"), doors.shown_answer(user, mail)),
        (_("Message ID"), mail.message_id.strip("<>")),
        (_("Text erased"), moment(mail.body_erased_at)),
    ]
    return [{"label": label, "value": value} for label, value in every if value]


def moment(at: datetime | None) -> str:
    """A day and time as people write it."""
    return date_format(localtime(at), "SHORT_DATETIME_FORMAT") if at else ""
