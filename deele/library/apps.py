from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "deele.library"
    label = "library"
