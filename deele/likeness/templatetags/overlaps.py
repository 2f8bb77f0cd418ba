"""`{% load overlaps %}{% overlaps "events.event:12" %}`: what resembles a thing, as a card for its page."""

from typing import Any

from django import template
from django.utils.translation import ngettext

from deele.likeness import doors
from deele.likeness.queries import overlaps as queries
from deele.likeness.queries import speaking

register = template.Library()
MOST = 3


@register.inclusion_tag("likeness/overlaps/card.html", takes_context=True)
def overlaps(context: template.Context, ref: str) -> dict[str, Any]:
    """The card: how many things resemble it, the undecided ones first."""
    request = context["request"]
    found = queries.open_for(ref)
    waiting = sum(one.is_asked for one in found)
    return {
        "request": request,
        "ref": ref,
        "rows": speaking.shown(found[:MOST], request.user),
        "more": max(0, len(found) - MOST),
        "waiting": waiting,
        "waiting_words": ngettext("%(n)s to decide", "%(n)s to decide", waiting) % {"n": waiting},
        "hint": speaking.hint(queries.missing_of(ref)),
        "may_decide": doors.may_decide(request.user, ref),
    }
