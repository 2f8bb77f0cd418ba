"""Addresses of the events: for everybody, at the desk, and for the day itself."""

from deele.events.urls import day, desk, public

app_name = "events"
urlpatterns = [*public.patterns, *day.patterns, *desk.patterns]
