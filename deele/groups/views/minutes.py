"""Minutes from the seat and from the desk: reading, writing by many, versions."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.core.errors import Refusal
from deele.core.versions import Conflict
from deele.groups import doors
from deele.groups.actions import minutes as actions
from deele.groups.doors import Right, both_sides
from deele.groups.forms.minutes import MinutesItemForm
from deele.groups.kinds import Side
from deele.groups.models import MinutesItem, Session
from deele.groups.papers import minutes as paper
from deele.groups.queries import minutes_page, pages, session_pages
from deele.groups.queries.session_pages import insider
from deele.groups.views.acting import GET_POST, tried


@both_sides()
@require_safe
def minutes(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """What was written, in the order of the agenda."""
    found = doors.session_of(side.group, session_pk)
    return render(request, "groups/sessions/minutes.html", session_pages.minutes(side, found, timezone.now()))


@both_sides(Right.WORK)
@require_http_methods(GET_POST)
def item(request: HttpRequest, side: Side, session_pk: int, item_pk: int = 0) -> HttpResponse:
    """Write an item. Whoever comes second to the same one sees both texts; theirs stays here and is kept."""
    found = doors.session_of(side.group, session_pk)
    row = doors.minutes_item(found, item_pk) if item_pk else None
    form = item_form(request, found, row)
    home = session_pages.url(side, "minutes", found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save(form=form, session=found, by=insider(side), now=timezone.now())
        except Conflict:  # somebody was faster by the blink of an eye: look once more, and see both texts
            form = item_form(request, found, doors.minutes_item(found, item_pk))
            form.is_valid()
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Written down."))
            return redirect(home)
    if form.conflict and row is not None:
        text = str(request.POST.get("text", ""))
        actions.keep_draft(item=row, text=text, by=insider(side), now=timezone.now())
    heading = _("Change the item of the minutes") if row else _("New item of the minutes")
    context = pages.page(side, "", form=form, back=home, session=found, item=row, heading=heading)
    return render(request, "groups/sessions/minutes_item.html", context, status=409 if form.conflict else 200)


def item_form(request: HttpRequest, found: Session, row: MinutesItem | None) -> MinutesItemForm:
    """The form; a link of the agenda names the item it is on."""
    wish = {"agenda_item": request.GET.get("top", ""), "kind": request.GET.get("art") or "information"}
    return MinutesItemForm(request.POST or None, instance=row, session=found, initial=wish if row is None else None)


@both_sides()
@require_safe
def versions(request: HttpRequest, side: Side, session_pk: int, item_pk: int) -> HttpResponse:
    """Every version of one item, and drafts that did not become it."""
    found = doors.session_of(side.group, session_pk)
    row = doors.minutes_item(found, item_pk)
    context = pages.page(
        side, "", session=found, item=row, rows=row.versions.all()[:100], back=session_pages.url(side, "minutes", found)
    )
    return render(request, "groups/sessions/versions.html", context)


@both_sides(Right.WORK)
@require_POST
def take_out(request: HttpRequest, side: Side, session_pk: int, item_pk: int) -> HttpResponse:
    """Take an item out, or put it back: the other of what it is now."""
    found = doors.session_of(side.group, session_pk)
    row = doors.minutes_item(found, item_pk)
    act, said = (
        (actions.put_back, _("The item is back.")) if row.taken_out
        else (actions.take_out, _("The item is out. Its versions stay to be read, and it can be put back."))
    )  # fmt: skip
    home = session_pages.url(side, "minutes", found)
    return tried(request, lambda: act(item=row, by=insider(side), now=timezone.now()), said, home)


@both_sides()
@require_safe
def pdf(request: HttpRequest, side: Side, session_pk: int) -> HttpResponse:
    """The minutes on paper."""
    return paper_of(doors.session_of(side.group, session_pk), names=True)


def paper_of(found: Session, *, names: bool) -> HttpResponse:
    """The minutes as a tagged PDF; without names for readers outside of the group."""
    content = paper.print_minutes(minutes_page.for_print(found, names=names), title=minutes_page.title(found))
    headers = {"Content-Disposition": f'inline; filename="protokoll-{found.number}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
