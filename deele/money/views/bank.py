"""Bank statements at the desk: send one in, look at what it may belong to, book."""

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
from deele.core.uploads import check_size
from deele.money import doors
from deele.money.actions import bank
from deele.money.enums import LineState
from deele.money.forms.bank import LineForm, StatementForm
from deele.money.models import BankLine
from deele.money.queries import bank as queries
from deele.money.readers.upload import LARGEST
from deele.money.rules.amounts import euros
from deele.money.tables import bank as tables

PER_PAGE = 50
MOST_SURE = 1000


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(Permission.MONEY_WORK)
def bank_page(request: HttpRequest) -> HttpResponse:
    """Send a statement in; the lines with what they may belong to."""
    form = StatementForm(request.POST or None, request.FILES or None, carriers=doors.carriers(request.user))
    if request.method == "POST" and form.is_valid() and taken_in(request, form):
        return redirect("money:bank")
    state = request.GET.get("zustand", LineState.OPEN)
    state = state if state in LineState.values else LineState.OPEN
    mine = doors.bank_lines(request.user)
    page = Paginator(mine.filter(state=state).select_related("carrier", "file"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    sure = [one for one in queries.proposals(queries.open_lines(mine)[:MOST_SURE]) if one.sure]
    context = {
        "form": form,
        "page": page,
        "state": state,
        "tabs": tables.tabs(mine, state),
        "rows": tables.rows(queries.proposals(page) if state == LineState.OPEN else page),
        "sure": {"count": len(sure), "sum": euros(sum(one.rest for one in sure))},
        "files": tables.files(doors.bank_files(request.user)[:5]),
    }
    return render(request, "money/desk/bank.html", context)


def taken_in(request: HttpRequest, form: StatementForm) -> bool:
    """Read the file in and say what was taken; a refusal goes to the form."""
    sent, carrier = form.cleaned_data["file"], form.cleaned_data["carrier"]
    try:
        check_size(sent, LARGEST)
        file = bank.take_in(carrier=carrier, content=sent.read(), name=sent.name, by=request.user, now=timezone.now())
    except Refusal as refusal:
        form.add_error("file", refusal.message)
        return False
    words = _("Read in: %(taken)s new lines, %(known)s known before, %(left_out)s that concern no invoice left out.")
    messages.success(request, words % {"taken": file.taken, "known": file.known, "left_out": file.left_out})
    return True


@require_POST
@staff_page(Permission.MONEY_WORK)
def book_sure(request: HttpRequest) -> HttpResponse:
    """Book all lines that need no second look."""
    lines = queries.open_lines(doors.bank_lines(request.user))[:MOST_SURE]
    count = bank.book_sure(lines=lines, by=request.user, now=timezone.now())
    messages.success(request, _("Booked: %(count)s.") % {"count": count})
    return redirect("money:bank")


@never_cache
@require_safe
@staff_page(Permission.MONEY_WORK)
def bank_line(request: HttpRequest, pk: int) -> HttpResponse:
    """One line with everything it may belong to."""
    line = doors.bank_line(request.user, pk)
    return shown(request, line, LineForm(line=line, initial={"amount_cents": queries.rest_of(line)}))


def shown(request: HttpRequest, line: BankLine, form: LineForm) -> HttpResponse:
    """The page of a line."""
    is_open = line.state == LineState.OPEN
    context = {
        "line": line,
        "form": form,
        "is_open": is_open,
        "facts": tables.facts(line),
        "candidates": tables.candidates(queries.proposals([line])[0]) if is_open else [],
        "payments": tables.payments(line),
    }
    return render(request, "money/desk/bank_line.html", context)


@require_POST
@staff_page(Permission.MONEY_WORK)
def book_line(request: HttpRequest, pk: int) -> HttpResponse:
    """Book a line, or a part of it, on one invoice."""
    line = doors.bank_line(request.user, pk)
    form = LineForm(request.POST, line=line)
    if not form.is_valid():
        return shown(request, line, form)
    invoice, amount = form.cleaned_data["number"], form.cleaned_data["amount_cents"]
    try:
        bank.book(line=line, invoice=invoice, amount_cents=amount, by=request.user, now=timezone.now())
        messages.success(request, _("Booked on %(number)s.") % {"number": invoice})
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(line)
    return redirect("money:bank")


@require_POST
@staff_page(Permission.MONEY_WORK)
def ignore(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a line aside."""
    line = doors.bank_line(request.user, pk)
    try:
        bank.ignore(line=line, by=request.user, now=timezone.now())
        messages.success(request, _("Set aside. Its texts are erased after 90 days."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("money:bank")


@require_POST
@staff_page(Permission.MONEY_WORK)
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a line up again."""
    line = doors.bank_line(request.user, pk)
    try:
        bank.take_up(line=line, by=request.user, now=timezone.now())
        messages.success(request, _("The line waits again."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(line)
