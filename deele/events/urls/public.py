"""Addresses of events for everybody."""

from django.urls import path

from deele.events import feeds as news
from deele.events.views import feeds, hold, public, registering

HOME = "veranstaltungen/"
patterns = [
    path(HOME, public.calendar, name="calendar"),
    path(f"{HOME}monat/", public.month_now, name="month-now"),
    path(f"{HOME}monat/<str:name>/", public.month_view, name="month"),
    path(f"{HOME}kalender.ics", feeds.calendar_ics, name="calendar-ics"),
    path(f"{HOME}feed/", news.EventFeed(), name="feed"),
    path(f"{HOME}einbetten/", feeds.embed, name="embed"),
    path(f"{HOME}einbetten/anleitung/", feeds.embed_help, name="embed-help"),
    path(f"{HOME}<int:pk>.ics", feeds.event_ics, name="event-ics"),
    path(f"{HOME}<int:pk>/dateien/<int:document_pk>/", public.document, name="document"),
    path(f"{HOME}<int:pk>/dateien/<int:document_pk>/<int:width>.webp", public.picture, name="document-picture"),
    path(f"{HOME}<slug:name>-<int:pk>/", public.event, name="event"),
    path(f"{HOME}<int:pk>/anmelden/", registering.register, name="register"),
    path(f"{HOME}<int:pk>/anmelden/danke/<str:receipt>/", registering.registered, name="registered"),
    path("anmeldung/", hold.ask_link, name="ask-link"),
    path("anmeldung/<str:token>/", hold.hold, name="hold"),
    path("anmeldung/<str:token>/aendern/", hold.change, name="hold-change"),
    path("anmeldung/<str:token>/absagen/", hold.cancel, name="hold-cancel"),
    path("anmeldung/<str:token>/antwort/", hold.answer, name="hold-answer"),
    path("anmeldung/<str:token>/termin.ics", hold.ics, name="hold-ics"),
]
