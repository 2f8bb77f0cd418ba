from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "deele.directory"
    label = "directory"
