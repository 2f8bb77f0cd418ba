from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "deele.ui"
    label = "ui"
