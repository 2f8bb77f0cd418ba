"""The register of personal data: every field of every model is sorted, with purpose, person and term.

Each app declares its models in its `privacy.py`, found at start. The apps below this floor (office, accounts,
audit, access) and the tables of third parties are declared in `deele.privacy.privacy`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from django.apps import apps
from django.db import models
from django.utils.functional import Promise

from deele.audit import kinds as audit_kinds
from deele.core.registry import Registry

# Fields of core.models.BaseModel and of every table: when a row was made says nothing about a person.
ALWAYS_KEPT = frozenset({"id", "created_at", "updated_at", "version"})

Words = Promise | str


@dataclass(frozen=True)
class Term:
    """How long personal data is kept: `days` after the day or instant in field `after` (a path is allowed).

    Rows whose `after` is empty are never due. `then` says what happens: "anonymise" empties the personal and
    secret fields and keeps the row for counting, "delete" removes the row.
    """

    after: str
    days: int
    then: Literal["anonymise", "delete"] = "anonymise"


# No term of its own (the row lives as long as what it hangs on), but a person's wish removes the row.
DELETE_ON_WISH = Term(after="", days=0, then="delete")


@dataclass(frozen=True)
class Registration:
    """What the register knows about one model."""

    model: type[models.Model]
    purpose: Words
    keep: frozenset[str] = frozenset()
    personal: Mapping[str, Words] = field(default_factory=dict)
    secret: Mapping[str, Words] = field(default_factory=dict)
    person: tuple[str, ...] = ()
    term: Term | None = None
    label: Words = ""

    @property
    def key(self) -> str:
        """app.model, in lower letters."""
        return self.model._meta.label_lower

    @property
    def title(self) -> str:
        """The name shown to people."""
        return str(self.label or self.model._meta.verbose_name_plural)

    @property
    def to_empty(self) -> list[str]:
        """The fields that are emptied when the row is anonymised."""
        return [*self.personal, *self.secret]

    @property
    def sorted_fields(self) -> list[str]:
        """Every field named in the registration, as often as it is named."""
        return [*self.keep, *self.personal, *self.secret]

    @property
    def ends_by(self) -> Literal["anonymise", "delete"]:
        """What happens to a row when its term ends or its person asks for erasure."""
        return self.term.then if self.term else "anonymise"


register_of: Registry[Registration] = Registry()

# What has to be told after rows were emptied or deleted, e.g. to renew a search index that held copies.
Told = Callable[[type[models.Model], list[int]], None]
told: Registry[Told] = Registry()


def register(
    model: type[models.Model],
    *,
    purpose: Words,
    keep: Iterable[str] = (),
    personal: Mapping[str, Words] | None = None,
    secret: Mapping[str, Words] | None = None,
    person: str | tuple[str, ...] = "",
    term: Term | None = None,
    label: Words = "",
) -> None:
    """Sort the fields of `model`.

    `keep` says nothing about a person, `personal` does (field → why we need it), `secret` is never shown or
    exported (field → what it is; e.g. hashes of tokens). id, created_at, updated_at and version need not be
    named. `person` is the path from the row to the mail address of the person it belongs to ("email",
    "entry__contact_email"; several as a tuple); empty where the row belongs to nobody. Erasure does what the
    term does; without a term it anonymises. Raises AlreadyRegistered when the model stands here twice.
    """
    people = (person,) if isinstance(person, str) else tuple(person)
    registration = Registration(
        model,
        purpose,
        frozenset(keep),
        dict(personal or {}),
        dict(secret or {}),
        tuple(path for path in people if path),
        term,
        label,
    )
    register_of.add(registration.key, registration)
    audit_kinds.mask(registration.key, registration.to_empty)


def tell(key: str, run: Told) -> None:
    """Have `run(model, pks)` called, inside the transaction, after rows were anonymised or deleted."""
    told.add(key, run)


def own_models(app_labels: Iterable[str]) -> list[type[models.Model]]:
    """The models of these apps that have a table of their own."""
    wanted = set(app_labels)
    return [model for model in apps.get_models() if model._meta.app_label in wanted and not model._meta.proxy]


def faults(model: type[models.Model]) -> list[str]:
    """What is wrong with the sorting of a model, each with the field's name; empty when all is well."""
    name = model._meta.label
    if model._meta.label_lower not in register_of:
        return [f"{name} stands in no privacy.py"]
    registration = register_of.get(model._meta.label_lower)
    named = registration.sorted_fields
    own = [column for column in model._meta.local_concrete_fields if not getattr(column.remote_field, "parent_link", 0)]
    there = {column.name for column in own} - ALWAYS_KEPT
    return [
        *(f"{name}.{column} is unsorted" for column in sorted(there - set(named))),
        *(f"{name}.{column} is no field of this table" for column in sorted(set(named) - there - ALWAYS_KEPT)),
        *(f"{name}.{column} is sorted twice" for column in sorted({one for one in named if named.count(one) > 1})),
    ]
