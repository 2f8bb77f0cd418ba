"""Pictures of an entry at the desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.directory import doors
from deele.directory.actions import photos as actions
from deele.directory.forms.photos import PhotoForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(Permission.ENTRY_EDIT)
def photos(request: HttpRequest, pk: int) -> HttpResponse:
    """All pictures, and the form for one more."""
    entry = doors.desk_entry(request.user, pk)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        words = {name: form.cleaned_data[name] for name in form.Meta.fields}
        try:
            actions.add(entry=entry, file=form.cleaned_data["file"], words=words, by=request.user, now=timezone.now())
        except Refusal as problem:
            form.add_error("file", problem.message)
        else:
            messages.success(request, _("The picture is there."))
            return redirect("directory:desk-photos", pk)
    return render(request, "directory/desk/photos.html", {"entry": entry, "form": form, "photos": entry.photos.all()})


@require_POST
@staff_page(Permission.ENTRY_EDIT)
def remove(request: HttpRequest, pk: int, photo_pk: int) -> HttpResponse:
    """Take a picture out."""
    entry = doors.desk_entry(request.user, pk)
    actions.remove(photo=get_object_or_404(entry.photos, pk=photo_pk), by=request.user, now=timezone.now())
    messages.success(request, _("The picture is gone."))
    return redirect("directory:desk-photos", pk)
