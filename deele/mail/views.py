"""The outbox at the desk, and the preview of every message."""

from csp.decorators import csp
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.core.paging import page_number
from deele.mail import doors, emails, forms, queries, tables
from deele.mail.actions import muting as muting_actions
from deele.mail.actions import outbox
from deele.mail.kinds import MAIL_POLICY

PAGE = 50


@require_GET
@staff_page(Permission.MAIL_SEE)
def mail_list(request: HttpRequest) -> HttpResponse:
    """All messages, newest first; state and purpose stand in the address."""
    filters = tables.Filters.of(request.GET)
    pages = Paginator(queries.mails(state=filters.state, purpose=filters.purpose), PAGE)
    page = pages.page(page_number(request.GET.get("page"), pages.num_pages))
    titles = dict(queries.purposes())
    context = {
        "page": page,
        "rows": tables.rows(page, request.user, titles),
        "tabs": tables.tabs(filters),
        "purposes": tables.purposes(filters, titles),
        "state": queries.state(),
        "can_send": queries.can_send(),
    }
    return render(request, "mail/desk/mail_list.html", context)


@require_GET
@staff_page(Permission.MAIL_SEE)
def mail_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a message stands; its text is a page of its own."""
    mail = doors.mail_for(request.user, pk)
    context = {
        "mail": mail,
        "title": tables.title_of(mail, request.user),
        "badge": tables.badge(mail),
        "facts": tables.facts(mail, request.user),
        "sees_text": doors.sees_people(request.user) and not mail.body_erased_at,
    }
    return render(request, "mail/desk/mail_detail.html", context)


@require_GET
@staff_page(Permission.MAIL_SEE)
@staff_page(Permission.CONTACT_SEE)
def mail_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The text of a message, links masked; that somebody read it is noted."""
    mail = doors.mail_for(request.user, pk)
    outbox.look(mail=mail, by=request.user, now=timezone.now())
    return render(request, "mail/desk/mail_text.html", {"mail": mail, "shown": doors.shown_content(mail)})


@require_GET
@staff_page(Permission.MAIL_SEE)
@staff_page(Permission.CONTACT_SEE)
@csp(MAIL_POLICY)
def mail_html(request: HttpRequest, pk: int) -> HttpResponse:
    """The message as a mail program shows it, links masked."""
    mail = doors.mail_for(request.user, pk)
    outbox.look(mail=mail, by=request.user, now=timezone.now())
    return HttpResponse(doors.shown_content(mail).html)


@require_POST
@staff_page(Permission.MAIL_SEE)
def mail_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a failed or doubtful message once more."""
    mail = doors.mail_for(request.user, pk)
    try:
        outbox.send_again(mail=mail, by=request.user, now=timezone.now())
        messages.success(request, _("The message waits to be sent again."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(mail)


@require_POST
@staff_page(Permission.MAIL_SEE)
def mail_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a waiting message from leaving."""
    mail = doors.mail_for(request.user, pk)
    try:
        outbox.cancel(mail=mail, by=request.user, now=timezone.now())
        messages.success(request, _("The message was cancelled and will not be sent."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(mail)


@require_http_methods(["GET", "POST"])
@staff_page(Permission.MAIL_SEE)
def muting(request: HttpRequest) -> HttpResponse:
    """Stop all mail, or let it go again."""
    state = queries.state()
    form = (forms.UnmuteForm if state.muted else forms.MuteForm)(request.POST or None)
    if not form.is_valid():
        held = queries.waiting(timezone.now()).held
        return render(request, "mail/desk/muting.html", {"form": form, "state": state, "held": held})
    if state.muted:
        muting_actions.unmute(send_held=form.cleaned_data["held"] == "send", by=request.user)
        messages.success(request, _("Mail leaves the house again."))
    else:
        muting_actions.mute(reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("No mail leaves the house any more."))
    return redirect("mail:list")


@require_POST
@staff_page(Permission.MAIL_SEE)
def trial(request: HttpRequest) -> HttpResponse:
    """Send a trial message to one's own address."""
    now, draft = timezone.now(), emails.trial()
    once = f"{request.user.pk} {now:%Y-%m-%d %H:%M}"  # a double click writes one message
    mail = outbox.queue(
        purpose="mail.trial", to=request.user.email, key=once, urgency="now", now=now, **draft._asdict()
    )
    messages.success(request, _("A trial message to your own address waits to be sent."))
    return redirect(mail)


@require_GET
@staff_page(Permission.MAIL_SEE)
def message_list(request: HttpRequest) -> HttpResponse:
    """Every message the house sends."""
    found = sorted(queries.messages().values(), key=lambda kind: str(kind.title).lower())
    return render(request, "mail/desk/message_list.html", {"kinds": found})


@require_GET
@staff_page(Permission.MAIL_SEE)
def message_detail(request: HttpRequest, key: str) -> HttpResponse:
    """A sample of a message as text."""
    kind = doors.message_for(key)
    context = {"kind": kind, "draft": kind.preview(), "rendered": emails.sample(kind)}
    return render(request, "mail/desk/message_detail.html", context)


@require_GET
@staff_page(Permission.MAIL_SEE)
@csp(MAIL_POLICY)
def message_html(request: HttpRequest, key: str) -> HttpResponse:
    """A sample of a message as a mail program shows it."""
    return HttpResponse(emails.sample(doors.message_for(key)).html)
