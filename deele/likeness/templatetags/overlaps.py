"""`{% load overlaps %}{% overlaps "events.event:12" %}`: what resembles a thing, as a card for its page."""

from typing import Any

from django import template
from django.utils.translation import ngettext

from deele.likeness import doors
from deele.likeness.enums import OverlapOutcome
from deele.likeness.queries import checking, speaking
from deele.likeness.queries import overlaps as queries

register = template.Library()
MOST = 3
QUICK = (OverlapOutcome.COORDINATED, OverlapOutcome.MERGED, OverlapOutcome.NONE)  # apart needs a reason: on the page


@register.inclusion_tag("likeness/overlaps/card.html", takes_context=True)
def overlaps(context: template.Context, ref: str) -> dict[str, Any]:
    """The card: how many things resemble it, the undecided ones first."""
    request = context["request"]
    found = queries.open_for(ref)
    last = checking.last_of(ref, queries.decisions(ref))
    waiting = sum(one.is_asked for one in found)
    return {
        "request": request,
        "ref": ref,
        "csrf_token": context.get("csrf_token"),
        "rows": speaking.shown(found[:MOST], request.user),
        "more": max(0, len(found) - MOST),
        "waiting": waiting,
        "waiting_words": ngettext("%(n)s to decide", "%(n)s to decide", waiting) % {"n": waiting},
        "hint": speaking.hint(queries.missing_of(ref)),
        "others": [(one.ref, last.get(one.ref, 0)) for one in found if one.is_asked],
        "quick": [(key, OverlapOutcome(key).label) for key in QUICK],
        "may_decide": doors.may_decide(request.user, ref),
    }
