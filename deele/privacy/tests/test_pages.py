import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deele.access.tests import factories as access
from deele.accounts.models import MailLink, User
from deele.accounts.tests import factories as accounts
from deele.audit.models import Entry
from deele.privacy.models import Erasure, RetentionRun
from deele.privacy.tests import factories

pytestmark = pytest.mark.django_db
EMAIL = "initiatorin@example.org"


@pytest.fixture
def lead(client):
    person = access.colleague("leitung")
    client.force_login(person)
    return person


@pytest.fixture
def overdue_link():
    link = accounts.mail_link()
    MailLink.objects.filter(pk=link.pk).update(expires_at=accounts.NOW.replace(year=2020))
    return link


def test_dashboard_names_what_is_overdue(client, lead, overdue_link):
    late = client.get(reverse("privacy:dashboard")).context["overdue"]

    assert [(one.registration.key, one.count) for one in late] == [("accounts.maillink", 1)]


def test_dry_run_button_changes_nothing(client, lead, overdue_link):
    page = client.post(reverse("privacy:retention-run"), {"dry": "yes"}, follow=True)

    assert page.context["run"].counts == {"accounts.maillink": 1}
    assert MailLink.objects.exists()


def test_run_button_ends_what_is_overdue(client, lead, overdue_link):
    client.post(reverse("privacy:retention-run"), {"dry": "no"})

    assert RetentionRun.objects.get().by == lead
    assert not MailLink.objects.exists()


def test_person_page_finds_and_logs_the_look(client, lead):
    factories.known_person(EMAIL)

    page = client.post(reverse("privacy:person"), {"email": EMAIL})

    assert {one.registration.key for one in page.context["holdings"]} == {
        "accounts.maillink", "accounts.user", "privacy.consent",
    }  # fmt: skip
    assert Entry.objects.filter(event="privacy.found", actor_id=lead.pk).count() == 1


def test_person_page_says_when_nothing_is_held(client, lead):
    page = client.post(reverse("privacy:person"), {"email": "niemand@example.org"})

    assert page.context["holdings"] == []
    assert page.status_code == 200


def test_export_button_gives_a_file_that_is_not_kept(client, lead):
    factories.known_person(EMAIL)

    answer = client.post(reverse("privacy:person-export"), {"email": EMAIL})

    assert json.loads(answer.content)["person"] == EMAIL
    assert answer["Cache-Control"] == "no-store"
    assert "attachment" in answer["Content-Disposition"]


def test_erase_page_asks_first(client, lead):
    factories.known_person(EMAIL)

    page = client.post(reverse("privacy:person-erase"), {"email": EMAIL})

    assert EMAIL in page.content.decode()
    assert User.objects.filter(email=EMAIL).exists()


def test_erase_page_needs_the_tick(client, lead):
    factories.known_person(EMAIL)

    client.post(reverse("privacy:person-erase"), {"email": EMAIL, "confirmed": "yes"})

    assert User.objects.filter(email=EMAIL).exists()


def test_erase_page_erases_and_shows_the_receipt(client, lead):
    factories.known_person(EMAIL)
    form = {"email": EMAIL, "confirmed": "yes", "sure": "on"}

    page = client.post(reverse("privacy:person-erase"), form, follow=True)

    assert page.context["receipt"] == Erasure.objects.get()
    assert EMAIL not in page.content.decode()
    assert not User.objects.filter(email=EMAIL).exists()


def test_erase_page_explains_a_refusal(client, lead):
    form = {"email": lead.email, "confirmed": "yes", "sure": "on"}

    page = client.post(reverse("privacy:person-erase"), form)

    assert page.context["form"].non_field_errors()
    assert not Erasure.objects.exists()


@pytest.mark.parametrize("name", ["privacy:retention-run", "privacy:person-export", "privacy:person-erase"])
def test_acts_are_not_done_by_opening_an_address(client, lead, name):
    assert client.get(reverse(name)).status_code == 405


def test_the_desk_asks_all_registers_once_and_anew_after_a_run(
    client, lead, overdue_link, django_capture_on_commit_callbacks
):
    page, words = reverse("desk:start"), "Persönliche Daten über ihrer Frist"
    assert words in client.get(page).content.decode()
    with CaptureQueriesContext(connection) as again:
        assert words in client.get(page).content.decode()
    assert not [one for one in again.captured_queries if "accounts_maillink" in one["sql"]]

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("privacy:retention-run"), {"dry": "no"})
    assert words not in client.get(page).content.decode()
