from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PlacesConfig(AppConfig):
    name = "deele.places"
    label = "places"

    def ready(self) -> None:
        """Let upper apps fill the place page from their own `slots` modules."""
        autodiscover_modules("slots")
