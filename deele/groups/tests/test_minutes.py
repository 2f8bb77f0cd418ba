"""Minutes by two writers at once, every version kept, confirmed for good; tasks in the next agenda; decisions found."""

import threading
from datetime import timedelta

import pytest
from django.db import DatabaseError, connections, transaction

from deele.alliance.models import Tiding
from deele.core.versions import Conflict
from deele.groups.actions import leaving, minutes, minutes_approval, tasks
from deele.groups.actions import sessions as session_actions
from deele.groups.actions.session_refusals import Closed, MovedOn, NotAllowed, NotYet
from deele.groups.enums.sessions import MinutesKind, Release, SessionState, TaskState
from deele.groups.models import CarriedTask, Decision, MinutesItem, MinutesVersion, Session, Task
from deele.groups.papers.minutes import print_minutes
from deele.groups.queries import decisions as register
from deele.groups.queries import minutes_page
from deele.groups.tests import sessions as made
from deele.groups.tests.sessions import NOW, by
from deele.mail.models import OutgoingMail
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def world():
    mails.office()
    return made.world()


@pytest.fixture
def held(world):
    return made.held(world)


def circulate(session, world, days=14):
    minutes_approval.circulate(session=session, days=days, by=by(world.lead), now=session.ends_at)
    session.refresh_from_db()
    return session


def confirm(session, world, **more):
    later = session.objections_until + timedelta(hours=1)
    return minutes_approval.confirm(session=session, by_session=False, by=by(world.lead), now=more.get("now", later))


# Writing


def test_two_people_on_two_items_do_not_meet(world, held):
    one, two = made.write(held, world.kim, text="Erstes"), made.write(held, world.jo, text="Zweites")
    mine, yours = made.form(held, one, text="Erstes, besser"), made.form(held, two, text="Zweites, besser")
    for form, who in ((mine, world.kim), (yours, world.jo)):
        assert form.is_valid(), form.errors
        minutes.save(form=form, session=held, by=by(who), now=NOW)
    assert set(held.minutes.values_list("text", flat=True)) == {"Erstes, besser", "Zweites, besser"}


def test_the_second_on_the_same_item_sees_both_texts_and_nothing_is_lost(world, held):
    item = made.write(held, world.kim, text="Anfang")
    opened = item.version
    made.write(held, world.jo, MinutesItem.objects.get(pk=item.pk), text="Von Jo")

    late = made.form(held, MinutesItem.objects.get(pk=item.pk), text="Von Kim", version=opened)
    assert not late.is_valid()
    assert [(row.theirs, row.yours) for row in late.conflict] == [("Von Jo", "Von Kim")]
    assert late["text"].value() == "Von Kim"
    for _turn in range(2):
        minutes.keep_draft(item=item, text="Von Kim", by=by(world.kim), now=NOW)

    kept = MinutesVersion.objects.filter(item=item).order_by("pk").values_list("text", "kept")
    assert list(kept) == [("Anfang", True), ("Von Jo", True), ("Von Kim", False)]


def test_a_guest_reads_only_and_a_second_click_writes_once(world, held):
    with pytest.raises(NotAllowed):
        made.write(held, world.guest)
    one, two = (made.write(held, world.kim, token="t") for _turn in range(2))
    assert one == two


def test_what_is_taken_out_can_be_put_back(world, held):
    item = made.write(held, world.kim)
    minutes.take_out(item=item, by=by(world.kim), now=NOW)
    assert not held.minutes.standing().exists()
    minutes.put_back(item=MinutesItem.objects.get(pk=item.pk), by=by(world.kim), now=NOW)
    assert held.minutes.standing().count() == 1
    assert item.versions.count() == 3


def test_facts_that_do_not_belong_to_a_kind_are_left_out(world, held):
    item = made.write(held, world.kim, majority="konsens", level="kommunal", seat=world.jo.pk)
    assert (item.majority, item.level, item.seat) == ("", "", None)
    assert not made.form(held, kind="aufgabe", text="Wer?").is_valid()
    assert not made.form(held, kind="beschluss", text="Wie?").is_valid()


# Approval


def test_the_draft_goes_to_those_who_were_there_as_a_file(world, held):
    with pytest.raises(NotYet):
        circulate(held, world)
    made.write(held, world.kim)
    circulate(held, world)

    sent = OutgoingMail.objects.filter(purpose="groups.minutes-draft")
    assert sorted(sent.values_list("to", flat=True)) == ["kim@example.org", "lea@example.org"]
    assert bytes(sent.first().attachments.get().content).startswith(b"%PDF")
    with pytest.raises(MovedOn):
        circulate(held, world)


def test_minutes_are_confirmed_after_the_days_and_answered_objections_or_by_the_next_session(world, held):
    made.decision(held, world.kim)
    circulate(held, world)
    lead = by(world.lead)
    remark = minutes_approval.remark(session=held, text="Nein", item=None, by=by(world.jo), now=held.ends_at)
    assert Tiding.objects.filter(delegate=world.lead.delegate, key=f"groups.remark:{remark.pk}").exists()
    with pytest.raises(NotYet):
        confirm(held, world)
    minutes_approval.answer_remark(remark=remark, answer="Doch", by=lead, now=held.ends_at)
    with pytest.raises(MovedOn):
        minutes_approval.answer_remark(remark=remark, answer="Anders", by=lead, now=held.ends_at)
    with pytest.raises(NotYet):
        confirm(held, world, now=held.ends_at)
    with pytest.raises(NotAllowed):
        minutes_approval.confirm(session=held, by_session=True, by=by(world.kim), now=held.ends_at)
    done = minutes_approval.confirm(session=held, by_session=True, by=lead, now=held.ends_at)
    assert done.state == SessionState.CONFIRMED


def test_the_database_keeps_confirmed_minutes_as_they_are(world, held):
    item = made.decision(held, world.kim)
    circulate(held, world)
    confirm(held, world)
    rows = MinutesItem.objects.filter(pk=item.pk)

    for change in ({"text": "Anders"}, {"taken_out": True}, {"votes_yes": 3}, {"closed": False}):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Session.objects.filter(pk=held.pk).update(state=SessionState.DRAFT)
    with pytest.raises(Closed):
        made.write(held, world.kim)
    rows.update(seat=None)  # a person may leave them, their words stay
    assert rows.get().text == "Wir laden die Kommunen ein."


def test_nothing_is_added_to_confirmed_minutes_or_deleted_from_them_past_the_actions(world, held):
    item = made.decision(held, world.kim)
    circulate(held, world)
    confirm(held, world)
    new = MinutesItem(session=held, kind=MinutesKind.INFORMATION, text="Nachgeschoben")
    with pytest.raises(TypeError):
        new.save()
    with pytest.raises(TypeError):
        MinutesItem.objects.bulk_create([new])
    with pytest.raises(TypeError):
        MinutesItem.objects.get(pk=item.pk).delete()
    with pytest.raises(TypeError):
        held.minutes.all().delete()
    assert held.minutes.get().text == item.text


def test_what_has_to_be_put_right_is_an_addition(world, held):
    made.write(held, world.kim)
    circulate(held, world)
    confirm(held, world)
    with pytest.raises(NotAllowed):
        minutes_approval.remark(session=held, text="Doch", item=None, by=by(world.kim), now=NOW)
    added = minutes_approval.remark(session=held, text="Es waren drei.", item=None, by=by(world.lead), now=NOW)
    assert added.kind == "nachtrag"
    with pytest.raises(TypeError):
        added.save()


# Tasks


def next_session(world, days=40):
    return made.session(world.lead, days=days)


def test_open_tasks_stand_in_the_next_agenda_once_until_they_are_done(world, held):
    early = next_session(world)
    made.task(held, world.kim, world.jo)
    circulate(held, world)
    late = next_session(world, days=70)
    for _turn in range(2):
        session_actions.agenda.carry(session=early, now=NOW)

    task = Task.objects.get()
    assert CarriedTask.objects.filter(task=task).count() == 2
    for session in (early, late):
        assert [item.is_open_tasks for item in session.agenda.standing()] == [True]
    tasks.close(task=task, done=True, word="Zugesagt", by=by(world.jo), now=NOW)
    assert next_session(world, days=90).agenda.count() == 0
    with pytest.raises(tasks.TaskClosed):
        tasks.close(task=task, done=False, word="", by=by(world.lead), now=NOW)


def test_a_task_is_told_at_once_and_follows_its_item_while_it_is_a_draft(world, held):
    item = made.task(held, world.kim, world.jo)
    assert not Task.objects.exists()
    circulate(held, world)
    told = Tiding.objects.get(delegate=world.jo.delegate, urgent=True)
    assert "Räume anfragen" in told.text

    held.refresh_from_db()
    made.task(held, world.kim, world.kim, text="Räume buchen", item=MinutesItem.objects.get(pk=item.pk))
    task = Task.objects.get()
    assert (task.text, task.seat) == ("Räume buchen", world.kim)
    minutes.take_out(item=MinutesItem.objects.get(pk=item.pk), by=by(world.kim), now=NOW)
    task.refresh_from_db()
    assert task.state == TaskState.DROPPED


def test_tasks_of_others_are_not_closed_and_a_leavers_go_to_the_lead(world, held):
    made.task(held, world.kim, world.jo)
    circulate(held, world)
    task = Task.objects.get()
    with pytest.raises(NotAllowed):
        tasks.close(task=task, done=True, word="x", by=by(world.kim), now=NOW)

    leaving.leave(membership=None, delegate=world.jo.delegate, now=NOW, heirs={})
    task.refresh_from_db()
    assert (task.seat, task.handed_on) == (world.lead, "Jo Muster")
    assert Tiding.objects.filter(delegate=world.lead.delegate, urgent=True).exists()


# Decisions


def test_decisions_have_numbers_in_their_year_and_are_found_by_stems_and_parts_of_words(world, held):
    made.decision(held, world.kim, text="Wir fordern mehr Begegnungsräume in den Dörfern.", level="politisch")
    made.decision(held, world.kim, text="Die Geschäftsstelle schreibt den Landkreisen.", majority="mehrheit",
                  votes_yes=5, votes_no=1, votes_abstained=2)  # fmt: skip
    circulate(held, world)
    confirm(held, world)

    assert [str(one) for one in Decision.objects.order_by("number")] == ["1/2026", "2/2026"]
    found = [[one.number for one in register.narrowed(Decision.objects.all(), {"q": words})]
             for words in ("Dorf", "Begegnungsraum", "Räumen", "Landkreis schreiben", "Kreis", "Ufo")]  # fmt: skip
    assert found == [[1], [1], [1], [2], [2], []]
    assert [one.number for one in register.narrowed(Decision.objects.all(), {"level": "politisch"})] == [1]
    item = Decision.objects.get(number=2).item
    assert "5 " in minutes_page.decided(item)


def test_who_may_read_decisions_and_a_private_group_stays_private(world, held):
    made.decision(held, world.kim)
    circulate(held, world)
    confirm(held, world)
    stranger = made.seat(made.group("AG Anders"), "Sam Muster").delegate

    def seen():
        return (Decision.objects.public().count(), Decision.objects.of(stranger).count(),
                Decision.objects.of(world.kim.delegate).count())  # fmt: skip

    assert seen() == (0, 0, 1)
    for release, wanted in ((Release.ALLIANCE, (0, 1, 1)), (Release.PUBLIC, (1, 1, 1))):
        Session.objects.filter(pk=held.pk).update(release=release)
        assert seen() == wanted
    world.group.is_public = False
    world.group.save()
    assert seen() == (0, 0, 1)


def test_the_paper_says_everything_and_to_strangers_no_names(world, held):
    made.task(held, world.kim, world.jo)
    made.decision(held, world.kim)
    inside, outside = (str(minutes_page.for_print(held, names=names)) for names in (True, False))
    assert "Jo Muster" in inside
    assert "Jo Muster" not in outside
    assert "Kim Muster" not in outside
    paper = print_minutes(minutes_page.for_print(held), title="Protokoll")
    assert b"/StructTreeRoot" in paper
    assert b"pdfuaid" in paper


# Really at once


@pytest.mark.django_db(transaction=True)
def test_two_writers_really_at_once(settings):
    """Each on an item of their own: both are there. Both on the same one: one wins, the other is told."""
    mails.office()
    world = made.world()
    held = made.held(world)
    item = made.write(held, world.kim, text="Anfang")
    start, ends = threading.Barrier(2), []

    def run(who, text):
        try:
            session = Session.objects.select_related("group").get(pk=held.pk)
            own = made.form(session, text=f"{text} neu")
            same = made.form(session, MinutesItem.objects.get(pk=item.pk), text=text)
            assert own.is_valid()
            assert same.is_valid()
            start.wait(timeout=30)
            minutes.save(form=own, session=session, by=by(who), now=NOW)
            try:
                minutes.save(form=same, session=session, by=by(who), now=NOW)
                ends.append("saved")
            except Conflict:
                minutes.keep_draft(item=item, text=text, by=by(who), now=NOW)
                ends.append("conflict")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in ((world.kim, "Kim"), (world.jo, "Jo"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert sorted(ends) == ["conflict", "saved"]
    assert set(held.minutes.exclude(pk=item.pk).values_list("text", flat=True)) == {"Kim neu", "Jo neu"}
    assert set(item.versions.values_list("text", flat=True)) == {"Anfang", "Kim", "Jo"}


@pytest.mark.django_db(transaction=True)
def test_who_writes_while_the_minutes_are_confirmed_is_in_them_or_is_told(settings):
    """Never an open item in confirmed minutes, never a decision in them without its number."""
    mails.office()
    world = made.world()
    held = made.held(world)
    item = made.write(held, world.kim, text="Anfang")
    circulate(held, world)
    start, ends, faults = threading.Barrier(3), [], []

    def run(act):
        try:
            start.wait(timeout=30)
            act()
            ends.append("done")
        except Closed:
            ends.append("told")
        except Exception as fault:  # noqa: BLE001  told to the test
            faults.append(fault)
        finally:
            connections.close_all()

    def writing(who, known=None):
        session = Session.objects.select_related("group").get(pk=held.pk)
        given = {"kind": MinutesKind.DECISION, "text": "Beschlossen", "majority": "konsens", "level": "kommunal"}
        sent = made.form(session, known, **given)
        assert sent.is_valid(), sent.errors
        return lambda: minutes.save(form=sent, session=session, by=by(who), now=NOW)

    acts = [writing(world.jo), writing(world.kim, MinutesItem.objects.get(pk=item.pk)), lambda: confirm(held, world)]
    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert faults == []
    assert len(ends) == 3
    assert not held.minutes.filter(closed=False).exists()
    decided = held.minutes.filter(kind=MinutesKind.DECISION)
    assert decided.count() == Decision.objects.count() == ends.count("done") - 1
