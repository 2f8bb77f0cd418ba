from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "deele.office"
    label = "office"
