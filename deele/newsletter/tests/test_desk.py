"""The pages of the office, the signed report and the command."""

import hmac
from hashlib import sha256
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from deele.access.tests.factories import colleague
from deele.audit.models import Entry
from deele.core import spreadsheet
from deele.mail.models import OutgoingMail
from deele.newsletter import tasks
from deele.newsletter.actions import imports
from deele.newsletter.enums import SubscriberState
from deele.newsletter.models import ListImport, Subscriber, Suppression
from deele.newsletter.queries import subscribers as queries
from deele.newsletter.tests import factories as make
from deele.newsletter.tests.factories import NOW

pytestmark = pytest.mark.django_db
LIST = "/schreibtisch/newsletter/abonnements/"


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEELE_SECOND_FACTOR = False


@pytest.fixture
def lead(client):
    client.force_login(colleague("leitung"))
    return client


def test_filters_stand_in_the_address(lead):
    make.subscriber("eins@example.org")
    make.subscriber("zwei@example.org", make.area("pflege", "Pflege"))
    make.subscriber("drei@example.org", state=SubscriberState.BOUNCED)
    named = make.subscriber("vier@example.org", name="Vera Muster")
    named.regions.add(make.district())

    def shown(query):
        text = lead.get(LIST + query).content.decode()
        return [name for name in ("eins", "zwei", "drei", "vier") if f"{name}@example.org" in text]

    assert shown("") == ["eins", "zwei", "drei", "vier"]
    assert shown("?bereich=pflege") == ["zwei"]
    assert shown("?zustand=bounce_gesperrt") == ["drei"]
    assert shown("?q=vera") == ["vier"]
    assert shown("?q=eins@example.org") == ["eins"]
    assert shown("?kreis=03361") == ["vier"]
    assert shown("?zustand=unsinn&kreis=x") == []


def test_list_asks_the_same_for_one_and_for_fifty(lead, django_assert_max_num_queries):
    for number in range(50):
        make.subscriber(f"leserin{number}@example.org")

    with django_assert_max_num_queries(36):  # with the numbers beside the items of the menu
        lead.get(LIST)


def test_growth_counts_who_came_and_who_left():
    make.subscriber("neu@example.org")
    make.subscriber("alt@example.org", confirmed_at=NOW.replace(year=2025))
    make.subscriber("weg@example.org", state=SubscriberState.ENDED, ended_at=NOW)

    found = queries.by_area(colleague("leitung"), NOW)

    assert [(one.active, one.came, one.left) for one in found] == [(2, 1, 1)]


def test_looking_at_a_subscription_is_noted_and_shows_its_proof(lead):
    who = make.confirmed()

    page = lead.get(who.get_absolute_url()).content.decode()

    assert "Ja, ich möchte die angekreuzten Newsletter" in page
    assert Entry.objects.filter(event="newsletter.subscriber-seen").count() == 1


def test_colleague_of_another_area_sees_nobody(client):
    who = make.subscriber()
    client.force_login(make.colleague_of(make.area("pflege", "Pflege")))

    assert who.email not in client.get(LIST).content.decode()
    assert client.get(who.get_absolute_url()).status_code == 404


def test_ending_by_hand_and_blocking_for_good(lead):
    first, second = make.confirmed("eins@example.org"), make.confirmed("zwei@example.org")

    lead.post(f"{first.get_absolute_url()}beenden/", {"how": "end"})
    lead.post(f"{second.get_absolute_url()}beenden/", {"how": "for-good"})

    assert sorted(Suppression.objects.values_list("reason", flat=True)) == ["erased", "unsubscribed"]
    assert not Subscriber.objects.active().exists()


def test_somebody_entered_by_hand_confirms_like_everybody(lead):
    lead.post(f"{LIST}neu/", {"email": "Neu@Example.org", "areas": [make.area().pk]})

    assert Subscriber.objects.get().state == SubscriberState.UNCONFIRMED
    assert OutgoingMail.objects.get().to == "neu@example.org"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_export_is_noted_and_holds_no_formula(lead, form):
    make.subscriber("eins@example.org", name="=HYPERLINK(1)")

    content = lead.get(f"{LIST}export.{form}").content

    if form == "csv":
        assert "'=HYPERLINK" in content.decode()
    assert content
    assert Entry.objects.get(event="newsletter.list-exported").data == {"rows": 1}


def test_export_has_a_permission_of_its_own(client):
    client.force_login(colleague("redaktion"))

    assert client.get(LIST).status_code == 200
    assert client.get(f"{LIST}export.csv").status_code == 403
    assert "export.csv" not in client.get(LIST).content.decode()


def test_list_travels_from_file_to_subscription(lead):
    make.area()
    content = make.a_list(make.row("neu@example.org"), make.row("ohne@example.org", day="")).getvalue()

    page = lead.post("/schreibtisch/newsletter/listen/", {"file": SimpleUploadedFile("alt.csv", content)}, follow=True)
    batch = ListImport.objects.get()
    assert "neu@example.org" in page.content.decode()
    assert not Subscriber.objects.exists()
    lead.post(f"{batch.get_absolute_url()}uebernehmen/")

    batch.refresh_from_db()
    assert batch.counts == {"neu": 1, "ohne": 1}
    assert Subscriber.objects.get().is_active


def test_sample_list_is_read_by_the_import(lead):
    content = lead.get("/schreibtisch/newsletter/listen/muster.csv").content

    page = lead.post(
        "/schreibtisch/newsletter/listen/",
        {"file": SimpleUploadedFile("muster.csv", content), "area": make.area().pk},
        follow=True,
    )

    assert page.status_code == 200
    assert ListImport.objects.get().rows.get().verdict == "neu"


def test_large_list_waits_for_the_worker(lead, monkeypatch):
    monkeypatch.setattr(tasks, "AT_ONCE", 1)
    make.area()
    content = make.a_list(make.row("a@example.org"), make.row("b@example.org")).getvalue()
    lead.post("/schreibtisch/newsletter/listen/", {"file": SimpleUploadedFile("alt.csv", content)})
    batch = ListImport.objects.get()

    lead.post(f"{batch.get_absolute_url()}uebernehmen/")

    assert lead.get(batch.get_absolute_url()).headers["Refresh"] == "3"
    tasks.take_over_list.call(batch.pk, None)
    assert Subscriber.objects.active().count() == 2


def signed(client, content, secret="geheim", **headers):
    mark = hmac.new(secret.encode(), content, sha256).hexdigest()
    extra = headers or {"X-Deele-Signature": f"sha256={mark}"}
    return client.post("/newsletter/rueckmeldung/", content, content_type="message/rfc822", headers=extra)


def test_signed_report_counts_once(client, settings):
    settings.DEELE_BOUNCE = {**settings.DEELE_BOUNCE, "secret": "geheim"}
    who = make.subscriber()
    content = make.returned(who.email, token=make.unsubscribe_token(who))

    assert signed(client, content).json() == {"counted": 1, "known": 1}
    assert signed(client, content).json() == {"counted": 0, "known": 1}


@pytest.mark.parametrize("secret", ["", "geheim"])
def test_report_without_the_right_signature_finds_nothing(client, settings, secret):
    settings.DEELE_BOUNCE = {**settings.DEELE_BOUNCE, "secret": secret}
    who = make.subscriber()
    content = make.returned(who.email, token=make.unsubscribe_token(who))

    assert signed(client, content, "falsch").status_code == 404
    assert signed(client, content, **{"X-Deele-Signature": ""}).status_code == 404
    assert signed(client, content, **{"X-Nothing": "1"}).status_code == 404
    who.refresh_from_db()
    assert who.is_active


def test_command_counts_files_and_folders(tmp_path):
    who = make.subscriber()
    (tmp_path / "eins.eml").write_bytes(make.returned(who.email, token=make.unsubscribe_token(who)))
    (tmp_path / "zwei.eml").write_bytes(b"Hallo")
    out = StringIO()

    call_command("take_bounces", str(tmp_path), stdout=out)

    assert out.getvalue().strip() == "2 read, 1 counted"
    with pytest.raises(CommandError):
        call_command("take_bounces", str(tmp_path / "fehlt"))


def test_xlsx_list_is_read():
    make.area()
    content = spreadsheet.write_xlsx(make.HEADINGS, [make.row("neu@example.org")])
    batch = imports.take_in(file=BytesIO(content), name="alt.xlsx", by=colleague("leitung"))

    assert batch.rows.get().verdict == "neu"
