"""Addresses."""

from django.urls import path

from deele.ui import views

app_name = "ui"
urlpatterns = [
    path("ui/", views.gallery, name="gallery"),
    path("ui/beispiele/punkte.geojson", views.sample_points, name="sample-points"),
    path("ui/beispiele/orte.json", views.sample_places, name="sample-places"),
    path("ui/beispiele/<slug:name>/", views.sample, name="sample"),
]
