"""Ordering printed copies."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.core.errors import Refusal
from deele.library.actions import orders
from deele.library.doors import publications as doors
from deele.library.forms.order import OrderForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def order(request: HttpRequest, pk: int) -> HttpResponse:
    """The form; what cannot be sent says why, and what was typed stays."""
    publication = doors.public_publication(pk)
    if not publication.prints:
        raise Http404
    form = OrderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            orders.order(
                publication=publication, values=form.values(), form=form.cleaned_data["seal"], now=timezone.now()
            )
            return redirect("library:ordered", publication.pk)
        except Refusal as refusal:
            form.add_error("copies" if isinstance(refusal, orders.NotEnough) else None, refusal.message)
    return render(request, "library/public/order.html", {"publication": publication, "form": form})


@never_cache
@require_safe
def ordered(request: HttpRequest, pk: int) -> HttpResponse:
    """Thank you."""
    return render(request, "library/public/ordered.html", {"publication": doors.public_publication(pk)})
