"""People without an account: submit, prove, confirm, change, report, write."""

import re
import time

import pytest
from django.core import signing
from django.urls import reverse

from deele.core.seals import SALT
from deele.directory.actions import links
from deele.directory.enums import State
from deele.directory.models import Entry, Message
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW
from deele.mail.models import OutgoingMail

pytestmark = pytest.mark.django_db
ADDRESS = "kontakt@example.org"


@pytest.fixture(autouse=True)
def _at_noon(time_machine_at_now):
    """Links are issued at NOW."""


@pytest.fixture
def time_machine_at_now():
    import time_machine  # noqa: PLC0415  only these tests freeze time

    with time_machine.travel(NOW, tick=False):
        yield


def seal(age: int = 60) -> str:
    return signing.dumps([int(time.time()) - age, "abcdefghij"], salt=SALT)


def submission(**changed: str) -> dict[str, str]:
    place = factories.place()
    data = {
        "title": "Dorftreff Muster",
        "kind": "dorftreffpunkt",
        "place_text": f"{place.name} ({place.key})",
        "precision": "adresse",
        "contact_way": "relais",
        "contact_name": "Vorstand Muster",
        "contact_email": ADDRESS,
        "consent": "on",
        "seal": seal(),
    }
    return {**data, **changed}


def held() -> tuple[Entry, str]:
    entry = factories.entry(state=State.DUE, contact_email=ADDRESS)
    return entry, links.issue(entry, purpose=links.HOLD, now=NOW)


def test_submission_waits_until_the_address_is_proven(client):
    client.post(reverse("directory:submit"), submission())

    mail = OutgoingMail.objects.get(purpose="directory.prove")
    path = re.search(r"https?://[^/\s]+(/verzeichnis/melden/[^/\s]+/)", mail.body)[1]
    assert Entry.objects.get().state == State.DRAFT

    client.get(path)
    assert Entry.objects.get().state == State.DRAFT

    client.post(path)
    assert Entry.objects.get().state == State.SUBMITTED


def test_one_form_sent_twice_is_one_entry(client):
    data = submission()

    client.post(reverse("directory:submit"), data)
    client.post(reverse("directory:submit"), data)

    assert (Entry.objects.count(), OutgoingMail.objects.filter(purpose="directory.prove").count()) == (1, 1)


@pytest.mark.parametrize(
    ("field", "value"),
    [("homepage", "https://spam.example"), ("seal", "forged"), ("consent", ""), ("contact_email", "kein-at")],
)
def test_submission_that_is_not_sound_is_kept_in_the_form(client, field, value):
    response = client.post(reverse("directory:submit"), submission(**{field: value}))

    assert (Entry.objects.count(), field in response.context["form"].errors) == (0, True)


def test_submission_faster_than_a_person_is_asked_to_wait(client):
    response = client.post(reverse("directory:submit"), submission(seal=seal(age=0)))

    assert response.context["form"].errors["seal"].as_data()[0].code == "fast"


def test_opening_the_link_confirms_nothing(client):
    entry, token = held()

    client.get(reverse("directory:hold", args=[token]))

    entry.refresh_from_db()
    assert entry.state == State.DUE


def test_one_click_confirms_for_everybody_to_see(client):
    entry, token = held()

    client.post(reverse("directory:hold-confirm", args=[token]))

    entry.refresh_from_db()
    assert (entry.state, entry.verified_at, entry.verification_method) == (State.PUBLISHED, NOW, "mail_link")


def test_second_click_confirms_again_and_breaks_nothing(client):
    _entry, token = held()
    client.post(reverse("directory:hold-confirm", args=[token]))

    response = client.post(reverse("directory:hold-confirm", args=[token]))

    assert response.status_code == 200


def test_gone_takes_the_entry_out_of_the_public(client):
    entry, token = held()

    client.post(reverse("directory:hold-gone", args=[token]), {"reason": "Verein aufgelöst"})

    entry.refresh_from_db()
    assert (entry.state, entry.state_reason) == (State.WITHDRAWN, "Verein aufgelöst")
    assert client.get(entry.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("name", ["hold", "hold-confirm", "hold-gone", "hold-change"])
def test_unknown_link_is_explained(client, name):
    address = reverse(f"directory:{name}", args=["gibt-es-nicht"])

    response = client.get(address) if name in ("hold", "hold-change") else client.post(address)

    assert response.status_code == 410


def test_link_of_a_former_contact_opens_nothing(client):
    entry, token = held()
    Entry.objects.filter(pk=entry.pk).update(contact_email="andere@example.org")

    assert client.get(reverse("directory:hold", args=[token])).status_code == 410


def test_asking_for_a_link_answers_alike_for_right_and_wrong_addresses(client):
    entry = factories.entry(state=State.PUBLISHED, contact_email=ADDRESS)
    address = reverse("directory:ask-link", args=[entry.pk])

    right = client.post(address, {"email": ADDRESS})
    wrong = client.post(address, {"email": "fremd@example.org"})

    assert right.content == wrong.content
    assert OutgoingMail.objects.filter(purpose="directory.link").count() == 1


def test_message_is_passed_on_once_and_the_address_stays_hidden(client):
    entry = factories.entry(state=State.PUBLISHED, contact_email=ADDRESS)
    data = {"name": "Besuch Muster", "email": "besuch@example.org", "text": "Guten Tag", "seal": seal()}
    address = reverse("directory:message", args=[entry.pk])

    client.post(address, data)
    client.post(address, data)

    mail = OutgoingMail.objects.get(purpose="directory.relay")
    assert (mail.to, mail.reply_to, Message.objects.count()) == (ADDRESS, "besuch@example.org", 1)
    assert ADDRESS not in client.get(entry.get_absolute_url()).content.decode()


def test_change_page_opens(client):
    _entry, token = held()

    assert client.get(reverse("directory:hold-change", args=[token])).status_code == 200


def test_holder_changes_and_thereby_confirms(client):
    entry, token = held()
    data = submission(version=str(entry.version), title=entry.title, short_text="Neu geöffnet")

    client.post(reverse("directory:hold-change", args=[token]), data)

    entry.refresh_from_db()
    assert (entry.short_text, entry.state) == ("Neu geöffnet", State.PUBLISHED)


def test_holder_sees_the_conflict_when_the_office_was_faster(client):
    entry, token = held()
    data = submission(version="1", short_text="von den Leuten")
    Entry.objects.filter(pk=entry.pk).update(version=9, short_text="vom Büro")

    response = client.post(reverse("directory:hold-change", args=[token]), data)

    entry.refresh_from_db()
    assert (response.status_code, entry.short_text) == (409, "vom Büro")
