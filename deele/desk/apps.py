from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DeskConfig(AppConfig):
    name = "deele.desk"
    label = "desk"

    def ready(self) -> None:
        """Let every app put its part on the desk."""
        autodiscover_modules("desk")
