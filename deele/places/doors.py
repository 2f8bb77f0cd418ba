"""Which places have a page."""

from django.http import Http404
from django.utils.translation import gettext as _

from deele.places.models import Place
from deele.places.queries import tree


def public_place(key: str) -> Place:
    """The place of this key, ended ones too. Raises Http404 for unknown keys and where nobody lives."""
    place = tree.by_key(key)
    if place is None or place.is_uninhabited:
        raise Http404(_("We know no inhabited place under this address."))
    return place
