from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "deele.access"
    label = "access"
