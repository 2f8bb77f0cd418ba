"""Programmes are facts about money; nobody's data but the name of the colleague who checked."""

from django.utils.translation import gettext_lazy as _

from deele.funding.models import Programme, ProgrammeVersion, Round
from deele.privacy.kinds import ALWAYS_KEPT, register


def others(model: type, *named: str) -> list[str]:
    """All fields of the table but these."""
    fields = model._meta.local_concrete_fields  # type: ignore[attr-defined]
    return [field.name for field in fields if field.name not in {*named, *ALWAYS_KEPT}]


register(Programme, purpose=_("Telling who gives money for what"), keep=others(Programme))
register(
    ProgrammeVersion,
    purpose=_("What a programme says at a time, and when the office looked last"),
    keep=others(ProgrammeVersion),
)
register(Round, purpose=_("Deadlines of programmes and what came of them"), keep=others(Round))
