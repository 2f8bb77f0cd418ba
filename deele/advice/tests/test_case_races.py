"""Two things at the same instant: nothing is lost, nothing is left behind."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.utils import timezone

from deele.advice.actions import anonymising, cases, confidential, life, timeline
from deele.advice.models import Case, CaseLine, ConfidentialNote, Contact
from deele.advice.tests import factories
from deele.core.errors import Refusal
from deele.directory.tests.factories import staff

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
ROUNDS = 6


def at_once(*deeds):
    """Run the deeds in threads that start together; what each returned or refused with."""
    gate = Barrier(len(deeds))

    def run(deed):
        connection.ensure_connection()
        gate.wait(10)
        try:
            return deed()
        except Refusal as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [one.result(30) for one in [pool.submit(run, deed) for deed in deeds]]


@pytest.fixture
def adviser(settings):
    settings.DEELE_NOTE_KEYS = "k" * 40
    return staff("beratung")


def test_a_note_written_while_the_case_is_anonymised_is_refused_or_erased(adviser):
    for _round in range(ROUNDS):
        case, now = factories.named_case(by=adviser), timezone.now()

        at_once(
            lambda case=case, now=now: confidential.write(case=case, words="Wort", version=0, by=adviser, now=now),
            lambda case=case, now=now: timeline.note(case=case, text="Wort", by=adviser, now=now),
            lambda case=case, now=now: anonymising.anonymise(case=Case.objects.get(pk=case.pk), by=adviser, now=now),
        )

        assert Case.objects.get(pk=case.pk).state == "anonymisiert"
        assert not ConfidentialNote.objects.filter(case=case).exists()
        assert not CaseLine.objects.filter(case=case).exclude(text="").exists()


def test_one_contact_clicked_at_once_is_one_case_and_one_move_of_two_is_made(adviser):
    now = timezone.now()
    contact = factories.contact(by=adviser)
    made = at_once(*[lambda: cases.open_from_contact(contact=contact, by=adviser, now=now).pk] * 4)
    seen = [Case.objects.get() for _number in range(2)]

    moved = at_once(
        lambda: life.move(case=seen[0], to="in_bearbeitung", by=adviser, now=now).state,
        lambda: life.move(case=seen[1], to="wartet_auf_dritte", by=adviser, now=now).state,
    )

    assert len(set(made)) == Case.objects.count() == 1
    assert Contact.objects.get().case_id == made[0]
    assert moved.count("conflict") == 1


def test_first_note_written_twice_at_once_is_one_and_the_other_is_told(adviser):
    case, now = factories.case(by=adviser), timezone.now()

    said = at_once(
        *[
            lambda words=words: confidential.write(case=case, words=words, version=0, by=adviser, now=now)
            for words in ("eins", "zwei")
        ]
    )

    assert sorted(map(str, said)) == ["None", "conflict"]
    assert ConfidentialNote.objects.count() == 1
