"""What changes places: loading reference data, learning localities from the directory."""

from deele.places.actions.learning import UnknownMunicipality, learn_locality
from deele.places.actions.loading import Implausible, Loaded, load_reference

__all__ = ["Implausible", "Loaded", "UnknownMunicipality", "learn_locality", "load_reference"]
