import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from deele.core import jobs, oneoff
from deele.core.errors import Refusal
from deele.core.management.commands import work
from deele.core.models import JobSchedule, JobWorker

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HEARD = []


@task()
def hear(word):
    HEARD.append(word)


@task()
def fail():
    raise RuntimeError("broken")


@task()
def refuse():
    raise Refusal("Not so.")


@pytest.fixture(autouse=True)
def forget():
    HEARD.clear()


def job(run=lambda now: None, **rest):
    made = jobs.Periodic("test.job", MINUTE, run, **rest)
    JobSchedule.objects.create(key=made.key, due_at=NOW)
    return made


def living(name="a"):
    return JobWorker.objects.create(id=name, host="elsewhere", pid=1, started_at=NOW, seen_at=NOW).pk


@pytest.mark.django_db
@pytest.mark.postgres
def test_job_runs_once_and_is_due_again_after_its_pace():
    done = []
    made = job(done.append)

    ran = [jobs.run_one(made, living(), lambda: NOW), jobs.run_one(made, "b", lambda: NOW)]

    row = JobSchedule.objects.get()
    assert (ran, done, row.due_at, row.last_ok_at) == ([True, False], [NOW], NOW + MINUTE, NOW)


@pytest.mark.django_db
def test_job_that_fails_is_kept_with_its_error_and_tried_later_and_later():
    def run(now):
        raise RuntimeError("the printer burns")

    made = job(run)
    jobs.run_one(made, "a", lambda: NOW)
    jobs.run_one(made, "a", lambda: NOW + MINUTE)

    row = JobSchedule.objects.get()
    assert (row.fails, row.due_at, row.running_by) == (2, NOW + 3 * MINUTE, "")
    assert "the printer burns" in row.last_error


def test_pause_doubles_up_to_a_limit():
    assert [jobs.pause(MINUTE, fails) for fails in (0, 1, 2, 3, 9)] == [
        MINUTE,
        MINUTE,
        2 * MINUTE,
        4 * MINUTE,
        5 * MINUTE,
    ]
    assert jobs.pause(timedelta(days=1), 3) == timedelta(days=1)


@pytest.mark.django_db
def test_job_of_a_living_worker_is_left_alone_and_of_a_silent_one_taken_over():
    made = job()
    worker = living()
    lost = jobs.claim(made.key, worker, NOW)

    early = jobs.claim(made.key, "b", NOW + MINUTE)
    late = jobs.claim(made.key, "b", NOW + jobs.SILENCE + MINUTE)

    assert (early, late) == (None, lost + 1)
    assert not jobs.close(made, lost, NOW + jobs.SILENCE + MINUTE)


@pytest.mark.django_db
def test_worker_whose_process_is_gone_is_not_alive():
    worker = jobs.sign_on(NOW)
    dead = JobWorker.objects.create(id="dead", host=worker.host, pid=2**22 + 5, started_at=NOW, seen_at=NOW)

    alive = jobs.living(NOW)

    assert worker.pk in alive
    assert dead.pk not in alive


@pytest.mark.django_db
def test_job_that_wants_nothing_is_not_even_claimed():
    made = job(wanted=lambda now: False)

    assert not jobs.run_one(made, "a", lambda: NOW)
    assert JobSchedule.objects.get().token == 0


@pytest.mark.django_db
@pytest.mark.postgres
def test_once_runs_the_queue_and_leaves_no_worker_behind():
    hear.enqueue("one")
    hear.enqueue("two")

    call_command("work", once=True)

    assert HEARD == ["one", "two"]
    assert not JobWorker.objects.exists()
    assert JobSchedule.objects.get(key="core.tidy").last_ok_at


@pytest.mark.django_db
def test_oneoff_that_fails_is_tried_three_times():
    fail.enqueue()

    states = []
    for _ in range(3):
        oneoff.run_next("a", NOW)
        states.append(DBTaskResult.objects.get().status)
        DBTaskResult.objects.update(run_after=NOW)

    assert states == [TaskResultStatus.READY, TaskResultStatus.READY, TaskResultStatus.FAILED]


@pytest.mark.django_db
def test_oneoff_that_is_refused_is_not_tried_again():
    refuse.enqueue()

    oneoff.run_next("a", NOW)

    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED


@pytest.mark.django_db
def test_oneoff_of_a_dead_worker_is_given_back():
    hear.enqueue("again")
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, worker_ids=["gone"], started_at=NOW)

    oneoff.free_lost(NOW)
    DBTaskResult.objects.update(run_after=NOW - timedelta(days=999))
    oneoff.run_next("a", NOW)

    assert HEARD == ["again"]


@pytest.mark.django_db
def test_oneoff_that_kills_its_worker_every_time_ends_as_failed():
    hear.enqueue("deadly")
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, worker_ids=["x", "y", "z"], started_at=NOW)

    oneoff.free_lost(NOW)

    row = DBTaskResult.objects.get()
    assert (row.status, row.traceback) == (TaskResultStatus.FAILED, oneoff.ENDED)


@pytest.mark.django_db
def test_patience_speaks_once_of_a_fault_and_once_of_its_end(caplog):
    caplog.set_level("INFO", logger="deele.jobs")
    patience = work.Patience("mail")

    def locked():
        raise OperationalError("database is locked")

    for piece in (locked, locked, locked, lambda: 1):
        patience.try_(piece)

    assert [record.message for record in caplog.records] == [
        "The mail lane waits for the database: database is locked",
        "The mail lane can use the database again.",
    ]


def test_worker_with_a_broken_lane_notices_it():
    gone = threading.Thread(target=lambda: None)
    gone.start()
    gone.join()

    assert not work._watch([gone], JobWorker(pk="a"))


@pytest.mark.django_db
def test_oneoff_whose_function_is_gone_fails_at_once():
    hear.enqueue("lost")
    DBTaskResult.objects.update(task_path="deele.core.tests.test_jobs.gone")

    oneoff.run_next("a", NOW)

    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
