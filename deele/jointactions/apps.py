from django.apps import AppConfig


class JointActionsConfig(AppConfig):
    name = "deele.jointactions"
    label = "jointactions"
