"""The pages of cases, as advisers and whoever leads use them."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from deele.advice import enums
from deele.advice.actions import case_documents
from deele.advice.enums import CaseState, LineKind
from deele.advice.models import Case, CaseDocument, CaseLine, Referral
from deele.advice.tests import factories
from deele.audit.models import Entry
from deele.core.uploads import BadUpload
from deele.directory.tests.factories import staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world(settings):
    settings.DEELE_SECOND_FACTOR = False
    factories.area()


@pytest.fixture
def adviser(client):
    person = staff("beratung")
    client.force_login(person)
    return person


def url(name, *args):
    return reverse(f"advice:{name}", args=args)


def form_of(answer, name="form"):
    """What the form of a page would send."""
    form = answer.context[name]
    return {field.html_name: field.value() or "" for field in form if field.value() not in (None, [])}


def test_from_the_telephone_to_a_case_with_one_click(client, adviser):
    contact = factories.contact(by=adviser)
    assert url("case-from-contact", contact.pk) in client.get(url("log")).content.decode()

    answer = client.post(url("case-from-contact", contact.pk), follow=True)

    assert answer.context["case"].contacts.get() == contact
    assert Entry.objects.filter(event=enums.CASE_READ.key).count() == 1


def test_case_page_shows_what_comes_next_and_takes_a_step(client, adviser):
    case = factories.named_case(by=adviser)
    page = client.get(url("case", case.pk))
    assert "Ratsuchende Muster" in page.content.decode()

    client.post(url("case-move", case.pk), {"to": "in_bearbeitung", "version": case.version})

    case.refresh_from_db()
    assert case.state == CaseState.WORKING


def test_step_out_of_order_is_named_and_changes_nothing(client, adviser):
    case = factories.case(by=adviser)

    answer = client.post(url("case-move", case.pk), {"to": "wiedereroeffnet", "version": case.version}, follow=True)

    assert "angenommen" in str(next(iter(answer.context["messages"])))
    assert client.post(url("case-move", case.pk), {"to": "unsinn", "version": 1}).status_code == 404
    assert Case.objects.get().state == CaseState.ACCEPTED


def test_closing_asks_for_results_on_a_page_of_its_own(client, adviser):
    case = factories.case(by=adviser, state=CaseState.WORKING)
    Case.objects.update(results=[])
    page = url("case-move", case.pk) + "?nach=abgeschlossen"
    sent = form_of(client.get(page))

    refused = client.post(page, sent)
    done = client.post(page, {**form_of(refused), "results": ["verwiesen", "material_versandt"]})

    assert "results" in refused.context["form"].errors
    assert done.status_code == 302
    assert Case.objects.get().results == ["verwiesen", "material_versandt"]


def test_second_of_two_who_change_a_case_sees_both_versions(client, adviser):
    case = factories.named_case(by=adviser)
    page = url("case-change", case.pk)
    sent = form_of(client.get(page))
    first = client.post(page, {**sent, "client_phone": "04231 1"})

    late = client.post(page, {**sent, "working_note": "Meine Fassung"})

    assert first.status_code == 302
    assert {row.label for row in late.context["form"].conflict} >= {"Arbeitsnotiz"} or late.context["form"].conflict
    assert Case.objects.get().client_phone == "04231 1"
    client.post(page, {**form_of(late), "client_phone": "04231 1"})
    assert (Case.objects.get().working_note, Case.objects.get().client_phone) == ("Meine Fassung", "04231 1")


def test_new_case_is_opened_once_however_often_it_is_sent(client, adviser):
    factories.place()
    page = url("case-new")
    sent = {**form_of(client.get(page)), "audience": "kommune_politik", "place": "Kirchlinteln (03361007)"}
    for _time in range(2):
        answer = client.post(page, {**sent, "topics": ["recht"], "where": "ort"})
        assert answer.status_code == 302, answer.context["form"].errors

    case = Case.objects.get()
    assert (case.adviser, len(case.code), case.state) == (adviser, 5, CaseState.ACCEPTED)


def test_contact_is_put_to_a_case_by_its_number(client, adviser):
    case, contact = factories.case(by=adviser), factories.contact(by=adviser)
    page = url("case-join", contact.pk)

    unknown = client.post(page, {"number": "F99999"})
    client.post(page, {"number": case.number})

    assert unknown.context["form"].errors
    assert case.contacts.count() == 2


def test_note_task_and_referral(client, adviser):
    case = factories.case(by=adviser)
    client.post(url("case-note", case.pk), {"token": "a", "text": "Rückruf am Montag"})
    client.post(url("case-task", case.pk), {"token": "b", "title": "Unterlagen", "assignee": adviser.pk})
    client.post(url("case-task-done", case.pk, case.tasks.get().pk))
    page = url("case-referral", case.pk)
    given = {"token": "c", "target_kind": "pflegestuetzpunkt", "target_name": "Stützpunkt", "made_on": "2026-11-24"}
    refused = client.post(page, {**given, "handover": "weitergegeben"})
    client.post(page, {**given, "handover": "adresse"})

    assert "consent_on" in refused.context["form"].errors
    assert Referral.objects.get().handover == "adresse"
    kinds = list(case.lines.values_list("kind", flat=True))
    assert [kinds.count(one) for one in (LineKind.NOTE, LineKind.TASK, LineKind.REFERRAL)] == [1, 2, 1]
    assert "Rückruf am Montag" in client.get(url("case", case.pk) + "?art=notiz").content.decode()


def test_referral_offers_the_office_responsible_for_the_place_and_any_by_its_name(client, adviser):
    from_here = factories.office("Beratungsstelle Muster")
    case = factories.case(by=adviser)
    page = url("case-referral", case.pk)

    assert from_here in client.get(page).context["offices"]
    assert client.get(page + "?q=stelle mus").context["offices"] == [from_here]
    given = {"token": "d", "target_kind": "wohnberatung", "entry": from_here.pk, "made_on": "2026-11-24"}
    client.post(page, {**given, "handover": "adresse"})
    assert Referral.objects.get().entry == from_here


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Sie hat Demenz.", "Gesundheit"), ("Herr Muster, 0511 1234567", "Telefonnummer"), ("a@example.org", "E-Mail")],
)
def test_free_text_is_kept_and_gently_hinted_at_without_scripts(client, adviser, text, kind):
    case = factories.case(by=adviser)

    answer = client.post(url("case-note", case.pk), {"token": text[:9], "text": text}, follow=True)

    assert CaseLine.objects.get(kind=LineKind.NOTE).text == text
    assert kind in " ".join(map(str, answer.context["messages"]))


def pdf(name="plan.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 Muster")


def test_document_comes_back_as_a_download_and_never_as_a_page(client, adviser):
    case = factories.case(by=adviser)
    for _time in range(2):
        client.post(url("case-document-new", case.pk), {"token": "x", "file": pdf("Unser Plan.html")})
    document = CaseDocument.objects.get()

    answer = client.get(url("case-document", case.pk, document.pk))

    assert answer.content == b"%PDF-1.7 Muster"
    assert answer["Content-Disposition"] == 'attachment; filename="unser-plan.pdf"'
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert client.get(f"/medien/{document.file.name}").status_code == 404
    assert Entry.objects.filter(event=enums.DOCUMENT_READ.key).count() == 1
    client.post(url("case-document-remove", case.pk, document.pk))
    assert not CaseDocument.objects.exists()


def archive(**files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><script>alert(1)</script>", b"<svg onload=alert(1)>", b"MZ\x90\x00" + bytes(range(256)), b"",
        archive(a="b"), archive(word__document_dot_xml="x", word__vbaProject_dot_bin="x"), b"PK\x03\x04 cut",
    ],
)  # fmt: skip
def test_programs_pages_drawings_and_macros_are_refused_at_the_field(client, adviser, content):
    case = factories.case(by=adviser)

    answer = client.post(
        url("case-document-new", case.pk), {"token": "x", "file": SimpleUploadedFile("plan.pdf", content)}
    )

    assert "file" in answer.context["form"].errors
    assert not CaseDocument.objects.exists()


def test_office_files_are_known_by_what_is_in_them():
    word, text = archive(word__document_dot_xml="x"), archive(mimetype=case_documents.TYPES["odt"])

    assert case_documents.safe(io.BytesIO(word))[0] == "docx"
    assert case_documents.safe(io.BytesIO(text))[0] == "odt"
    assert case_documents.safe(io.BytesIO(b"Nur ein Text"))[0] == "txt"
    with pytest.raises(BadUpload):
        case_documents.safe(io.BytesIO(b"%PDF" + bytes(case_documents.LARGEST)))


def test_hand_over_share_and_another_area(client, adviser):
    case, colleague = factories.case(by=adviser), staff("beratung", "kollegin@example.org")
    care = factories.area("pflege")
    other = staff("beratung", "pflege@example.org", area=care)
    adviser.grants.update(area=factories.area())
    colleague.grants.update(area=factories.area())

    client.post(url("case-people", case.pk), {**people(case), "adviser": adviser.pk, "deputy": colleague.pk})
    assert Case.objects.get().deputy == colleague
    client.post(url("case-share", case.pk), {"colleague": other.pk})
    assert case.shares.get().user == other
    client.post(url("case-unshare", case.pk, case.shares.get().pk))
    client.post(url("case-area", case.pk), {**people(Case.objects.get()), "area": care.pk, "reason": "Pflege-WG"})
    assert Case.objects.get().area == care
    assert client.get(url("case", case.pk)).status_code == 404


def people(case):
    return {"version": case.version}


def test_all_cases_of_one_who_left_go_in_one_step(client, adviser):
    leaving = staff("beratung", "geht@example.org")
    cases = [factories.case(by=leaving) for _number in range(2)]
    leaving.grants.update(ended_at=timezone.now())

    assert url("case-hand-over-all", leaving.pk) in client.get(url("case-loads")).content.decode()
    client.post(url("case-hand-over-all", leaving.pk), {"adviser": adviser.pk})

    assert list(Case.objects.filter(adviser=adviser).order_by("pk")) == cases


def test_lead_opens_a_case_by_number_and_reason_and_reads_it(client, adviser):
    case = factories.named_case(by=adviser)
    boss = staff("leitung")
    client.force_login(boss)
    assert client.get(url("opened", case.pk)).status_code == 404

    short = client.post(url("open-case"), {"number": case.number, "reason": "so"})
    unknown = client.post(url("open-case"), {"number": "F99999", "reason": "Beschwerde liegt vor"})
    opened = client.post(url("open-case"), {"number": case.number, "reason": "Beschwerde liegt vor"}, follow=True)

    assert list(short.context["form"].errors), list(unknown.context["form"].errors) == (["reason"], ["number"])
    assert "Ratsuchende Muster" in opened.content.decode()
    assert client.get(url("case", case.pk)).status_code == 403
    case.openings.update(until=timezone.now() - timedelta(seconds=1))
    assert client.get(url("opened", case.pk)).status_code == 404
    client.force_login(adviser)
    assert "Beschwerde liegt vor" in client.get(url("case", case.pk)).content.decode()


def test_only_count_it_asks_first_and_keeps_the_contacts(client, adviser):
    case = factories.named_case(by=adviser)
    assert client.get(url("case-count-only", case.pk)).status_code == 200

    client.post(url("case-count-only", case.pk))

    case.refresh_from_db()
    assert (case.state, case.client_name, case.contacts.count()) == (CaseState.ANONYMOUS, "", 1)
    assert client.get(url("case", case.pk)).status_code == 200
    refused = client.post(url("case-note", case.pk), {"token": "z", "text": "noch etwas"})
    assert refused.context["form"].non_field_errors()


def test_pages_ask_the_database_little(client, adviser, django_assert_max_num_queries):
    for _number in range(9):
        case = factories.named_case(by=adviser)
    for number in range(60):
        client.post(url("case-note", case.pk), {"token": f"n{number}", "text": "Notiz"})
    client.get(url("case", case.pk))

    with django_assert_max_num_queries(26):
        client.get(url("case", case.pk))
    with django_assert_max_num_queries(20):
        client.get(url("cases") + "?sicht=offen")


def test_desk_names_what_is_overdue(client, adviser):
    factories.case(by=adviser, due_on=timezone.localdate() - timedelta(days=1))

    assert "Fälle, deren Termin vorbei ist" in client.get("/schreibtisch/").content.decode()
