import io
import json

import pytest
from django.core.management import call_command

from deele.access.tests import factories as access
from deele.accounts.tests.factories import NOW
from deele.audit.models import Entry
from deele.privacy.actions import export
from deele.privacy.tests import factories

pytestmark = pytest.mark.django_db


def test_export_holds_all_records_of_the_person_and_no_other():
    factories.known_person("initiatorin@example.org")
    factories.known_person("vorstand@example.org", "Vorstand Probe")

    data = export.export_person(email="Initiatorin@example.org", now=NOW, by=None)

    text = json.dumps(data, ensure_ascii=False)
    assert set(data["records"]) == {"accounts.maillink", "accounts.user", "privacy.consent"}
    assert data["records"]["accounts.user"]["rows"][0]["name"] == "Initiatorin Probe"
    assert "vorstand" not in text.lower()


def test_export_leaves_secrets_out():
    user = factories.known_person()

    text = json.dumps(export.export_person(email=user.email, now=NOW, by=None))

    assert user.password not in text
    assert "token_hash" not in text


def test_export_tells_what_the_log_says():
    user = factories.known_person(name="Initiatorin Probe")

    log = export.export_person(email=user.email, now=NOW, by=None)["log"]

    assert "Initiatorin Probe tried “Initiatorin Probe”." in [line["what"] for line in log]


def test_export_is_logged_without_the_address():
    lead = access.colleague("leitung")
    user = factories.known_person("initiatorin@example.org")

    export.export_person(email=user.email, now=NOW, by=lead)

    entry = Entry.objects.get(event="privacy.exported")
    assert (entry.actor_id, entry.about_name) == (lead.pk, f"A-{entry.about.partition(':')[2]}")
    assert "initiatorin" not in f"{entry.about_name}{entry.data}"


def test_export_command_writes_a_private_file(tmp_path):
    user = factories.known_person()
    path = tmp_path / "person.json"

    call_command("export_person", user.email, out=path, stdout=io.StringIO())

    assert json.loads(path.read_text())["person"] == user.email
    assert path.stat().st_mode & 0o777 == 0o600
