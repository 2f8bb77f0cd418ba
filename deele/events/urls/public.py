"""Addresses of events: public."""

from django.http import HttpResponse
from django.urls import path

patterns = [path("anmeldung/<str:token>/", lambda request, token: HttpResponse(token), name="hold")]
