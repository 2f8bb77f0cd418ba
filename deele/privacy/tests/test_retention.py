from datetime import timedelta

import pytest

from deele.accounts.models import MailLink
from deele.accounts.tests import factories as accounts
from deele.accounts.tests.factories import NOW
from deele.audit.models import Entry
from deele.privacy.actions import retention, rows
from deele.privacy.models import Consent, RetentionRun
from deele.privacy.queries.rows import overdue
from deele.privacy.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
TERM = timedelta(days=180)


def test_retention_ends_rows_at_the_end_of_their_term_and_not_before():
    link = accounts.mail_link(days=14)

    early = retention.run_retention(now=link.expires_at + TERM - timedelta(seconds=1), dry=False)
    late = retention.run_retention(now=link.expires_at + TERM, dry=False)

    assert (early.counts, late.counts) == ({}, {"accounts.maillink": 1})
    assert not MailLink.objects.exists()


def test_retention_dry_run_counts_and_changes_nothing():
    factories.known_person()
    before = list(MailLink.objects.values()), list(Entry.objects.values())

    run = retention.run_retention(now=factories.much_later(), dry=True)

    assert run.counts == {"accounts.maillink": 1, "audit.entry": 3}
    assert (list(MailLink.objects.values()), list(Entry.objects.values())) == before


def test_retention_does_what_the_dry_run_said():
    factories.known_person()
    now = factories.much_later()
    dry = retention.run_retention(now=now, dry=True)

    real = retention.run_retention(now=now, dry=False)

    assert real.counts == dry.counts
    assert overdue(now) == []


def test_retention_empties_and_marks_old_log_entries():
    factories.known_person()

    retention.run_retention(now=factories.much_later(), dry=False)

    old = Entry.objects.filter(at=NOW)
    assert {(entry.actor_name, str(entry.data), entry.redacted_at is None) for entry in old} == {("", "{}", False)}


def test_retention_run_again_does_nothing():
    factories.known_person()
    retention.run_retention(now=factories.much_later(), dry=False)

    again = retention.run_retention(now=factories.much_later(), dry=False)

    assert again.counts == {}


def test_retention_works_in_portions(monkeypatch):
    monkeypatch.setattr(retention, "PORTION", 2)
    monkeypatch.setattr(rows, "PORTION", 2)
    for _ in range(5):
        accounts.mail_link()

    run = retention.run_retention(now=factories.much_later(), dry=False)

    assert run.counts == {"accounts.maillink": 5}


def test_retention_keeps_a_withdrawn_consent_for_three_years():
    from deele.privacy.actions import consents  # noqa: PLC0415  only here

    consents.give(email="haus@example.org", purpose="newsletter", text_version="1", source="form", now=NOW)
    consents.withdraw(email="haus@example.org", now=NOW)

    retention.run_retention(now=NOW + timedelta(days=1094), dry=False)
    kept = Consent.objects.get().email
    retention.run_retention(now=NOW + timedelta(days=1095), dry=False)

    assert (kept, Consent.objects.get().email) == ("haus@example.org", "")


def test_overdue_names_model_count_and_oldest():
    first = accounts.mail_link(days=1)
    accounts.mail_link(days=2)

    late = overdue(NOW + TERM + timedelta(days=30))

    assert [(one.registration.key, one.count, one.oldest) for one in late] == [
        ("accounts.maillink", 2, first.expires_at)
    ]


def test_retention_run_that_was_cut_short_has_no_end(monkeypatch):
    accounts.mail_link()
    monkeypatch.setattr(retention, "end", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        retention.run_retention(now=factories.much_later(), dry=False)

    assert RetentionRun.objects.get().finished_at is None
    assert MailLink.objects.count() == 1
