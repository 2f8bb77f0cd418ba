"""What a person sees on the page of the own notice."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.notices.enums import Access, Care, State
from deele.notices.models import Need, Notice
from deele.notices.queries import proposals, words
from deele.notices.queries.forms_of_living import telling
from deele.notices.rules import moves

BUTTONS = {"renew": State.ACTIVE, "pause": State.PAUSED, "found": State.FULFILLED, "withdraw": State.WITHDRAWN}


def page(notice: Notice) -> dict[str, Any]:
    """Everything of the page."""
    fits = proposals.for_person(notice) if notice.is_live or notice.state == State.FULFILLED else []
    return {
        "notice": notice,
        "standing": standing(notice),
        "facts": words.facts(notice),
        "needs": own_needs(notice),
        "fits": fits,
        "may": {name: may(notice, target) for name, target in BUTTONS.items()},
        "may_change": notice.state not in (State.FULFILLED, State.BLOCKED),
        "is_due": notice.state in (State.RENEWAL, State.EXPIRED),
        "is_paused": notice.state == State.PAUSED,
        "hints": notice.kind_of.hints,
    }


def may(notice: Notice, target: State) -> bool:
    """Whether the person may do this now; renewing what is active is always possible."""
    if target == State.ACTIVE and notice.state == State.ACTIVE:
        return True
    wanted = moves.move(notice.state, target)
    return wanted is not None and wanted.by_person


def standing(notice: Notice) -> dict[str, str]:
    """Where it stands: kind of the box, title, text."""
    day = {"day": in_words(notice.expires_on)}
    said = {
        State.DRAFT: ("info", _("Not confirmed yet"), _("Please open the link in the mail we sent you.")),
        State.SUBMITTED: ("info", _("The office reads it"), _("Usually within a week. You get a mail then.")),
        State.ACTIVE: ("success", _("It takes part"), _("until %(day)s") % day),
        State.RENEWAL: ("warning", _("Does it still hold?"), _("Without an answer it ends on %(day)s.") % day),
        State.PAUSED: ("info", _("It is paused"), _("Nobody sees it. It can be brought back until %(day)s.") % day),
        State.EXPIRED: ("warning", _("It has expired"), _("Nobody sees it. One click brings it back.")),
        State.FULFILLED: ("success", _("Found"), _("It is no longer shown.")),
        State.REFUSED: ("warning", _("It needs a change"), notice.state_reason),
        State.BLOCKED: ("danger", _("The office has taken it out"), notice.state_reason),
    }  # fmt: skip
    kind, title, text = said.get(State(notice.state), ("info", str(notice.get_state_display()), ""))
    return {"kind": kind, "title": title, "text": text}


def own_needs(notice: Notice) -> str:
    """The sealed need in words, for the person alone: this page is opened by the link of the own mail."""
    need = Need.objects.filter(notice=notice).first()
    if need is None:
        return ""
    told = need.open()
    names = [str(Access(key).label) for key in sorted(told.access)]
    if told.care:
        names.append(str(Care(told.care).label))
    names += [str(label) for key, label in telling() if key in told.forms]
    return ", ".join(names) or _("It can no longer be read. Please tell it again under “Change”.")


def in_words(day: date | None) -> str:
    """A day in words."""
    return date_format(day, "j. F Y") if day else date_format(timezone.localdate(), "j. F Y")
