"""The confidential note of a case: sealed before it is stored, its own line in the log for every reading.

The words stand in the database in no form but the sealed one. Whoever changes this module also reads
`tests/test_confidential.py`, which looks for them everywhere.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from deele.advice import enums
from deele.advice.actions import timeline
from deele.advice.models import Case, ConfidentialNote
from deele.advice.rules import boxes
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.versions import Conflict

PORTION = 100


class Closed(Refusal):
    """The note can't be opened with the keys of this house; it stays as it is."""

    code = "closed"

    def __init__(self) -> None:
        super().__init__(
            _(
                "The note is closed: the key it was written with is not here. Nothing is lost. Please ask whoever "
                "looks after the server to give Deele that key again (DEELE_NOTE_KEYS)."
            )
        )


class NoKey(Refusal):
    """This house has no key to write notes with."""

    code = "no-key"

    def __init__(self) -> None:
        super().__init__(
            _(
                "Confidential notes can't be written: this house has no key for them (DEELE_NOTE_KEYS). Everything "
                "else works. Please ask whoever looks after the server."
            )
        )


def ring() -> boxes.Keyring:
    """The keys of this house as the settings have them now."""
    return boxes.keyring(settings.DEELE_NOTE_KEYS)


def place_of(case_id: int) -> str:
    """What a note is bound to."""
    return f"advice.case:{case_id}"


@sensitive_variables()
@transaction.atomic
def read(*, case: Case, by: Any, now: datetime) -> tuple[str, int]:
    """The words and their version; ("", 0) when there is no note. The reading is logged. Raises Closed."""
    note = ConfidentialNote.objects.filter(case=case).first()
    if note is None:
        return "", 0
    words = opened(note)
    audit.record(enums.SECRET_READ, by=by, about=case, now=now)
    return words, note.version


@sensitive_variables()
def opened(note: ConfidentialNote) -> str:
    """The words of a note. Raises Closed."""
    try:
        return boxes.unseal(bytes(note.box), key_name=note.key_name, ring=ring(), place=place_of(note.case_id))
    except boxes.Locked as error:
        raise Closed from error


@sensitive_variables()
@transaction.atomic
def write(*, case: Case, words: str, version: int, by: Any, now: datetime) -> None:
    """Seal and keep the words; empty words remove the note. `version` is the one that was read, 0 for none.

    A note that can't be opened is never overwritten. Raises Closed, NoKey, core.versions.Conflict,
    timeline.Anonymised.
    """
    timeline.check_writable(case)
    note = ConfidentialNote.objects.select_for_update().filter(case=case).first()
    if (note.version if note else 0) != version:
        raise Conflict(
            _("Somebody else wrote this note meanwhile. Nothing was overwritten: both versions stand below.")
        )
    if note:
        opened(note)
    if not words.strip():
        remove(note, case=case, by=by, now=now)
        return
    try:
        key_name, box = boxes.seal(words, ring=ring(), place=place_of(case.pk))
    except boxes.NoKey as error:
        raise NoKey from error
    values = {"key_name": key_name, "box": box, "written_by": by, "written_at": now}
    if note:
        ConfidentialNote.objects.filter(pk=note.pk).update(version=F("version") + 1, **values)
    else:
        ConfidentialNote.objects.create(case=case, **values)
    audit.record(enums.SECRET_WRITTEN, by=by, about=case, now=now)


def remove(note: ConfidentialNote | None, *, case: Case, by: Any, now: datetime) -> None:
    """Take the note away."""
    if note:
        note.delete()
        audit.record(enums.SECRET_REMOVED, by=by, about=case, now=now)


@sensitive_variables()
def rotate() -> tuple[int, int]:
    """Seal every note with the current key; returns how many were sealed anew and how many stayed closed.

    Portion by portion, each a transaction, so an interrupted run loses nothing and the next one goes on. Raises NoKey.
    """
    keys, done, closed, last = ring(), 0, 0, 0
    if not keys.current:
        raise NoKey
    while True:
        with transaction.atomic():
            waiting = ConfidentialNote.objects.select_for_update().exclude(key_name=keys.current).filter(pk__gt=last)
            notes = list(waiting.order_by("pk")[:PORTION])
            for note in notes:
                if sealed_anew(note, keys):
                    done += 1
                else:
                    closed += 1
        if len(notes) < PORTION:
            return done, closed
        last = notes[-1].pk


@sensitive_variables()
def sealed_anew(note: ConfidentialNote, keys: boxes.Keyring) -> bool:
    """Whether the note could be opened and sealed with the current key. One that can't be opened stays as it is."""
    place = place_of(note.case_id)
    try:
        words = boxes.unseal(bytes(note.box), key_name=note.key_name, ring=keys, place=place)
    except boxes.Locked:
        return False
    name, box = boxes.seal(words, ring=keys, place=place)
    if boxes.unseal(box, key_name=name, ring=keys, place=place) != words:
        raise boxes.Locked
    ConfidentialNote.objects.filter(pk=note.pk).update(key_name=name, box=box)
    return True
