"""Joint actions in words: what a submission lacks, when and where something is."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.core.dates import Precision, in_words
from deele.directory.enums import TargetGroup
from deele.jointactions.enums import GRANTED, Contribution, Goal, Use
from deele.jointactions.models import Call, JointAction, Submission, TourStop
from deele.jointactions.rules.rights import Asked, Lack, Told, lacks
from deele.office.enums import Theme

LACKS = {
    Lack.PHOTO: gettext_lazy("There is no photo yet."),
    Lack.TEXT: gettext_lazy("There is no text yet."),
    Lack.TOO_MANY: gettext_lazy("There are more photos than this call takes. Please take some out."),
    Lack.SHOWN: gettext_lazy(
        "Please say of each photo what it shows. People who cannot see it have only these words."
    ),
    Lack.CREDIT: gettext_lazy("Please say which name shall stand beside it; “ohne Namen” is fine, too."),
    Lack.MADE: gettext_lazy("Please say who made it."),
    Lack.MADE_UNKNOWN: gettext_lazy(
        "Whoever made it has to allow it. Please ask, and then come back with this link. Until then it stays a draft "
        "that nobody sees."
    ),
    Lack.USES: gettext_lazy("This call cannot do without: %(uses)s. Please tick it, or leave the draft as it is."),
    Lack.PEOPLE: gettext_lazy("Please say whether people can be recognised in the photos."),
    Lack.PEOPLE_UNASKED: gettext_lazy(
        "Everybody who can be recognised has to agree. Please ask them, or take another photo. Until then it stays a "
        "draft that nobody sees."
    ),
    Lack.MINORS: gettext_lazy("Please say whether people under eighteen can be recognised."),
    Lack.MINORS_UNASKED: gettext_lazy(
        "For people under eighteen their parents have to agree. Please ask them, or take another photo. Until then it "
        "stays a draft that nobody sees."
    ),
    Lack.TERMS: gettext_lazy("Please read the terms and agree to them."),
}  # fmt: skip


def needs(call: Call) -> frozenset[str]:
    """The uses a call cannot do without."""
    names = {
        Use.EXHIBITION: call.needs_exhibition, Use.WEBSITE: call.needs_website, Use.PRINT: call.needs_print,
        Use.PRESS: call.needs_press,
    }  # fmt: skip
    return frozenset(use.value for use, needed in names.items() if needed)


def lacking(submission: Submission) -> list[Lack]:
    """What is missing before it may be handed in or taken."""
    call, photos = submission.call, list(submission.photos.all())
    told = Told(
        has_text=bool(submission.text.strip()),
        photos=len(photos),
        described=sum(1 for photo in photos if photo.alt.strip()),
        credit=bool(submission.credit.strip()),
        made=submission.made,
        people=submission.people,
        minors=submission.minors,
        uses=submission.uses,
        terms=submission.terms_version,
    )
    return lacks(told, Asked(call.accepts, call.most_photos, needs(call), call.terms_version))


def sentences(submission: Submission) -> list[str]:
    """The same in sentences, each with what to do."""
    uses = dict(Use.choices)
    missing = ", ".join(str(uses[use]) for use in sorted(needs(submission.call) - submission.uses))  # type: ignore[index]
    return [
        str(LACKS[lack]) % {"uses": missing} if lack == Lack.USES else str(LACKS[lack]) for lack in lacking(submission)
    ]


def uses_in_words(submission: Submission) -> list[str]:
    """What was granted."""
    return [str(use.label) for use, column in GRANTED.items() if getattr(submission, column)]


def when(action: JointAction) -> str:
    """From when until when, no finer than it is known."""
    return span(action.begins, action.begins_precision, action.ends, action.ends_precision)


def when_at(stop: TourStop) -> str:
    """The days of a stop."""
    return span(stop.begins, stop.precision, stop.ends, stop.precision)


def span(begins: date | None, precision: str, ends: date | None, ends_precision: str) -> str:
    """Two dates as one reads them."""
    first = in_words(begins, Precision(precision)) if begins else ""
    last = in_words(ends, Precision(ends_precision)) if ends else ""
    if not first or not last or first == last:
        return first or (_("until %(day)s") % {"day": last} if last else "")
    if precision == Precision.YEAR and ends_precision == Precision.YEAR:
        return f"{first}–{last}"
    if begins and ends and Precision.DAY == precision == ends_precision and begins.year == ends.year:
        first = date_format(begins, "j." if begins.month == ends.month else "j. F")
    return _("%(first)s until %(last)s") % {"first": first, "last": last}


def where(action: JointAction) -> str:
    """Its place or region."""
    return str(action.place) if action.place else ""


def labels(choices: Any, keys: list[str]) -> list[str]:
    """The names of what was chosen; what is unknown by now is left out."""
    names = dict(choices)
    return [str(names[key]) for key in keys if key in names]


def goals(action: JointAction) -> list[str]:
    """Its goals."""
    return labels(Goal.choices, action.goals)


def facts(action: JointAction) -> list[dict[str, Any]]:
    """What stands at a glance."""
    rows = [
        (_("When"), when(action)),
        (_("Where"), where(action)),
        (_("Led by"), action.led_by),
        (_("For whom"), ", ".join(labels(TargetGroup.choices, action.target_groups))),
        (_("Themes"), ", ".join(labels(Theme.choices, action.themes))),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def brings(kind: str) -> str:
    """What a partner brings, by its key."""
    return str(Contribution(kind).label)


def closes(call: Call) -> str:
    """When a call ends."""
    return date_format(timezone.localtime(call.closes_at), "j. F Y, H:i")
