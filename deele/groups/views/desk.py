"""Groups at the desk: the list, a new one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.core.paging import page_number
from deele.groups.actions import groups as actions
from deele.groups.forms.groups import DeskGroupForm
from deele.groups.models import WorkingGroup
from deele.groups.queries import groups, pages
from deele.groups.views.acting import GET_POST

WORK = Permission.ALLIANCE_WORK
PER_PAGE = 50


@never_cache
@require_safe
@staff_page(WORK)
def group_list(request: HttpRequest) -> HttpResponse:
    """All groups; tabs and words are addresses."""
    asked = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in ("tab", "q")}
    paginator = Paginator(groups.found(request.user, **asked), PER_PAGE)
    page = paginator.page(page_number(request.GET.get("seite"), paginator.num_pages))
    context = {"asked": asked, "tabs": pages.desk_tabs(request.user, asked["tab"]), "page": page}
    return render(request, "groups/desk/list.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def group_new(request: HttpRequest) -> HttpResponse:
    """The office makes a group."""
    form = DeskGroupForm(request.POST or None, instance=WorkingGroup(), initial={"caretaker": request.user.pk})
    if request.method == "POST" and form.is_valid():
        filled: Any = form.save(commit=False)
        try:
            made = actions.write_down(group=filled, by=request.user, now=timezone.now())
        except Refusal as refusal:
            form.add_error(refusal.code if refusal.code in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Written down. Please look at what resembles it, then set it up."))
            return redirect(made.desk_url())
    return render(request, "groups/desk/new.html", {"form": form})
