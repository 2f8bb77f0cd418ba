"""Two sides meet only when both want to: answers, races, what is said when it is no longer possible."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.urls import reverse

from deele.core.errors import Refusal
from deele.directory.tests.factories import staff
from deele.mail.models import OutgoingMail
from deele.notices import tasks
from deele.notices.actions import holding, introducing, life, matching
from deele.notices.enums import Outcome, ProposalState, State, Visibility
from deele.notices.models import Notice, Proposal
from deele.notices.tests import factories
from deele.notices.tests.factories import NOW

LATER = NOW + timedelta(days=1)
both_databases = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def answered(proposal, side, *, yes=True, now=LATER):
    return introducing.answer(proposal=proposal, notice=getattr(proposal, side), yes=yes, now=now)


def mails(purpose):
    return sorted(OutgoingMail.objects.filter(purpose=f"notices.{purpose}").values_list("to", flat=True))


@pytest.mark.django_db
def test_the_first_yes_asks_the_other_side_and_names_nobody():
    proposal = factories.pair()

    answered(proposal, "first")

    mail = OutgoingMail.objects.get(purpose="notices.interest")
    assert mail.to == "projekt@example.org"
    assert "Person Erste" not in mail.body + mail.html
    assert "person@example.org" not in mail.body + mail.html + mail.reply_to
    assert mails("introduced") == []


@pytest.mark.django_db
def test_the_second_yes_gives_each_the_name_and_address_of_the_other():
    proposal = factories.pair()
    answered(proposal, "first")

    after = answered(proposal, "second")

    assert (after.state, after.introduced_at) == (ProposalState.INTRODUCED, LATER)
    told = {mail.to: mail.body for mail in OutgoingMail.objects.filter(purpose="notices.introduced")}
    assert "Projekt Zweite" in told["person@example.org"]
    assert "projekt@example.org" in told["person@example.org"]
    assert "person@example.org" in told["projekt@example.org"]


@pytest.mark.django_db
def test_a_no_ends_it_and_the_pair_never_comes_again():
    proposal = factories.pair()
    answered(proposal, "first", yes=False)

    for notice in Notice.objects.all():
        assert matching.propose(notice=notice, now=LATER) == 0
        assert matching.renew(notice=notice, now=LATER) == 0

    assert Proposal.objects.get().state == ProposalState.DECLINED
    with pytest.raises(introducing.NotPossible, match="möchte das nicht"):
        answered(proposal, "second")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.EXPIRED, "abgelaufen"), (State.PAUSED, "pausiert"), (State.BLOCKED, "herausgenommen"),
        (State.FULFILLED, "gefunden"), (State.WITHDRAWN, "zurückgezogen"),
    ],
)  # fmt: skip
def test_when_the_other_notice_is_gone_the_answer_names_why_and_no_data_is_given(state, words):
    proposal = factories.pair()
    answered(proposal, "second")
    if state == State.EXPIRED:
        life.move(notice=proposal.second, to=State.RENEWAL, by=None, now=LATER, house=True)
    if state == State.WITHDRAWN:
        holding.withdraw(notice=proposal.second, by=None, now=LATER)
    else:
        life.move(notice=proposal.second, to=state, by=None, now=LATER, house=True, reason="Test")

    with pytest.raises(introducing.NotPossible, match=words):
        answered(proposal, "first")

    assert mails("introduced") == []


@pytest.mark.django_db
def test_the_page_of_a_proposal_that_is_over_says_why(client):
    proposal = factories.pair()
    url = reverse("notices:hold-proposal", args=[factories.token(proposal.first), proposal.pk])

    life.move(notice=proposal.second, to=State.BLOCKED, by=None, now=LATER, house=True, reason="Test")

    page = client.get(url).content.decode()
    assert "vom Büro herausgenommen" in page
    assert "Wohnhof Muster" not in page
    assert factories.TEXT not in page


@pytest.mark.django_db
def test_who_is_paused_must_come_back_first():
    proposal = factories.pair()
    life.move(notice=proposal.first, to=State.PAUSED, by=None, now=LATER, house=True)

    with pytest.raises(introducing.NotPossible, match="Ihr eigener Aushang ist „pausiert“"):
        answered(proposal, "first")


@pytest.mark.django_db
def test_the_office_asks_both_once_and_a_notice_for_the_office_alone_shows_its_kind_only():
    proposal = factories.pair(second={"visibility": Visibility.OFFICE})
    adviser = staff("beratung")

    for _time in range(2):
        introducing.ask_both(proposal=proposal, by=adviser, now=LATER)

    assert mails("interest") == ["person@example.org", "projekt@example.org"]
    told = OutgoingMail.objects.get(purpose="notices.interest", to="person@example.org").body
    assert "Wohnhof Muster" not in told
    assert "Projekt sucht Menschen" in told


@pytest.mark.django_db
def test_a_notice_for_the_office_alone_is_not_known_to_others_before_somebody_asks(client):
    proposal = factories.pair(second={"visibility": Visibility.OFFICE})
    token = factories.token(proposal.first)
    url = reverse("notices:hold-proposal", args=[token, proposal.pk])

    assert client.get(url).status_code == 404
    introducing.ask_both(proposal=proposal, by=None, now=LATER)
    page = client.get(url).content.decode()

    assert "Wohnhof Muster" not in page
    assert factories.TEXT not in page


@pytest.mark.django_db
def test_after_four_weeks_both_are_asked_once_and_found_is_counted():
    proposal = factories.pair()
    answered(proposal, "first")
    answered(proposal, "second")
    tasks.ask_outcomes(LATER + timedelta(days=27))
    assert mails("outcome") == []

    for day in (29, 30):
        tasks.ask_outcomes(LATER + timedelta(days=day))
    introducing.tell_outcome(proposal=proposal, notice=proposal.first, outcome=Outcome.FOUND, now=LATER)
    introducing.tell_outcome(proposal=proposal, notice=proposal.second, outcome=Outcome.NOT, now=LATER)

    proposal.refresh_from_db()
    assert mails("outcome") == ["person@example.org", "projekt@example.org"]
    assert proposal.outcome == Outcome.FOUND
    assert list(Notice.objects.filter(through_us=True)) == [proposal.first]
    assert Notice.objects.get(pk=proposal.second_id).state == State.ACTIVE


@pytest.mark.django_db
def test_the_person_answers_by_a_button_and_looking_changes_nothing(client):
    proposal = factories.pair()
    urls = {
        side: reverse("notices:hold-proposal", args=[factories.token(getattr(proposal, side)), proposal.pk])
        for side in ("first", "second")
    }

    for url in urls.values():
        assert "Warum es passt" in client.get(url).content.decode()
    assert Proposal.objects.get().first_answer == ""
    for url in urls.values():
        client.post(f"{url}antwort/", {"answer": "ja"})

    assert Proposal.objects.get().state == ProposalState.INTRODUCED
    assert "projekt@example.org" not in client.get(urls["first"]).content.decode()  # the mail names it, no page


def at_once(*deeds):
    """Run the deeds in threads that start together; their answers, refusals among them."""
    barrier = threading.Barrier(len(deeds))

    def work(deed):
        barrier.wait()
        try:
            return deed()
        except Refusal as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [part.result() for part in [pool.submit(work, deed) for deed in deeds]]


class TestAtTheSameInstant:
    """On both databases, in real threads."""

    pytestmark = both_databases

    @pytest.mark.parametrize("_again", range(5))
    def test_two_yes_make_exactly_one_introduction(self, _again):
        proposal = factories.pair()

        at_once(*[lambda side=side: answered(proposal, side) for side in ("first", "second") for _twice in range(3)])

        assert Proposal.objects.get().state == ProposalState.INTRODUCED
        assert mails("introduced") == ["person@example.org", "projekt@example.org"]

    @pytest.mark.parametrize("_again", range(5))
    def test_a_withdrawal_is_before_and_nothing_is_given_or_after_and_both_were_told(self, _again):
        proposal = factories.pair()
        answered(proposal, "first")

        said, _gone = at_once(
            lambda: answered(proposal, "second"),
            lambda: holding.withdraw(notice=proposal.first, by=None, now=LATER),
        )

        state = Proposal.objects.get().state
        given = mails("introduced")
        assert Notice.objects.get(pk=proposal.first_id).contact_email == ""
        if isinstance(said, Refusal):
            assert (state, given) == (ProposalState.VOID, [])
            assert "zurückgezogen" in said.message
        else:
            assert (state, given) == (ProposalState.INTRODUCED, ["person@example.org", "projekt@example.org"])

    @pytest.mark.parametrize("_again", range(3))
    def test_yes_and_no_at_once_are_one_of_the_two(self, _again):
        proposal = factories.pair()
        answered(proposal, "first")

        at_once(lambda: answered(proposal, "second"), lambda: answered(proposal, "first", yes=False))

        state = Proposal.objects.get().state
        assert (state == ProposalState.INTRODUCED) == (len(mails("introduced")) == 2)
        assert state in (ProposalState.INTRODUCED, ProposalState.DECLINED)

    def test_looking_for_what_fits_at_once_makes_each_pair_once(self):
        factories.pair()
        Proposal.objects.all().delete()
        notices = list(Notice.objects.all())

        at_once(*[lambda one=one: matching.propose(notice=one, now=LATER) for one in notices for _twice in range(3)])

        assert Proposal.objects.count() == 1
