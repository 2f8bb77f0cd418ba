from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "deele.events"
    label = "events"
