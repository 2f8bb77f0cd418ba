"""Reasons of a match, and the facts of a notice, in plain words. Knows nothing of `Need`."""

from typing import Any

from django.utils.translation import gettext as _

from deele.directory.kinds.base import kinds as entry_kinds
from deele.notices import enums
from deele.notices.models import Notice, Reach
from deele.notices.rules.matching import Reason

LISTS: dict[str, Any] = {
    "area_types": enums.AreaType, "ages": enums.Ages, "legal": enums.Legal, "brings": enums.Brings,
    "wishes": enums.Wishes, "partner_wanted": enums.Partner, "access_offered": enums.Access,
}  # fmt: skip
REASON_LISTS: dict[str, Any] = {
    "legal": enums.Legal, "area-type": enums.AreaType, "ages": enums.Ages, "wishes": enums.Wishes,
    "wishes-differ": enums.Wishes, "partner": enums.Partner,
}  # fmt: skip
FACTS = (
    "area_types", "housing_forms", "legal", "household", "with_children", "ages", "equity", "monthly", "horizon",
    "brings", "wishes", "partner_own", "partner_wanted", "access_offered", "care_offered",
)  # fmt: skip


def stored(reason: Reason) -> list[Any]:
    """A reason as the row of a proposal keeps it."""
    return [reason.key, reason.value, reason.fits]


def sentences(reasons: list[list[Any]], *, fits: bool) -> list[str]:
    """The reasons that speak for it (`fits`), or what is to be talked about."""
    return [sentence(key, value) for key, value, good in reasons if good == fits]


def sentence(key: str, value: Any) -> str:
    """One reason in words."""
    words = named(key, value) if isinstance(value, list) else str(value)
    return texts(key, words) % {"value": words}


def texts(key: str, value: str) -> str:
    """The sentence of a reason; `value` decides where there are two."""
    return {
        "same-place": _("In the same place"),
        "distance": _("%(value)s km apart"),
        "housing-form": _("Both think of: %(value)s") if value else _("They think of different forms of living"),
        "legal": _("Both want: %(value)s") if value else _("Rent or own: they want different things"),
        "area-type": _("Same surroundings: %(value)s") if value else _("They wish for different surroundings"),
        "ages": _("The age fits: %(value)s") if value else _("Another age was named"),
        "equity": equity_words(value),
        "monthly": monthly_words(value),
        "household": _("Number of people: please talk about it"),
        "children": _("Children: please talk about it"),
        "horizon": _("The time: please talk about it"),
        "horizon-open": _("The time is open"),
        "wishes": _("Matters to both: %(value)s"),
        "wishes-differ": _("To be talked about: %(value)s"),
        "partner": _("Sought and there: %(value)s"),
        "household-fits": _("There is room for all"),
        "children-fit": _("Children are welcome"),
        "horizon-fits": _("Both think of the same time"),
    }[key]


def equity_words(value: str) -> str:
    """Own money: fits, nearly, or not."""
    if value == "near":
        return _("A little more own money is asked for")
    return _("Much more own money is asked for") if value else _("The own money is enough")


def monthly_words(value: str) -> str:
    """Money each month: fits, nearly, or not."""
    if value == "near":
        return _("It costs a little more each month")
    return _("It costs much more each month") if value else _("The monthly cost fits")


def named(key: str, values: list[str]) -> str:
    """Keys of a list in words."""
    if key in ("housing-form", "housing_forms"):
        return ", ".join(str(entry_kinds.get(one).label) for one in values if one in entry_kinds)
    labels = dict((REASON_LISTS.get(key) or LISTS[key]).choices)
    return ", ".join(str(labels[one]) for one in values if one in labels)


LABELS = {field.name: field.verbose_name for field in Notice._meta.concrete_fields}


def facts(notice: Notice) -> list[dict[str, str]]:
    """What a notice says, label and value, without what it does not say."""
    found = [{"label": _("Where"), "value": where(list(notice.reaches.all()))}]
    for name in FACTS:
        value = getattr(notice, name)
        words = named(name, value) if isinstance(value, list) else shown(notice, name)
        label = label_of(notice, name)
        found.append({"label": label, "value": words})
    return [fact for fact in found if fact["value"]]


def shown(notice: Notice, name: str) -> str:
    """A single choice in words."""
    display: str = str(getattr(notice, f"get_{name}_display")())
    return display


def label_of(notice: Notice, name: str) -> str:
    """The name of a fact, from the side the notice speaks for."""
    offers = notice.kind_of.offers
    if name == "household":
        return _("Room for") if offers else _("How many people")
    if name == "with_children":
        return _("Children welcome") if offers else _("With children")
    if name == "ages":
        return _("Whom we look for (age)") if offers else _("Age")
    if name == "equity":
        return _("Own money asked for") if offers else _("Own money")
    words = str(LABELS[name])
    return words[:1].upper() + words[1:]


def where(reaches: list[Reach]) -> str:
    """The places a notice reaches."""
    return "; ".join(
        _("%(place)s and %(km)s km around") % {"place": reach.place, "km": reach.radius_km}
        if reach.radius_km
        else str(reach.place)
        for reach in reaches
    )
