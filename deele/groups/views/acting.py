"""Doing what a form asks, and saying how it went."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import cache_control

from deele.core.errors import Refusal

GET_POST = ["GET", "HEAD", "POST"]
# Public pages of groups are made anew for everybody: minutes, files and seats are seen, or gone, at once.
live = cache_control(private=True, no_cache=True)


def done(request: HttpRequest, form: Any, act: Callable[[], Any], said: str, to: str) -> HttpResponse | None:
    """Do it and go on; None with the reason on the form where it was refused. Nothing typed is lost."""
    try:
        act()
    except Refusal as refusal:
        form.add_error(refusal.code if refusal.code in form.fields else None, refusal.message)
        return None
    messages.success(request, said)
    return redirect(to)


def tried(request: HttpRequest, act: Callable[[], Any], said: str, to: str) -> HttpResponse:
    """Do what a button asks, and go back to the page either way."""
    try:
        act()
        messages.success(request, said)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(to)
