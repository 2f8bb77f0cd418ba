"""The doors of the two foreign houses inside ours: Wagtail's and Django's admin pages."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from deele.access import doors, rules
from deele.access.enums import Permission

HOUSES = {"/cms/": Permission.PAGE_EDIT, "/technik/": Permission.TECHNIC}
SIGN_IN = {"login", "password_reset"}


class AdminDoors:
    """Both admins use our sign-in, our roles and our second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for prefix, permission in HOUSES.items():
            if request.path.startswith(prefix):
                answer = turned_away(request, prefix, permission)
                return answer or self.get_response(request)
        return self.get_response(request)


def turned_away(request: HttpRequest, prefix: str, permission: Permission) -> HttpResponse | None:
    """Where to send the visitor instead; None lets them in. Raises PermissionDenied."""
    page = request.path.removeprefix(prefix).split("/")[0]
    if page in SIGN_IN and not request.user.is_authenticated:
        target = request.GET.get("next", prefix)
        return redirect_to_login(target if target.startswith(prefix) else prefix)
    if page in SIGN_IN:
        return redirect(prefix)
    if page == "logout":
        return None
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not (rules.can(request.user, permission) or request.user.is_superuser):
        raise PermissionDenied
    return doors.second_factor_first(request)
