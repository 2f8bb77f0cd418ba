"""The measures of advice (domain §10, B1 to B7). They count contacts, referrals and enquiries, which name nobody."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Case, FloatField, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.advice.enums import Channel, Duration, Handover, Kind, TargetKind, Topic
from deele.advice.models import Contact, Enquiry, Referral
from deele.office.enums import Audience
from deele.reporting.kinds import Ask, Column, Measure, Split, Unit, Words, measures
from deele.reporting.queries import splits

COMING_AGAIN = (Kind.FOLLOW_UP, Kind.ACCOMPANYING, Kind.ON_SITE)
TOGETHER = "betroffene"
AFFECTED = (Audience.SEEKING, Audience.OWNER, Audience.RELATIVE)
# The middle of each band in hours: nobody measures minutes on the telephone.
HOURS = {
    Duration.SHORT: 0.125,
    Duration.MEDIUM: 0.375,
    Duration.LONG: 0.75,
    Duration.LONGER: 1.5,
    Duration.LONGEST: 2.5,
}


def contacts(ask: Ask) -> QuerySet[Contact]:
    """All contacts of the period."""
    return ask.narrow(Contact.objects.all(), "happened_on")


def first(ask: Ask) -> QuerySet[Contact]:
    """First consultations."""
    return contacts(ask).filter(kind=Kind.FIRST)


def again(ask: Ask) -> QuerySet[Contact]:
    """Everything that followed a first consultation; talks are neither."""
    return contacts(ask).filter(kind__in=COMING_AGAIN)


def consultations(ask: Ask) -> QuerySet[Contact]:
    """First consultations and what followed them."""
    return contacts(ask).filter(kind__in=(Kind.FIRST, *COMING_AGAIN))


def talks(ask: Ask) -> QuerySet[Contact]:
    """Talks at events of others."""
    return contacts(ask).filter(kind=Kind.TALK)


def placed(level: str) -> Any:
    """Contacts whose place tells at least this level."""

    def rows(ask: Ask) -> QuerySet[Contact]:
        return contacts(ask).exclude(place=None).exclude(**{f"place__{level}_key": ""})

    return rows


def where_known(ask: Ask) -> QuerySet[Contact]:
    """Consultations from places of which it is known how densely people live there."""
    return consultations(ask).alias(land=splits.kind_of_region()).exclude(land=None)


def sides(found: Iterable[Any]) -> dict[Any, Words]:
    """B3 in words."""
    words = {TOGETHER: _("people affected and relatives"), "": _("organisations and municipalities")}
    return {key: words[key] for key in words if key in set(found)}


def side_of(audience: Any) -> str:
    """The side of B3 an audience is on."""
    return TOGETHER if audience in AFFECTED else ""


SIDE = Split("seite", _("For whom"), Case(When(audience__in=AFFECTED, then=Value(TOGETHER)), default=Value("")), sides)
WHO = replace(splits.choices("zielgruppe", _("Who asked"), "audience", Audience), coarser=SIDE, lift=side_of)
BASIC = (
    splits.area(),
    SIDE,
    WHO,
    splits.choices("kanal", _("How they came"), "channel", Channel),
    splits.listed("thema", _("Topic"), "topics", Topic),
    splits.district(),
    splits.land(),
    splits.month("happened_on"),
)
BAND = splits.choices("dauer", _("How long"), "duration", Duration)
COLUMNS = (
    Column(_("Day"), lambda row: date_format(row.happened_on, "d.m.Y")),
    Column(_("Area of work"), lambda row: row.area.name),
    Column(_("Who asked"), lambda row: row.get_audience_display()),
    Column(_("Place"), lambda row: str(row.place or row.get_where_display())),
    Column(_("Topics"), lambda row: ", ".join(row.topic_names)),
    Column(_("How they came"), lambda row: row.get_channel_display()),
    Column(_("How long"), lambda row: row.get_duration_display()),
)


def measure(key: str, title: Words, definition: Words, rows: Any, **more: Any) -> None:
    """Register a measure over contacts: they share the list behind the number and the way to it."""
    more.setdefault("splits", BASIC)
    related = ("area", "place__parent")
    made = Measure(key, title, definition, rows, columns=COLUMNS, related=related, way=way, **more)
    measures.add(key, made, rank=10 if key.startswith("B") else 30)


def way(row: Contact) -> str:
    """To the contact, for those who advise."""
    return reverse("advice:contact", args=[row.pk])


measure(
    "B1",
    _("First consultations"),
    _("Contacts logged as a first consultation. Each counts once, with or without a name."),
    first,
)
measure(
    "B2",
    _("Follow-up contacts"),
    _("Contacts with people who had been here before: follow-ups, accompanying a practice, advice on site."),
    again,
)
measure(
    "B3",
    _("Consultations for people affected, and for organisations"),
    _("First consultations and follow-ups: private people, owners, relatives on one side, all others on the other."),
    consultations,
    splits=(SIDE, WHO, *(split for split in BASIC if split not in (SIDE, WHO))),
    parts=("B1", "B2"),
)
measure(
    "B4",
    _("Hours of advice"),
    _("How long first consultations and follow-ups took together. Nobody measures minutes, a contact names a band."),
    consultations,
    note=_(
        "Method: the sum of the middles of the bands (7.5, 22.5, 45 and 90 minutes), 2.5 hours for more than two hours."
    ),
    unit=Unit.HOURS,
    amount=Case(*(When(duration=band, then=Value(hours)) for band, hours in HOURS.items()), output_field=FloatField()),
    splits=(BAND, *BASIC),
)
measure(
    "B7a",
    _("Districts reached"),
    _("Districts and independent towns from which at least one contact came. Lower Saxony has 45."),
    placed("district"),
    of="place__district_key",
)
measure(
    "B7b",
    _("Municipalities reached"),
    _("Municipalities from which at least one contact came, where the contact names one."),
    placed("municipality"),
    of="place__municipality_key",
)
measure(
    "B7c",
    _("Share of consultations from rural places"),
    _("Consultations from municipalities under 150 inhabitants per km² (OECD), among those whose place is known."),
    where_known,
    unit=Unit.SHARE,
    part=Q(land=splits.RURAL),
)
measure(
    "V3",
    _("Talks for others"),
    _("Contacts logged as a talk: what the office contributed to events of others. They are no consultations."),
    talks,
)


def referrals(ask: Ask) -> QuerySet[Referral]:
    """Referrals of the period: they stand where they happened, whatever became of their case."""
    return ask.narrow(Referral.objects.all(), "made_on")


measures.add(
    "B6",
    Measure(
        "B6",
        _("Referrals to other offices"),
        _("How often somebody was referred to another office, with its address alone or, with consent, by name."),
        referrals,
        splits=(
            splits.choices("ziel", _("To what kind of office"), "target_kind", TargetKind),
            splits.choices("umfang", _("What went there"), "handover", Handover),
            splits.area(),
            splits.district(),
            splits.land(),
            splits.month("made_on"),
        ),
        columns=(
            Column(_("Day"), lambda row: date_format(row.made_on, "d.m.Y")),
            Column(_("Area of work"), lambda row: row.area.name),
            Column(_("To what kind of office"), lambda row: row.get_target_kind_display()),
            Column(_("What went there"), lambda row: row.get_handover_display()),
            Column(_("Place"), lambda row: str(row.place or "–")),
        ),
        related=("area", "place__parent"),
    ),
    rank=10,
)


def answered(ask: Ask) -> QuerySet[Enquiry]:
    """Enquiries that arrived in the period and were answered since; those still open are in no number yet."""
    rows = Enquiry.objects.annotate(arrived_on=TruncDate("arrived_at")).filter(answer_days__isnull=False)
    return ask.narrow(rows, "arrived_on")


def answered_within(key: str, days: int, title: Words) -> None:
    """Register the share of answers within so many working days."""
    words = _("Answered enquiries by form or mail, by the day they arrived; weekends and public holidays do not count.")
    made = Measure(
        key,
        title,
        words,
        answered,
        unit=Unit.SHARE,
        part=Q(answer_days__lte=days),
        splits=(
            splits.area(),
            splits.choices("kanal", _("How they came"), "channel", Channel),
            splits.choices("thema", _("Topic"), "topic", Topic),
            splits.district(),
        ),
        columns=(
            Column(_("Day"), lambda row: date_format(row.arrived_on, "d.m.Y")),
            Column(_("Area of work"), lambda row: row.area.name),
            Column(_("Topic"), lambda row: row.get_topic_display()),
            Column(_("Working days"), lambda row: str(row.answer_days)),
        ),
        related=("area",),
    )
    measures.add(key, made, rank=10)


answered_within("B5a", 2, _("Share of enquiries answered within two working days"))
answered_within("B5b", 5, _("Share of enquiries answered within five working days"))
