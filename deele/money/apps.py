from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "deele.money"
    label = "money"
