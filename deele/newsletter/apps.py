from django.apps import AppConfig


class NewsletterConfig(AppConfig):
    name = "deele.newsletter"
    label = "newsletter"
