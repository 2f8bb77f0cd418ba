from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "deele.groups"
    label = "groups"
