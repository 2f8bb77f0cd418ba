"""What the office does all day: review, import, settle duplicates, look up, answer a person who asks for their data."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.utils import timezone
from playwright.sync_api import expect

from deele.accounts.models import User
from deele.accounts.tests.factories import user
from deele.audit.models import Entry as LogEntry
from deele.directory.actions import life
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.queries.documents import SOURCE
from deele.directory.tests import factories
from deele.likeness import actions as likeness
from deele.mail.tests.factories import office
from deele.places.enums import NameKind
from deele.places.models import PlaceName
from deele.privacy.models import Erasure
from tests.browser.world import no_wider_than, said, sign_in

pytestmark = pytest.mark.browser
PASSWORD = "ein-langes-kennwort"
TABLE = (
    "Projektname;Art;Ort;Straße;Webseite\n"
    "Pflegehaus Morgenrot;Pflege-WG;Kirchlinteln;Am Bach 7;\n"
    "Hof Lindenblüte;Wohnprojekt;Kirchlinteln;Dorfstr. 1;https://lindenbluete.example\n"
)


@pytest.fixture
def desk(site, settings):
    """The office, Kirchlinteln, and a lead."""
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    place = factories.place()
    PlaceName.objects.create(place=place, name=place.name, kind=NameKind.OFFICIAL, folded=place.name.lower())
    return factories.staff("leitung")


@pytest.fixture
def lead(page, desk, live_server):
    """A page of the lead."""
    return sign_in(page, desk, live_server.url)


def with_password(person: User) -> User:
    """Somebody who accepted the invitation: a password, and an address that was proven."""
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    return person


def test_an_editor_signs_in_reviews_and_publishes(page, desk, axe, look):
    editor = with_password(factories.staff("redaktion"))
    entry = factories.entry("Dorfladen Muster", state=State.SUBMITTED, short_text="Ein Laden für alle.")
    page.goto("/schreibtisch/")
    page.locator("[name=login]").fill(editor.email)
    page.locator("[name=password]").fill(PASSWORD)
    assert axe(page) == []
    page.get_by_role("button", name=said("Sign In"), exact=True).click()
    expect(page).to_have_url(re.compile("/schreibtisch/$"))
    look(page, "schreibtisch")
    assert axe(page) == []

    page.get_by_role("main").get_by_role("link", name=re.compile(said("Submissions to review"))).click()
    page.get_by_role("link", name="Dorfladen Muster").click()
    look(page, "pruefen")
    assert axe(page) == []
    page.get_by_role("button", name=said("Publish"), exact=True).click()

    expect(page.get_by_role("main").get_by_role("link", name=said("Public page"))).to_be_visible()
    assert Entry.objects.get(pk=entry.pk).state == State.PUBLISHED


def test_a_table_is_mapped_checked_settled_taken_over_and_taken_back(lead, axe, look):
    known = factories.entry(
        "Wohnhof Lindenblüte",
        kind="gemeinschaftliches_wohnprojekt",
        state=State.PUBLISHED,
        addresses=[{"street": "Dorfstraße 1", "postcode": "", "town": "Kirchlinteln"}],
    )
    lead.goto("/schreibtisch/verzeichnis/import/")
    lead.locator("input[type=file]").set_input_files(
        {"name": "liste.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    )
    lead.get_by_label(said("Publish new entries at once")).check()
    lead.get_by_role("button", name=said("Send in and look")).click()
    look(lead, "import-spalten")
    assert axe(lead) == []
    lead.get_by_role("button", name=said("Check the table")).click()
    expect(lead.get_by_role("table")).to_contain_text("Hof Lindenblüte")
    look(lead, "import")
    assert axe(lead) == []
    assert Entry.objects.count() == 1

    lead.get_by_role("table").get_by_role("link", name="Hof Lindenblüte", exact=True).click()
    assert axe(lead) == []
    lead.get_by_role("button", name=said("The same: fill up what is there")).click()
    lead.goto("/schreibtisch/verzeichnis/import/")
    lead.get_by_role("link", name="liste.csv").click()
    lead.get_by_role("button", name=said("Take over"), exact=True).click()
    back = lead.get_by_role("button", name=said("Take the whole import back"))
    expect(back).to_be_visible()
    assert set(Entry.objects.values_list("title", flat=True)) == {known.title, "Pflegehaus Morgenrot"}
    assert Entry.objects.get(pk=known.pk).website == "https://lindenbluete.example"

    lead.wait_for_load_state("networkidle")  # a click before the script is there asks on a page of the server
    back.click()
    lead.get_by_role("dialog").get_by_role("button").first.click()
    expect(back).to_have_count(0)
    assert list(Entry.objects.values_list("title", "website")) == [(known.title, "")]


def test_two_alike_are_compared_merged_and_parted_again(lead, axe, look):
    for title in ("Wohnhof Lindenblüte", "Wohnhof Lindenblüte e.V."):
        factories.entry(title, kind="gemeinschaftliches_wohnprojekt", state=State.PUBLISHED, operator="Lindenblüte eG")
    likeness.propose(source=SOURCE, now=timezone.now())
    lead.goto("/schreibtisch/verzeichnis/doppelt/")
    assert axe(lead) == []
    lead.get_by_role("link", name=re.compile(said("Compare"))).first.click()
    look(lead, "doppelt")
    assert axe(lead) == []

    lead.get_by_role("button").filter(has_text="e.V.").click()
    assert Entry.objects.filter(state=State.MERGED).count() == 1
    kept = Entry.objects.get(state=State.PUBLISHED)
    lead.goto(kept.desk_url())
    lead.get_by_role("button", name=said("Take it back")).click()

    expect(lead.get_by_role("main")).to_be_visible()
    assert Entry.objects.filter(state=State.PUBLISHED).count() == 2


def test_the_search_is_one_key_away_and_a_draft_survives_a_reload(lead, axe, look):
    handed_in = factories.entry("Dorfladen Muster", state=State.SUBMITTED, contact_email="haus@example.org")
    life.move(entry=handed_in, to=State.PUBLISHED, by=None, now=timezone.now(), house=True)
    lead.goto("/schreibtisch/post/")
    look(lead, "post")
    lead.goto("/schreibtisch/")
    lead.keyboard.press("/")
    lead.keyboard.type("Dorfladen")
    lead.keyboard.press("Enter")
    expect(lead.get_by_role("main").get_by_role("link", name=re.compile("Dorfladen Muster")).first).to_be_visible()
    assert axe(lead) == []

    lead.goto("/schreibtisch/verzeichnis/neu/")
    lead.get_by_label(said("Title"), exact=True).fill("Hof am Anger")
    lead.wait_for_timeout(800)  # a moment after the last key the draft is kept
    lead.reload()
    lead.get_by_role("button", name=said("Take it up again")).click()

    expect(lead.get_by_label(said("Title"), exact=True)).to_have_value("Hof am Anger")


def test_what_resembles_something_is_said_before_it_is_saved(lead, axe, look):
    factories.entry("Wohnhof Lindenblüte", kind="gemeinschaftliches_wohnprojekt", state=State.PUBLISHED)
    lead.goto("/schreibtisch/verzeichnis/neu/")
    lead.get_by_label(said("Title"), exact=True).fill("Wohnhof Lindenblüte e.V.")
    lead.get_by_label(said("What is it?")).select_option("gemeinschaftliches_wohnprojekt")
    lead.get_by_label(said("Town or village")).fill("Kirchlinteln")
    lead.get_by_role("button", name=said("Save as a draft")).click()
    another = lead.get_by_label(said("This is another one. Save it all the same."))
    expect(another).to_be_visible()
    look(lead, "eintrag")
    assert axe(lead) == []
    assert Entry.objects.count() == 1

    another.check()
    lead.get_by_role("button", name=said("Save as a draft")).click()

    expect(lead.get_by_role("heading", level=1)).to_have_text("Wohnhof Lindenblüte e.V.")
    assert Entry.objects.count() == 2


def code_for(secret: str) -> str:
    """What the app on the telephone shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_the_first_sign_in_sets_up_a_second_factor(page, desk, settings, axe, look):
    settings.DEELE_SECOND_FACTOR = True
    with_password(desk)
    page.goto("/schreibtisch/")
    page.locator("[name=login]").fill(desk.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name=said("Sign In"), exact=True).click()
    expect(page).to_have_url(re.compile("/konto/2fa/"))
    assert axe(page) == []

    page.goto("/konto/2fa/totp/activate/")
    page.locator("[name=password]").fill(PASSWORD)  # what opens every door is asked for twice
    page.get_by_role("main").locator("form:has([name=password]) button[type=submit]").click()
    expect(page).to_have_url(re.compile("totp/activate"))
    look(page, "zweiter-faktor")
    assert axe(page) == []
    page.locator("[name=code]").fill(code_for(page.locator("#authenticator_secret").input_value()))
    page.get_by_role("main").locator("form:has([name=code]) button[type=submit]").click()
    expect(page).to_have_url(re.compile("recovery-codes"))
    assert axe(page) == []
    page.goto("/schreibtisch/")

    expect(page.get_by_role("heading", name=said("What needs you today"))).to_be_visible()


def test_a_person_is_found_handed_their_data_and_erased_with_a_receipt(lead, desk, axe):
    person = user(name="Frau Muster", email="person@example.org")
    lead.goto("/schreibtisch/datenschutz/")
    lead.get_by_label(said("E-mail address of the person")).fill(person.email)
    lead.get_by_role("button", name=said("Find")).click()
    assert axe(lead) == []
    with lead.expect_download() as handed:
        lead.get_by_role("button", name=said("Download the data as a file")).click()
    assert person.email in handed.value.path().read_text(encoding="utf-8")

    lead.get_by_role("button", name=said("Erase …")).click()
    assert axe(lead) == []
    lead.get_by_role("checkbox").check()
    lead.get_by_role("button", name=said("Erase now")).click()

    expect(lead.get_by_role("heading", level=1)).to_contain_text(str(Erasure.objects.get()))
    assert axe(lead) == []
    assert not LogEntry.objects.filter(actor_name="Frau Muster").exists()


def test_the_desk_fits_a_telephone(new_page, desk, live_server, axe):
    page = sign_in(new_page(width=320, theme="dark"), desk, live_server.url)
    entry = factories.entry("Dorfladen Muster", state=State.SUBMITTED)

    for path in ("/schreibtisch/", "/schreibtisch/verzeichnis/", entry.desk_url(), f"{entry.desk_url()}verlauf/"):
        page.goto(path)

        assert axe(page) == [], path
        assert no_wider_than(page, 320), path
