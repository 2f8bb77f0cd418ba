"""The confidential note: its words are nowhere in clear, and a key that is missing destroys nothing."""

import json
import logging
import sqlite3
import tarfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from deele.advice import enums
from deele.advice.actions import confidential, looks
from deele.advice.models import Case, ConfidentialNote
from deele.advice.rules import boxes
from deele.advice.tests import factories
from deele.advice.tests.factories import NOW
from deele.audit.models import Entry
from deele.core.backup import moves
from deele.core.versions import Conflict
from deele.directory.tests.factories import staff
from deele.privacy.actions.export import export_person
from deele.privacy.kinds import register_of

pytestmark = pytest.mark.django_db
OLD, NEW = "alt-" + "a" * 40, "neu-" + "b" * 40
SECRET = "Planted-Zaunkönig-7351"  # a word that stands nowhere else in the house
PARTS = ("Zaunkönig", "Zaunk\\u00f6nig", "Zaunk%C3%B6nig", "Planted-Zaunk", "nig-7351")


@pytest.fixture(autouse=True)
def keys(settings):
    settings.DEELE_SECOND_FACTOR = False
    settings.DEELE_NOTE_KEYS = OLD


@pytest.fixture
def adviser(client):
    person = staff("beratung")
    client.force_login(person)
    return person


def page(case):
    return reverse("advice:case-confidential", args=[case.pk])


def write(case, words=SECRET, version=0, by=None):
    confidential.write(case=case, words=words, version=version, by=by, now=NOW)


def read(case, by=None):
    return confidential.read(case=case, by=by, now=NOW)


def told(text):
    """The parts of the secret that stand in a text."""
    text = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return [part for part in PARTS if part in text]


def test_words_are_sealed_read_and_each_reading_is_logged(client, adviser):
    case = factories.case(by=adviser)
    client.post(page(case), {"words": SECRET, "version": 0})

    shown = client.get(page(case)).content.decode()

    assert SECRET in shown
    assert "data-draft" not in shown
    assert Entry.objects.filter(event=enums.SECRET_WRITTEN.key).count() == 1
    assert Entry.objects.filter(event=enums.SECRET_READ.key).count() == 1
    assert "no-store" in client.get(page(case))["Cache-Control"]


def test_box_copied_to_another_case_opens_nowhere(adviser):
    one, other = factories.case(by=adviser), factories.case(by=adviser)
    write(one)
    note = ConfidentialNote.objects.get()
    ConfidentialNote.objects.create(case=other, key_name=note.key_name, box=note.box, written_at=NOW)

    with pytest.raises(confidential.Closed):
        read(other)


@pytest.mark.parametrize(
    "change", [lambda box: box[:-1], lambda box: b"\x02" + box[1:], lambda box: b"", bytes.swapcase]
)
def test_box_that_was_changed_is_closed_and_stays_as_it_is(adviser, change):
    case = factories.case(by=adviser)
    write(case)
    changed = change(bytes(ConfidentialNote.objects.get().box))
    ConfidentialNote.objects.update(box=changed)

    with pytest.raises(confidential.Closed):
        read(case)
    with pytest.raises(confidential.Closed):
        write(case, "neu", 1)
    assert bytes(ConfidentialNote.objects.get().box) == changed


@pytest.mark.parametrize("wrong", ["", "zu-kurz", NEW])
def test_key_missing_or_wrong_closes_the_note_says_why_and_overwrites_nothing(client, adviser, settings, wrong):
    case = factories.case(by=adviser)
    write(case)
    before = bytes(ConfidentialNote.objects.get().box)
    settings.DEELE_NOTE_KEYS = wrong

    shown = client.get(page(case))
    client.post(page(case), {"words": "Neue Worte", "version": 1})

    assert "DEELE_NOTE_KEYS" in shown.content.decode()
    assert client.get(reverse("advice:case", args=[case.pk])).status_code == 200
    assert bytes(ConfidentialNote.objects.get().box) == before
    settings.DEELE_NOTE_KEYS = OLD
    assert read(case)[0] == SECRET


def test_without_any_key_no_note_is_written_and_the_text_stays_on_the_page(client, adviser, settings):
    case = factories.case(by=adviser)
    settings.DEELE_NOTE_KEYS = ""

    answer = client.post(page(case), {"words": SECRET, "version": 0})

    assert answer.context["form"].non_field_errors()
    assert SECRET in answer.content.decode()
    assert not ConfidentialNote.objects.exists()


def test_rotation_seals_anew_and_the_old_key_may_go(adviser, settings):
    cases = [factories.case(by=adviser) for _number in range(3)]
    for case in cases:
        write(case)
    settings.DEELE_NOTE_KEYS = f"{NEW},{OLD}"

    call_command("rotate_note_keys")
    settings.DEELE_NOTE_KEYS = NEW

    assert [read(case)[0] for case in cases] == [SECRET] * 3
    assert confidential.rotate() == (0, 0)


def test_rotation_broken_off_in_the_middle_goes_on_where_it_stood(adviser, settings, monkeypatch):
    cases = [factories.case(by=adviser) for _number in range(5)]
    for case in cases:
        write(case)
    settings.DEELE_NOTE_KEYS = f"{NEW}\n{OLD}"
    monkeypatch.setattr(confidential, "PORTION", 2)
    whole, done = confidential.sealed_anew, []

    def breaks(note, ring):
        if len(done) == 3:
            raise KeyboardInterrupt
        done.append(note)
        return whole(note, ring)

    monkeypatch.setattr(confidential, "sealed_anew", breaks)
    with pytest.raises(KeyboardInterrupt):
        confidential.rotate()
    assert [read(case)[0] for case in cases] == [SECRET] * 5  # both keys are here
    monkeypatch.setattr(confidential, "sealed_anew", whole)

    assert confidential.rotate()[0] >= 2
    settings.DEELE_NOTE_KEYS = NEW
    assert [read(case)[0] for case in cases] == [SECRET] * 5


def test_rotation_names_notes_whose_key_is_not_there_and_leaves_them(adviser, settings):
    case = factories.case(by=adviser)
    write(case)
    settings.DEELE_NOTE_KEYS = NEW

    with pytest.raises(CommandError):
        call_command("rotate_note_keys")
    settings.DEELE_NOTE_KEYS = f"{NEW},{OLD}"
    assert read(case)[0] == SECRET


def test_second_of_two_who_write_sees_both_versions_and_nothing_is_lost(client, adviser):
    case = factories.case(by=adviser)
    write(case, "Fassung der Kollegin")

    late = client.post(page(case), {"words": "Meine Fassung", "version": 0})

    shown = late.content.decode()
    assert "Fassung der Kollegin" in shown
    assert "Meine Fassung" in shown
    assert read(case)[0] == "Fassung der Kollegin"
    with pytest.raises(Conflict):
        write(case, "noch eine", 7)
    client.post(page(case), {"words": "Meine Fassung", "version": late.context["form"]["version"].value()})
    assert read(case)[0] == "Meine Fassung"


def test_empty_words_take_the_note_away(adviser):
    case = factories.case(by=adviser)
    write(case)
    write(case, "  ", 1)

    assert not ConfidentialNote.objects.exists()
    assert Entry.objects.filter(event=enums.SECRET_REMOVED.key).count() == 1


def test_lead_reads_it_only_with_a_reason_and_that_is_logged_on_its_own(client, adviser):
    case, boss = factories.case(by=adviser), staff("leitung")
    write(case)
    client.force_login(boss)
    way = reverse("advice:opened-note", args=[case.pk])
    assert client.get(way).status_code == 404
    looks.open_with_reason(case=case, reason="Beschwerde liegt vor, bitte prüfen", by=boss, now=timezone.now())

    assert SECRET in client.get(way).content.decode()
    assert Entry.objects.filter(event=enums.SECRET_READ.key, actor_id=boss.pk).count() == 1
    case.openings.update(until=timezone.now() - timedelta(seconds=1))
    assert client.get(way).status_code == 404


@pytest.mark.parametrize("debug", [True, False])
def test_error_pages_show_nothing_of_it(client, adviser, settings, monkeypatch, debug, caplog):
    case = factories.case(by=adviser)
    write(case, "Etwas anderes")
    settings.DEBUG = debug
    client.raise_request_exception = False

    def fails(words, *, ring, place):
        sealed = words + "!"
        raise RuntimeError(f"Platte voll, {len(sealed)}")

    monkeypatch.setattr(boxes, "seal", fails)
    with caplog.at_level(logging.DEBUG):
        answer = client.post(page(case), {"words": SECRET, "version": 1})

    assert answer.status_code == 500
    assert (told(answer.content), told(caplog.text)) == ([], [])
    if debug:
        assert b"RuntimeError" in answer.content


def test_keys_show_in_no_repr():
    assert OLD not in repr(boxes.keyring(OLD))
    assert boxes.keyring(OLD).keys[boxes.name_of(OLD)].hex() not in repr(boxes.keyring(OLD))


def every_cell():
    """Everything the database holds, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            yield from ((table, cell) for row in cursor.fetchall() for cell in row)


def test_the_words_stand_in_no_table_index_export_or_register(client, adviser):
    case = factories.named_case(by=adviser)
    client.post(page(case), {"words": SECRET, "version": 0})
    client.get(page(case))

    found = [table for table, cell in every_cell() if told(cell)]
    exported = json.dumps(export_person(email=case.client_email, now=NOW, by=adviser), ensure_ascii=False)

    assert found == []
    assert "Ratsuchende Muster" in exported
    assert told(exported) == []
    assert set(register_of.get("advice.confidentialnote").secret) == {"box"}
    assert told(client.get(reverse("advice:case", args=[case.pk])).content) == []
    assert page(case).encode() not in client.get("/schreibtisch/suche/", {"q": "Zaunkönig"}).content


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not django_settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"), reason="reads the file")
def test_the_words_stand_in_no_file_of_the_database_and_in_no_backup(client, tmp_path, settings):
    """The real file and its write-ahead log, the archive of `manage.py backup`; the key is in none of them."""
    factories.area()
    person = staff("beratung")
    client.force_login(person)
    case = factories.case(by=person)
    client.post(page(case), {"words": SECRET, "version": 0})
    assert Case.objects.get().confidential
    name = connection.settings_dict["NAME"]
    house = moves.House(tmp_path, tmp_path / "media", {"ENGINE": "django.db.backends.sqlite3", "NAME": name})
    (tmp_path / "note-keys").mkdir()
    (tmp_path / "note-keys" / "keys").write_text(OLD)
    (tmp_path / "keys").mkdir()
    (tmp_path / "media").mkdir()

    archive = moves.make(house, tmp_path / "out", now=NOW, with_keys=True)

    files = [path for path in Path(name).parent.glob(f"{Path(name).name}*") if path.is_file()]
    assert files
    assert [path.name for path in [*files, archive] if told(path.read_bytes())] == []
    assert OLD.encode() not in archive.read_bytes()
    with tarfile.open(archive) as tar:
        assert not [one for one in tar.getnames() if "note" in one]
    with closing(sqlite3.connect(name)) as raw:
        assert raw.execute("SELECT count(*) FROM advice_confidentialnote").fetchone() == (1,)
