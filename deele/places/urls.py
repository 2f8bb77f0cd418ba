"""Addresses."""

from django.urls import path

from deele.places import views

app_name = "places"
urlpatterns = [
    path("orte/", views.place_search, name="place-search"),
    path("orte/vorschlaege", views.suggestions, name="place-suggestions"),
    path("orte/grenzen/<slug:level>/<slug:parent_key>.json", views.borders, name="borders"),
    path("orte/<slug:key>/umriss.json", views.outline, name="outline"),
    path("orte/<slug:slug_key>/", views.place_detail, name="place-detail"),
]
