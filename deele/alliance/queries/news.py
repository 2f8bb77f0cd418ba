"""What is new for a delegate, and who gets no mails."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core import signing
from django.db.models import QuerySet

from deele.alliance.kinds import topics
from deele.alliance.models import Delegate, Tiding, TopicMute
from deele.alliance.models.topic_mute import EVERYTHING

LINK_DAYS = 400


def of(delegate: Delegate) -> QuerySet[Tiding]:
    """All they were told or are to be told, the newest first."""
    return Tiding.objects.filter(delegate=delegate).order_by("-made_at", "-pk")


def muted(delegate: Delegate) -> list[dict[str, str]]:
    """The topics they get no mails about, in words."""
    keys = list(delegate.mutes.values_list("topic", flat=True))
    names = topics.names(keys)
    return [{"topic": key, "label": names.get(key) or topics.rest(key)} for key in keys]


def silent(delegates: Iterable[Delegate], topic: str, today: date) -> set[int]:
    """Which of them get no mail about this topic today: muted the topic, everything, or themselves for a time."""
    rows = list(delegates)
    numbers = [one.pk for one in rows]
    mutes = TopicMute.objects.filter(delegate__in=numbers, topic__in=[topic, EVERYTHING])
    away = {one.pk for one in rows if one.muted_until is not None and one.muted_until >= today}
    return away | set(mutes.values_list("delegate", flat=True))


def behind(token: str, salt: str) -> tuple[Delegate, str] | None:
    """Whom and what a mute link speaks of; None for forged and very old ones, and for people who are gone."""
    try:
        kept: Any = signing.loads(token, salt=salt, max_age=LINK_DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
    found = Delegate.objects.select_related("membership").filter(pk=kept[0]).first()
    return (found, str(kept[1])) if found else None


def label(topic: str) -> str:
    """A topic in words."""
    return topics.names([topic]).get(topic) or topics.rest(topic)
