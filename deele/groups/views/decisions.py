"""The register of decisions: of one group, of what a member may see, for everybody, for the office."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.alliance.doors import member_page
from deele.core.paging import page_number
from deele.groups import doors
from deele.groups.doors import both_sides
from deele.groups.forms.decisions import DecisionFilterForm
from deele.groups.kinds import Side
from deele.groups.models import Decision
from deele.groups.queries import decisions as queries
from deele.groups.queries import minutes_page, pages
from deele.groups.views.acting import live

PER_PAGE = 30


def shown(request: HttpRequest, rows: Any, *, names: bool) -> dict[str, Any]:
    """A page of decisions. Without `names` for everybody: who is responsible stays in the alliance."""
    form = DecisionFilterForm(request.GET or None, decisions=rows)
    given = form.cleaned_data if form.is_bound and form.is_valid() else {}
    paged = Paginator(queries.narrowed(rows, given), PER_PAGE)
    page = paged.page(page_number(request.GET.get("seite"), paged.num_pages))
    lines = [(one, minutes_page.more(one.item) if names else level_line(one)) for one in page]
    return {"form": form, "page": page, "lines": lines, "chosen": any(given.values())}


def level_line(one: Decision) -> str:
    """How it was made and on which level."""
    return " · ".join(part for part in (minutes_page.decided(one.item), str(one.item.get_level_display())) if part)


@both_sides()
@require_safe
def of_group(request: HttpRequest, side: Side) -> HttpResponse:
    """What this group decided."""
    context = shown(request, side.group.decisions.all(), names=True)
    return render(request, "groups/sessions/decisions_group.html", pages.page(side, "decisions", **context))


@require_safe
@member_page
def mine(request: HttpRequest) -> HttpResponse:
    """What a member may see: the own groups, and what was released for all."""
    delegate = request.delegate  # type: ignore[attr-defined]
    context = shown(request, Decision.objects.of(delegate), names=True)
    lead = _("Decisions of your groups, and those released for all members.")
    return render(request, "groups/sessions/decisions.html", {**context, "base": "ui/base_public.html", "lead": lead})


@require_safe
@live
def public(request: HttpRequest) -> HttpResponse:
    """What everybody may read."""
    context = shown(request, Decision.objects.public(), names=False)
    lead = _("What the working groups of the alliance decided and released for everybody.")
    return render(request, "groups/sessions/decisions.html", {**context, "base": "ui/base_public.html", "lead": lead})


@require_safe
@live
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision everybody may read."""
    found = doors.public_decision(pk)
    context = {"decision": found, "line": level_line(found)}
    return render(request, "groups/sessions/decision.html", context)


@never_cache
@require_safe
@staff_page(Permission.ALLIANCE_WORK)
def desk(request: HttpRequest) -> HttpResponse:
    """All of them."""
    context = shown(request, Decision.objects.visible_to(request.user), names=True)
    lead = _("All decisions of all working groups.")
    return render(request, "groups/sessions/decisions.html", {**context, "base": "ui/base_desk.html", "lead": lead})
