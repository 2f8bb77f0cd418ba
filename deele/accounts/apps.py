from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "deele.accounts"
    label = "accounts"
