"""Doors for views: signed in, second factor set up, permission given."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from deele.access import rules
from deele.access.enums import Permission
from deele.accounts.queries import has_second_factor

View = Callable[..., HttpResponse]


def second_factor_first(request: HttpRequest) -> HttpResponse | None:
    """Where to send staff who have no second factor yet; None when all is well."""
    if not settings.DEELE_SECOND_FACTOR or has_second_factor(request.user):
        return None
    words = _("Before you can work here, please set up a second factor: an app on your phone or a passkey.")
    messages.info(request, words)
    return redirect("mfa_index")


def staff_page(permission: Permission) -> Callable[[View], View]:
    """Only for people of the office with this permission and a second factor.

    Strangers are sent to sign in, staff without a second factor to set one up, others get 403.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not rules.can(request.user, permission):
                raise PermissionDenied
            return second_factor_first(request) or view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]  # the sweep reads it
        return guarded

    return decorate
