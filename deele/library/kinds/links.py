"""What upper apps tell the library: which texts hold links, and where a publication is used."""

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from django.utils.functional import Promise

from deele.core.registry import Registry


class TextWithLinks(NamedTuple):
    """A public text: `ref` names its record, `url` leads to it, `text` is plain or HTML, `links` are bare addresses."""

    ref: str
    title: str
    url: str
    text: str = ""
    links: tuple[str, ...] = ()


class LinkSource(Protocol):
    """A kind of public texts."""

    key: str
    title: Promise | str

    def texts(self) -> Iterable[TextWithLinks]:
        """All of them, one after another."""
        ...


class Use(NamedTuple):
    """A place that uses a publication."""

    title: str
    url: str
    kind: Promise | str


class Uses(Protocol):
    """Who can say where publications are used."""

    key: str

    def of(self, publication: Any) -> list[Use]:
        """Public places that use this work, in whatever edition; at most a few queries."""
        ...


link_sources: Registry[LinkSource] = Registry()
uses: Registry[Uses] = Registry()
