from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "deele.privacy"
    label = "privacy"
