from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "deele.api"
    label = "api"
