"""Billing data of the carriers, and the list for their books."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.core import spreadsheet
from deele.money import doors, enums
from deele.money.forms.billing import BillingForm
from deele.money.forms.invoices import BooksForm, this_year
from deele.money.queries import billing as queries
from deele.money.queries import books

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@never_cache
@require_safe
@staff_page(Permission.MONEY_WORK)
def billing_list(request: HttpRequest) -> HttpResponse:
    """The carriers, with or without billing data."""
    return render(request, "money/desk/billing_list.html", {"carriers": queries.overview(doors.carriers(request.user))})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(Permission.MONEY_WORK)
@transaction.atomic
def billing(request: HttpRequest, carrier_pk: int) -> HttpResponse:
    """The billing data of one carrier. A second writer sees the conflict."""
    found = doors.billing(request.user, carrier_pk)
    form = BillingForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        audit.save_form(form, by=request.user, event=enums.BILLING_CHANGED)
        messages.success(request, _("“%(name)s” was saved.") % {"name": found})
        return redirect("money:billing-list")
    following = queries.next_number(doors.billing(request.user, carrier_pk), timezone.localdate())
    context = {"form": form, "carrier": found.carrier, "next_number": following}
    return render(request, "money/desk/billing.html", context, status=409 if form.conflict else 200)


@never_cache
@require_safe
@staff_page(Permission.MONEY_WORK)
def books_page(request: HttpRequest) -> HttpResponse:
    """Choose a period, then take the list as CSV or XLSX."""
    form = BooksForm(request.GET) if "since" in request.GET else BooksForm(initial=this_year())
    if form.is_bound and form.is_valid() and request.GET.get("form") in ("csv", "xlsx"):
        return books_file(request, form, request.GET["form"])
    return render(request, "money/desk/books.html", {"form": form})


def books_file(request: HttpRequest, form: BooksForm, kind: str) -> HttpResponse | StreamingHttpResponse:
    """The list itself; that somebody took it is noted, since it names recipients."""
    since, until = form.cleaned_data["since"], form.cleaned_data["until"]
    found = books.rows(doors.invoices(request.user), since, until)
    audit.record(enums.EXPORTED, by=request.user, about=request.user, data={"since": str(since), "until": str(until)})
    name = f"rechnungen-{since}-{until}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if kind == "xlsx":
        content = spreadsheet.write_xlsx(books.header(), books.cells(found, as_text=False), title=_("Invoices"))
        return HttpResponse(content, content_type=XLSX, headers=headers)
    chunks = spreadsheet.write_csv(books.header(), books.cells(found, as_text=True), german_excel=True)
    return StreamingHttpResponse(chunks, content_type="text/csv; charset=utf-8", headers=headers)
