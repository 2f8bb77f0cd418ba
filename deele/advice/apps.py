from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "deele.advice"
    label = "advice"
