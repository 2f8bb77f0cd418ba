"""Addresses of accompaniment."""

from django.urls import path

from deele.accompaniment.views import finder

app_name = "accompaniment"
urlpatterns = [
    path("rechtsformen/", finder.finder, name="finder"),
]
