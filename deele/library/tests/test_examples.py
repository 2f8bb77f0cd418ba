"""Good examples: taking over, publishing, whom one may ask, what became of them."""

from datetime import timedelta

import pytest

from deele.accompaniment.models import GoodExample
from deele.accompaniment.tests import factories as plans
from deele.accounts.queries import LinkUsed
from deele.core.versions import Conflict
from deele.directory.tests import factories as directory
from deele.library.actions import example_contacts, examples, follow_ups
from deele.library.actions import example_links as links
from deele.library.enums.examples import ExampleState
from deele.library.models import Example, ExampleMessage, FollowUp
from deele.library.tasks import examples as tasks
from deele.library.tests import examples as factories
from deele.library.tests.examples import DAY, NOW
from deele.mail.models import OutgoingMail
from deele.privacy.actions import erase_person
from deele.privacy.actions.retention import run_retention
from deele.privacy.models import Consent
from deele.search import queries as search
from deele.search.kinds import Query

pytestmark = pytest.mark.django_db
YEARS = timedelta(days=2 * 366)


def mails(purpose):
    return OutgoingMail.objects.filter(purpose=f"library.{purpose}")


def draft(**given):
    entry = directory.entry("Hof Muster")
    plan = plans.plan("Hof Muster", entry=entry, carrier="kommune", **given)
    return GoodExample.objects.create(
        plan=plan, title="Hof Muster", started_by="Gemeinde", steps="2019: Konzept", duration="6 Jahre", released=True
    )


def test_a_draft_is_taken_over_once_and_nothing_is_typed_again():
    waiting = draft()

    made = examples.take_over(draft=waiting, by=None, now=NOW)
    again = examples.take_over(draft=waiting, by=None, now=NOW)

    assert made == again
    assert (made.started_by, made.solution, made.duration) == ("kommune", "2019: Konzept", "6 Jahre")
    assert list(made.entries.all()) == [waiting.plan.entry]
    assert made.state == ExampleState.DRAFT


def test_what_is_missing_is_named_before_it_is_published():
    made = factories.example("Halb", ExampleState.DRAFT, solution="")

    with pytest.raises(examples.NotReady) as refusal:
        examples.move(example=made, to=ExampleState.PUBLISHED, by=None, now=NOW)

    assert "Lösung" in refusal.value.message
    made.refresh_from_db()
    assert made.state == ExampleState.DRAFT


def test_a_published_example_is_found_and_a_withdrawn_one_is_not():
    made = factories.example("Gasthaus wird Dorfmitte")

    assert search.search(Query(source="knowledge", text="Gasthaus")).total == 1

    examples.move(example=made, to=ExampleState.WITHDRAWN, by=None, now=NOW)
    assert search.search(Query(source="knowledge", text="Gasthaus")).total == 0


def test_two_people_move_one_example():
    made = factories.example("Zwei", ExampleState.DRAFT)
    stale = Example.objects.get(pk=made.pk)
    examples.move(example=made, to=ExampleState.REVIEW, by=None, now=NOW)

    with pytest.raises(Conflict):
        examples.move(example=stale, to=ExampleState.PUBLISHED, by=None, now=NOW)


def test_who_agreed_is_told_and_can_end_it():
    made = factories.asked()

    assert Consent.objects.in_force().filter(purpose="library.contact").count() == 1
    assert mails("contact").get().to == "kim@example.org"

    for _twice in range(2):
        example_contacts.end(example=made, by=None, now=NOW)
    made.refresh_from_db()
    assert (made.contact_name, made.contact_email, made.can_be_asked) == ("", "", False)
    assert Consent.objects.in_force().count() == 0
    assert mails("contact-ended").count() == 1


def test_a_consent_stays_while_another_example_rests_on_it():
    first, second = factories.asked(), factories.asked(factories.example("Zweites"))

    example_contacts.end(example=first, by=None, now=NOW)

    assert Consent.objects.in_force().count() == 1
    second.refresh_from_db()
    assert second.can_be_asked


def test_another_contact_ends_the_first_with_links_and_consent():
    made = factories.asked()
    token = links.for_contact(made, NOW)

    example_contacts.name(example=made, person="Neue Person", email="neu@example.org", agreed_on=DAY, by=None, now=NOW)

    assert not links.MailLink.objects.filter(token_hash=links.mail_links.hashed(token)).exists()
    assert [one.email for one in Consent.objects.in_force()] == ["neu@example.org"]


def test_a_question_reaches_the_contact_once_and_hides_the_address():
    made = factories.asked()
    told = {"name": "Frage Muster", "email": "frage@example.org", "text": "Wie begann es?", "token": "einmal"}

    for _twice in range(2):
        example_contacts.pass_on(example=made, now=NOW, **told)

    assert ExampleMessage.objects.count() == 1
    mail = mails("relay").get()
    assert (mail.to, mail.reply_to) == ("kim@example.org", "frage@example.org")
    assert "kim@example.org" not in mails("relay-copy").get().body


def test_nobody_is_asked_who_ended_it():
    made = factories.asked()
    example_contacts.end(example=made, by=None, now=NOW)

    with pytest.raises(example_contacts.NobodyToAsk):
        example_contacts.pass_on(example=made, name="X", email="x@example.org", text="?", token="t", now=NOW)


def test_the_contact_is_asked_every_two_years_and_not_more():
    made = factories.asked()
    tasks.ask(NOW)
    assert FollowUp.objects.count() == 0

    for _twice in range(2):
        tasks.ask(NOW + YEARS)
    assert mails("follow-up").count() == 1
    made.refresh_from_db()
    assert made.follow_up_on > (NOW + YEARS).date() + timedelta(days=700)


def test_an_answer_counts_once_and_is_shown_only_when_looked_through():
    made = factories.asked()
    one = follow_ups.ask(example=made, by=None, now=NOW + YEARS)
    link = factories.link(links.for_follow_up(one, NOW + YEARS))
    told = {"link": link, "follow_up": one, "still_running": "ja", "changes": "Mittagstisch", "now": NOW + YEARS}

    follow_ups.tell(**told)
    with pytest.raises(LinkUsed):
        follow_ups.tell(**told)
    one.refresh_from_db()
    assert (one.changes, one.shown) == ("Mittagstisch", False)

    follow_ups.look_through(follow_up=one, show=True, by=None, now=NOW + YEARS)
    made.refresh_from_db()
    assert made.verified_at == NOW + YEARS
    assert made.verification_method == "mail_link"


def test_ended_confirms_nothing():
    made = factories.asked()
    one = follow_ups.ask(example=made, by=None, now=NOW + YEARS)
    one.answered_at, one.still_running = NOW + YEARS, "beendet"
    one.save()

    follow_ups.look_through(follow_up=one, show=True, by=None, now=NOW + YEARS)

    made.refresh_from_db()
    assert made.verified_at == NOW


def test_erasure_and_time_take_the_person_and_leave_the_example():
    made = factories.asked()
    example_contacts.pass_on(
        example=made, name="F", email="frage@example.org", text="Wie?", token="t", now=NOW - timedelta(days=100)
    )
    erase_person(email="kim@example.org", now=NOW, by=None)
    run_retention(now=NOW, dry=False)

    made.refresh_from_db()
    assert (made.contact_email, made.title, made.can_be_asked) == ("", "Dorfmitte Muster", False)
    assert ExampleMessage.objects.count() == 0


def test_no_page_for_everybody_names_the_contact(client):
    made = factories.asked()
    for url in (made.get_absolute_url(), "/bibliothek/beispiele/", f"/bibliothek/beispiele/{made.pk}/fragen/"):
        page = client.get(url).content.decode()
        assert "Dorfmitte Muster" in page
        assert "kim@example.org" not in page
        assert "Kim Muster" not in page


def test_the_entry_tells_it_once(client):
    waiting = draft()
    entry = directory.walk(waiting.plan.entry, "veroeffentlicht")
    before = client.get(entry.get_absolute_url()).content.decode()

    made = examples.take_over(draft=waiting, by=None, now=NOW)
    Example.objects.filter(pk=made.pk).update(summary="Ein Hof für alle.", situation="leer")
    made.refresh_from_db()
    examples.move(example=made, to=ExampleState.PUBLISHED, by=None, now=NOW)

    page = client.get(entry.get_absolute_url()).content.decode()
    assert "Ein Hof für alle." in page
    assert "2019: Konzept" in before
    assert "2019: Konzept" not in page


def test_who_started_it_is_the_first_filter_and_counts(client):
    factories.example("Von der Gemeinde")
    factories.example("Von der Stiftung", started_by="stiftung")

    page = client.get("/bibliothek/beispiele/?angestossen=stiftung").content.decode()

    assert "Von der Stiftung" in page
    assert "Von der Gemeinde" not in page
    assert page.index("angestossen=kommune") < page.index("thema=")
    assert client.get("/bibliothek/beispiele/?angestossen=quatsch").status_code == 200
