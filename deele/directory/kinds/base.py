"""What a kind declares: its name, its building block, and the typed fields of its detail block."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.core.ranges import Range
from deele.core.registry import Registry
from deele.directory.enums import Block

Choices = tuple[tuple[str, Promise | str], ...]


class Type(StrEnum):
    """How a detail is asked, kept and shown."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    RANGE = "range"
    MONEY = "money"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"


@dataclass(frozen=True)
class Detail:
    """One field of a detail block. Kept in JSON: ranges in canonical spelling, yes/no as ja/nein, dates in ISO."""

    name: str
    label: Promise | str
    type: Type = Type.TEXT
    choices: Choices = ()
    hint: Promise | str = ""
    unit: Promise | str = ""

    def shown(self, value: Any) -> str:
        """The value in words, empty when there is none."""
        if value in (None, "", []):
            return ""
        text = SHOWN.get(self.type, str)(self.named(value))
        return f"{text} {self.unit}" if self.unit else text

    def named(self, value: Any) -> Any:
        """Choice keys replaced by their labels."""
        labels = dict(self.choices)
        if self.type is Type.CHOICE:
            return labels.get(value, value)
        if self.type is Type.CHOICES:
            return [str(labels.get(one, one)) for one in value]
        return value


YES, NO = "ja", "nein"


def _yes_no(value: str) -> str:
    return str(_("yes") if value == YES else _("no"))


SHOWN = {
    Type.RANGE: lambda value: str(Range.restored(value)),
    Type.YES_NO: _yes_no,
    Type.CHOICES: ", ".join,
    Type.DATE: lambda value: date.fromisoformat(value).strftime("%d.%m.%Y"),
    Type.MONEY: lambda value: f"{value} €",
}


@dataclass(frozen=True)
class Kind:
    """A kind of entry. `family` names the template; `trias` its type on the national portal, if any.

    `phased` kinds live through the phases of domain §5.2; `seeks` kinds can look for people or offer
    places; `serves` kinds are responsible for places (advice offices).
    """

    key: str
    label: Promise | str
    plural: Promise | str
    block: Block
    family: str
    details: tuple[Detail, ...] = ()
    hint: Promise | str = ""
    trias: str = ""
    phased: bool = False
    seeks: bool = False
    serves: bool = False
    other_names: tuple[str, ...] = ()

    @property
    def template(self) -> str:
        """The template of the detail block."""
        return f"directory/kinds/{self.family}.html"

    def facts(self, values: dict[str, Any]) -> list[tuple[str, str]]:
        """Label and value in words of every detail that is known."""
        told = [(str(detail.label), detail.shown(values.get(detail.name))) for detail in self.details]
        return [(label, value) for label, value in told if value]


kinds: Registry[Kind] = Registry()


def declare(*found: Kind) -> None:
    """Enter kinds into the catalogue in their order."""
    for kind in found:
        kinds.add(kind.key, kind, rank=100 + list(Block).index(kind.block))
