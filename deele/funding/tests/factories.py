"""Rows for the tests of funding: invented programmes."""

from datetime import UTC, date, datetime
from typing import Any

from deele.funding.models import Programme, ProgrammeVersion, Round

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 27)


def programme(name: str = "Dorfgeld Muster", **fields: Any) -> Programme:
    """A programme on the website, without a version."""
    return Programme.objects.create(**{"name": name, "summary": "Geld für Dörfer.", "is_public": True, **fields})


def terms(**given: Any) -> dict[str, Any]:
    """What a programme says."""
    usual = {
        "giver": "Land Muster", "region": "Niedersachsen", "purpose": "Treffpunkte in Dörfern.",
        "purposes": ["gemeinschaftsraum"], "supports": ["zuschuss"], "quota": 50, "amount_max": 10_000_000,
        "applicants": ["verein", "kommune"], "excluded": ["ohne"], "valid_from": date(2020, 1, 1),
    }  # fmt: skip
    return {**usual, **given}


def version(of: Programme | None = None, **given: Any) -> ProgrammeVersion:
    """A version, checked ten days ago."""
    of = of or programme()
    number = given.pop("number", of.versions.count() + 1)
    usual = {"checked_on": date(2026, 11, 17), "checked_by": "Beraterin Muster"}
    return ProgrammeVersion.objects.create(programme=of, number=number, **terms(**{**usual, **given}))


def round(of: ProgrammeVersion | None = None, **given: Any) -> Round:  # the word of the field
    """A round whose deadline lies ahead."""
    usual = {"name": "Förderjahr 2027", "deadline": date(2027, 3, 1)}
    return Round.objects.create(programme_version=of or version(), **{**usual, **given})


def sent(**given: Any) -> dict[str, Any]:
    """What the form of a version sends."""
    usual = {
        "giver": "Land Muster", "region": "Niedersachsen", "purpose": "Treffpunkte in Dörfern.",
        "purposes": ["gemeinschaftsraum"], "supports": ["zuschuss"], "quota": "50", "amount_max": "100.000",
        "applicants": ["verein", "kommune"], "excluded": ["ohne"], "valid_from": "2020-01-01",
    }  # fmt: skip
    return {**usual, **given}
