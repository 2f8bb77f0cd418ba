from django.apps import AppConfig


class FundingConfig(AppConfig):
    name = "deele.funding"
    label = "funding"
