"""Addresses."""

from django.urls import path

from deele.ui import views

app_name = "ui"
urlpatterns = [
    path("ui/", views.gallery, name="gallery"),
    path("ui/beispiele/<slug:name>/", views.sample, name="sample"),
]
