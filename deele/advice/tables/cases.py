"""A case in words: the lines of its timeline, its facts, the tabs of the list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from deele.advice.enums import CaseState, Handover, LineKind
from deele.advice.models import Case, CaseLine, Referral
from deele.advice.queries.cases import VIEWS
from deele.advice.rules.cases import OPEN_STATES, Move, moves_from

TITLES = {
    "meine": gettext_lazy("Mine"),
    "neu": gettext_lazy("New, nobody’s"),
    "wartet": gettext_lazy("Waiting for somebody"),
    "ueberfaellig": gettext_lazy("Overdue"),
    "offen": gettext_lazy("All open"),
    "beendet": gettext_lazy("Ended"),
}
STEPS = {
    CaseState.ACCEPTED: gettext_lazy("Accept it"),
    CaseState.WORKING: gettext_lazy("I work on it"),
    CaseState.CLIENT: gettext_lazy("Waits for the client"),
    CaseState.OTHERS: gettext_lazy("Waits for others"),
    CaseState.BEGUN: gettext_lazy("An accompaniment begins"),
    CaseState.CLOSED: gettext_lazy("Close it"),
    CaseState.FORWARDED: gettext_lazy("Pass it to another office"),
    CaseState.NO_ADVICE: gettext_lazy("This is no advice"),
    CaseState.REOPENED: gettext_lazy("Open it again"),
}
BADGES = {CaseState.RECEIVED: "warning", CaseState.CLIENT: "plain", CaseState.OTHERS: "plain"}


def views(active: str, counts: dict[str, int], asked: dict[str, str]) -> list[dict[str, Any]]:
    """The views of the list as tabs; the other filters stay."""
    return [
        {
            "label": TITLES[view],
            "url": f"{reverse('advice:cases')}?{urlencode({**asked, 'sicht': view})}",
            "active": view == active,
            "count": counts[view],
        }
        for view in VIEWS
    ]


def badge(case: Case) -> dict[str, Any]:
    """The state as a badge."""
    kind = BADGES.get(CaseState(case.state), "info") if case.state in OPEN_STATES else "plain"
    return {"label": case.get_state_display(), "kind": kind}


def when(case: Case, today: date) -> dict[str, Any]:
    """The next date of an open case, and whether it has passed."""
    days = [day for day in (case.due_on, case.follow_up_on) if day]
    if not days or case.state not in OPEN_STATES:
        return {"words": "–", "late": False}
    is_late = bool((case.due_on and case.due_on < today) or (case.follow_up_on and case.follow_up_on <= today))
    return {"words": date_format(min(days), "d.m.Y"), "late": is_late}


def client(case: Case) -> str:
    """Who asks: the name where there is one, else the kind of client."""
    return case.client_name or case.client_organisation or str(case.get_audience_display())


def rows(cases: Iterable[Case], today: date) -> list[dict[str, Any]]:
    """The lines of the list."""
    return [{"case": one, "client": client(one), "badge": badge(one), "when": when(one, today)} for one in cases]


def fact(label: str, value: Any, url: str = "") -> dict[str, Any]:
    """One fact; empty ones are left out by `facts`."""
    return {"label": label, "value": value, "url": url}


def facts(case: Case) -> list[dict[str, Any]]:
    """What is known of the case, without who the client is."""
    found = [
        fact(_("Who asks"), case.get_audience_display()),
        fact(_("From where"), str(case.place) if case.place_id else case.get_where_display()),
        fact(_("Topics"), ", ".join(case.topic_names)),
        fact(_("Received"), f"{date_format(case.arrived_on, 'd.m.Y')}, {case.get_channel_display()}"),
        fact(_("Priority"), case.get_priority_display() if case.priority != "normal" else ""),
        fact(_("Due on"), date_format(case.due_on, "d.m.Y") if case.due_on else ""),
        fact(_("Look again on"), date_format(case.follow_up_on, "d.m.Y") if case.follow_up_on else ""),
        fact(_("Results"), ", ".join(case.result_titles)),
        fact(_("Personal data until"), date_format(case.erase_on, "d.m.Y") if case.erase_on else ""),
    ]
    return [one for one in found if one["value"]]


def client_facts(case: Case) -> list[dict[str, Any]]:
    """Who the client is; empty for an anonymous one."""
    found = [
        fact(_("Name"), case.client_name),
        fact(_("Organisation"), case.client_organisation),
        fact(_("E-mail address"), case.client_email, f"mailto:{case.client_email}"),
        fact(_("Telephone"), case.client_phone, f"tel:{case.client_phone}"),
    ]
    return [one for one in found if one["value"]]


def steps(case: Case) -> list[dict[str, Any]]:
    """What may come next, the usual first; `asks`: the step has a page of its own."""
    return [{"to": str(one.target), "label": STEPS[one.target], "asks": asks(one)} for one in moves_from(case.state)]


def asks(move: Move) -> bool:
    """Whether the step takes words."""
    return move.reason_needed or move.results_needed


def item(line: CaseLine) -> dict[str, Any]:
    """One line of the timeline as the component shows it."""
    title, url = TELLERS[LineKind(line.kind)](line)
    at = date_format(localtime(line.at), "d.m.Y" if line.kind == LineKind.CONTACT else "SHORT_DATETIME_FORMAT")
    return {"when": at, "by": str(line.by) if line.by_id else "", "title": title, "text": line.text, "url": url}


def tell_contact(line: CaseLine) -> tuple[str, str]:
    """A contact: kind, way, topics."""
    contact = line.contact
    if contact is None:
        return _("Contact"), ""
    topics = ", ".join(contact.topic_names)
    words = f"{contact.get_kind_display()}, {contact.get_channel_display()}: {topics}"
    return words, reverse("advice:contact", args=[contact.pk])


def tell_move(line: CaseLine) -> tuple[str, str]:
    """The state it came into."""
    label = dict(CaseState.choices).get(line.detail, line.detail)
    return pgettext("timeline of a case", "State: %(state)s") % {"state": label}, ""


def tell_task(line: CaseLine) -> tuple[str, str]:
    """A task that was set or finished."""
    title = line.task.title if line.task else ""
    words = _("Task done: %(title)s") if line.detail == "erledigt" else _("Task: %(title)s")
    return words % {"title": title or "–"}, ""


def tell_document(line: CaseLine) -> tuple[str, str]:
    """A file that was added or removed."""
    if line.document is None:
        return (_("A document was removed") if line.detail == "entfernt" else _("Document, removed since")), ""
    url = reverse("advice:case-document", args=[line.case_id, line.document.pk])
    return _("Document: %(name)s") % {"name": line.document.name}, url


def tell_referral(line: CaseLine) -> tuple[str, str]:
    """A referral: to whom, and what went there."""
    if line.referral is None:
        return _("Referral"), ""
    return _("Referred to %(whom)s") % {"whom": referral_words(line.referral)}, ""


def referral_words(referral: Referral) -> str:
    """To whom, and what went there."""
    whom = referral.entry.title if referral.entry else referral.target_name or referral.get_target_kind_display()
    if referral.handover == Handover.ADDRESS:
        return _("%(whom)s (only the address)") % {"whom": whom}
    day = date_format(referral.consent_on, "d.m.Y") if referral.consent_on else "–"
    way = referral.get_consent_way_display()
    return _("%(whom)s (with consent of %(day)s, %(way)s)") % {"whom": whom, "day": day, "way": way}


def plain(label: Any) -> Any:
    """A line whose words are all there is to say."""
    return lambda line: (str(label), "")


TELLERS = {
    LineKind.CONTACT: tell_contact,
    LineKind.MOVE: tell_move,
    LineKind.PEOPLE: plain(gettext_lazy("Who is in charge")),
    LineKind.NOTE: plain(gettext_lazy("Note on the case")),
    LineKind.REFERRAL: tell_referral,
    LineKind.TASK: tell_task,
    LineKind.DOCUMENT: tell_document,
    LineKind.MAIL: plain(gettext_lazy("Mail")),
    LineKind.LOOK: plain(gettext_lazy("Opened with a reason, by somebody who is not on this case")),
}


def kinds(case: Case, counts: dict[str, int], active: str) -> list[dict[str, Any]]:
    """The kinds of lines there are, as tabs of the timeline."""
    base = reverse("advice:case", args=[case.pk])
    every = {"label": _("Everything"), "url": base, "active": not active, "count": sum(counts.values())}
    return [every] + [
        {"label": kind.label, "url": f"{base}?art={kind}", "active": kind == active, "count": counts[kind]}
        for kind in LineKind
        if kind in counts
    ]
