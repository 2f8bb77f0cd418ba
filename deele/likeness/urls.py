"""Addresses of the check for overlaps, at the desk."""

from django.urls import path

from deele.likeness import views

app_name = "likeness"
urlpatterns = [
    path("", views.radar, name="radar"),
    path("<str:ref>/", views.check, name="check"),
    path("<str:ref>/gesehen/", views.looked, name="looked"),
    path("<str:ref>/alle/", views.decide_all, name="decide-all"),
]
