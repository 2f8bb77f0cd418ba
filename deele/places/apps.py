from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "deele.places"
    label = "places"
