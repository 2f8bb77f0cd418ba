"""A joint action as the search index sees it: only what everybody may read."""

from collections.abc import Iterator

from deele.jointactions.models import JointAction
from deele.jointactions.queries import words
from deele.office.enums import Theme
from deele.search.kinds import Document

SOURCE = "jointactions"


def document(action: JointAction) -> Document:
    """What the index keeps."""
    stops = list(action.stops.select_related("place"))
    places = [place for place in (action.place, *(stop.place for stop in stops)) if place]
    keys = dict.fromkeys(key for place in places for key in (place.key, *place.ancestor_keys))
    first = places[0] if places else None
    return Document(
        source=SOURCE,
        ref=str(action.pk),
        title=action.title,
        text=" ".join(filter(None, [
            action.aim, action.text, action.led_by, *words.goals(action),
            *words.labels(Theme.choices, action.themes), *(f"{stop.venue} {stop.host}" for stop in stops),
        ])),
        lat=first.lat if first else None,
        lon=first.lon if first else None,
        facets={"state": [action.state], "goal": list(action.goals), "theme": list(action.themes)},
        place_keys=list(keys),
        data={"title": action.title, "url": action.get_absolute_url(), "line": action.aim, "when": words.when(action)},
    )  # fmt: skip


def all_documents() -> Iterator[Document]:
    """Every public action."""
    for action in JointAction.objects.public().select_related("place", "lead").order_by("pk"):
        yield document(action)
