"""What tells of somebody ends; every figure of the house stays. Terms, erasure, export."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deele.accounts.models import User
from deele.advice import enums
from deele.advice.actions import (
    anonymising,
    case_documents,
    case_people,
    confidential,
    life,
    looks,
    referrals,
    tasks,
    timeline,
)
from deele.advice.enums import CaseState, Channel, Duration, Handover, Kind, Result, TargetKind, Topic
from deele.advice.models import (
    Case,
    CaseDocument,
    CaseLine,
    CaseOpening,
    CaseShare,
    CaseTask,
    ConfidentialNote,
    Contact,
    Referral,
)
from deele.advice.tests import factories
from deele.advice.tests.factories import DAY, NOW
from deele.directory.tests.factories import place, staff
from deele.office.enums import Audience
from deele.privacy.actions.erasure import erase_person
from deele.privacy.actions.export import export_person
from deele.privacy.actions.retention import run_retention
from deele.reporting.kinds import Ask, measures
from deele.reporting.queries import table, total

pytestmark = pytest.mark.django_db
WORDS = ("Ratsuchende Muster", "ratsuchende@example.org", "0511 123456", "Pflaumenbaum")


def full_case(person, **given):
    """A named case with everything on it, each thing holding one telling word."""
    case = factories.named_case(by=person, **given)
    timeline.note(case=case, text="Wohnt am Pflaumenbaum", by=person, now=NOW)
    tasks.add(case=case, title="Pflaumenbaum anrufen", due_on=DAY, assignee=person, by=person, now=NOW)
    file = SimpleUploadedFile("pflaumenbaum.txt", b"Pflaumenbaum 3")
    case_documents.add(case=case, file=file, name="Pflaumenbaum.txt", by=person, now=NOW)
    referral = Referral(
        target_kind=TargetKind.CARE_POINT, target_name="Am Pflaumenbaum", made_on=case.arrived_on,
        handover=Handover.PASSED_ON, consent_on=DAY, consent_way="mail", consent_scope="Pflaumenbaum",
    )  # fmt: skip
    referrals.refer(case=case, referral=referral, by=person, now=NOW)
    confidential.write(case=case, words="Pflaumenbaum", version=0, by=person, now=NOW)
    looks.open_with_reason(case=case, reason="Beschwerde vom Pflaumenbaum", by=staff_once("leitung"), now=NOW)
    case_people.share(case=case, colleague=staff_once("beratung"), by=person, now=NOW)
    case.refresh_from_db()
    return case


def staff_once(role):
    """The second person of a role, made once."""

    return User.objects.filter(email=f"{role}-zwei@example.org").first() or staff(role, f"{role}-zwei@example.org")


def telling():
    """Every text of advice that still tells something."""
    found = []
    for model in (Case, CaseLine, CaseTask, CaseDocument, Referral, CaseOpening):
        for row in model.objects.values():
            found += [(model.__name__, name) for name, value in row.items() if any(w in str(value) for w in WORDS)]
    return found


def figures():
    """Every registered measure with every split, over all time, and the plain counts."""
    ask = Ask(date(2000, 1, 1), date(2100, 1, 1))
    numbers = {}
    assert {"B1", "B2", "B3", "B4", "B6", "B7a"} <= {measure.key for measure in measures}
    for measure in measures:
        numbers[measure.key] = total(measure, ask)
        for split in measure.splits:
            groups = table(measure, ask, split).groups
            numbers[measure.key, split.key] = [(str(group.key), group.number) for group in groups]
    counts = Contact.objects.count(), Referral.objects.count(), sorted(Contact.objects.values_list("code", "case"))
    return numbers, counts


def test_term_of_a_closed_case_empties_all_of_it_and_keeps_what_counts(django_capture_on_commit_callbacks):
    person = staff("beratung")
    case = full_case(person)
    life.move(case=case, to=CaseState.CLOSED, by=person, now=NOW, results=["verwiesen"])
    document = CaseDocument.objects.get()
    storage, name = document.file.storage, document.file.name
    before, lines = figures(), case.lines.count()

    run_retention(now=NOW + timedelta(days=729), dry=False)
    assert Case.objects.get().state == CaseState.CLOSED
    with django_capture_on_commit_callbacks(execute=True):
        run_retention(now=NOW + timedelta(days=731), dry=False)

    case.refresh_from_db()
    assert (case.state, case.client_name, case.erase_on, case.results) == (CaseState.ANONYMOUS, "", None, ["verwiesen"])
    assert telling() == []
    assert not ConfidentialNote.objects.exists()
    assert not CaseDocument.objects.exists()
    assert not CaseShare.objects.exists()
    assert not storage.exists(name)
    assert case.lines.count() == lines
    assert figures() == before


def test_open_case_has_no_term():
    full_case(staff("beratung"))

    run_retention(now=NOW + timedelta(days=9999), dry=False)

    assert Case.objects.get().state == CaseState.ACCEPTED


def test_anonymised_case_can_never_hold_a_name_again():
    person = staff("beratung")
    case = anonymising.anonymise(case=full_case(person), by=person, now=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(client_name="Ratsuchende Muster")
    with pytest.raises(timeline.Anonymised):
        timeline.note(case=case, text="doch noch", by=person, now=NOW)
    with pytest.raises(timeline.Anonymised):
        confidential.write(case=case, words="doch noch", version=0, by=person, now=NOW)
    with pytest.raises(life.NotNow):
        life.move(case=case, to=CaseState.REOPENED, by=person, now=NOW, reason="doch noch")


def test_anonymising_twice_is_anonymising_once():
    person = staff("beratung")
    case = anonymising.anonymise(case=full_case(person), by=person, now=NOW)
    version = case.version

    anonymising.anonymise(case=case, by=person, now=NOW)

    assert Case.objects.get().version == version


def test_client_asks_what_is_held_and_gets_it_without_the_sealed_box():
    case = full_case(staff("beratung"))

    told = export_person(email="Ratsuchende@Example.org", now=NOW, by=staff("leitung"))["records"]

    assert set(told) >= {"advice.case", "advice.caseline", "advice.casetask", "advice.casedocument", "advice.referral"}
    assert told["advice.case"]["rows"][0]["client_name"] == case.client_name
    assert "box" not in told["advice.confidentialnote"]["rows"][0]


def test_client_asks_for_erasure_and_another_case_stays_as_it_is(django_capture_on_commit_callbacks):
    person = staff("beratung")
    case, other = full_case(person), factories.case(by=person, client_name="Andere Muster")
    document = CaseDocument.objects.get()
    before = figures()

    with django_capture_on_commit_callbacks(execute=True):
        erase_person(email="ratsuchende@example.org", now=NOW, by=staff("leitung"))

    case.refresh_from_db()
    assert case.state == CaseState.ANONYMOUS
    assert telling() == []
    assert not ConfidentialNote.objects.exists()
    assert not document.file.storage.exists(document.file.name)
    assert figures() == before
    assert Case.objects.get(pk=other.pk).client_name == "Andere Muster"
    assert case.lines.filter(kind=enums.LineKind.TASK).exists()


def some(of):
    return st.sampled_from(list(of))


CONTACT = st.fixed_dictionaries(
    {
        "area": some(["wohnen", "pflege"]),
        "audience": some(Audience.values),
        "topics": st.lists(some(Topic.values), min_size=1, max_size=3, unique=True),
        "channel": some(Channel.values),
        "kind": some(Kind.values),
        "duration": some(Duration.values),
        "place": some(["03361007", "03361", "03241001", None]),
        "happened_on": st.dates(date(2024, 1, 1), DAY),
        "results": st.lists(some(Result.values), max_size=2, unique=True),
        "becomes_case": st.booleans(),
        "comes_again": st.booleans(),
        "refers": st.none() | some(TargetKind.values),
        "moves_area": st.booleans(),
        "full": st.booleans(),
        "erased": st.booleans(),
    }
)


@given(st.lists(CONTACT, min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_anonymising_leaves_every_registered_measure_unchanged(world):
    """Random worlds: all cases are anonymised, one way or the other, and not one number moves."""
    with transaction.atomic():  # each world begins with an empty house
        person = staff_once("beratung")
        for told in world:
            build(person, dict(told))
        before = figures()

        if any(told["erased"] for told in world):
            erase_person(email="ratsuchende@example.org", now=NOW, by=staff_once("leitung"))
        for case in Case.objects.all():
            anonymising.anonymise(case=case, by=person, now=NOW)

        assert figures() == before
        assert telling() == []
        assert set(Case.objects.values_list("state", flat=True)) <= {CaseState.ANONYMOUS}
        transaction.set_rollback(True)


def build(person, told):
    """One contact and what became of it."""
    flags = {name: told.pop(name) for name in ("becomes_case", "comes_again", "refers", "moves_area", "full", "erased")}
    told["area"] = factories.area(told["area"])
    told["place"] = place(told["place"]) if told["place"] else None
    told |= {} if told["place"] else {"where": "unbekannt"}
    if not flags["becomes_case"]:
        factories.contact(by=person, **told)
        return
    case = full_case(person, **told) if flags["full"] else factories.named_case(by=person, **told)
    if flags["comes_again"]:
        factories.contact(by=person, **told, code=case.code)
    if flags["refers"]:
        referral = Referral(target_kind=flags["refers"], target_name="Stelle", made_on=told["happened_on"])
        referrals.refer(case=case, referral=referral, by=person, now=NOW)
    if flags["moves_area"]:
        case.refresh_from_db()
        other = factories.area("pflege" if case.area.key == "wohnen" else "wohnen")
        case_people.move_area(case=case, area=other, reason="Passt dort besser", by=person, now=NOW)
