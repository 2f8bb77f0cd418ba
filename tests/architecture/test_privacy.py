"""Every field is sorted, and the record of processing says what the register does (docs/privacy.md)."""

from django.conf import settings

from deele.privacy import kinds


def test_every_field_of_every_model_is_sorted():
    own = [app for floor in settings.DEELE_FLOORS for app in floor]

    faults = [fault for model in kinds.own_models(own) for fault in kinds.faults(model)]

    assert faults == []
