from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ReportingConfig(AppConfig):
    name = "deele.reporting"
    label = "reporting"

    def ready(self) -> None:
        autodiscover_modules("figures")
