"""Addresses of events: desk."""

from django.urls import path
from django.urls.resolvers import URLPattern

from deele.events.views import planning

DESK = "schreibtisch/veranstaltungen/"
patterns: list[URLPattern] = [
    path(DESK, planning.event_list, name="desk-list"),
    path(f"{DESK}neu/", planning.new, name="desk-new"),
    path(f"{DESK}<int:pk>/", planning.event, name="desk-event"),
    path(f"{DESK}<int:pk>/zustand/", planning.move, name="desk-move"),
    path(f"{DESK}<int:pk>/termine/", planning.dates, name="desk-dates"),
    path(f"{DESK}<int:pk>/kopieren/", planning.copy, name="desk-copy"),
    path(f"{DESK}<int:pk>/verlauf/", planning.history, name="desk-history"),
]
