"""Good examples at the desk: the list with what waits, one of them, its contact, its follow-ups."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.freshness import Method
from deele.library.actions import example_contacts, examples, follow_ups, knowledge_overlaps
from deele.library.doors import knowledge as doors
from deele.library.enums import examples as enums
from deele.library.enums.examples import ExampleState
from deele.library.forms.example import CheckForm, ContactForm, ExampleForm, MoveForm
from deele.library.models import Example
from deele.library.queries import knowledge_desk as queries

EDIT = Permission.LIBRARY_EDIT
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(EDIT)
def example_list(request: HttpRequest) -> HttpResponse:
    """All examples, and the drafts of plans that wait to be told."""
    asked = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in ("tab", "q")}
    shown = queries.example_list(request.user, asked["tab"], asked["q"], timezone.localdate())
    return render(request, "library/desk/examples.html", shown)


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def example_form(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """A new example, or all parts of one; the reading hint stands beside it after each saving."""
    with transaction.atomic():
        found = doors.desk_example(request.user, pk) if pk else Example()
        form = ExampleForm(request.POST or None, instance=found)
        if request.method == "POST" and form.is_valid():
            saved = examples.save(form=form, by=request.user, now=timezone.now())
            messages.success(request, _("Saved."))
            return redirect(saved.desk_url())
    texts = queries.texts(form, queries.EXAMPLE_TEXTS)
    context = {"example": found, "form": form, "reading": queries.reading(texts), "pages": queries.pages("examples")}
    return render(request, "library/desk/example_form.html", context, status=409 if form.conflict else 200)


@never_cache
@require_safe
@staff_page(EDIT)
def example(request: HttpRequest, pk: int) -> HttpResponse:
    """One example: where it stands, its contact, what became of it. Looking at a contact is written down."""
    found = doors.desk_example(request.user, pk)
    if found.contact_email:
        audit.record(enums.CONTACT_READ, by=request.user, about=found)
    return render(request, "library/desk/example.html", queries.one_example(found, timezone.localdate()))


@require_POST
@staff_page(EDIT)
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an example of a draft a plan left behind."""
    draft = doors.waiting_draft(request.user, pk)
    made = examples.take_over(draft=draft, by=request.user, now=timezone.now())
    messages.success(request, _("Taken over. Please add what is missing; nobody outside sees it yet."))
    return redirect("library:desk-example-change", made.pk)


@require_POST
@staff_page(EDIT)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in for review, publish, withdraw: one move of the table."""
    found, form = doors.desk_example(request.user, pk), MoveForm(request.POST)
    if not form.is_valid():
        return redirect(found.desk_url())
    to = ExampleState(form.cleaned_data["to"])
    said = _("The example is now: %(state)s.") % {"state": to.label}
    return done(request, found, said, lambda: move_on(request, found, to))


def move_on(request: HttpRequest, found: Example, to: ExampleState) -> None:
    """One move; what resembles it is decided before it is published. Raises Undecided, and what move raises."""
    if to == ExampleState.PUBLISHED:
        knowledge_overlaps.ask_first(found, by=request.user, now=timezone.now())
    examples.move(example=found, to=to, by=request.user, now=timezone.now())


@require_POST
@staff_page(EDIT)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """“Confirmed today”, by the way the colleague found out."""
    found, form = doors.desk_example(request.user, pk), CheckForm(request.POST)
    if not form.is_valid():
        return redirect(found.desk_url())
    found.version, method = form.cleaned_data["version"], Method(form.cleaned_data["method"])
    said = _("Confirmed today.")
    return done(
        request, found, said, lambda: examples.check(example=found, method=method, by=request.user, now=timezone.now())
    )


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down whom one may ask."""
    found = doors.desk_example(request.user, pk)
    form = ContactForm(request.POST or None, initial={"version": found.version, "agreed_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        found.version = told["version"]
        try:
            example_contacts.name(
                example=found, person=told["person"], email=told["email"], agreed_on=told["agreed_on"],
                by=request.user, now=timezone.now(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Saved. The person gets a mail with a link to end it."))
            return redirect(found.desk_url())
    context = {"example": found, "form": form, "pages": queries.pages("examples")}
    return render(request, "library/desk/example_contact.html", context)


@require_POST
@staff_page(EDIT)
def contact_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody can be asked any more."""
    found = doors.desk_example(request.user, pk)
    said = _("Ended. Name and address are deleted.")
    return done(request, found, said, lambda: example_contacts.end(example=found, by=request.user, now=timezone.now()))


@require_POST
@staff_page(EDIT)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask now what has become of it, before it falls due."""
    found = doors.desk_example(request.user, pk)
    said = _("The contact was asked; the answer will stand here.")
    return done(request, found, said, lambda: follow_ups.ask(example=found, by=request.user, now=timezone.now()))


@require_POST
@staff_page(EDIT)
def look_through(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an answer on the website, or not."""
    one = doors.desk_follow_up(request.user, pk)
    show, token = request.POST.get("show") == "1", request.POST.get("version", "")
    one.version = int(token) if token.isascii() and token.isdigit() and len(token) < 9 else 0
    said = _("The answer is on the website now.") if show else _("The answer is not shown.")
    return done(
        request, one.example, said,
        lambda: follow_ups.look_through(follow_up=one, show=show, by=request.user, now=timezone.now()),
    )  # fmt: skip


def done(request: HttpRequest, found: Example, said: str, act: Callable[[], object]) -> HttpResponse:
    """Do it and say so, or say why not; back to the example either way."""
    try:
        act()
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, said)
    return redirect(found.desk_url())
