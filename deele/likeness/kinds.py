"""Subjects: what somebody plans or has, as far as others could be planning the same.

An app fills `subjects` from its `slots.py` and tells `actions.overlaps` of every change; the engine knows of an event,
a plan or a working group no more than stands in a `Subject` (docs/decisions/0028-alliance.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.utils.functional import Promise

from deele.core.registry import Registry


@dataclass(frozen=True)
class Subject:
    """One thing that may overlap with others. `ref` is "app.model:pk".

    `themes` and `groups` are keys of office.enums.Theme and directory.enums.TargetGroup; `place_keys` the key of its
    place and of everything above it, the place itself first; no day means: always. `owner` says whose it is.
    `belongs` names things this one is about or goes with, as an example with its entry: they resemble each other by
    nature, and nobody is asked.
    """

    ref: str
    title: str
    text: str = ""
    owner: str = ""
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    place_keys: tuple[str, ...] = ()
    begins: date | None = None
    ends: date | None = None
    belongs: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind it is of: "events.event"."""
        return self.ref.partition(":")[0]


class SubjectKind(Protocol):
    """A kind of subjects. `key` is the part of `ref` before the colon."""

    key: str
    title: Promise | str
    # A kind of which there are many thousands says `is_crowd = True`: its things are compared with those of other
    # kinds only, because their doubles have a queue of their own (the directory). Left out, it is none.
    # A kind that only tells of things says `among = frozenset({...})`: the kinds its things are compared with. A text
    # on shared houses is no second shared house. Left out, it is compared with all.

    def subjects(self, refs: Iterable[str] | None = None) -> Iterable[Subject]:
        """The present state of these, or of all that count (public, or planned in earnest); others are left out."""
        ...

    def url(self, ref: str, user: Any) -> str:
        """Where this person may look at it; empty where they may not. The desk page where they may work on it."""
        ...


subjects: Registry[SubjectKind] = Registry()


def numbers(key: str, refs: Iterable[str]) -> list[int]:
    """The numbers of the rows these references of one kind name; what is no reference of the kind is left out."""
    found = (ref.partition(":") for ref in refs)
    return [int(pk) for kind, _colon, pk in found if kind == key and pk.isascii() and pk.isdigit() and len(pk) < 19]


def is_crowd(key: str) -> bool:
    """Whether the things of this kind are compared with those of other kinds only."""
    return key in subjects and getattr(subjects.get(key), "is_crowd", False)


def may_meet(one: str, other: str) -> bool:
    """Whether things of these two kinds are compared at all."""
    return _is_among(one, other) and _is_among(other, one)


def _is_among(key: str, other: str) -> bool:
    among = getattr(subjects.get(key), "among", None) if key in subjects else None
    return among is None or other in among


class Names(Protocol):
    """Words for the keys a subject holds; the apps that own the keys fill them in ("groups", "places")."""

    def __call__(self, keys: Iterable[str]) -> dict[str, str]:
        """What these keys are called; keys that are gone are left out."""
        ...


names: Registry[Names] = Registry()
