from datetime import timedelta

import pytest

from deele.accounts.tests.factories import NOW
from deele.privacy.actions import consents
from deele.privacy.models import Consent
from deele.privacy.queries.consents import consent_of

pytestmark = pytest.mark.django_db


def give(**fields):
    given = {"email": "haus@example.org", "purpose": "newsletter", "text_version": "1", "source": "form", "now": NOW}
    return consents.give(**{**given, **fields})


def test_consent_is_found_in_any_spelling_of_the_address():
    consent = give(email="Haus@Example.org")

    assert consent_of("haus@EXAMPLE.org ", "newsletter") == consent
    assert consent_of("haus@example.org", "directory.contact") is None


def test_consent_given_again_replaces_the_earlier_one():
    give(text_version="1")

    second = give(text_version="2", now=NOW + timedelta(days=1))

    assert consent_of("haus@example.org", "newsletter") == second
    assert list(Consent.objects.in_force()) == [second]


def test_consent_withdrawn_is_no_longer_in_force():
    give()
    give(purpose="directory.contact")

    count = consents.withdraw(email="haus@example.org", purpose="newsletter", now=NOW + timedelta(days=1))

    assert count == 1
    assert consent_of("haus@example.org", "newsletter") is None
    assert consent_of("haus@example.org", "directory.contact") is not None
