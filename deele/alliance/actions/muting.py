"""No mails about a topic, or mails again. What is muted stays to be read."""

from datetime import datetime

from django.db import transaction

from deele.alliance.kinds import topics
from deele.alliance.models import Delegate, Tiding, TopicMute
from deele.alliance.models.topic_mute import EVERYTHING


@transaction.atomic
def mute(*, delegate: Delegate, topic: str, now: datetime) -> None:
    """No mails about this topic from now on; the app it belongs to hears of it. Twice is once."""
    TopicMute.objects.get_or_create(delegate=delegate, topic=topic, defaults={"since": now})
    topics.tell(delegate, topic, True)


@transaction.atomic
def unmute(*, delegate: Delegate, topic: str, now: datetime) -> None:
    """Mails about it again, from now on: what was muted is not sent afterwards."""
    TopicMute.objects.filter(delegate=delegate, topic=topic).delete()
    waiting = Tiding.objects.filter(delegate=delegate, told_at=None, urgent=False, made_at__lt=now)
    (waiting if topic == EVERYTHING else waiting.filter(topic=topic)).update(told_at=now)
    topics.tell(delegate, topic, False)


@transaction.atomic
def drop(*, delegate: Delegate, topic: str) -> None:
    """Forget what was not told yet about a topic the person has nothing to do with any more."""
    Tiding.objects.filter(delegate=delegate, topic=topic, told_at=None).delete()
