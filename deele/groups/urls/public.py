"""Addresses of groups for everybody."""

from django.urls import path

from deele.groups.views import public

HOME = "buendnis/gruppen/"
patterns = [
    path(HOME, public.group_list, name="list"),
    path(f"{HOME}<int:pk>/dateien/<int:file_pk>/", public.file, name="file"),
    path(f"{HOME}<slug:name>-<int:pk>/", public.group, name="group"),
]
