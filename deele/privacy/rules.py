"""What an emptied field holds, and how a person is recognised after their data is gone."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from deele.core.errors import Refusal

ERASED = "erased-"
LONG_AGO = date(1900, 1, 1)
WORDS = ("CharField", "TextField", "SlugField", "EmailField", "FileField", "URLField", "FilePathField")
PLAIN: dict[str, Any] = {
    "BooleanField": False,
    "DateField": LONG_AGO,
    "DateTimeField": datetime(1900, 1, 1, tzinfo=UTC),
    "BinaryField": b"",
    "GenericIPAddressField": "0.0.0.0",  # noqa: S104  no address is bound here; it stands for "no address"
    "DurationField": timedelta(0),
    **dict.fromkeys(("IntegerField", "BigIntegerField", "SmallIntegerField", "FloatField", "DecimalField"), 0),
    **dict.fromkeys(("PositiveIntegerField", "PositiveSmallIntegerField", "PositiveBigIntegerField"), 0),
}


class Unerasable(TypeError):
    """A field of this kind can't be emptied; make it nullable, or have the row deleted."""


class BadAddress(Refusal):
    """This is no mail address."""

    code = "address"


def address(email: str) -> str:
    """The mail address as it is compared: without blanks, in lower letters. Raises BadAddress."""
    plain = email.strip().lower()
    try:
        validate_email(plain)
    except ValidationError as error:
        words = _("“%(email)s” is no complete e-mail address. Please write it like name@example.org.")
        raise BadAddress(words % {"email": email}) from error
    return plain


def keyed(email: str) -> str:
    """A fingerprint of the address that nobody can compute or reverse without the key of the house."""
    return salted_hmac("deele.privacy", email.strip().lower(), algorithm="sha256").hexdigest()


def must_differ(field: models.Field) -> bool:
    """Whether two rows may not both be empty in this field."""
    meta = field.model._meta
    groups = [*meta.unique_together, *(getattr(one, "fields", ()) for one in meta.total_unique_constraints)]
    partial = [one.fields for one in meta.constraints if isinstance(one, models.UniqueConstraint)]
    return field.unique or any(field.name in group for group in [*groups, *partial])


def neutral(field: models.Field) -> Any:
    """The value, or database expression, that says nothing any more. Raises Unerasable.

    Empty where the field may be null; else the neutral value of its type. Text that must be unique becomes
    "erased-" and the number of the row.
    """
    if field.null:
        return None
    kind = field.get_internal_type()
    if kind in WORDS and must_differ(field):
        tail = "@example.invalid" if isinstance(field, models.EmailField) else ""
        return Concat(Value(ERASED), Cast("pk", CharField()), Value(tail))
    if kind in WORDS:
        return ""
    if kind == "JSONField":
        return field.get_default() if field.has_default() else {}
    if field.is_relation or must_differ(field) or kind not in PLAIN:
        raise Unerasable(f"{field.model._meta.label}.{field.name}")
    return field.get_default() if field.has_default() and not callable(field.default) else PLAIN[kind]


def still_holds(field: models.Field) -> Q:
    """The rows whose field says something yet."""
    name, kind = field.name, field.get_internal_type()
    if kind in WORDS:
        return Q(**{f"{name}__isnull": False}) & ~Q(**{name: ""}) & ~Q(**{f"{name}__startswith": ERASED})
    if field.null:
        return Q(**{f"{name}__isnull": False})
    return ~Q(**{name: neutral(field)})
