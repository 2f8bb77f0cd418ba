"""Who we are."""

from django.db.models import QuerySet

from deele.office.models import Area, Office


def the_office() -> Office | None:
    """The office of this house, None before the first set-up."""
    return Office.objects.order_by("pk").first()


def areas() -> QuerySet[Area]:
    """The areas of work in their order, with their carriers."""
    return Area.objects.select_related("carrier")
