"""What newsletters tell the library: the texts of sent issues hold links, and name what they used."""

from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext_lazy as _

from deele.library.kinds.links import TextWithLinks, link_sources
from deele.newsletter.models import Issue


class Issues:
    """Issues everybody may read."""

    key = "newsletter"
    title = _("Newsletter")

    def texts(self) -> Iterator[TextWithLinks]:
        """Each issue with its own texts, and the addresses of the records in it."""
        for issue in Issue.objects.public().exclude(slug=None).prefetch_related("sections__items"):
            sections = list(issue.sections.all())
            items = list(chain.from_iterable(section.items.all() for section in sections))
            paths = (f'<a href="{item.piece.get("url", "")}">' for item in items)
            words = [issue.lead, *(section.text for section in sections), *(item.own_text for item in items), *paths]
            yield TextWithLinks(f"issue:{issue.pk}", issue.title, issue.get_absolute_url(), " ".join(words))


link_sources.add(Issues.key, Issues(), rank=40)
