"""What the office sees of members."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.enums import Basis, OrganisationKind, State
from deele.alliance.kinds import duties
from deele.alliance.models import Membership, Profile, ProfileDraft
from deele.alliance.queries import due
from deele.alliance.queries.member_page import facts, questions, texts
from deele.alliance.rules import moves
from deele.audit import queries as audit

SENT = Exists(ProfileDraft.objects.filter(membership=OuterRef("pk")).exclude(sent_at=None))
HISTORY = 40


def enquiries() -> Q:
    """Who asks to join and waits for the office."""
    return Q(state__in=moves.ASKING)


TABS: dict[str, Callable[[QuerySet[Membership], datetime], QuerySet[Membership]]] = {
    "": lambda rows, _now: rows.filter(state__in=moves.IN),
    "anfragen": lambda rows, _now: rows.filter(enquiries()),
    "abstimmen": lambda rows, _now: rows.filter(SENT),
    "ueberfaellig": lambda rows, now: rows.filter(pk__in=due.overdue(now).values("pk")),
    "ruhend": lambda rows, _now: rows.filter(state=State.RESTING),
    "frueher": lambda rows, _now: rows.filter(state__in=(State.LEFT, State.REFUSED)),
    "alle": lambda rows, _now: rows,
}


def tabs(active: str, now: datetime) -> list[dict[str, Any]]:
    """Where members stand, with how many there are."""
    titles = {
        "": _("Members"), "anfragen": _("Enquiries"), "abstimmen": _("Profiles to agree"),
        "ueberfaellig": _("Reviews overdue"), "ruhend": _("Resting"), "frueher": _("Former"), "alle": _("All"),
    }  # fmt: skip
    rows = Membership.objects.all()
    return [
        {"label": title, "url": f"?tab={key}", "active": key == active, "count": TABS[key](rows, now).count()}
        for key, title in titles.items()
    ]


def found(asked: dict[str, str], now: datetime) -> QuerySet[Membership]:
    """Members, narrowed by tab, words, kind and ground."""
    rows = TABS.get(asked["tab"], TABS[""])(Membership.objects.all(), now)
    rows = rows.select_related("umbrella", "place", "succeeded_by", "draft").annotate(people=Count("delegates"))
    if asked["art"] in OrganisationKind.values:
        rows = rows.filter(kind=asked["art"])
    if asked["basis"] in Basis.values:
        rows = rows.filter(basis=asked["basis"])
    rows = named(rows, asked["q"])
    return rows.order_by("state_since", "pk") if asked["tab"] == "anfragen" else rows.order_by("name", "pk")


def named(rows: QuerySet[Membership], text: str) -> QuerySet[Membership]:
    """With all these words in the name, a former name, the place, or somebody's name or address."""
    rows = rows.alias(former=Cast("former_names", TextField()))
    for word in text.split()[:5]:
        # The list of former names is JSON, where letters beyond ASCII may be written as numbers.
        coded = json.dumps(word)[1:-1]
        former = Q(former__icontains=word) | Q(former__icontains=coded)
        person = Q(delegates__name__icontains=word) | Q(delegates__email__icontains=word)
        rows = rows.filter(Q(name__icontains=word) | former | Q(place__name__icontains=word) | person)
    return rows.distinct() if text else rows


def page(member: Membership, now: datetime) -> dict[str, Any]:
    """One member on one screen."""
    profile = Profile.objects.filter(membership=member).first()
    draft = ProfileDraft.objects.filter(membership=member).first()
    today = timezone.localdate(now)
    people = list(member.delegates.order_by("until", "name", "pk"))
    return {
        "member": member,
        "facts": [*facts(member), *origin(member)],
        "steps": steps(member),
        "profile": profile,
        "profile_texts": texts(profile),
        "draft": draft,
        "compared": compared(profile, draft) if draft else [],
        "may_write": moves.may_write(member.state),
        "people": [{"person": one, "active": one.is_active(today)} for one in people],
        "duties": open_duties(member),
        "under": member.under_it.order_by("name")[:200],
        "merges": member.merges.filter(undone_at=None).select_related("gone"),
        "history": [audit.line(entry) for entry in audit.history(member)[:HISTORY]],
        "is_overdue": due.overdue(now).filter(pk=member.pk).exists(),
    }


def origin(member: Membership) -> list[dict[str, str]]:
    """Where the facts are from."""
    if not member.source:
        return []
    value = f"{member.source}, {_('as of')} {member.as_of_in_words}" if member.as_of else member.source
    return [{"label": _("Source"), "value": value, "url": member.source_url}]


def steps(member: Membership) -> list[dict[str, Any]]:
    """The moves the office may make from here, with the words of their buttons."""
    if member.succeeded_by_id:
        return []
    profile = Profile.objects.filter(membership=member).first()
    there = profile is not None and profile.has_words
    return [
        {"to": move.target, "reason": move.reason_needed, "label": button(move)}
        for move in moves.open_to_office(member.state)
        if there or not move.needs_profile
    ]


def button(move: moves.Move) -> str:
    """What the button of a move says."""
    special = {
        (State.PUBLISHED, State.MEMBER): _("Take the profile off"),
        (State.REVIEW, State.MEMBER): _("Take the profile off"),
        (State.REVIEW, State.PUBLISHED): _("Profile still holds"),
        (State.AGREED, State.DRAFT): _("Talk about it again"),
        (State.LEFT, State.MEMBER): _("Is a member again"),
        (State.RESTING, State.MEMBER): _("Is a member again"),
    }
    usual = {
        State.ENQUIRY: _("Take it up again"), State.DRAFT: _("Begin the profile"),
        State.AGREED: _("Profile is agreed"), State.MEMBER: _("Is a member"),
        State.PUBLISHED: _("Make the profile public"), State.RESTING: _("Membership rests"),
        State.LEFT: _("Has left"), State.REFUSED: _("Refuse"),
    }  # fmt: skip
    return special.get((move.source, move.target)) or usual[move.target]


def compared(profile: Profile | None, draft: ProfileDraft) -> list[dict[str, Any]]:
    """The draft beside what is agreed, question by question."""
    agreed, titles = profile.texts() if profile else {}, questions()
    return [
        {
            "title": titles[name],
            "text": text,
            "before": agreed.get(name, ""),
            "changed": text != agreed.get(name, ""),
        }
        for name, text in draft.texts().items()
        if text or agreed.get(name)
    ]


def open_duties(member: Membership, person: Any = None, reader: Any = None) -> list[dict[str, Any]]:
    """What is still open for a member or one of its people, app by app, with who gets it; as `reader` may see it."""
    parts = [{"title": one.title, "rows": one.open(member, person, reader)} for one in duties]
    return [part for part in parts if part["rows"]]


def counts(now: datetime) -> dict[str, int]:
    """What waits for the office."""
    rows = Membership.objects.all()
    return {
        "enquiries": rows.filter(state=State.ENQUIRY).count(),
        "drafts": rows.filter(SENT).count(),
        "overdue": due.overdue(now).count(),
    }


def waiting(user: Any) -> int:
    """Enquiries and drafts that wait for an answer."""
    told = counts(timezone.now())
    return told["enquiries"] + told["drafts"]


def sides(kept: Membership, gone: Membership) -> list[dict[str, Any]]:
    """Both members of a merge, side by side."""
    return [
        {
            "member": one,
            "facts": facts(one),
            "people": one.delegates.count(),
            "under": one.under_it.count(),
            "url": reverse("alliance:desk-member", args=[one.pk]),
        }
        for one in (kept, gone)
    ]
