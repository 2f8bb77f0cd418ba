import json

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deele.access.tests import factories as access
from deele.accounts.models import MailLink, User
from deele.accounts.tests import factories as accounts
from deele.accounts.tests.factories import NOW
from deele.audit.models import Entry
from deele.privacy import kinds, rules
from deele.privacy.actions import erasure
from deele.privacy.models import Consent, Erasure
from deele.privacy.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
WORDS = {"CharField", "TextField", "EmailField", "JSONField"}


def places_holding(text):
    """Every table and field of the register that holds the text."""
    found = []
    for registration in kinds.register_of:
        for field in registration.model._meta.local_concrete_fields:
            if field.get_internal_type() in WORDS:
                rows = registration.model._base_manager.filter(Q(**{f"{field.name}__icontains": text}))
                found += [f"{registration.key}.{field.name}"] if rows.exists() else []
    return found


def test_erase_leaves_the_address_and_the_name_nowhere():
    factories.known_person("initiatorin@example.org", "Initiatorin Probe")

    erasure.erase_person(email=" Initiatorin@Example.org ", now=NOW, by=None)

    assert places_holding("initiatorin@example.org") == []
    assert places_holding("Initiatorin Probe") == []


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_regex(r"[a-z][a-z0-9]{2,12}(\.[a-z]{2,8})?", fullmatch=True))
def test_erase_finds_every_spelling_of_an_address(db, local):
    email = f"{local}@sample.example"
    factories.known_person(email.upper().replace("@SAMPLE", "@Sample"))

    erasure.erase_person(email=email, now=NOW, by=None)

    assert places_holding(email) == []


def test_erase_spares_everybody_else():
    factories.known_person("initiatorin@example.org", "Initiatorin Probe")
    factories.known_person("vorstand@example.org", "Vorstand Probe")
    before = places_holding("vorstand@example.org")

    erasure.erase_person(email="initiatorin@example.org", now=NOW, by=None)

    assert places_holding("vorstand@example.org") == before
    assert User.objects.get(email="vorstand@example.org").is_active


def test_erase_closes_the_account_and_keeps_its_row():
    user = factories.known_person()

    erasure.erase_person(email=user.email, now=NOW, by=None)

    user.refresh_from_db()
    assert (user.email, user.name, user.is_active) == (f"erased-{user.pk}@example.invalid", "", False)
    assert not user.check_password("ein-langes-kennwort")
    assert not user.check_password("")
    assert not MailLink.objects.exists()


def test_erase_marks_log_entries_and_deletes_none():
    user = factories.known_person()
    count = Entry.objects.count()

    erasure.erase_person(email=user.email, now=NOW, by=None)

    assert Entry.objects.count() == count + 2  # the withdrawn consent and the erasure itself
    entry = Entry.objects.get(about=f"accounts.user:{user.pk}", event="test.tried")
    assert (entry.actor_name, entry.data, entry.redacted_at) == ("[…]", {"note": "[…] called from […]"}, NOW)


def test_erase_hides_old_values_of_personal_fields_in_the_log():
    user = factories.known_person()

    erasure.erase_person(email=user.email, now=NOW, by=None)

    entry = Entry.objects.get(about__startswith="accounts.maillink", event="test.tried")
    assert entry.data == {"changes": {"email": ["[…]", "[…]"]}}


def test_erase_withdraws_consents_and_keeps_their_proof():
    user = factories.known_person("initiatorin@example.org")

    erasure.erase_person(email=user.email, now=NOW, by=None)

    consent = Consent.objects.get()
    assert (consent.email, consent.proof, consent.withdrawn_at) == ("", "", NOW)
    assert consent.fingerprint == rules.keyed("initiatorin@example.org")


def test_erase_gives_a_receipt_without_the_person():
    lead = access.colleague("leitung")
    user = factories.known_person("initiatorin@example.org")

    receipt = erasure.erase_person(email=user.email, now=NOW, by=lead)

    assert receipt.counts == {
        "accounts.maillink": 1, "accounts.user": 1, "audit.entry": 2, "privacy.consent": 1,
    }  # fmt: skip
    assert receipt.fingerprint == rules.keyed("initiatorin@example.org")
    assert "initiatorin" not in json.dumps(receipt.counts)


def test_erase_a_second_time_finds_nothing():
    user = factories.known_person("initiatorin@example.org")
    erasure.erase_person(email=user.email, now=NOW, by=None)

    again = erasure.erase_person(email="initiatorin@example.org", now=NOW, by=None)

    assert again.counts == {"privacy.consent": 0} or again.counts == {}
    assert again.total == 0


def test_erase_refuses_people_with_a_role():
    lead = access.colleague("leitung")

    with pytest.raises(erasure.StillWorksHere):
        erasure.erase_person(email=lead.email, now=NOW, by=lead)

    lead.refresh_from_db()
    assert lead.is_active
    assert not Erasure.objects.exists()


def test_erase_refuses_what_is_no_address():
    with pytest.raises(rules.BadAddress):
        erasure.erase_person(email="Initiatorin", now=NOW, by=None)


def test_erase_ends_second_factor_and_confirmed_addresses():
    user = factories.known_person()
    accounts.give_second_factor(user)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)

    erasure.erase_person(email=user.email, now=NOW, by=None)

    assert not user.emailaddress_set.exists()
    assert not user.authenticator_set.exists()
