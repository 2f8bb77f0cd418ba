from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "deele.search"
    label = "search"
