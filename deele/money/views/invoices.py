"""Documents at the desk: the list, one document, and what is done with it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.money import doors
from deele.money.actions import dunning, invoices, payments
from deele.money.enums import UNPAID, Kind, State
from deele.money.forms.invoices import PaymentForm, ReasonForm, SendForm
from deele.money.models import Invoice
from deele.money.queries import desk
from deele.money.queries import dunning as due_queries
from deele.money.rules.amounts import euros
from deele.money.tables import invoices as tables

PER_PAGE = 50
TYPES = {"pdf": "application/pdf", "xml": "application/xml"}


@never_cache
@require_safe
@staff_page(Permission.MONEY_WORK)
def invoice_list(request: HttpRequest) -> HttpResponse:
    """All documents of the person's carriers; every filter is part of the address."""
    filters, today = desk.Filters.of(request.GET), timezone.localdate()
    mine = doors.invoices(request.user)
    found = desk.found(mine, filters, today)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": tables.rows(page, today),
        "filters": filters,
        "tabs": tables.tabs(mine, filters, today),
        "years": desk.years(mine),
        "carriers": doors.carriers(request.user),
        "sums": {name: euros(value) for name, value in vars(desk.sums(found)).items()},
    }
    return render(request, "money/desk/list.html", context)


@never_cache
@require_safe
@staff_page(Permission.MONEY_WORK)
def invoice_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One document with its bookings and what can be done."""
    return shown(request, doors.invoice(request.user, pk))


def shown(request: HttpRequest, invoice: Invoice, **bound: forms.Form) -> HttpResponse:
    """The page of a document; `bound` are forms that were sent and not in order."""
    today = timezone.localdate()
    delivery = getattr(invoice, "delivery", None)
    context = {
        "invoice": invoice,
        "badge": tables.badge(invoice, today),
        "facts": tables.facts(invoice),
        "sums": tables.sums(invoice),
        "lines": tables.lines(invoice),
        "payments": tables.payments(invoice),
        "reminders": invoice.reminders.defer("pdf"),
        "next_step": due_queries.step_of(invoice, today),
        "may_book": invoice.kind == Kind.INVOICE,
        "may_cancel": invoice.kind == Kind.INVOICE and invoice.state != State.CANCELLED,
        "may_waive": invoice.state in UNPAID,
        "refund": euros(invoice.refund_cents) if invoice.refund_cents else "",
        "open": {"refund": bool(invoice.refund_cents), **{name.removesuffix("_form"): True for name in bound}},
        "payment_form": PaymentForm(prefix="in", initial={"amount_cents": invoice.open_cents or None}),
        "refund_form": PaymentForm(prefix="out", initial={"amount_cents": invoice.refund_cents or None}),
        "cancel_form": ReasonForm(prefix="cancel"),
        "waive_form": ReasonForm(prefix="waive"),
        "send_form": SendForm(prefix="send", initial={"email": delivery.email if delivery else ""}),
        **bound,
    }
    return render(request, "money/desk/invoice.html", context)


def done(request: HttpRequest, invoice: Invoice, deed: Callable[[], Any], said: str) -> HttpResponse:
    """Do it and say so, or say why not."""
    try:
        deed()
        messages.success(request, said)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(invoice)


@never_cache
@require_safe
@staff_page(Permission.MONEY_WORK)
def invoice_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The bytes as they were issued."""
    invoice, content = doors.document(request.user, pk, form)
    name = f'inline; filename="{invoice.file_name}.{form}"'
    return HttpResponse(content, content_type=TYPES[form], headers={"Content-Disposition": name})


@never_cache
@require_safe
@staff_page(Permission.MONEY_WORK)
def reminder_file(request: HttpRequest, pk: int, level: int) -> HttpResponse:
    """The letter of a reminder."""
    reminder = doors.reminder(request.user, pk, level)
    name = f'inline; filename="Erinnerung-{reminder.invoice}-{level}.pdf"'
    return HttpResponse(bytes(reminder.pdf), content_type=TYPES["pdf"], headers={"Content-Disposition": name})


def with_form(
    request: HttpRequest, pk: int, *, deed: Callable[..., Any], said: str, **bound: forms.Form
) -> HttpResponse:
    """Do with a document what a form asks for; a form that is not in order comes back on the page of the document."""
    invoice = doors.invoice(request.user, pk)
    ((_name, form),) = bound.items()
    if not form.is_valid():
        return shown(request, invoice, **bound)
    given = {"invoice": invoice, "by": request.user, "now": timezone.now(), **form.cleaned_data}
    return done(request, invoice, lambda: deed(**given), said)


@require_POST
@staff_page(Permission.MONEY_WORK)
def book(request: HttpRequest, pk: int) -> HttpResponse:
    """Book what came in."""
    form = PaymentForm(request.POST, prefix="in")
    return with_form(request, pk, payment_form=form, deed=payments.book, said=_("The payment was booked."))


@require_POST
@staff_page(Permission.MONEY_WORK)
def refund(request: HttpRequest, pk: int) -> HttpResponse:
    """Book what was given back."""
    form = PaymentForm(request.POST, prefix="out")
    return with_form(request, pk, refund_form=form, deed=payments.refund, said=_("The refund was booked."))


@require_POST
@staff_page(Permission.MONEY_WORK)
def take_back(request: HttpRequest, pk: int, payment_pk: int) -> HttpResponse:
    """Undo a booking by an opposite one."""
    payment = doors.payment(request.user, pk, payment_pk)
    said = _("The booking was taken back by an opposite one.")
    deed = lambda: payments.take_back(payment=payment, by=request.user, now=timezone.now())  # noqa: E731
    return done(request, payment.invoice, deed, said)


@require_POST
@staff_page(Permission.MONEY_WORK)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel an invoice by a document of its own."""
    form = ReasonForm(request.POST, prefix="cancel")
    return with_form(request, pk, cancel_form=form, deed=invoices.cancel, said=_("The invoice was cancelled."))


@require_POST
@staff_page(Permission.MONEY_WORK)
def waive(request: HttpRequest, pk: int) -> HttpResponse:
    """Let go what is open."""
    form = ReasonForm(request.POST, prefix="waive")
    return with_form(request, pk, waive_form=form, deed=payments.waive, said=_("What was open is waived."))


@require_POST
@staff_page(Permission.MONEY_WORK)
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the document once more."""
    form = SendForm(request.POST, prefix="send")
    return with_form(request, pk, send_form=form, deed=invoices.send_again, said=_("The mail with the document waits."))


@require_POST
@staff_page(Permission.MONEY_WORK)
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the next step of the reminders."""
    invoice = doors.invoice(request.user, pk)
    deed = lambda: dunning.remind(invoice=invoice, by=request.user, now=timezone.now())  # noqa: E731
    return done(request, invoice, deed, _("The reminder was written."))


@require_POST
@staff_page(Permission.MONEY_WORK)
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop reminders, or allow them again."""
    invoice = doors.invoice(request.user, pk)
    on = not invoice.on_hold
    deed = lambda: payments.hold(invoice=invoice, on=on, by=request.user, now=timezone.now())  # noqa: E731
    said = _("Nobody is reminded of this invoice.") if on else _("Reminders are allowed again.")
    return done(request, invoice, deed, said)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(Permission.MONEY_WORK)
def reminders(request: HttpRequest) -> HttpResponse:
    """All reminders that are due, with a tick at each; the ticked ones are released."""
    due = due_queries.due(timezone.localdate(), doors.invoices(request.user))
    if request.method == "POST":
        ticked = set(request.POST.getlist("invoice")[: PER_PAGE * 10])
        chosen = [one.invoice for one in due if str(one.invoice.pk) in ticked]
        count = dunning.run(now=timezone.now(), by=request.user, invoices=chosen)
        messages.success(request, _("Reminders written: %(count)s.") % {"count": count})
        return redirect("money:reminders")
    rows = [{"due": one, "open": euros(one.invoice.open_cents), "fee": euros(one.fee_cents)} for one in due]
    return render(request, "money/desk/reminders.html", {"rows": rows})
