"""Templates for frequent enquiries."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.advice import doors
from deele.advice.actions import templates as actions
from deele.advice.forms.lists import TemplateForm
from deele.advice.models import Template
from deele.advice.queries import contacts as queries
from deele.advice.queries.pages import tabs

WORK = Permission.CASE_WORK


@never_cache
@require_safe
@staff_page(WORK)
def template_list(request: HttpRequest) -> HttpResponse:
    """All templates of one's areas of work."""
    context = {"tabs": tabs("templates"), "templates": queries.templates(request.user)}
    return render(request, "advice/templates.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(WORK)
def template(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """Make a template, or change one."""
    found = doors.template(request.user, pk) if pk else Template()
    form = TemplateForm(request.POST or None, instance=found, user=request.user)
    if request.method == "POST" and form.is_valid():
        actions.save(form=form, by=request.user, now=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("advice:templates")
    return render(request, "advice/template.html", {"template": found, "form": form})


@never_cache
@require_POST
@staff_page(WORK)
def template_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a template away; what was logged with it stays."""
    actions.remove(template=doors.template(request.user, pk), by=request.user, now=timezone.now())
    messages.success(request, _("The template was removed. What was logged with it stays."))
    return redirect("advice:templates")
