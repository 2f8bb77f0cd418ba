"""Reading PDFs: real ones, accessible and not, and those that should not be taken."""

import io

import pytest
from django.core.files.storage import default_storage

from deele.core.uploads import BadUpload
from deele.events.actions.documents import safe_file
from deele.library.actions import files, publication_index, publications, reading
from deele.library.enums.publication import FileState, State, Verdict
from deele.library.models import PageText, PublicationFile
from deele.library.queries import page_hits, publication_desk
from deele.library.queries import publication_documents as documents
from deele.library.readers import pdf
from deele.library.rules import pdf_findings
from deele.library.tests import pdfs
from deele.library.tests.publication_factories import NOW, a_file, publication
from deele.search import queries as search
from deele.search.kinds import Query

pytestmark = pytest.mark.django_db


def found(content: bytes) -> dict[str, bool]:
    """Findings by key."""
    document = pdf.opened(io.BytesIO(content))
    lengths = [len(text) for text in pdf.texts(document, stopping=lambda: False)]
    return {one.key: one.ok for one in pdf.findings(document, lengths)}


def refused(content: bytes) -> str:
    with pytest.raises(pdf.Unreadable) as caught:
        found(content)
    return caught.value.reason


def test_a_tagged_pdf_is_read_page_by_page_and_found_good():
    kept = a_file(publication(), pdfs.tagged())
    assert (kept.state, kept.pages) == (FileState.READY, 3)
    texts = list(PageText.objects.filter(file=kept).values_list("number", "text"))
    assert [number for number, _text in texts] == [1, 2, 3]
    assert "Leerstandsmanagement" in texts[1][1]
    assert "Seite 2 von 3" in texts[1][1]
    assert kept.report.verdict == Verdict.GOOD
    assert all(one["ok"] for one in kept.report.findings)


def test_a_pdf_without_tags_is_read_and_named_not_accessible():
    kept = a_file(publication(), pdfs.untagged())
    assert kept.state == FileState.READY
    assert kept.report.verdict == Verdict.BAD
    wrong = {one["key"] for one in kept.report.findings if not one["ok"]}
    assert wrong == {"tagged", "language", "title", "title_shown"}


def test_every_finding_says_what_why_and_how_to_repair():
    kept = a_file(publication(), pdfs.untagged())
    row = publication_desk.report(kept)
    assert len(row["wrong"]) == 4
    assert all(str(one[key]) for one in row["wrong"] for key in ("what", "why", "repair"))
    assert row["not_checked"]


def test_a_scanned_pdf_is_never_searchable():
    of = publication()
    kept = a_file(of, pdfs.scanned())
    assert kept.state == FileState.NO_TEXT
    assert kept.report.verdict == Verdict.BAD
    assert page_hits.of_publications([of.pk], "Leerstand") == {}


def test_more_than_twenty_pages_want_bookmarks():
    without = pdfs.untagged(24)
    assert found(without)["bookmarks"] is False
    assert found(pdfs.tagged(24))["bookmarks"] is True
    assert "bookmarks" not in found(pdfs.tagged(3))


def test_a_picture_without_words_a_jump_of_headings_and_a_table_without_head_are_found():
    plain = '#figure(rect(width: 2cm), alt: "Ein Rechteck")\n'
    assert found(pdfs.tagged(1, plain))["pictures"] is True

    def silence(writer):
        for number in range(1, len(writer._objects) + 1):
            one = writer.get_object(number)
            if isinstance(one, dict) and one.get("/S") == "/Figure":
                one.pop("/Alt", None)
            if isinstance(one, dict) and one.get("/S") == "/H1":
                one[pdfs.NameObject("/S")] = pdfs.NameObject("/H3")

    spoiled = found(pdfs.changed(pdfs.tagged(2, plain), silence))
    assert spoiled["pictures"] is False
    assert spoiled["headings"] is False
    table = "#table(columns: 2, [1], [2])\n"
    assert found(pdfs.tagged(1, table))["tables"] is False
    headed = "#table(columns: 2, table.header([a], [b]), [1], [2])\n"
    assert found(pdfs.tagged(1, headed))["tables"] is True


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (pdfs.encrypted, "encrypted"),
        (pdfs.with_script, "script"),
        (pdfs.with_named_script, "script"),
        (pdfs.with_attachment, "attachment"),
        (pdfs.with_bookmark_script, "script"),
        (lambda: pdfs.with_link_action("/Launch"), "launch"),
        (lambda: pdfs.with_link_action("/JavaScript"), "script"),
        (lambda: b"%PDF-1.7\nnichts als Text", "broken"),
        (lambda: pdfs.tagged()[:700], "broken"),
    ],
)
def test_what_cannot_be_taken_is_named(make, reason):
    assert refused(make()) == reason
    assert all(map(str, pdf_findings.PROBLEMS[reason]))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (pdfs.with_script, "script"),
        (pdfs.with_named_script, "script"),
        (pdfs.with_script_and_attachment, "script"),  # one danger does not hide another
        (pdfs.with_bookmark_script, "script"),
        (lambda: pdfs.with_link_action("/Launch"), "launch"),
        (lambda: pdfs.with_link_action("/JavaScript"), "script"),
        (pdfs.tagged, ""),
        (pdfs.with_attachment, ""),  # an invoice carries its data; it is handed on, not opened
        (pdfs.encrypted, ""),
        (lambda: pdfs.tagged()[:700], ""),
    ],
)
def test_files_of_events_groups_and_actions_run_nothing(make, reason):
    content = make()
    if reason:
        with pytest.raises(BadUpload) as caught:
            safe_file(io.BytesIO(content), is_photo=False)
        assert caught.value.code == reason
    else:
        assert safe_file(io.BytesIO(content), is_photo=False) == ("pdf", content)


def test_a_refused_file_says_why_and_its_content_is_gone(django_capture_on_commit_callbacks):
    of = publication()
    kept = a_file(of, pdfs.with_script(), read=False)
    name = kept.file.name
    assert default_storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        reading.read(file=kept, now=NOW, stopping=lambda: False)
    kept.refresh_from_db()
    assert (kept.state, kept.problem, kept.file.name) == (FileState.REFUSED, "script", "")
    assert not default_storage.exists(name)
    assert not PageText.objects.filter(file=kept).exists()


def test_a_pdf_that_only_forbids_copying_is_read_and_that_is_said():
    locked = pdfs.encrypted("")
    assert found(locked)["locked"] is False


def test_reading_twice_leaves_one_text_of_each_page():
    kept = a_file(publication(), pdfs.tagged())
    reading.read(file=kept, now=NOW, stopping=lambda: False)
    assert PageText.objects.filter(file=kept).count() == 3


def test_a_worker_that_ends_in_the_middle_can_begin_again():
    kept = a_file(publication(), pdfs.tagged(), read=False)
    with pytest.raises(InterruptedError):
        reading.read(file=kept, now=NOW, stopping=lambda: True)
    assert PublicationFile.objects.get(pk=kept.pk).state == FileState.WAITING
    again = reading.read(file=PublicationFile.objects.get(pk=kept.pk), now=NOW, stopping=lambda: False)
    assert again.state == FileState.READY


def test_the_content_decides_not_the_name():
    of = publication()
    for content in (b"MZ\x00\x01\x02" * 9, b"<html><body>x</body></html>", b""):
        with pytest.raises(BadUpload):
            a_file(of, content)


def test_the_same_file_twice_is_one():
    of = publication()
    a_file(of, pdfs.tagged())
    with pytest.raises(files.SameFile):
        a_file(of, pdfs.tagged())


def test_a_hit_names_its_page_and_opens_the_file_there():
    of = publication()
    kept = a_file(of, pdfs.tagged(5))
    hits = page_hits.of_publications([of.pk], "Kapitel 4")[of.pk]
    assert hits[0].number == 4
    assert hits[0].url == f"{kept.get_absolute_url()}#page=4"
    compound = page_hits.of_publications([of.pk], "Leerstand", 30)[of.pk]
    assert [hit.number for hit in compound] == [1, 2, 3, 4, 5]
    assert any(part.hit and part.text == "Leerstandsmanagement" for part in compound[0].parts)


def test_pages_of_a_draft_come_into_the_index_when_it_is_published():
    of = publication(state=State.DRAFT)
    a_file(of, pdfs.tagged())
    assert page_hits.of_publications([of.pk], "Leerstand") == {}
    from deele.library.tasks import publications as jobs  # noqa: PLC0415

    publications.move(publication=of, to=State.PUBLISHED, by=None, now=NOW)
    jobs.index_pages.call(of.pk)
    assert page_hits.of_publications([of.pk], "Leerstand")
    publications.move(publication=of, to=State.WITHDRAWN, by=None, now=NOW)
    jobs.index_pages.call(of.pk)
    assert page_hits.of_publications([of.pk], "Leerstand") == {}


def test_dealing_pages_anew_loses_none():
    of = publication()
    a_file(of, pdfs.tagged(4))
    publication_index.deal_pages_anew()
    assert [hit.number for hit in page_hits.of_publications([of.pk], "Nachbarschaft", 30)[of.pk]] == [1, 2, 3, 4]


@pytest.mark.slow  # 800 real pages are the point
def test_a_pdf_of_800_pages_is_read_whole_and_its_last_page_is_found():
    of = publication()
    kept = a_file(of, pdfs.changed(pdfs.untagged(8), hundredfold))

    assert (kept.state, kept.pages) == (FileState.READY, 800)
    assert PageText.objects.filter(file=kept).count() == 800
    assert PageText.objects.get(file=kept, number=800).text.strip().endswith("Seite 8 von 8.")
    assert search.search(Query(documents.PAGES, text="Leerstandsmanagement", limit=1)).total == 800


def hundredfold(writer):
    """Every page a hundred times over, in its order."""
    pages = list(writer.pages)
    for _turn in range(99):
        for page in pages:
            writer.add_page(page)
