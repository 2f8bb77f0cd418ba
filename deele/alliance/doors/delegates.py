"""The members' door: who signed a device in by a link from a mail, as long as they act for a member.

The session holds number and stamp of the delegate; raising the stamp ends every device. A person of the office is not
let in by their own sign-in: they work at the desk, and what a member sees is the member's.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from deele.alliance.actions.signing_in import DEVICE_DAYS
from deele.alliance.models import Delegate

KEY = "alliance_delegate"
View = Callable[..., HttpResponse]


def let_in(request: HttpRequest, delegate: Delegate) -> None:
    """Know this device from now on. The session gets a new number, so that nobody can have laid it ready."""
    request.session.cycle_key()
    request.session[KEY] = [delegate.pk, delegate.stamp, timezone.now().timestamp()]
    if not request.user.is_authenticated:
        request.session.set_expiry(DEVICE_DAYS * 24 * 3600)


def let_out(request: HttpRequest) -> None:
    """Forget this device."""
    request.session.pop(KEY, None)


def delegate_of(request: HttpRequest) -> Delegate | None:
    """Who sits at this device; None for everybody else and for whoever no longer acts for a member."""
    kept = request.session.get(KEY)
    if not isinstance(kept, list):
        return None
    number, stamp, since = kept
    if timezone.now().timestamp() - since > DEVICE_DAYS * 24 * 3600:
        return None
    found = Delegate.objects.filter(pk=number, stamp=stamp).select_related("membership").first()
    return found if found and found.is_active(timezone.localdate()) else None


def member_page(view: View) -> View:
    """Only for delegates; sets `request.delegate`. Others are asked for their address, and come back here."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        delegate = delegate_of(request)
        if delegate is None:
            wish = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
            return redirect(f"{reverse('alliance:sign-in')}?{wish}" if wish else "alliance:sign-in")
        request.delegate = delegate  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    guarded.members = True  # type: ignore[attr-defined]  # the sweep reads it
    return guarded
