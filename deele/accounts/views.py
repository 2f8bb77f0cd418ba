"""The account of the person signed in; every other page here is django-allauth's in our look."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from deele.accounts import queries


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """What can be changed about one's own account."""
    context = {"second_factor": queries.has_second_factor(request.user)}
    return render(request, "accounts/home.html", context)
