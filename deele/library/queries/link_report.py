"""The report of links, and which texts link to a publication."""

from typing import Any

from django.conf import settings
from django.db.models import Count, Max
from django.utils.translation import gettext as _

from deele.library.enums.link import LinkState
from deele.library.kinds.links import Use, link_sources
from deele.library.models import Link, LinkUse, Publication

SHOWN = {
    "": [LinkState.DEAD],
    "stoert": [LinkState.FAILING],
    "umgezogen": [LinkState.MOVED],
    "alle": list(LinkState),
}


def rows(tab: str) -> Any:
    """Links in these states that stand somewhere."""
    states = SHOWN.get(tab, SHOWN[""])
    found = Link.objects.filter(state__in=states, uses__isnull=False).distinct()
    return found.prefetch_related("uses").order_by("host", "url")


def tabs(active: str, base: str) -> list[dict[str, Any]]:
    """The states with how many there are."""
    counts = dict(Link.objects.order_by().values_list("state").annotate(number=Count("pk")))
    labels = {"": _("Dead"), "stoert": _("Do not answer"), "umgezogen": _("Moved"), "alle": _("All")}
    return [
        {
            "label": labels[key],
            "url": f"{base}?tab={key}" if key else base,
            "active": key == (active if active in SHOWN else ""),
            "count": sum(counts.get(state, 0) for state in states),
        }
        for key, states in SHOWN.items()
    ]


def standing() -> dict[str, Any]:
    """When it was asked last, and whether this house asks at all."""
    return {
        "allowed": settings.DEELE_CHECK_LINKS,
        "last": Link.objects.aggregate(last=Max("checked_at"))["last"],
        "unchecked": Link.objects.filter(state=LinkState.UNCHECKED).count(),
    }


def kind_of(key: str) -> Any:
    """The title of a kind of texts."""
    return link_sources.get(key).title if key in link_sources else key


class FromLinks:
    """Texts that link to any edition of a work."""

    key = "links"

    def of(self, publication: Publication) -> list[Use]:
        """By the address without a year, and everything below it."""
        own = f"publication:{publication.pk}"
        base = publication.stable_url()
        rows = LinkUse.objects.filter(path__startswith=base).exclude(ref=own)
        found = {(row.url, row.title): Use(row.title, row.url, kind_of(row.source)) for row in rows[:50]}
        return list(found.values())
