"""Who is in charge of a case: adviser, deputy, area of work, shares; all cases of one colleague at once."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.advice import doors
from deele.advice.actions import case_people as actions
from deele.advice.forms.case_people import AreaForm, HandOverForm, PeopleForm, ShareForm
from deele.advice.models import Case
from deele.advice.queries import cases as queries
from deele.advice.queries.pages import tabs
from deele.advice.views.cases import GET_POST, WORK
from deele.core.errors import Refusal


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """Adviser and deputy; the way to another area of work and to shares."""
    case = doors.case(request.user, pk)
    form = PeopleForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        case.version = given["version"]
        who = {"adviser": given["adviser"], "deputy": given["deputy"]}
        try:
            actions.hand_over(case=case, by=request.user, now=timezone.now(), **who)
        except Refusal as refusal:
            messages.error(request, refusal.message)
            return redirect("advice:case-people", pk)
        messages.success(request, _("Saved."))
        return after(request, pk)
    context = {"case": case, "form": form, "area_form": AreaForm(case=case), "share_form": ShareForm(case=case)}
    return render(request, "advice/case_people.html", {**context, "shares": case.shares.select_related("user")})


@never_cache
@require_POST
@staff_page(WORK)
def area(request: HttpRequest, pk: int) -> HttpResponse:
    """Pass the case to another area of work."""
    case = doors.case(request.user, pk)
    form = AreaForm(request.POST, case=case)
    if not form.is_valid():
        messages.error(request, _("Please choose the area of work and say why."))
        return redirect("advice:case-people", pk)
    given = form.cleaned_data
    case.version = given["version"]
    where = {"area": given["area"], "reason": given["reason"]}
    try:
        actions.move_area(case=case, by=request.user, now=timezone.now(), **where)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("advice:case-people", pk)
    messages.success(request, _("Passed on. What was counted stays where it happened."))
    return after(request, pk)


@never_cache
@require_POST
@staff_page(WORK)
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a colleague of another area of work see the case."""
    case = doors.case(request.user, pk)
    form = ShareForm(request.POST, case=case)
    if form.is_valid():
        actions.share(case=case, colleague=form.cleaned_data["colleague"], by=request.user, now=timezone.now())
        messages.success(request, _("Shared."))
    else:
        messages.error(request, _("Please choose a colleague who advises in another area of work."))
    return redirect("advice:case-people", pk)


@never_cache
@require_POST
@staff_page(WORK)
def unshare(request: HttpRequest, pk: int, share_pk: int) -> HttpResponse:
    """End a share."""
    actions.end_share(share=doors.share(request.user, pk, share_pk), by=request.user, now=timezone.now())
    messages.success(request, _("No longer shared."))
    return after(request, pk)


def after(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the case, or to the list when one may no longer see it."""
    mine = Case.objects.visible_to(request.user).filter(pk=pk).exists()
    return redirect("advice:case", pk) if mine else redirect("advice:cases")


@never_cache
@require_safe
@staff_page(WORK)
def loads(request: HttpRequest) -> HttpResponse:
    """Who has how many open cases; those who left stand first."""
    found = queries.loads(request.user, timezone.localdate())
    return render(request, "advice/case_loads.html", {"loads": found, "tabs": tabs("cases")})


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def hand_over_all(request: HttpRequest, user_pk: int) -> HttpResponse:
    """All open cases of one colleague to another, in one step or not at all."""
    leaving = get_object_or_404(get_user_model(), pk=user_pk)
    cases = list(Case.objects.visible_to(request.user).open().filter(adviser=leaving).select_related("area"))
    form = HandOverForm(request.POST or None, leaving=leaving)
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["adviser"]
        try:
            number = actions.hand_over_all(cases=cases, adviser=to, by=request.user, now=timezone.now())
        except Refusal as refusal:
            form.add_error("adviser", refusal.message)
        else:
            words = ngettext("%(n)s case was handed over.", "%(n)s cases were handed over.", number) % {"n": number}
            messages.success(request, words)
            return redirect("advice:case-loads")
    return render(request, "advice/case_hand_over.html", {"leaving": leaving, "cases": cases, "form": form})
