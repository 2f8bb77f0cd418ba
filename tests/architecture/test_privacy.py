"""Every field is sorted, and the record of processing says what the register does (docs/privacy.md)."""

from pathlib import Path

from django.conf import settings
from django.db.models import PROTECT, RESTRICT

from deele.privacy import kinds, rules
from deele.privacy.queries import register_table, rows

ROOT = Path(__file__).resolve().parents[2]


def test_every_field_of_every_model_is_sorted():
    own = [app for floor in settings.DEELE_FLOORS for app in floor]

    faults = [fault for model in kinds.own_models(own) for fault in kinds.faults(model)]

    assert faults == []


def test_registered_tables_of_third_parties_are_sorted_too():
    registered = [registration.model for registration in kinds.register_of]

    assert [fault for model in registered for fault in kinds.faults(model)] == []


def test_every_personal_and_secret_field_can_be_emptied():
    anonymised = [one for one in kinds.register_of if one.ends_by == "anonymise"]

    fields = [one.model._meta.get_field(name) for one in anonymised for name in one.to_empty]

    for field in fields:
        rules.neutral(field)  # raises Unerasable
        rules.still_holds(field)


def test_rows_to_be_deleted_are_not_protected_by_other_rows():
    deleted = [one.model for one in kinds.register_of if one.ends_by == "delete"]

    protected = [
        f"{relation.related_model._meta.label} protects {model._meta.label}"
        for model in deleted
        for relation in model._meta.related_objects
        if relation.on_delete in (PROTECT, RESTRICT)
    ]

    assert protected == []


def test_every_person_path_and_term_leads_to_a_field():
    for one in kinds.register_of:
        ends = [*one.person, *([one.term.after] if one.term and one.term.after else [])]

        assert all(rows.last_field(one.model, path) for path in ends)


def test_record_of_processing_holds_the_generated_table():
    document = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")

    assert register_table.markdown() in document, "run: manage.py privacy_register --write"
