"""The draft of a good example."""

from deele.accompaniment.forms.fields import area
from deele.accompaniment.models import GoodExample
from deele.core.versions import VersionedForm


class ExampleForm(VersionedForm):
    """Its words, and whether the page of the entry shows them."""

    class Meta:
        model = GoodExample
        fields = ["title", "started_by", "steps", "partners", "duration", "lessons", "released"]
        widgets = {"started_by": area(2), "steps": area(6), "partners": area(3), "lessons": area(4)}
