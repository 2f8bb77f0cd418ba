"""Enquiries: who answers, by when, what is told to whom, and that nothing is lost or doubled."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from deele.access.tests.factories import colleague, grant
from deele.accounts.tests.factories import user as person
from deele.advice.actions import demo_enquiries, enquiries, reminding
from deele.advice.actions import enquiry_counting as counting
from deele.advice.actions.enquiries import Asked, WrongMove
from deele.advice.enums import EnquiryState as State
from deele.advice.models import Absence, Contact, Enquiry, Responsibility, TextBlock
from deele.advice.queries import enquiries as queries
from deele.advice.rules import enquiries as rules
from deele.advice.tests import factories
from deele.core.versions import Conflict
from deele.directory.tests.factories import place
from deele.mail.models import OutgoingMail
from deele.privacy.actions import retention

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)


def ask(**given):
    asked = Asked(
        **{"text": "Wie gründen wir eine Pflege-WG?", "topic": "pflege", "email": "frage@example.org", **given}
    )
    return enquiries.take_in(asked=asked, now=FRIDAY, form=given.pop("form", ""))


@pytest.fixture
def adviser():
    factories.area()
    return colleague("beratung", email="beratung@example.org")


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 11, 27), 2, date(2026, 12, 1)),  # a Friday
        (date(2026, 11, 28), 2, date(2026, 12, 1)),  # a Saturday counts from Monday
        (date(2026, 12, 23), 2, date(2026, 12, 28)),  # Christmas: the 25th and 26th, then Sunday
        (date(2026, 10, 30), 1, date(2026, 11, 2)),  # the day of the Reformation, a Saturday in 2026
    ],
)
def test_a_promise_counts_working_days_of_lower_saxony(start, days, end):
    assert rules.after_working_days(start, days, "03") == end
    assert rules.working_days_between(start, end, "03") == days


def test_corpus_christi_is_a_working_day_in_hanover_and_none_in_munich():
    assert rules.is_working_day(date(2026, 6, 4), "03")
    assert not rules.is_working_day(date(2026, 6, 4), "09")


def test_the_narrowest_rule_answers():
    all_of_them = [
        rules.Rule(1, "", ""),
        rules.Rule(2, "pflege", ""),
        rules.Rule(3, "", "03361"),
        rules.Rule(4, "pflege", "03361"),
    ]
    verden = ["03", "03361", "03361007"]

    assert rules.responsible(all_of_them, "pflege", verden) == 4
    assert rules.responsible(all_of_them, "recht", verden) == 3
    assert rules.responsible(all_of_them, "pflege", []) == 2
    assert rules.responsible(all_of_them, "recht", []) == 1
    assert rules.responsible([], "recht", verden) is None


def test_an_enquiry_finds_its_person_and_both_are_told(adviser):
    town = place("03361007", "Kirchlinteln")
    Responsibility.objects.create(area=factories.area(), topic="pflege", adviser=adviser)

    enquiry = ask(place=town, name="Ratsuchende Muster")

    assert enquiry.adviser == adviser
    assert enquiry.promised_on == date(2026, 12, 1)
    theirs, ours = OutgoingMail.objects.get(to="frage@example.org"), OutgoingMail.objects.get(to=adviser.email)
    assert enquiry.code in theirs.subject
    assert "Pflege-WG" not in ours.body + ours.subject, "a mail to the office repeats no words of an enquiry"


def test_while_somebody_is_away_the_deputy_is_told_and_sees_it_as_theirs(adviser):
    deputy = colleague("beratung", email="vertretung@example.org")
    Responsibility.objects.create(area=factories.area(), adviser=adviser, deputy=deputy)
    Absence.objects.create(user=adviser, since=date(2026, 11, 20), until=date(2026, 11, 30))

    enquiry = ask()

    assert OutgoingMail.objects.filter(to=deputy.email).exists()
    assert not OutgoingMail.objects.filter(to=adviser.email).exists()
    assert enquiry in queries.inbox(deputy, date(2026, 11, 27))["meine"]
    assert enquiry not in queries.inbox(deputy, date(2026, 12, 2))["meine"]


def test_the_same_form_sent_twice_is_one_enquiry(adviser):
    asked = Asked(text="Frage", topic="geld", email="frage@example.org")
    one, two = (enquiries.take_in(asked=asked, now=FRIDAY, form="ein-siegel") for _time in range(2))

    assert one == two
    assert OutgoingMail.objects.filter(to="frage@example.org").count() == 1


def test_an_answer_is_measured_in_working_days_sent_once_and_kept(adviser):
    enquiry = ask()
    monday = FRIDAY + timedelta(days=3)

    for _time in range(2):
        enquiries.answer(enquiry=enquiry, text="So geht es.", had_nothing=False, by=adviser, now=monday, form="einmal")

    enquiry.refresh_from_db()
    assert (enquiry.state, enquiry.answer_days) == (State.ANSWERED, 1)
    assert [line.text for line in enquiry.messages.all()] == ["So geht es."]
    assert "So geht es." in OutgoingMail.objects.get(purpose="advice.enquiry-answered").body


def test_a_second_adviser_sees_that_the_first_was_faster(adviser):
    enquiry = ask()
    old = Enquiry.objects.get(pk=enquiry.pk)
    enquiries.move(enquiry=enquiry, to=State.ACCEPTED, by=adviser, now=FRIDAY)

    with pytest.raises(Conflict):
        enquiries.answer(enquiry=old, text="Auch ich", had_nothing=False, by=adviser, now=FRIDAY)
    assert not enquiry.messages.exists()


def test_what_was_withdrawn_is_empty_at_once_and_takes_no_answer(adviser):
    enquiry = ask(name="Ratsuchende Muster", phone="0511 000")
    enquiries.add(enquiry=enquiry, text="Noch etwas", now=FRIDAY)
    enquiries.withdraw(enquiry=enquiry, now=FRIDAY)
    enquiry = Enquiry.objects.get()

    assert (enquiry.name, enquiry.text, enquiry.email, enquiry.phone) == ("", "", "", "")
    assert enquiry.messages.get().text == ""
    with pytest.raises(WrongMove):
        enquiries.answer(enquiry=enquiry, text="Zu spät", had_nothing=False, by=adviser, now=FRIDAY)


def test_who_adds_something_after_the_answer_is_back_in_the_inbox(adviser):
    enquiry = ask()
    enquiries.answer(enquiry=enquiry, text="So.", had_nothing=False, by=adviser, now=FRIDAY)
    enquiries.add(enquiry=enquiry, text="Und wie weiter?", now=FRIDAY + timedelta(days=1))

    enquiry.refresh_from_db()
    assert enquiry.state == State.ACCEPTED
    assert enquiry.answer_days == 0, "the first answer is what is measured"


def test_half_a_year_after_its_end_words_and_names_go_and_the_contact_stays(adviser):
    enquiry = ask(name="Ratsuchende Muster")
    contact = counting.count(enquiry=enquiry, kind="erst", duration="15_30", results=[], by=adviser, now=FRIDAY)
    enquiries.answer(enquiry=enquiry, text="Antwort", had_nothing=False, by=adviser, now=FRIDAY)

    retention.run_retention(now=FRIDAY + timedelta(days=rules.KEEP_DAYS - 1), dry=False, by=None)
    assert Enquiry.objects.get().name == "Ratsuchende Muster"
    retention.run_retention(now=FRIDAY + timedelta(days=rules.KEEP_DAYS + 1), dry=False, by=None)

    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.email, enquiry.text) == ("", "", "")
    assert enquiry.messages.get().text == ""
    assert Contact.objects.get() == contact


def test_counted_twice_it_is_one_contact(adviser):
    enquiry = ask()
    once, again = (
        counting.count(enquiry=enquiry, kind="erst", duration="bis_15", results=[], by=adviser, now=FRIDAY)
        for _ in "ab"
    )
    assert once == again
    assert once.code == enquiry.code


def test_reminded_once_a_working_day_from_the_promised_day_on(adviser):
    Responsibility.objects.create(area=factories.area(), adviser=adviser)
    ask()
    morning = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
    for moment in (morning - timedelta(days=1), morning, morning + timedelta(hours=1), morning + timedelta(days=1)):
        reminding.remind(moment)

    subjects = OutgoingMail.objects.filter(purpose="advice.enquiry-reminder").order_by("pk")
    assert subjects.count() == 2
    assert "überfällig" in subjects.last().body


def test_a_broken_promise_reaches_the_deputy_too(adviser):
    deputy = person(email="vertretung@example.org")
    grant(deputy, "beratung", area=factories.area())
    Responsibility.objects.create(area=factories.area(), adviser=adviser, deputy=deputy)
    ask()
    due, broken = datetime(2026, 12, 1, 8, 0, tzinfo=UTC), datetime(2026, 12, 2, 8, 0, tzinfo=UTC)

    reminding.remind(due)
    assert not OutgoingMail.objects.filter(purpose="advice.enquiry-reminder", to=deputy.email).exists()
    reminding.remind(broken)
    assert OutgoingMail.objects.filter(purpose="advice.enquiry-reminder", to=deputy.email).count() == 1


def test_an_enquiry_of_another_area_is_not_there(adviser):
    other = person(email="pflege@example.org")
    grant(other, "beratung", area=factories.area("pflege"))
    Responsibility.objects.create(area=factories.area(), adviser=adviser)
    enquiry = ask()

    assert enquiry not in Enquiry.objects.visible_to(other)
    assert not queries.inbox(other, date(2026, 11, 27))["alle"].exists()


def filled(client, **more):
    page = client.get(reverse("advice:ask"))
    seal = page.context["form"]["seal"].value()
    return {
        "seal": seal, "text": "Was gibt es in unserem Dorf?", "topic": "einstieg", "answer_by": "mail",
        "email": "frage@example.org", "consent": "on", **more,
    }  # fmt: skip


def test_somebody_asks_sees_it_adds_to_it_and_withdraws_it(adviser, client, monkeypatch):
    monkeypatch.setattr("deele.core.seals.HUMAN_SECONDS", -1)
    answer = client.post(reverse("advice:ask"), filled(client), follow=True)
    enquiry = Enquiry.objects.get()
    assert enquiry.code in answer.content.decode()

    body = OutgoingMail.objects.get(to="frage@example.org").body
    token = body.partition("/meine/")[2].partition("/")[0]
    own = client.get(reverse("advice:own", args=[token]))
    assert "Was gibt es in unserem Dorf?" in own.content.decode()

    seal = own.context["form"]["seal"].value()
    client.post(reverse("advice:own-add", args=[token]), {"seal": seal, "text": "Wir sind vier."})
    assert enquiry.messages.get().text == "Wir sind vier."
    client.post(reverse("advice:own-withdraw", args=[token]))
    assert Enquiry.objects.get().state == State.WITHDRAWN


def test_an_answer_by_telephone_needs_a_number_and_by_mail_an_address(adviser, client):
    for way, missing in (("telefon", "phone"), ("mail", "email")):
        page = client.post(reverse("advice:ask"), filled(client, answer_by=way, email=""))
        assert missing in page.context["form"].errors
    assert not Enquiry.objects.exists()


@pytest.fixture
def desk(adviser, client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(adviser)
    return client


def url(name, *args):
    return reverse(f"advice:{name}", args=args)


def answer_form(desk, enquiry, **more):
    form = desk.get(url("enquiry-answer", enquiry.pk)).context["form"]
    return {"version": enquiry.version, "token": form["token"].value(), "text": "Bitte sehr.", **more}


def test_a_thing_that_was_not_offered_is_no_choice(desk):
    office = factories.office()
    enquiry = ask(place=office.place)
    desk.post(url("enquiry-answer", enquiry.pk), answer_form(desk, enquiry, kit=["/boese/"]))
    assert not enquiry.messages.exists()


def test_what_is_ticked_goes_below_the_answer_with_its_address(desk):
    office = factories.office()
    enquiry = ask(place=office.place)
    assert office.title in desk.get(url("enquiry-answer", enquiry.pk)).content.decode()

    preview = answer_form(desk, enquiry, kit=[office.get_absolute_url()], ansehen="1")
    assert office.get_absolute_url() in desk.post(url("enquiry-answer", enquiry.pk), preview).context["preview"]
    assert not enquiry.messages.exists(), "looking sends nothing"

    desk.post(url("enquiry-answer", enquiry.pk), {key: value for key, value in preview.items() if key != "ansehen"})
    assert office.get_absolute_url() in OutgoingMail.objects.get(purpose="advice.enquiry-answered").body
    assert Enquiry.objects.get().handed_out == 1


def test_a_text_block_goes_below_what_was_typed(desk):
    block = TextBlock.objects.create(area=factories.area(), title="Öffnungszeiten", text="Wir sind montags da.")
    enquiry = ask()
    page = desk.post(url("enquiry-answer", enquiry.pk), answer_form(desk, enquiry, baustein=block.pk))
    assert page.context["form"]["text"].value() == "Bitte sehr.\n\nWir sind montags da."


def test_from_the_inbox_to_the_case(desk, adviser):
    enquiry = ask(name="Ratsuchende Muster")
    assert enquiry.code in desk.get(f"{url('inbox')}?sicht=neu").content.decode()
    desk.post(url("enquiry-case", enquiry.pk))
    assert Enquiry.objects.get().case is None, "a case begins with a contact"

    desk.post(url("enquiry-count", enquiry.pk), {"version": 1, "kind": "erst", "duration": "15_30"})
    desk.post(url("enquiry-case", enquiry.pk))

    enquiry = Enquiry.objects.get()
    assert enquiry.case.client_name == "Ratsuchende Muster"
    assert enquiry.contact.case == enquiry.case


def test_passing_on_needs_consent_and_no_advice_a_reason(desk):
    enquiry = ask()
    for said in ({"to": "weitergeleitet", "passed_to": "Nachbarstelle"}, {"to": "keine_beratung"}):
        assert desk.post(url("enquiry-state", enquiry.pk), {"version": enquiry.version, **said}).context["form"].errors
    said = {"to": "weitergeleitet", "passed_to": "Nachbarstelle", "agreed": "on", "version": enquiry.version}
    desk.post(url("enquiry-state", enquiry.pk), said)
    assert Enquiry.objects.get().passed_to == "Nachbarstelle"


def test_who_was_slower_sees_it_and_may_send_again(desk, adviser):
    enquiry = ask()
    said = {"version": enquiry.version, "area": enquiry.area_id, "adviser": adviser.pk}
    enquiries.move(enquiry=enquiry, to=State.CLIENT, by=adviser, now=FRIDAY)

    form = desk.post(url("enquiry-assign", enquiry.pk), said).context["form"]
    assert form.errors
    desk.post(url("enquiry-assign", enquiry.pk), {**said, "version": form["version"].value()})
    assert Enquiry.objects.get().adviser == adviser


def test_rules_absences_and_blocks_are_made_and_removed_at_the_desk(desk, adviser):
    area = factories.area()
    rule = {"topic": "pflege", "place": "", "area": area.pk, "adviser": adviser.pk}
    desk.post(url("responsibility-new"), rule)
    assert desk.post(url("responsibility-new"), rule).context["form"].errors, "two rules for the same"
    desk.post(url("absence-new"), {"since": "2026-12-24", "until": "2026-12-31"})
    desk.post(url("block-new"), {"title": "Gruß", "area": area.pk, "text": "Alles Gute"})
    page = desk.get(url("duties")).content.decode()
    assert "Gruß" in page

    for name, model in (("responsibility", Responsibility), ("absence", Absence), ("block", TextBlock)):
        row = model.objects.get()
        assert desk.get(url(name, row.pk)).status_code == 200
        desk.post(url(f"{name}-remove", row.pk))
        assert not model.objects.exists()


def test_what_was_answered_with_empty_hands_is_counted_by_topic_and_district(desk, adviser):
    town = place("03361007", "Kirchlinteln")
    for _time in range(2):
        enquiries.answer(enquiry=ask(place=town), text="Leider", had_nothing=True, by=adviser, now=FRIDAY)
    enquiries.answer(enquiry=ask(topic="geld"), text="So", had_nothing=False, handed_out=1, by=adviser, now=FRIDAY)

    (row,) = queries.unanswered(adviser)
    assert (row["nothing"], row["number"]) == (2, 2)
    assert desk.get(url("unanswered")).status_code == 200


def test_the_demonstration_has_a_late_enquiry_and_an_answered_one_once(adviser):
    assert demo_enquiries.make(adviser, factories.area(), FRIDAY) == 3
    assert demo_enquiries.make(adviser, factories.area(), FRIDAY) == 0
    assert Enquiry.objects.get(state=State.ANSWERED).answer_days == 1
    assert Enquiry.objects.overdue(date(2026, 11, 27)).count() == 1
