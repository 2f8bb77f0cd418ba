"""Addresses of groups for everybody."""

from django.urls import path

from deele.groups.views import calendar, polls, public

HOME = "buendnis/gruppen/"
patterns = [
    path(HOME, public.group_list, name="list"),
    path(f"{HOME}<int:pk>/dateien/<int:file_pk>/", public.file, name="file"),
    path(f"{HOME}<slug:name>-<int:pk>/", public.group, name="group"),
    # By a secret that stands in a mail or a calendar program
    path("buendnis/termine/<str:token>/", polls.by_link, name="poll"),
    path("buendnis/kalender/<str:token>.ics", calendar.feed, name="calendar"),
]
