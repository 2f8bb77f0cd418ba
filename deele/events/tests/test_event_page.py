"""The page of an event, and what machines read in it."""

import json
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from deele.directory.enums import State as EntryState
from deele.directory.tests import factories as directory
from deele.events.enums import DocumentKind, Format, State
from deele.events.models import Document, ProgrammeItem, Series, Stop
from deele.events.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2027, 5, 20, 10, tzinfo=BERLIN)


def read(client, event):
    return client.get(event.get_absolute_url())


def data_of(response):
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL)
    return json.loads(found[1])


def test_old_name_in_the_address_leads_to_todays(client):
    event = factories.event("Neuer Titel", starts_at=START)

    response = client.get(f"/veranstaltungen/alter-titel-{event.pk}/")

    assert (response.status_code, response["Location"]) == (301, event.get_absolute_url())


def test_titles_of_three_thousand_letters_in_addresses_do_no_harm(client):
    event = factories.event("Fahrt", starts_at=START)

    assert client.get(f"/veranstaltungen/{'a' * 3000}-{event.pk}/")["Location"] == event.get_absolute_url()
    assert client.get(f"/veranstaltungen/?q={'ä' * 500}&ort={'x' * 500}").status_code == 200
    assert client.get(f"/veranstaltungen/a-{'9' * 40}/").status_code == 404


@pytest.mark.parametrize("state", [State.IDEA, State.PLANNED])
def test_what_is_not_public_does_not_exist(client, state):
    event = factories.event(starts_at=START, state=state)

    assert read(client, event).status_code == 404
    assert client.get(f"/veranstaltungen/{event.pk}.ics").status_code == 404


def test_page_names_what_is_called_off_first(client):
    event = factories.event(starts_at=START, state=State.CALLED_OFF, state_reason="Zu wenige Anmeldungen.")

    page = read(client, event).content.decode()

    assert page.index("Zu wenige Anmeldungen.") < page.index("<h1>")
    assert f"/veranstaltungen/{event.pk}/anmelden/" not in page


def test_page_offers_the_form_then_the_waiting_list_then_nothing(client):
    event = factories.event(starts_at=timezone.now() + timedelta(days=9), capacity=1)
    first = read(client, event).context["page"].way
    factories.registration(event)
    second = read(client, event).context["page"].way
    type(event).objects.filter(pk=event.pk).update(has_waiting_list=False)
    third = read(client, event).context["page"].way

    assert first.url == second.url != ""
    assert first.label != second.label
    assert (third.url, bool(third.text)) == ("", True)


def test_meeting_link_is_nowhere_in_public(client):
    event = factories.event(starts_at=START, format=Format.ONLINE, meeting_link="https://meet.example.org/geheim")

    for path in (event.get_absolute_url(), f"/veranstaltungen/{event.pk}.ics", "/veranstaltungen/kalender.ics"):
        assert b"geheim" not in client.get(path).content


def test_structured_data_says_what_search_engines_ask(client):
    event = factories.event(
        "Fahrt </script><b>", starts_at=START, format=Format.HYBRID, venue="Rathaus", town="Verden", capacity=10
    )
    factories.price(event, amount_cents=4850)

    found = data_of(read(client, event))

    assert found["@type"] == "Event"
    assert found["name"] == "Fahrt </script><b>"
    assert found["startDate"] == "2027-05-20T10:00:00+02:00"
    assert found["eventAttendanceMode"].endswith("MixedEventAttendanceMode")
    assert [place["@type"] for place in found["location"]] == ["Place", "VirtualLocation"]
    assert (found["offers"][0]["price"], found["offers"][0]["availability"]) == (
        "48.50",
        "https://schema.org/InStock",
    )


def test_structured_data_of_a_called_off_event_sells_nothing(client):
    found = data_of(read(client, factories.event(starts_at=START, state=State.CALLED_OFF)))

    assert (found["eventStatus"], "offers" in found) == ("https://schema.org/EventCancelled", False)


def test_page_has_description_and_canonical_address(client):
    event = factories.event(starts_at=START, short_text="Drei Häuser an einem Tag.")

    page = read(client, event).content.decode()

    assert f'<link rel="canonical" href="http://testserver{event.get_absolute_url()}">' in page
    assert 'name="description" content="' in page


def test_stops_lead_to_public_entries_only(client):
    event = factories.event(starts_at=START)
    shown = directory.entry("Hof Muster", state=EntryState.PUBLISHED)
    draft = directory.entry("Entwurf Muster")
    for entry in (shown, draft):
        Stop.objects.create(event=event, entry=entry)

    stops = read(client, event).context["page"].stops

    assert [stop["url"] for stop in stops] == [shown.get_absolute_url(), ""]


def document(event, **fields):
    given = {"title": "Folien", "kind": DocumentKind.SLIDES, "rights_cleared": True, "released": True}
    return Document.objects.create(event=event, **{**given, "file": ContentFile(b"inhalt", "x.pdf"), **fields})


def test_released_documents_are_handed_out_and_no_others(client):
    event = factories.event(starts_at=START, state=State.DOCUMENTED)
    hidden = factories.event(starts_at=START, state=State.PLANNED)
    path = "/veranstaltungen/{}/dateien/{}/"
    good, held, foreign = document(event), document(event, released=False), document(hidden)

    response = client.get(path.format(event.pk, good.pk))

    assert (response.status_code, b"".join(response.streaming_content)) == (200, b"inhalt")
    assert response["Content-Disposition"] == 'attachment; filename="folien.pdf"'
    for pair in ((event.pk, held.pk), (hidden.pk, foreign.pk), (event.pk, foreign.pk)):
        assert client.get(path.format(*pair)).status_code == 404


@pytest.mark.parametrize("name", ["x.svg", "x.html", "x.pdf"])
def test_what_could_run_in_the_browser_is_only_saved(client, name):
    event = factories.event(starts_at=START, state=State.DOCUMENTED)
    one = document(event, kind=DocumentKind.PHOTO, file=ContentFile(b"<svg onload='x'/>", name))

    response = client.get(f"/veranstaltungen/{event.pk}/dateien/{one.pk}/")

    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_is_gone_is_not_found(client):
    event = factories.event(starts_at=START, state=State.DOCUMENTED)
    one = document(event)
    one.file.storage.delete(one.file.name)

    assert client.get(f"/veranstaltungen/{event.pk}/dateien/{one.pk}/").status_code == 404


def test_queries_of_the_page_do_not_grow(client, django_assert_max_num_queries):
    series = Series.objects.create(name="Reihe Muster")
    event = factories.event(starts_at=START, series=series, number=1, area=factories.area(), place=factories.place())
    counts = []
    for number in (1, 3):
        for more in range(number):
            factories.price(event, f"Preis {number} {more}")
            factories.option(event, f"Wahl {number} {more}")
            factories.registration(event)
            ProgrammeItem.objects.create(event=event, title="Vortrag", day=event.days.first())
            Stop.objects.create(event=event, entry=directory.entry(f"Hof {number} {more}", state=EntryState.PUBLISHED))
            factories.event(starts_at=START, series=series, number=10 * number + more)
        read(client, event)
        with django_assert_max_num_queries(30) as captured:
            read(client, event)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_an_event_with_hardly_anything_known_has_a_page(client):
    event = factories.event("Ausstellung", starts_at=START, state=State.ANNOUNCED)
    event.days.all().delete()
    type(event).objects.filter(pk=event.pk).update(starts_at=None, ends_at=None)

    assert read(client, event).status_code == 200
    assert client.get(f"/veranstaltungen/{event.pk}.ics").status_code == 200
