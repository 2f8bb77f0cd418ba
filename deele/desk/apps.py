from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "deele.desk"
    label = "desk"
