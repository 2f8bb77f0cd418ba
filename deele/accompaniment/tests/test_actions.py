"""Plans begin, move on, keep their history; parts, files, proposals; the entry at the end."""

import io
import json
import zipfile
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from deele.access.tests.factories import colleague, grant
from deele.accompaniment.actions import entering, files, group, phases, plans, records, reminding, starter
from deele.accompaniment.enums import Phase, PlanState
from deele.accompaniment.kinds import FileTold, PhaseTold
from deele.accompaniment.models import GoodExample, Milestone, PhaseChange, Plan, PlanContact, Proposal
from deele.accompaniment.queries import durations
from deele.accompaniment.queries import plans as queries
from deele.accompaniment.rules import milestones, survival
from deele.accompaniment.tests import factories
from deele.accounts.tests.factories import user
from deele.core import versions
from deele.core.dates import PartialDate, parse
from deele.core.uploads import BadUpload
from deele.directory.enums import State
from deele.directory.tests.factories import place
from deele.mail.models import OutgoingMail

NOW, DAY = factories.NOW, factories.DAY
pytestmark = pytest.mark.django_db


def told(phase, since="1.11.2026", **more):
    return PhaseTold(phase, parse(since), **more)


def adviser(area, **fields):
    person = user(**fields)
    grant(person, "beratung", area=area)
    return person


def new_plan(**given):
    usual = {"title": "Hof Muster", "area": factories.area(), "place": place(), "begun_on": DAY}
    return Plan(**{**usual, **given})


def test_a_plan_begins_with_its_first_line_and_all_milestones_and_only_once():
    made = plans.begin(plan=new_plan(), told=told("interesse", "2024"), by=None, now=NOW, token="t")
    again = plans.begin(plan=new_plan(), told=told("interesse", "2024"), by=None, now=NOW, token="t")

    assert again == made
    assert made.milestones.count() == len(milestones.SEEDS)
    assert (made.phases.get().when, made.phase_since_in_words) == ("2024", "2024")


def test_a_plan_of_an_owner_begins_at_the_search_or_the_planning_without_a_word():
    for phase in ("objektsuche", "planung"):
        made = plans.begin(plan=new_plan(impulse="top_down"), told=told(phase), by=None, now=NOW)
        assert made.phases.get().out_of_order is False


def test_a_phase_written_down_twice_by_an_impatient_hand_is_one_line():
    plan = plans.begin(plan=new_plan(), told=told("interesse", "2024"), by=None, now=NOW)

    once, again = (phases.enter(plan=plan, told=told("kerngruppe"), by=None, now=NOW) for _click in range(2))

    assert once == again
    assert [line.phase for line in plan.phases.standing().order_by("pk")] == ["interesse", "kerngruppe"]


def test_a_phase_out_of_order_needs_a_reason_and_is_marked_never_refused():
    plan = factories.plan(phase="kerngruppe")
    with pytest.raises(phases.ReasonMissing):
        phases.enter(plan=plan, told=told("planung"), by=None, now=NOW)

    line = phases.enter(plan=plan, told=told("planung", reason="Das Haus war schon da."), by=None, now=NOW)

    assert line.out_of_order
    assert plan.phase == "planung"


def test_a_gate_that_was_not_reached_needs_a_reason_too():
    plan = factories.plan()
    with pytest.raises(phases.ReasonMissing):
        phases.enter(plan=plan, told=told("machbarkeit", gate_met=False), by=None, now=NOW)


def test_nothing_is_entered_that_is_still_to_come():
    with pytest.raises(phases.StillToCome):
        phases.enter(plan=factories.plan(), told=told("machbarkeit", "1.1.2027"), by=None, now=NOW)


def test_a_phase_written_later_for_an_earlier_day_does_not_move_the_plan():
    plan = factories.plan()

    phases.enter(plan=plan, told=told("kerngruppe", "2024", reason="nachgetragen"), by=None, now=NOW)

    assert plan.phase == "objektsuche"
    assert [line.phase for line in plan.phases.standing()] == ["kerngruppe", "objektsuche"]


def test_a_correction_is_a_new_line_and_both_stay():
    plan = factories.plan()
    line = plan.phases.get()
    line.plan = plan

    better = told("konzept", "2.3.2026", reason="Wir waren noch beim Konzept.")
    phases.correct(line=line, told=better, by=None, now=NOW)

    assert plan.phases.count() == 2
    assert (plan.phase, plan.phase_since) == ("konzept", date(2026, 3, 2))
    with pytest.raises(phases.Corrected):
        phases.correct(line=line, told=told("bau", reason="x"), by=None, now=NOW)


def test_a_line_that_never_was_is_taken_back_but_never_the_last_one():
    plan = factories.plan()
    wrong = phases.enter(plan=plan, told=told("machbarkeit"), by=None, now=NOW)

    phases.take_back(line=wrong, by=None, now=NOW, reason="verwechselt")

    assert plan.phase == "objektsuche"
    with pytest.raises(phases.Corrected):
        phases.take_back(line=plan.phases.standing().get(), by=None, now=NOW, reason="x")


def test_a_side_state_leaves_the_phase_as_it_is():
    plan = factories.plan()

    phases.enter(plan=plan, told=told("objektsuche", side="ruhend"), by=None, now=NOW)

    assert (plan.phase, plan.side) == ("objektsuche", "ruhend")


def test_the_accompaniment_moves_as_its_rules_say_and_stopping_says_why():
    plan = factories.plan()
    with pytest.raises(plans.NotNext):
        plans.move(plan=plan, state=PlanState.AGREED, by=None, now=NOW)
    with pytest.raises(plans.ReasonMissing):
        plans.move(plan=plan, state=PlanState.STOPPED, by=None, now=NOW)

    plans.move(plan=plan, state=PlanState.STOPPED, by=None, now=NOW, stopped_for="grundstueck")
    assert plan.ended_on == DAY

    plans.move(plan=plan, state=PlanState.RUNNING, by=None, now=NOW)
    assert plan.ended_on is None


def test_two_advisers_on_one_plan_the_second_sees_the_conflict():
    plan = factories.plan()
    other = Plan.objects.get(pk=plan.pk)
    plans.move(plan=plan, state=PlanState.PAUSED, by=None, now=NOW)

    with pytest.raises(versions.Conflict):
        plans.move(plan=other, state=PlanState.FINISHED, by=None, now=NOW)


def test_an_adviser_leaves_and_the_open_tasks_go_along():
    area = factories.area()
    leaving, coming = adviser(area), adviser(area, email="neu@example.org")
    plan = factories.plan(area=area, adviser=leaving)
    plan.tasks.create(title="Anrufen", assignee=leaving)

    plans.hand_over(plan=plan, to=coming, deputy=None, by=leaving, now=NOW)

    assert (plan.adviser, plan.tasks.get().assignee) == (coming, coming)
    with pytest.raises(plans.NotAllowed):
        plans.hand_over(plan=plan, to=colleague("technik", email="t@example.org"), deputy=None, by=coming, now=NOW)


def test_who_advises_elsewhere_may_not():
    stranger = adviser(factories.area("pflege"))
    plan = factories.plan()

    with pytest.raises(plans.NotAllowed):
        plans.move(plan=plan, state=PlanState.PAUSED, by=stranger, now=NOW)
    assert list(Plan.objects.visible_to(stranger)) == []
    assert list(Plan.objects.visible_to(colleague("leitung", email="l@example.org"))) == []


def picture(name="plan.png"):
    body = io.BytesIO()
    Image.new("RGB", (30, 20), "green").save(body, "PNG")
    return SimpleUploadedFile(name, body.getvalue())


def test_a_file_is_what_it_is_not_what_it_is_called_and_goes_from_the_store(django_capture_on_commit_callbacks):
    plan = factories.plan()
    with pytest.raises(BadUpload):
        files.add(plan=plan, file=SimpleUploadedFile("plan.pdf", b"MZ\x90"), told=FileTold("p.pdf"), by=None, now=NOW)

    kept = files.add(plan=plan, file=picture(), told=FileTold("Lageplan.png", token="t"), by=None, now=NOW)
    assert files.add(plan=plan, file=picture(), told=FileTold("x", token="t"), by=None, now=NOW) == kept
    storage, name = kept.file.storage, kept.file.name
    with django_capture_on_commit_callbacks(execute=True):
        files.remove(file=kept, by=None, now=NOW)

    assert not storage.exists(name)


def test_a_proposal_changes_nothing_until_it_is_taken_over():
    member = factories.member()
    milestone = Milestone.objects.create(plan=member.plan, phase="objektsuche", title="Suchprofil", rank=1)
    said = {"kind": "erledigt", "milestone": milestone, "day": DAY, "text": "Liegt vor."}
    made = group.propose(member=member, told=said, file=None, now=NOW, token="a")
    assert group.propose(member=member, told=said, file=None, now=NOW, token="a") == made
    milestone.refresh_from_db()
    assert milestone.done_on is None

    group.answer(proposal=made, accept=True, words="", by=None, now=NOW)

    milestone.refresh_from_db()
    assert (milestone.done_on, milestone.proof_note) == (DAY, "Liegt vor.")
    with pytest.raises(group.Answered):
        group.answer(proposal=made, accept=False, words="doch nicht", by=None, now=NOW)
    assert OutgoingMail.objects.filter(purpose="accompaniment.answered").count() == 1


def test_declining_needs_a_word_and_keeps_the_file_from_the_group():
    member = factories.member()
    said = {"kind": "datei", "milestone": None, "day": None, "text": ""}
    made = group.propose(member=member, told=said, file=picture(), now=NOW, token="b")
    with pytest.raises(group.Incomplete):
        group.answer(proposal=made, accept=False, words=" ", by=None, now=NOW)

    group.answer(proposal=made, accept=False, words="Bitte ohne Namen.", by=None, now=NOW)

    made.file.refresh_from_db()
    assert made.file.shared is False


def test_news_of_the_group_are_a_contact_once_they_were_read():
    member = factories.member(plan=factories.plan(last_contact_on=date(2026, 1, 1)))
    said = {"kind": "nachricht", "milestone": None, "day": None, "text": "Die Gemeinde hat zugesagt."}
    made = group.propose(member=member, told=said, file=None, now=NOW, token="c")

    group.answer(proposal=made, accept=True, words="", by=None, now=NOW)

    assert PlanContact.objects.get().note == "Die Gemeinde hat zugesagt."
    assert Plan.objects.get().last_contact_on == DAY


def test_proposals_that_say_nothing_are_refused():
    member = factories.member()
    for kind in ("erledigt", "termin", "nachricht", "datei"):
        empty = {"kind": kind, "milestone": None, "day": None, "text": ""}
        with pytest.raises(group.Incomplete):
            group.propose(member=member, told=empty, file=None, now=NOW, token=kind)
    assert not Proposal.objects.exists()


def test_the_link_goes_once_a_day_and_only_to_those_with_an_address():
    member = factories.member()
    group.send_link(member=member, by=None, now=NOW)
    group.send_link(member=member, by=None, now=NOW)

    assert OutgoingMail.objects.filter(purpose=group.GROUP).count() == 1
    with pytest.raises(group.NoAddress):
        group.send_link(member=factories.member(email=""), by=None, now=NOW)
    assert group.send_again(email="niemand@example.org", now=NOW) == 0


def test_quiet_plans_are_found_with_the_reason_and_their_adviser_gets_one_mail_a_month():
    watched = adviser(factories.area())
    quiet = factories.plan("Still", adviser=watched, last_contact_on=DAY - timedelta(days=100))
    factories.plan("Laut", adviser=watched)

    assert list(queries.quiet(watched, DAY)) == [quiet]
    assert "100" in queries.why(quiet, DAY)
    assert (reminding.remind(now=NOW), reminding.remind(now=NOW + timedelta(days=1))) == (1, 0)


def test_the_whole_record_goes_along_with_files_and_a_lost_file_stops_nothing():
    plan = factories.plan()
    kept = files.add(plan=plan, file=picture(), told=FileTold("Lageplan.png"), by=None, now=NOW)
    lost = files.add(plan=plan, file=picture(), told=FileTold("weg.png"), by=None, now=NOW)
    lost.file.storage.delete(lost.file.name)

    with zipfile.ZipFile(records.export(plan=plan, by=None, now=NOW)) as archive:
        whole = json.loads(archive.read("record.json"))
        names = archive.namelist()

    assert whole["plan"]["title"] == "Hof Muster"
    assert {"phases.csv", f"files/{kept.pk}-{kept.name}", "missing.txt"} <= set(names)


def test_the_sheet_is_a_tagged_pdf():
    plan = factories.member().plan

    printed = records.sheet(plan=plan, by=None, now=NOW)

    assert printed.startswith(b"%PDF")
    assert b"/StructTreeRoot" in printed


def test_when_people_move_in_the_plan_becomes_an_entry_without_typing_anything_again():
    plan = factories.plan(dwellings="12", legal_form="eg_eigen", audiences=["aeltere"], aim="Zusammen alt werden.",
                          lessons="Früh mit der Bank reden.", lessons_released=True)  # fmt: skip
    plan.refresh_from_db()
    plan.members.create(name="Kim Muster", email="kim@example.org")
    with pytest.raises(entering.TooEarly):
        entering.enter(plan=plan, by=None, now=NOW)
    phases.enter(plan=plan, told=told("einzug", "1.11.2026", reason="Zwischenstufen fehlen"), by=None, now=NOW)

    entry = entering.enter(plan=plan, by=None, now=NOW)

    assert entering.enter(plan=plan, by=None, now=NOW) == entry
    assert (entry.title, entry.state, entry.phase, entry.legal_form) == (
        "Hof Muster",
        State.DRAFT,
        "einzug",
        "eg_eigen",
    )
    assert (entry.details["we_gesamt"], entry.opening_year, entry.contact_email) == ("12", 2026, "kim@example.org")
    example = GoodExample.objects.get()
    assert example.lessons == "Früh mit der Bank reden."
    assert example.released is False


def test_what_was_learnt_stays_in_the_house_unless_it_was_released():
    plan = factories.plan(phase="einzug", lessons="Nur für uns.")

    entering.enter(plan=plan, by=None, now=NOW)

    assert GoodExample.objects.get().lessons == ""


def test_the_curve_of_the_published_plans_has_a_median_of_six_years():
    keys = ("03355022", "03241020", "03361012", "03241001", "03359038", "03403000", "03359010", "03353005", "03158037")
    for key in keys:
        place(key, f"Ort {key}")
    factories.area()

    assert (starter.load(now=NOW), starter.load(now=NOW)) == (9, 0)
    curve, *others = durations.curves(Plan.objects.all(), DAY)

    assert (curve.number, curve.moved_in, curve.median) == (9, 8, 6.0)
    assert [(step.years, step.at_risk, step.moved_in, step.percent) for step in curve.steps] == [
        (4.0, 9, 1, "89\xa0%"), (5.0, 8, 3, "56\xa0%"), (6.0, 5, 2, "33\xa0%"), (9.0, 3, 1, "22\xa0%"),
        (12.0, 1, 1, "0\xa0%"),
    ]  # fmt: skip
    assert all(one.number >= survival.SMALL for one in others)
    assert not Plan.objects.accompanied().exists()
    assert PhaseChange.objects.filter(out_of_order=True, reason="").count() == 0


def test_fewer_than_five_plans_show_no_curve():
    for number in range(4):
        plan = factories.plan(f"Plan {number}", phase="interesse", phase_since=date(2020, 1, 1))
        line = PhaseTold(Phase.MOVING_IN, PartialDate(date(2025, 1, 1), "jahr"), reason="x")
        phases.enter(plan=plan, told=line, by=None, now=NOW)

    assert durations.curves(Plan.objects.all(), DAY) == []
