from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "deele.audit"
    label = "audit"
