"""A member as the search index sees it: only what everybody may read."""

from collections.abc import Iterator
from typing import Any

from deele.alliance.models import Membership, Profile
from deele.alliance.models.membership import MembershipQuerySet
from deele.office.enums import Theme
from deele.search.kinds import Document

SOURCE = "alliance"
LINE = 180


def profile_of(member: Membership) -> Profile | None:
    """The profile everybody may read, else None."""
    found = Profile.objects.filter(membership=member).first() if not hasattr(member, "profile") else member.profile
    return found if found and found.published_at else None


def document(member: Membership) -> Document:
    """What the index keeps of a member."""
    lat, lon = point(member)
    place = member.place
    profile = profile_of(member)
    texts = list(profile.texts().values()) if profile else []
    return Document(
        source=SOURCE,
        ref=str(member.pk),
        title=member.name,
        text=" ".join(filter(None, [*member.former_names, member.get_kind_display(), *theme_words(member), *texts])),
        lat=lat,
        lon=lon,
        facets={
            "kind": [member.kind], "level": [member.level], "basis": [member.basis], "theme": list(member.themes or []),
        },
        place_keys=[place.key, *place.ancestor_keys] if place else [],
        data=row(member, profile),
        feature={
            "id": member.pk, "title": member.name, "kind": member.kind, "url": member.get_absolute_url(),
        },
    )  # fmt: skip


def row(member: Membership, profile: Profile | None) -> dict[str, Any]:
    """What a list shows of a member."""
    return {
        "id": member.pk,
        "title": member.name,
        "kind": member.kind,
        "basis": member.basis,
        "level": member.level,
        "themes": list(member.themes or []),
        "place": member.place.name if member.place else "",
        "line": first_words(profile.portrait or profile.contributes) if profile else "",
        "umbrella": member.umbrella.name if member.umbrella else "",
        "url": member.get_absolute_url(),
    }


def first_words(text: str) -> str:
    """The beginning of a text, whole words."""
    words = " ".join(text.split())
    return words if len(words) <= LINE else f"{words[:LINE].rsplit(' ', 1)[0]} …"


def theme_words(member: Membership) -> list[str]:
    """The themes as people name them."""
    named = dict(Theme.choices)
    return [str(named[key]) for key in member.themes or [] if key in named]


def point(member: Membership) -> tuple[float | None, float | None]:
    """The middle of its place; a member that works for the whole state stands on no map."""
    place = member.place
    if place is None:
        return None, None
    if place.lat is None and place.parent is not None:
        place = place.parent
    return place.lat, place.lon


def with_all(rows: MembershipQuerySet) -> MembershipQuerySet:
    """With everything a document needs."""
    return rows.select_related("place__parent", "umbrella", "profile")


def all_documents() -> Iterator[Document]:
    """Every public member."""
    for member in with_all(Membership.objects.public().order_by("pk")).iterator(chunk_size=500):
        yield document(member)
