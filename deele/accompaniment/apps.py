from django.apps import AppConfig


class AccompanimentConfig(AppConfig):
    name = "deele.accompaniment"
    label = "accompaniment"
