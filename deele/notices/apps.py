from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "deele.notices"
    label = "notices"
