"""Building an issue at the desk: one page with its sections, and small pages for words."""

from typing import Any

from csp.decorators import csp
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.mail.kinds import MAIL_POLICY
from deele.mail.rules import markup
from deele.newsletter.actions import issues as actions
from deele.newsletter.actions import release
from deele.newsletter.doors import issues as doors
from deele.newsletter.forms.issues import ItemForm, NewIssueForm, NewSectionForm, SectionForm, TextsForm, TrialForm
from deele.newsletter.papers import checks
from deele.newsletter.queries import issues as queries
from deele.newsletter.queries.progress import progress, standstill
from deele.newsletter.tables import issues as tables

PAGE = 30
GET_POST = ["GET", "HEAD", "POST"]


@require_safe
@staff_page(Permission.NEWSLETTER_EDIT)
def issue_list(request: HttpRequest) -> HttpResponse:
    """All issues of the person's areas, newest first."""
    state = request.GET.get("zustand", "")
    page = Paginator(queries.issues_of(request.user, state=state), PAGE).get_page(request.GET.get("page"))
    rows = [(issue, tables.badge(issue)) for issue in page]
    context = {"page": page, "rows": rows, "tabs": tables.tabs(request.user, state)}
    return render(request, "newsletter/desk/issue_list.html", context)


@require_http_methods(GET_POST)
@staff_page(Permission.NEWSLETTER_EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """Begin an issue."""
    form = NewIssueForm(request.POST or None).for_person(request.user)
    if request.method == "POST" and form.is_valid():
        issue = actions.start(**form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("The issue is begun. Now take records into its sections."))
        return redirect(issue.desk_url())
    return render(request, "newsletter/desk/issue_new.html", {"form": form})


@never_cache
@require_safe
@staff_page(Permission.NEWSLETTER_EDIT)
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """One issue on one page: its sections, its checks, the next step."""
    found = doors.desk_issue(request.user, pk)
    parts = queries.layout(found)
    now = timezone.now()
    state = progress(found, now) if found.is_frozen else None
    context = {
        "issue": found,
        "lead": markup.as_text(found.lead).strip(),
        "parts": parts,
        "badge": tables.badge(found),
        "steps": tables.steps(found),
        "may": tables.powers(request.user, found),
        "checks": checks.checks(found, parts, checks.sample(found, parts)),
        "progress": state,
        "standstill": standstill(found) if state else "",
        "sentence": tables.sentence(state) if state else "",
        "new_section": NewSectionForm(),
        "trial": TrialForm(initial={"to": request.user.email}),
    }
    return render(request, "newsletter/desk/issue.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.NEWSLETTER_EDIT)
def texts(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, subject, opening words. A second writer sees the conflict."""
    with transaction.atomic():
        found = doors.desk_issue(request.user, pk)
        form = TextsForm(request.POST or None, instance=doors.desk_issue(request.user, pk))
        if request.method == "POST" and form.is_valid():
            act(request, lambda: actions.save_texts(issue=found, form=form, by=request.user, now=timezone.now()))
            return redirect(found.desk_url())
    return form_page(request, found, form, _("Title and opening words"))


def form_page(request: HttpRequest, issue: Any, form: Any, title: str, **more: Any) -> HttpResponse:
    """A form of an issue on its own page."""
    context = {"issue": issue, "form": form, "title": title, **more}
    return render(request, "newsletter/desk/issue_form.html", context, status=409 if form.conflict else 200)


def act(request: HttpRequest, deed: Any, done: str = "") -> bool:
    """Do one action; say what happened, or why not."""
    try:
        with transaction.atomic():
            deed()
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return False
    messages.success(request, done or _("Saved."))
    return True


@require_POST
@staff_page(Permission.NEWSLETTER_EDIT)
def section_add(request: HttpRequest, pk: int) -> HttpResponse:
    """A further section."""
    found, form = doors.desk_issue(request.user, pk), NewSectionForm(request.POST)
    if form.is_valid():
        act(request, lambda: actions.add_section(issue=found, **form.cleaned_data, by=request.user), _("Added."))
    else:
        messages.error(request, _("Please give the section a heading of at most 120 letters."))
    return redirect(found.desk_url())


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.NEWSLETTER_EDIT)
def section(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Heading and text of a section, and what could be taken into it."""
    with transaction.atomic():
        found = doors.section(request.user, pk, number)
        form = SectionForm(request.POST or None, instance=doors.section(request.user, pk, number))
        if request.method == "POST" and form.is_valid():
            act(request, lambda: actions.save_section(section=found, form=form, by=request.user, now=timezone.now()))
            return redirect(found.issue.desk_url())
    return form_page(request, found.issue, form, found.title)


@never_cache
@require_safe
@staff_page(Permission.NEWSLETTER_EDIT)
def suggestions(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What is new since the last issue, to be chosen from."""
    found, text = doors.section(request.user, pk, number), request.GET.get("q", "")[:100]
    offered = queries.suggestions(found, timezone.localdate(), text=text)
    context = {"section": found, "issue": found.issue, "offered": offered, "text": text}
    return render(request, "newsletter/desk/suggestions.html", context)


@require_POST
@staff_page(Permission.NEWSLETTER_EDIT)
def items_add(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take the chosen records in."""
    found, refs = doors.section(request.user, pk, number), request.POST.getlist("ref")[:200]
    words = ngettext("%(number)s record chosen.", "%(number)s records chosen.", len(refs)) % {"number": len(refs)}
    act(request, lambda: actions.add_items(section=found, refs=refs, by=request.user), words)
    return redirect(f"{found.issue.desk_url()}#abschnitt-{found.pk}")


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.NEWSLETTER_EDIT)
def item(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Own words for a record."""
    with transaction.atomic():
        found = doors.item(request.user, pk, number)
        form = ItemForm(request.POST or None, instance=doors.item(request.user, pk, number))
        if request.method == "POST" and form.is_valid():
            act(request, lambda: actions.save_item(item=found, form=form, by=request.user, now=timezone.now()))
            return redirect(f"{found.section.issue.desk_url()}#abschnitt-{found.section_id}")
    return form_page(request, found.section.issue, form, str(found))


@require_POST
@staff_page(Permission.NEWSLETTER_EDIT)
def item_step(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Up, down, out, or kept as text: one button of a record."""
    found = doors.item(request.user, pk, number)
    by = request.user
    deeds = {
        "hoch": lambda: actions.move(row=found, up=True, by=by),
        "runter": lambda: actions.move(row=found, up=False, by=by),
        "vor": lambda: actions.place(row=found, before=whole(request.POST.get("vor")), by=by),
        "weg": lambda: actions.drop_item(item=found, by=by),
        "text": lambda: actions.keep_as_text(item=found, by=by),
    }
    return step(request, found.section.issue, deeds, found.section_id)


@require_POST
@staff_page(Permission.NEWSLETTER_EDIT)
def section_step(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Up, down or out: one button of a section."""
    found = doors.section(request.user, pk, number)
    by = request.user
    deeds = {
        "hoch": lambda: actions.move(row=found, up=True, by=by),
        "runter": lambda: actions.move(row=found, up=False, by=by),
        "vor": lambda: actions.place(row=found, before=whole(request.POST.get("vor")), by=by),
        "weg": lambda: actions.drop_section(section=found, by=by),
    }
    return step(request, found.issue, deeds, found.pk)


def step(request: HttpRequest, issue: Any, deeds: dict[str, Any], section: int) -> HttpResponse:
    """Do the deed the button names and come back to the same place."""
    name = request.POST.get("schritt", "")
    if name in deeds:
        act(request, deeds[name])
    return redirect(f"{issue.desk_url()}#abschnitt-{section}")


def whole(text: str | None) -> int | None:
    """A number out of a form, None for anything else."""
    return int(text) if text and text.isdigit() else None


@require_safe
@staff_page(Permission.NEWSLETTER_EDIT)
@csp(MAIL_POLICY)
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The issue as a mail program shows it."""
    found = doors.desk_issue(request.user, pk)
    return HttpResponse(checks.sample(found, queries.layout(found)).html)


@require_safe
@staff_page(Permission.NEWSLETTER_EDIT)
def preview_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The text part of the issue."""
    found = doors.desk_issue(request.user, pk)
    laid = checks.sample(found, queries.layout(found))
    return render(request, "newsletter/desk/issue_text.html", {"issue": found, "text": laid.text})


@require_POST
@staff_page(Permission.NEWSLETTER_EDIT)
def trial(request: HttpRequest, pk: int) -> HttpResponse:
    """A trial copy to one address."""
    found, form = doors.desk_issue(request.user, pk), TrialForm(request.POST)
    if form.is_valid():
        to, now = form.cleaned_data["to"], timezone.now()
        words = _("The trial copy is on its way to %(to)s.") % {"to": to}
        act(request, lambda: release.test_send(issue=found, to=to, by=request.user, now=now), words)
    else:
        messages.error(request, _("This is not a mail address. Please check it, e.g. name@example.org."))
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.NEWSLETTER_EDIT)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete an issue that was never released."""
    found = doors.desk_issue(request.user, pk)
    words = _("The issue is deleted.")
    if act(request, lambda: actions.drop(issue=found, by=request.user, now=timezone.now()), words):
        return redirect("newsletter:desk-issues")
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.NEWSLETTER_EDIT)
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the issue to a second person."""
    found = doors.desk_issue(request.user, pk)
    words = _("Handed over. Somebody else now reads it and releases it.")
    act(request, lambda: release.hand_over(issue=found, by=request.user, now=timezone.now()), words)
    return redirect(found.desk_url())


@require_POST
@staff_page(Permission.NEWSLETTER_EDIT)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Work on it again."""
    found = doors.desk_issue(request.user, pk)
    words = _("The issue can be edited again. Nothing was sent.")
    act(request, lambda: release.take_back(issue=found, by=request.user, now=timezone.now()), words)
    return redirect(found.desk_url())
