"""An enquiry in words: the tabs of the inbox, its badge, its facts."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from deele.advice.enums import EnquiryState
from deele.advice.models import Enquiry
from deele.advice.queries.enquiries import VIEWS
from deele.advice.rules.enquiries import MOVES

TITLES = {
    "neu": gettext_lazy("New, nobody’s"),
    "meine": gettext_lazy("Mine"),
    "alle": gettext_lazy("All open"),
    "wartet": pgettext_lazy("view of the inbox", "Waiting"),
    "ueberfaellig": gettext_lazy("Overdue"),
    "erledigt": gettext_lazy("Ended"),
}
BADGES = {EnquiryState.NEW: "warning", EnquiryState.ACCEPTED: "info"}


def views(active: str, rows: dict[str, QuerySet[Enquiry]]) -> list[dict[str, Any]]:
    """The tabs of the inbox; what has ended is not counted."""
    return [
        {
            "label": TITLES[view],
            "url": f"{reverse('advice:inbox')}?sicht={view}",
            "active": view == active,
            "count": None if view == "erledigt" else rows[view].count(),
        }
        for view in VIEWS
    ]


def line(enquiry: Enquiry, today: date) -> dict[str, Any]:
    """A row of the inbox."""
    waits = enquiry.is_open and enquiry.answered_at is None
    return {
        "enquiry": enquiry,
        "badge": {"label": enquiry.get_state_display(), "kind": BADGES.get(EnquiryState(enquiry.state), "plain")},
        "who": enquiry.asked_by or enquiry.get_audience_display(),
        "is_late": waits and enquiry.promised_on < today,
        "is_due": waits,
    }


def facts(enquiry: Enquiry) -> list[dict[str, Any]]:
    """What is known, without what is not."""
    answered = date_format(enquiry.answered_at, "d.m.Y") if enquiry.answered_at else ""
    words = [
        (_("Who asks"), enquiry.get_audience_display()),
        (_("Name"), enquiry.asked_by),
        (_("Answer"), enquiry.get_answer_by_display()),
        (_("E-mail address"), enquiry.email),
        (_("Telephone"), enquiry.phone),
        (_("Place"), str(enquiry.place or "")),
        (_("Topic"), enquiry.get_topic_display()),
        (_("Asked about"), enquiry.about_title),
        (_("Came by"), enquiry.get_channel_display()),
        (_("Forwarded by"), enquiry.forwarded_by),
        (_("Arrived"), date_format(enquiry.arrived_at, "d.m.Y")),
        (_("Promised by"), date_format(enquiry.promised_on, "d.m.Y")),
        (_("Answered"), answered),
        (_("Look at it again"), date_format(enquiry.look_again_on, "d.m.Y") if enquiry.look_again_on else ""),
        (_("Passed on to"), enquiry.passed_to),
        (_("Why no advice"), enquiry.get_no_advice_display()),
    ]
    return [{"label": label, "value": value} for label, value in words if value]


def steps(enquiry: Enquiry) -> list[str]:
    """Where it may go by hand; answering and withdrawing have their own ways."""
    order = [state for state in EnquiryState.values if state in MOVES[enquiry.state]]
    return [state for state in order if state not in (EnquiryState.ANSWERED, EnquiryState.WITHDRAWN)]
