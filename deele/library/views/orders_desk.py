"""Orders of printed copies at the desk."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.library.actions import orders
from deele.library.doors import publications as doors
from deele.library.enums.publication import ORDER_SEEN
from deele.library.forms.order import DeclineForm
from deele.library.queries import publication_desk as queries

EDIT = Permission.LIBRARY_EDIT
PER_PAGE = 50


@never_cache
@require_safe
@staff_page(EDIT)
def order_list(request: HttpRequest) -> HttpResponse:
    """What waits for the post, and what is done."""
    tab = request.GET.get("tab", "")[:20]
    page = Paginator(queries.orders(tab), PER_PAGE).get_page(request.GET.get("page"))
    for publication in {order.publication for order in page.object_list if order.name}:
        audit.record(ORDER_SEEN, by=request.user, about=publication)
    context = {"page": page, "tab": tab, "tabs": queries.order_tabs(tab), "pages": queries.pages("orders")}
    return render(request, "library/desk/orders.html", context)


@require_POST
@staff_page(EDIT)
def ship(request: HttpRequest, pk: int) -> HttpResponse:
    """The parcel is on its way."""
    try:
        orders.ship(order=doors.desk_order(pk), by=request.user, now=timezone.now())
        messages.success(request, _("Noted as sent. The person gets a mail."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("library:desk-orders")


@require_POST
@staff_page(EDIT)
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing is sent."""
    found, form = doors.desk_order(pk), DeclineForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please write a reason: the person reads it."))
        return redirect("library:desk-orders")
    try:
        orders.decline(order=found, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        messages.success(request, _("Declined. The copies are back in stock."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("library:desk-orders")
