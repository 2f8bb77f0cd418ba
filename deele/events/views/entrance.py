"""The entrance: a list on a telephone that goes on without a network."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.events import doors
from deele.events.actions import attendance as actions
from deele.events.actions import walk_in as walk_ins
from deele.events.forms.entrance import BatchForm, WalkInForm, instant
from deele.events.models import Day, Event
from deele.events.queries import day_papers, desk_nav, entrance, people

WORK = Permission.REGISTRATION_WORK


def found(request: HttpRequest, pk: int, wanted: str) -> tuple[Event, list[Day], Day]:
    """The event, its days, and the day in question."""
    event = doors.desk_event(request.user, pk, permission=WORK)
    days = people.counted_days(event)
    day = entrance.day_of(days, wanted, timezone.now())
    if day is None:
        raise Http404
    return event, days, day


@never_cache
@require_safe
@staff_page(WORK)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody expected, with one button each. Search and filter work without a script, too."""
    event, days, day = found(request, pk, request.GET.get("tag", ""))
    asked = {name: request.GET.get(name, "")[:80] for name in ("q", "code", "fehlt")}
    lines = entrance.lines(event, day)
    context = {
        "event": event,
        "day": day,
        "days": [(one, day_papers.day_line(one), one == day) for one in days],
        "nav": desk_nav.nav(request.user, event, "desk-entrance"),
        "asked": asked,
        "total": len(lines),
        "here": sum(line.present for line in lines),
        "lines": entrance.asked_for(lines, text=asked["q"], code=asked["code"], missing=bool(asked["fehlt"])),
        "people": entrance.fingerprint(lines),
        "until": int(entrance.kept_until(event, timezone.now()).timestamp() * 1000),
    }
    return render(request, "events/day/entrance.html", context)


@never_cache
@require_POST
@staff_page(WORK)
def tap(request: HttpRequest, pk: int) -> HttpResponse:
    """One tap as a plain form: present, or taken back."""
    event, _days, day = found(request, pk, request.POST.get("tag", ""))
    person, now = request.POST.get("person", ""), timezone.now()
    if person.isdecimal() and len(person) < 12:
        made = actions.tap_now(int(person), day.pk, present=request.POST.get("da") == "1", now=now)
        if actions.note(event=event, taps=[made], sent_at=now, by=request.user, now=now).gone:
            messages.error(request, _("This person is no longer registered, so nothing was noted."))
    asked = {name: request.POST.get(name, "")[:80] for name in ("q", "fehlt", "code") if request.POST.get(name)}
    return redirect(
        f"{request.path.removesuffix('tippen/')}?{urlencode({'tag': day.pk, **asked})}#person-{person[:12]}"
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(WORK)
def walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody comes without having registered: in with a name, present at once."""
    event, _days, day = found(request, pk, request.GET.get("tag", ""))
    form = WalkInForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST" and form.is_valid():
        once, now = f"einlass-{form.cleaned_data['once']}", timezone.now()
        given = {"contact": form.contact(), "person": form.person(), "form": once}
        try:
            walk_ins.let_in(event=event, day=day, **given, by=request.user, now=now)
            messages.success(request, _("%(name)s is registered and present.") % {"name": form.cleaned_data["name"]})
            return redirect(f"{reverse('events:desk-entrance', args=[event.pk])}?tag={day.pk}")
        except Refusal as problem:
            form.add_error(None, problem.message)
    return render(request, "events/day/walk_in.html", {"event": event, "day": day, "form": form})


@never_cache
@require_POST
@staff_page(WORK)
def sync(request: HttpRequest, pk: int) -> JsonResponse:
    """The taps of a device; answers what became of them and who is there now."""
    form = BatchForm.of(request.body)
    if not form.is_valid():
        return JsonResponse({"error": "batch"}, status=400)
    event, _days, day = found(request, pk, str(form.cleaned_data["day"]))
    now, sent = timezone.now(), instant(form.cleaned_data["sent"])
    noted = actions.note(event=event, taps=form.cleaned_data["taps"], sent_at=sent, by=request.user, now=now)
    lines = entrance.lines(event, day)
    present = [line.pk for line in lines if line.present]
    answer = {"done": noted.done, "gone": noted.gone, "present": present, "people": entrance.fingerprint(lines)}
    return JsonResponse({**answer, "day": day.pk, "total": len(lines)})


@never_cache
@require_safe
@staff_page(WORK)
def worker(request: HttpRequest, pk: int) -> HttpResponse:
    """The helper in the browser that opens this page without a network. Its reach is this page alone."""
    event = doors.desk_event(request.user, pk, permission=WORK)
    until = int(entrance.kept_until(event, timezone.now()).timestamp() * 1000)
    context = {"pk": event.pk, "until": until}
    return render(request, "events/day/entrance_worker.js", context, content_type="text/javascript; charset=utf-8")
