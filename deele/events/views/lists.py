"""Lists and badges at the desk."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core import spreadsheet
from deele.core.text import slug
from deele.events import doors
from deele.events.actions import lists as actions
from deele.events.models import Event
from deele.events.queries import day_papers, desk_nav, lists, people

WORK = Permission.REGISTRATION_WORK
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def event_of(request: HttpRequest, pk: int) -> Event:
    """The event, for those who look after its registrations."""
    return doors.desk_event(request.user, pk, permission=WORK)


def as_file(content: bytes, event: Event, name: str, media_type: str) -> HttpResponse:
    """A file with a name people recognise."""
    kind = "inline" if media_type == "application/pdf" else "attachment"
    headers = {"Content-Disposition": f'{kind}; filename="{slug(event.title, 40)}-{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)


@never_cache
@require_safe
@staff_page(WORK)
def lists_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Which lists there are, for whom each is, and how many people stand on it."""
    event = event_of(request, pk)
    sizes = lists.sizes(event)
    context = {
        "event": event,
        "nav": desk_nav.nav(request.user, event, "desk-lists"),
        "rows": [(purpose, sizes[purpose.key]) for purpose in lists.PURPOSES],
        "days": [(day, day_papers.day_line(day)) for day in people.counted_days(event)],
        "total": sizes["arbeit"],
    }
    return render(request, "events/day/lists.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def list_file(request: HttpRequest, pk: int, key: str, form: str) -> HttpResponse:
    """One list as a table."""
    event = event_of(request, pk)
    if key not in lists.BY_KEY or form not in TYPES:
        raise Http404
    sheet = lists.sheet(event, lists.BY_KEY[key])
    actions.note(event=event, kind=key, people=len(sheet.rows), by=request.user, now=timezone.now())
    if form == "csv":
        content = b"".join(spreadsheet.write_csv(sheet.header, sheet.rows, german_excel=True))
    else:
        content = spreadsheet.write_xlsx(sheet.header, sheet.rows, title=sheet.title)
    return as_file(content, event, f"{key}.{form}", TYPES[form])


@never_cache
@require_safe
@staff_page(WORK)
def signatures(request: HttpRequest, pk: int) -> HttpResponse:
    """The list to sign, for one day or all."""
    event = event_of(request, pk)
    wanted = request.GET.get("tag", "")
    days = [day for day in people.counted_days(event) if wanted in ("", str(day.pk))]
    if not days:
        raise Http404
    number = people.coming(event).count()
    actions.note(event=event, kind="unterschriften", people=number, by=request.user, now=timezone.now())
    return as_file(day_papers.signatures(event, days), event, "unterschriften.pdf", "application/pdf")


@never_cache
@require_safe
@staff_page(WORK)
def badges(request: HttpRequest, pk: int) -> HttpResponse:
    """All badges."""
    event = event_of(request, pk)
    number = people.coming(event).count()
    actions.note(event=event, kind="namensschilder", people=number, by=request.user, now=timezone.now())
    content = day_papers.badges(event, per_sheet=request.GET.get("je_blatt", "8"))
    return as_file(content, event, "namensschilder.pdf", "application/pdf")
