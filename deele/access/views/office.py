"""The office at the desk: its name, its carriers, its areas of work."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from deele.access import enums
from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.access.forms.office import AreaForm, CarrierForm, OfficeForm
from deele.audit.actions import save_form
from deele.audit.enums import EventType
from deele.core.versions import VersionedForm
from deele.office import queries
from deele.office.models import Area, Carrier


@staff_page(Permission.GRANT)
def office(request: HttpRequest) -> HttpResponse:
    """The office with its carriers and areas."""
    context = {"carriers": Carrier.objects.all(), "areas": queries.areas()}
    return render(request, "access/desk/office.html", context)


@transaction.atomic
def edit(request: HttpRequest, form: VersionedForm, event: EventType, title: str) -> HttpResponse:
    """One form, one row, one log entry."""
    if request.method == "POST" and form.is_valid():
        saved = save_form(form, by=request.user, event=event)
        messages.success(request, _("“%(name)s” was saved.") % {"name": saved})
        return redirect("access:office")
    return render(request, "access/desk/office_form.html", {"form": form, "title": title})


@staff_page(Permission.GRANT)
def office_edit(request: HttpRequest) -> HttpResponse:
    """Name and addresses of the office."""
    form = OfficeForm(request.POST or None, instance=queries.the_office())
    return edit(request, form, enums.OFFICE_CHANGED, _("The office"))


@staff_page(Permission.GRANT)
def carrier_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A carrier, new or known."""
    carrier = get_object_or_404(Carrier, pk=pk) if pk else None
    form = CarrierForm(request.POST or None, instance=carrier)
    return edit(request, form, enums.OFFICE_CHANGED, str(carrier or _("New carrier")))


@staff_page(Permission.GRANT)
def area_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """An area of work, new or known."""
    area = get_object_or_404(Area, pk=pk) if pk else None
    form = AreaForm(request.POST or None, request.FILES or None, instance=area)
    return edit(request, form, enums.OFFICE_CHANGED, str(area or _("New area of work")))
