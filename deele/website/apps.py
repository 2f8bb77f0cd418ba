from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "deele.website"
    label = "website"
