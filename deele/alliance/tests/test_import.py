"""A list of members comes in as facts with their source; again is the same; what the office worked on stays."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from deele.alliance.actions import demo, demo_marks, imports
from deele.alliance.enums import Basis, State
from deele.alliance.models import Membership, Profile
from deele.alliance.readers import members
from deele.alliance.tests import factories
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOW = timezone.now()
HEADER = "id,organisation,kind,level,membership_basis,themes,expects_summary,evidence_note,source_url\n"
LIST = HEADER + (
    'x-1,Dachverband Muster,kommunalverband,land,gruendung,Kommunen; Quartier,"Wants, good ideas.",,https://a.de/1\n'
    "x-2,Landkreise Muster,kommunalverband,land,ueber_dachverband,,,über x-1,https://a.de/1\n"
    "x-3,Projekt Muster,projekt,ort,mitwirkung_aktion,,,,https://a.de/2\n"
    "x-4,Vereine,sport,land,als_gruppe_genannt,,,nur als Gruppe genannt,https://a.de/2\n"
    "x-5,Wohlfahrt Muster,wohlfahrtsverband,land,ueber_dachverband,,,Dach nicht in der Liste,https://a.de/3\n"
    "x-6,Unklar Muster,verein,ort,vielleicht,,,,https://a.de/3\n"
)


def test_facts_come_with_their_source_and_summaries_stay_inside(capsys, tmp_path):
    mails.office()
    path = tmp_path / "liste.csv"
    path.write_text(LIST, "utf-8")
    for _turn in range(2):
        call_command("import_members", str(path), umbrella=["x-2=x-1"], as_of="2026-11")

    told = capsys.readouterr().out
    assert "5 Mitglieder neu, 0 geändert, 0 wie zuvor." in told
    assert "0 Mitglieder neu, 0 geändert, 5 wie zuvor." in told
    assert "Zeile 7" in told
    assert "leer gelassen: Wohlfahrt Muster" in told
    first = Membership.objects.get(external_id="x-1")
    assert (first.basis, first.source_url, first.as_of_in_words) == (Basis.FOUNDER, "https://a.de/1", "November 2026")
    assert first.themes == ["kommunale_steuerung", "nachbarschaft"]
    assert "unsere Zusammenfassung" in first.internal_note
    assert not Profile.objects.exists()
    assert Membership.objects.get(external_id="x-2").umbrella == first


def test_what_the_office_worked_on_is_left_alone():
    rows, _problems = members.read_csv(LIST)
    imports.take_in(rows=rows, now=NOW)
    factories.delegate(Membership.objects.get(external_id="x-3"))
    changed, _problems = members.read_csv(
        LIST.replace("Projekt Muster", "Anders Muster").replace("Vereine", "Sportvereine")
    )

    done = imports.take_in(rows=changed, now=NOW)

    assert (done.made, done.changed, done.same) == (0, 1, 3)
    assert done.left_alone == ["Projekt Muster"]
    assert Membership.objects.get(external_id="x-4").name == "Sportvereine"


def test_a_file_that_is_no_list_gets_a_clear_answer(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("Name;Ort\nVerein;Celle\n", "utf-8")
    with pytest.raises(CommandError, match="id, organisation"):
        call_command("import_members", str(path))
    path.write_bytes("id;organisation\n1;Mütter".encode("latin-1"))
    with pytest.raises(CommandError, match="UTF-8"):
        call_command("import_members", str(path))


def test_the_demonstration_is_made_once_and_names_no_real_person():
    mails.office()
    assert demo.make(NOW) == 25 + len(demo.SAMPLES)
    assert demo.make(NOW) == 0
    real = Membership.objects.exclude(external_id__startswith=demo.MARK)
    assert real.exclude(source_url="").count() == 25
    assert not Profile.objects.filter(membership__in=real).exists()
    assert set(real.values_list("state", flat=True)) == {State.MEMBER}


def test_members_of_the_demonstration_who_give_and_seek_stand_in_the_list(client):
    mails.office()
    demo_marks.make(NOW)

    shown = client.get("/buendnis/mitglieder/").content.decode()

    for sample in demo_marks.MEMBERS:
        assert sample.name in shown
