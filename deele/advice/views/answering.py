"""Answering an enquiry: text blocks, what lies near the place, a look before it goes."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.advice.actions import enquiries as actions
from deele.advice.doors import enquiries as doors
from deele.advice.forms.inbox import AnswerForm
from deele.advice.queries import enquiries as queries
from deele.advice.queries import kit
from deele.advice.views.inbox import meet
from deele.core.errors import Refusal


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(Permission.CASE_WORK)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write, put blocks and records to it, look at it, send it. Every button keeps what was typed."""
    found = doors.enquiry(request.user, pk)
    items = kit.items(found.place, found.topic, timezone.now())
    blocks = queries.blocks(request.user)
    form = AnswerForm(request.POST or None, enquiry=found, kit=[(item.ref, item.label) for item in items])
    preview = ""
    if request.method == "POST" and (chosen := request.POST.get("baustein", "")):
        form.put_in([block.text for block in blocks if str(block.pk) == chosen])
    elif request.method == "POST" and form.is_valid():
        picked = [item for item in items if item.ref in form.cleaned_data.get("kit", [])]
        text = "\n\n".join(filter(None, [form.cleaned_data["text"], kit.below(picked)]))
        if "ansehen" in request.POST:
            preview = text
        elif sent(request, form, text, len(picked)):
            return redirect("advice:enquiry", pk)
    context: dict[str, Any] = {"enquiry": found, "form": form, "blocks": blocks, "preview": preview}
    return render(request, "advice/answer.html", context)


def sent(request: HttpRequest, form: AnswerForm, text: str, handed_out: int) -> bool:
    """Send the answer; False where somebody was faster or the enquiry has ended, with the reason in the form."""
    said = form.cleaned_data
    try:
        answered = actions.answer(
            enquiry=form.claimed(), text=text, had_nothing=said["had_nothing"], handed_out=handed_out,
            by=request.user, now=timezone.now(), form=said["token"],
        )  # fmt: skip
    except Refusal as refusal:
        meet(form, refusal)
        return False
    is_mail = answered.email and answered.answer_by == "mail"
    messages.success(request, _("Sent.") if is_mail else _("Kept. Please call now, if you have not yet."))
    return True
