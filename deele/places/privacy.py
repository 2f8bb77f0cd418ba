"""Places say nothing about a person."""

from django.utils.translation import gettext_lazy as _

from deele.places.models import Edition, Indicator, IndicatorValue, Load, Place, PlaceName, Postcode, Shape
from deele.privacy.kinds import ALWAYS_KEPT, register

PURPOSE = _("Finding places and showing official figures about them.")

for model in (Edition, Indicator, IndicatorValue, Load, Place, PlaceName, Postcode, Shape):
    columns = [field.name for field in model._meta.local_concrete_fields if field.name not in ALWAYS_KEPT]
    register(model, purpose=PURPOSE, keep=columns)
