"""Mails to all people of a group: those that went out, and a new one with who will get it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from deele.groups.actions import letters as actions
from deele.groups.doors import Right, both_sides
from deele.groups.forms.letters import LetterForm
from deele.groups.kinds import Side
from deele.groups.queries import pages
from deele.groups.queries.recipients import recipients
from deele.groups.views.acting import GET_POST, done


@both_sides()
@require_safe
def letters(request: HttpRequest, side: Side) -> HttpResponse:
    """What was written to all, the newest first."""
    context = pages.page(side, "people", letters=side.group.letters.all()[:50])
    return render(request, "groups/parts/letters.html", context)


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def write(request: HttpRequest, side: Side) -> HttpResponse:
    """Write to all. Who gets it stands beside the text, and on the button."""
    form, who = LetterForm(request.POST or None), recipients(side.group, timezone.localdate())
    home = reverse(f"{side.prefix}letters", args=[side.group.pk])
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answer = done(request, form, lambda: actions.send(
            group=side.group, subject=given["subject"], text=given["text"], by=side.actor, now=timezone.now(),
            token=given["token"],
        ), _("The mail is on its way."), home)  # fmt: skip
        if answer is not None:
            return answer
    context = pages.page(side, "people", form=form, recipients=who, back=home)
    return render(request, "groups/parts/letter_write.html", context)
