from django.apps import AppConfig


class LikenessConfig(AppConfig):
    name = "deele.likeness"
    label = "likeness"
