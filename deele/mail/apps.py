from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "deele.mail"
    label = "mail"
