from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "deele.core"
    label = "core"
