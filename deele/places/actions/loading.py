"""Loading reference data: believe it or refuse it, then bring the tables to it, all or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit.actions import record
from deele.core.errors import Refusal
from deele.places.actions import facts_sync, places_sync
from deele.places.enums import LOADED
from deele.places.models import Edition, Load, Place
from deele.places.readers.rows import Reference
from deele.places.rules import plausible

Tell = Callable[[str], None]


class Implausible(Refusal):
    """The data does not add up; nothing was changed. `doubts` are the named reasons."""

    code = "implausible"

    def __init__(self, doubts: list[plausible.Doubt]) -> None:
        self.doubts = doubts
        text = _("The reference data does not add up, so nothing was changed. %(reasons)s Please check the files.")
        super().__init__(text % {"reasons": "; ".join(map(str, doubts)) + "."})


@dataclass
class Loaded:
    """What a load did. `changed` counts rows made, changed, ended or removed by table; `load` is None when none."""

    changed: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    load: Load | None = None

    @property
    def total(self) -> int:
        """Rows touched in all."""
        return sum(self.changed.values())


def is_complete() -> bool:
    """Whether the full reference data, not only the starter, is in the tables."""
    return Load.objects.filter(origin="reference").exists()


def load_reference(
    *,
    reference: Reference,
    by: AbstractBaseUser | None = None,
    now: datetime | None = None,
    tell: Tell = lambda step: None,
) -> Loaded:
    """Bring the tables to the reference. A second run with the same data touches nothing.

    Places missing in a complete newer register end with it and point to their successor; their keys stay. The
    starter only adds what is missing. Raises Implausible before anything is written.
    """
    started = monotonic()
    now = now or timezone.now()
    tell("check")
    with transaction.atomic():
        edition, _made = Edition.objects.select_for_update().get_or_create(pk=1, defaults={"stamp": uuid4().hex})
        if reference.is_complete:
            _refuse_implausible(reference)
        elif is_complete():
            return Loaded(counts=_counts())
        done = Loaded(_synchronised(reference, now, tell), _counts())
        if done.total:
            _keep_record(done, reference, edition, by, now, monotonic() - started)
    return done


def _refuse_implausible(reference: Reference) -> None:
    before = plausible.counts(Place.objects.current().only(*plausible.COLUMNS)) if is_complete() else {}
    if found := plausible.doubts(reference.units, reference.on, before):
        raise Implausible(found)


def _synchronised(reference: Reference, now: datetime, tell: Tell) -> dict[str, int]:
    tell("places")
    changed = {"places": places_sync.places(reference, now)}
    keys = places_sync.ids_by_key()
    tell("names")
    changed["names"] = places_sync.names(reference, keys)
    tell("postcode rows")
    changed["postcodes"] = facts_sync.postcodes(reference, keys)
    tell("boundary rows")
    changed["boundaries"] = facts_sync.shapes(reference, keys)
    tell("figure rows")
    changed["figures"] = facts_sync.values(reference, keys)
    return changed


def _counts() -> dict[str, int]:
    return dict(plausible.counts(Place.objects.current().only(*plausible.COLUMNS)))


def _keep_record(
    done: Loaded, reference: Reference, edition: Edition, by: AbstractBaseUser | None, now: datetime, seconds: float
) -> None:
    edition.stamp = uuid4().hex
    edition.save(update_fields=["stamp"])
    done.load = Load.objects.create(
        at=now,
        origin=reference.origin,
        register_on=reference.on,
        files=reference.files,
        counts={**done.counts, "changed": done.total},
        seconds=round(seconds, 1),
    )
    record(LOADED, by=by, about=done.load, data=done.load.counts, now=now)
