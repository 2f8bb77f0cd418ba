"""Addresses of the desk."""

from django.urls import path

from deele.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.start, name="start"),
    path("suche/", views.search, name="search"),
]
