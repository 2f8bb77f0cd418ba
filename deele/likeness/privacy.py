"""Which fields of likeness speak of a person."""

from django.utils.translation import gettext_lazy as _

from deele.likeness.models import (
    FIELDS,
    Decision,
    Frequency,
    Key,
    Overlap,
    OverlapCheck,
    OverlapDecision,
    Proposal,
    Stored,
    StoredSubject,
    SubjectKey,
)
from deele.privacy.kinds import register

PERSONAL = {
    "phone": _("to recognise one thing entered twice by its telephone number"),
    "email": _("to recognise one thing entered twice by its mail address"),
}
register(
    Stored,
    purpose=_("Recognising one thing that was entered twice"),
    keep=["source", "ref", *(field for field in FIELDS if field not in PERSONAL)],
    personal=PERSONAL,
    person="email",
)
register(Key, purpose=_("Finding records that may be one thing"), keep=["key", "stored"])
register(Frequency, purpose=_("Knowing which words are rare"), keep=["source", "mark", "count"])
register(
    Proposal,
    purpose=_("Pairs that somebody should look at"),
    keep=["source", "left", "right", "score", "verdict", "reasons", "found_at", "postponed_at"],
)
register(
    Decision,
    purpose=_("Not asking twice whether two entries are one thing"),
    keep=["source", "left", "right", "verdict", "outcome", "by", "at"],
    personal={"note": _("why it was decided so")},
    person="by__email",
)
register(
    StoredSubject,
    purpose=_("Seeing that something like it is planned already"),
    keep=[
        "ref", "kind", "title", "owner", "themes", "groups", "place_keys", "begins", "ends", "belongs",
        "title_stems", "text_stems", "mark", "told_at", "compared_at",
    ],
    personal={"text": _("to compare what things are about")},
)  # fmt: skip
register(SubjectKey, purpose=_("Finding things that may overlap"), keep=["key", "subject"])
register(
    Overlap,
    purpose=_("Overlaps that somebody should look at"),
    keep=["left", "right", "level", "score", "reasons", "found_at", "decision"],
)
register(
    OverlapDecision,
    purpose=_("Not asking twice about an overlap, and counting what came of it"),
    keep=["left", "right", "decision", "level", "by", "at", "sides"],
    personal={"reason": _("why it was decided so"), "by_name": _("who decided")},
    person="by__email",
)
register(OverlapCheck, purpose=_("Knowing that somebody looked"), keep=["ref", "kind", "hits", "by", "at"])
