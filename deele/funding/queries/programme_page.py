"""The public page of a programme, ready for the template."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from deele.core.amounts import round_euros
from deele.core.dates import in_words
from deele.funding.enums import Applicant, Standing
from deele.funding.models import Programme, ProgrammeVersion, Round
from deele.funding.queries import words
from deele.funding.queries.programmes import Line, line, rounds_of
from deele.funding.rules import standing as rules

STATES = {Standing.FRESH: "fresh", Standing.OLD: "old", Standing.NEVER: "unknown"}


@dataclass(frozen=True)
class Told:
    """A version in the list of versions: when it holds, and what it changed."""

    version: ProgrammeVersion
    validity: str
    is_present: bool
    changes: list[dict[str, str]]
    as_of: str


@dataclass(frozen=True)
class Page:
    """Everything of the page."""

    line: Line
    check_state: str
    facts: list[dict[str, Any]]
    focus: list[str]
    steps: list[str]
    papers: list[str]
    coming: Told | None
    versions: list[Told]
    rounds: list[dict[str, Any]]
    ics: str
    needs_legal_form: bool
    has_results: bool
    trail: list[dict[str, str]] = field(default_factory=list)


def programme_page(programme: Programme, today: date) -> Page:
    """The page as of this day. The programme has a version (doors ask for that)."""
    found = line(programme, today)
    if found is None:
        raise ValueError("a programme without a version has no page")
    version, rounds = found.version, rounds_of(programme)
    told = told_versions(programme, version)
    ahead = rules.coming(programme.versions.all(), today)
    has_days = any(one.deadline for one in rounds)
    return Page(
        line=found,
        check_state=STATES[found.standing],
        facts=facts(version),
        focus=rows(version.focus),
        steps=rows(version.way),
        papers=rows(version.papers),
        coming=next((one for one in told if ahead is not None and one.version.pk == ahead.pk), None),
        versions=told,
        rounds=[round_row(one, today) for one in rounds],
        ics=reverse("funding:programme-ics", args=[programme.pk]) if has_days else "",
        needs_legal_form=needs_a_legal_form(version),
        has_results=any(one.has_result for one in rounds),
        trail=[{"label": _("Funding"), "url": reverse("funding:list")}, {"label": programme.name, "url": ""}],
    )


def told_versions(programme: Programme, present: ProgrammeVersion) -> list[Told]:
    """All versions, the latest first, each with what it changed against the one before."""
    known = sorted(programme.versions.all(), key=lambda version: version.number)
    pairs = list(zip([None, *known[:-1]], known, strict=True))
    return [
        Told(
            version=version,
            validity=words.validity(version),
            is_present=version.pk == present.pk,
            changes=words.changes(before, version) if before is not None else [],
            as_of=version.as_of_in_words,
        )
        for before, version in reversed(pairs)
    ]


def facts(version: ProgrammeVersion) -> list[dict[str, Any]]:
    """At a glance: what is known, nothing that is not."""
    found = (
        (_("Who gives"), version.giver),
        (_("Where it holds"), version.region),
        (_("Kind of funding"), ", ".join(version.support_titles)),
        (_("Share"), words.share(version)),
        (_("Amount"), words.amount(version)),
        (_("How long"), words.duration(version)),
        (_("Who may apply"), ", ".join(version.applicant_titles)),
        (_("Who can't apply"), ", ".join(version.excluded_titles)),
        (_("Can be combined with"), version.combinable),
        (_("This version holds"), words.validity(version)),
    )
    return [{"label": label, "value": value} for label, value in found if value]


def needs_a_legal_form(version: ProgrammeVersion) -> bool:
    """Whether a group must found something before it may apply."""
    return Applicant.NONE in version.excluded


def rows(text: str) -> list[str]:
    """The lines of a text."""
    return [row.strip() for row in text.splitlines() if row.strip()]


def round_row(one: Round, today: date) -> dict[str, Any]:
    """A round in the table."""
    return {
        "round": one,
        "deadline": words.day(one.deadline),
        "is_ahead": one.deadline is not None and one.deadline >= today,
        "focus": rows(one.focus),
        "applied": "" if one.applied is None else str(one.applied),
        "granted": "" if one.granted is None else str(one.granted),
        "sum": "" if one.granted_cents is None else round_euros(one.granted_cents),
        "as_of": in_words(one.as_of, one.as_of_precision),
    }
