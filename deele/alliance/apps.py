from django.apps import AppConfig


class AllianceConfig(AppConfig):
    name = "deele.alliance"
    label = "alliance"
