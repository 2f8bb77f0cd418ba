"""Versions of a programme: a new one when the programme changes, a correction when we were wrong, a check."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.audit import rules as log
from deele.core import versions as tokens
from deele.core.errors import Refusal
from deele.funding import enums
from deele.funding.models import Programme, ProgrammeVersion
from deele.funding.rules import terms


class NeedsNewVersion(Refusal):
    """What the programme gives was changed in a version that holds already."""

    code = "needs-new-version"

    def __init__(self, names: list[str]) -> None:
        self.names = names
        super().__init__(
            _(
                "This changes what the programme gives (%(fields)s). Rounds and applications point at this version, "
                "so please make a new version. If we had only written it down wrongly, tick “It was our slip”."
            )
            % {"fields": ", ".join(labels(names))}
        )


class BeginsTooEarly(Refusal):
    """A new version must begin after the one before."""

    code = "begins-too-early"

    def __init__(self, day: date) -> None:
        super().__init__(
            _("The version before begins on %(day)s. A new one begins later; please check the day.")
            % {"day": f"{day:%d.%m.%Y}"}
        )


def labels(names: list[str]) -> list[str]:
    """Names of fields as people read them."""
    fields: list[Any] = [ProgrammeVersion._meta.get_field(name) for name in names]
    return [str(field.verbose_name) for field in fields]


@transaction.atomic
def make(*, programme: Programme, values: dict[str, Any], by: Any, now: datetime) -> ProgrammeVersion:
    """A version after the ones there are; the one before ends the day before it begins.

    Whoever writes it has just read the source, so it counts as checked today. Raises BeginsTooEarly.
    """
    locked = Programme.objects.select_for_update().get(pk=programme.pk)
    last = locked.versions.order_by("number").last()
    if last is not None and values["valid_from"] <= last.valid_from:
        raise BeginsTooEarly(last.valid_from)
    number = (locked.versions.aggregate(most=Max("number"))["most"] or 0) + 1
    made = ProgrammeVersion(programme=locked, number=number, **values)
    made.checked_on, made.checked_by = timezone.localdate(now), str(by)
    made.save()
    if last is not None and (last.valid_until is None or last.valid_until >= made.valid_from):
        end(last, made.valid_from - timedelta(days=1), by=by, now=now)
    audit.record(enums.VERSION_MADE, by=by, about=made, now=now)
    return made


def end(version: ProgrammeVersion, day: date, *, by: Any, now: datetime) -> None:
    """Let a version end on this day, because another follows."""
    before = {"valid_until": audit.as_text(version.valid_until)}
    version.valid_until = day
    version.version += 1
    version.save(update_fields=["valid_until", "version", "updated_at"])
    changes = log.differences(before, {"valid_until": audit.as_text(day)}, ())
    audit.record(enums.VERSION_CORRECTED, by=by, about=version, data={"changes": changes}, now=now)


@transaction.atomic
def correct(
    *, version: ProgrammeVersion, values: dict[str, Any], by: Any, now: datetime, slip: bool = False
) -> ProgrammeVersion:
    """Change our words about a version; its terms only when `slip` says that we had written them down wrongly.

    `version` carries the token of the form. Raises NeedsNewVersion, core.versions.Conflict.
    """
    kept = ProgrammeVersion.objects.select_for_update(of=("self",)).select_related("programme").get(pk=version.pk)
    changed = [change.name for change in terms.differences(kept, {**stored(kept), **values})]
    if changed and not slip:
        raise NeedsNewVersion(changed)
    before = audit.written(kept, list(values))
    if before == {name: audit.as_text(value) for name, value in values.items()}:
        return kept
    kept.version = version.version
    tokens.claim(kept)
    for name, value in values.items():
        setattr(kept, name, value)
    kept.save()
    changes = log.differences(before, audit.written(kept, list(values)), ())
    audit.record(enums.VERSION_CORRECTED, by=by, about=kept, data={"changes": changes, "slip": slip}, now=now)
    return kept


def stored(version: ProgrammeVersion) -> dict[str, Any]:
    """The terms as they are kept."""
    return {name: getattr(version, name) for name in terms.TERMS}


@transaction.atomic
def check(*, version: ProgrammeVersion, by: Any, now: datetime) -> None:
    """Say that everything shown, deadlines included, was compared with the source today; once a day is enough.

    `version` carries the token of the page on which it was read. Raises core.versions.Conflict.
    """
    today, name = timezone.localdate(now), str(by)
    kept = ProgrammeVersion.objects.select_for_update().get(pk=version.pk)
    if kept.checked_on == today and kept.checked_by == name:
        return
    tokens.claim(version)
    version.checked_on, version.checked_by = today, name
    version.save(update_fields=["checked_on", "checked_by", "updated_at"])
    audit.record(enums.VERSION_CHECKED, by=by, about=version, now=now)
