"""Addresses of groups: for everybody, for their people, at the desk. A module a subject."""

from deele.groups.urls import desk, mine, public, sessions

app_name = "groups"
urlpatterns = [
    *public.patterns,
    *mine.patterns,
    *desk.patterns,
    *sessions.patterns,
]
