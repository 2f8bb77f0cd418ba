from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "deele.reporting"
    label = "reporting"
