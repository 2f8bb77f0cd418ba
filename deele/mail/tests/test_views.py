from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deele.access.models import Grant
from deele.accounts.models import User
from deele.audit.models import Entry
from deele.mail import desk, queries
from deele.mail.actions import delivery, muting
from deele.mail.enums import State
from deele.mail.models import OutgoingMail
from deele.mail.tests.factories import NOW, mail

LINK = "https://deele.beispiel.de/eintrag/bestaetigen/G3h31m/"


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.DEELE_SECOND_FACTOR = False


def person(role):
    user = User.objects.create_user(f"{role}@beispiel.de", name=role.title())
    Grant.objects.create(user=user, role=role, starts_on="2020-01-01")
    return user


@pytest.fixture
def lead(client):
    user = person("leitung")
    client.force_login(user)
    return user


@pytest.fixture
def technician(client):
    user = person("technik")
    client.force_login(user)
    return user


def put(row, **fields):
    OutgoingMail.objects.filter(pk=row.pk).update(**fields)
    return row


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["", "stopp/", "vorschau/", "vorschau/mail.trial/", "vorschau/mail.trial/html/", "1/", "1/text/", "1/html/"]
)
def test_pages_are_closed_to_strangers_and_to_editors(client, path):
    asked = client.get(f"/schreibtisch/post/{path}")
    client.force_login(person("redaktion"))
    refused = client.get(f"/schreibtisch/post/{path}")

    assert (asked.status_code, refused.status_code) == (302, 403)
    assert asked["Location"].startswith("/konto/")


@pytest.mark.django_db
def test_list_is_filtered_by_state_and_purpose_and_ignores_unknown_values(client, lead):
    mail(key="1", subject="Erste", purpose="a.eins")
    put(mail(key="2", subject="Zweite", purpose="a.zwei"), state=State.FAILED)

    shown = {
        query: [row["title"] for row in client.get(f"/schreibtisch/post/?{query}").context["rows"]]
        for query in ("", "zustand=gescheitert", "zweck=a.eins", "zustand=unsinn&page=x", "page=99")
    }

    assert shown == {
        "": ["Zweite", "Erste"],
        "zustand=gescheitert": ["Zweite"],
        "zweck=a.eins": ["Erste"],
        "zustand=unsinn&page=x": ["Zweite", "Erste"],
        "page=99": ["Zweite", "Erste"],
    }


@pytest.mark.django_db
def test_list_asks_the_database_equally_often_for_one_and_three_mails(client, lead):
    mail(key="1")
    client.get("/schreibtisch/post/")
    with CaptureQueriesContext(connection) as one:
        client.get("/schreibtisch/post/")
    mail(key="2")
    mail(key="3")

    with CaptureQueriesContext(connection) as three:
        client.get("/schreibtisch/post/")

    assert len(three) == len(one)


@pytest.mark.django_db
def test_technician_sees_that_something_was_sent_but_not_what_or_to_whom(client, technician):
    row = put(mail(to="mira@beispiel.de", subject="Für Mira"), last_answer="550 <mira@beispiel.de> unbekannt")

    pages = client.get("/schreibtisch/post/").content + client.get(row.get_absolute_url()).content
    text = client.get(f"/schreibtisch/post/{row.pk}/text/")

    assert "m•••@beispiel.de" in pages.decode()
    assert b"mira@" not in pages
    assert "Für Mira" not in pages.decode()
    assert text.status_code == 403


@pytest.mark.django_db
def test_text_is_shown_without_the_tokens_of_its_links_and_reading_is_noted(client, lead):
    row = mail(body=f"Bitte bestätigen: {LINK}\n\n[[Ja|{LINK}]]")

    pages = [client.get(f"/schreibtisch/post/{row.pk}/{form}/") for form in ("text", "html")]

    for page in pages:
        assert "https://deele.beispiel.de/eintrag/•••" in page.content.decode()
        assert b"G3h31m" not in page.content
    assert [entry.event for entry in Entry.objects.all()] == ["mail.looked", "mail.looked"]


@pytest.mark.django_db
def test_demonstration_house_shows_links_so_that_they_can_be_tried(client, lead, settings):
    settings.DEELE_DEMO = True
    row = mail(body=f"[[Ja|{LINK}]]")

    page = client.get(f"/schreibtisch/post/{row.pk}/text/")

    assert f'href="{LINK}"' in page.content.decode()


@pytest.mark.django_db
def test_html_of_a_mail_is_shown_in_a_sandbox(client, lead):
    row = mail()

    policies = {
        client.get(url)["Content-Security-Policy"]
        for url in (f"/schreibtisch/post/{row.pk}/html/", "/schreibtisch/post/vorschau/mail.trial/html/")
    }

    assert [sorted(policy.split("; ")) for policy in policies] == [
        ["default-src 'none'", "frame-ancestors 'none'", "sandbox", "style-src 'unsafe-inline'"]
    ]


@pytest.mark.django_db
def test_failed_mail_is_sent_again_once_and_that_is_noted(client, lead):
    row = put(mail(), state=State.FAILED)

    client.post(f"/schreibtisch/post/{row.pk}/nochmal/")
    second = client.post(f"/schreibtisch/post/{row.pk}/nochmal/", follow=True)

    row.refresh_from_db()
    assert row.state == State.QUEUED
    assert [message.level_tag for message in second.context["messages"]][-1] == "error"
    assert Entry.objects.filter(event="mail.again", actor_id=lead.pk).count() == 1


@pytest.mark.django_db
def test_waiting_mail_is_cancelled(client, lead):
    row = mail()

    client.post(f"/schreibtisch/post/{row.pk}/verwerfen/")

    row.refresh_from_db()
    assert (row.state, delivery.claim(row, NOW)) == (State.CANCELLED, "")


@pytest.mark.django_db
def test_a_get_changes_nothing(client, lead):
    row = put(mail(), state=State.FAILED)

    answers = [client.get(f"/schreibtisch/post/{path}").status_code for path in (f"{row.pk}/nochmal/", "probe/")]

    assert answers == [405, 405]


@pytest.mark.django_db
def test_house_is_muted_and_let_go_again_at_the_desk(client, lead):
    row = mail()
    empty = client.post("/schreibtisch/post/stopp/", {"reason": ""})
    client.post("/schreibtisch/post/stopp/", {"reason": "Probe"})
    said = client.get("/schreibtisch/post/").content.decode()
    row.refresh_from_db()
    held = row.state
    client.post("/schreibtisch/post/stopp/", {"held": "send"})

    row.refresh_from_db()
    assert empty.context["form"].errors
    assert "Probe" in said
    assert (held, row.state, queries.state().muted) == (State.MUTED, State.QUEUED, False)
    assert set(Entry.objects.values_list("event", flat=True)) == {"mail.muted", "mail.unmuted"}


@pytest.mark.django_db
def test_restored_copy_is_muted_by_command():
    call_command("mute", reason="Kopie")

    assert (queries.state().muted, queries.state().reason) == (True, "Kopie")


@pytest.mark.django_db
def test_trial_goes_to_oneself_once_a_minute(client, lead):
    client.post("/schreibtisch/post/probe/")

    assert OutgoingMail.objects.get().to == lead.email


@pytest.mark.django_db
def test_every_declared_message_has_a_preview(client, lead):
    keys = list(queries.messages())

    answers = {key: client.get(f"/schreibtisch/post/vorschau/{key}/").status_code for key in keys}

    assert "mail.trial" in keys
    assert answers == dict.fromkeys(keys, 200)


@pytest.mark.django_db
def test_desk_is_told_what_needs_somebody(lead):
    put(mail(), state=State.DOUBTFUL)
    muting.mute(reason="Kopie", by=None, now=NOW)
    muting.note_trouble(trouble="no route", now=NOW - timedelta(hours=1))

    found = desk.tasks(lead, NOW.date())

    assert [(task.count, task.urgent) for task in found] == [(1, False), (1, True), (1, True)]
    assert desk.needs_somebody(lead) == 1
