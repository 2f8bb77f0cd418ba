"""Claim – send – confirm against a real mail server."""

import os
import socket
import ssl
import threading
from datetime import timedelta

import pytest
from django.db import OperationalError

from deele.mail.actions import muting, outbox
from deele.mail.actions.line import Answer, NoServer, Outcome
from deele.mail.tests import factories as mails
from deele.mail.tests.factories import Server
from deele.newsletter.actions import release, sending
from deele.newsletter.actions import sending_claims as claims
from deele.newsletter.actions import sending_journal as journal
from deele.newsletter.actions import sending_returns as returns
from deele.newsletter.actions import sending_wire as wire
from deele.newsletter.enums import DeliveryState, IssueState
from deele.newsletter.models import Bounce, Delivery, Pace, Subscriber
from deele.newsletter.queries.progress import progress
from deele.newsletter.rules import pace
from deele.newsletter.tests import issue_factories as factories
from deele.newsletter.tests.issue_factories import NOW

pytestmark = pytest.mark.django_db
D = DeliveryState


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.DEELE_HOME = tmp_path
    settings.DEELE_NEWSLETTER_PER_MINUTE = settings.DEELE_NEWSLETTER_PER_DOMAIN = 0


@pytest.fixture
def server(settings):
    with Server() as running:
        settings.DEELE_SMTP = running.smtp
        yield running


def run(now=NOW, **more):
    return sending.send_due(lambda: now, rest=lambda _seconds: None, **more)


def states():
    return sorted(Delivery.objects.values_list("state", flat=True))


def test_issue_reaches_everybody_once(server):
    issue = factories.released(60)

    assert run() == 60
    assert run() == 0

    issue.refresh_from_db()
    assert (issue.state, issue.sent_at) == (IssueState.SENT, NOW)
    assert len(server.recipients) == len(set(server.recipients)) == 60


def test_greylisted_copy_is_tried_again_later(server):
    factories.released(2)
    server.answers = [("RCPT", "450 4.2.0 greylisted")]

    run()
    assert states() == [D.SENT, D.LATER]
    run(NOW + timedelta(minutes=4))
    assert len(server.recipients) == 1
    run(NOW + timedelta(minutes=6))

    assert states() == [D.SENT, D.SENT]
    assert len(server.recipients) == 2


def test_refused_copy_is_counted_and_never_tried_again(server):
    issue = factories.released(2)
    server.answers = [("RCPT", "550 5.1.1 unknown")]

    run()
    run(NOW + timedelta(days=1))

    issue.refresh_from_db()
    found = progress(issue, NOW)
    assert (found.sent, found.refused, found.waiting) == (1, 1, 0)
    assert Delivery.objects.get(state=D.REFUSED).answer == "550 5.1.1 unknown"


def test_connection_lost_after_the_dot_leaves_one_doubt_that_only_a_person_resends(server):
    issue = factories.released(3)
    server.answers = [("DATA", "drop")]

    run()
    run(NOW + timedelta(days=2))

    assert states() == [D.SENT, D.SENT, D.DOUBTFUL]
    assert len(server.recipients) == 3  # it did arrive; nobody here could know
    issue.refresh_from_db()
    assert (issue.state, progress(issue, NOW).doubtful) == (IssueState.SENT, 1)

    assert release.send_again(issue=issue, by=factories.person("zwei"), now=NOW) == 1
    run()
    assert states() == [D.SENT] * 3
    assert len(server.recipients) == 4


class Sudden:
    """A pipelining server that hangs up at a place of its own choosing."""

    def __init__(self, place):
        self.place = place
        self.dots = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.smtp = {"host": "127.0.0.1", "port": self.socket.getsockname()[1], "user": "", "password": ""}
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        while True:
            try:
                line, _ = self.socket.accept()
            except OSError:
                return
            with line:
                self.talk(line, line.makefile("rb"))

    def talk(self, line, file):
        line.sendall(b"220 post.example.org\r\n")
        while command := file.readline():
            verb = command[:4].upper()
            if verb == b"EHLO":
                line.sendall(b"250-post.example.org\r\n250 PIPELINING\r\n")
            elif verb == b"DATA":
                line.sendall(b"354 go\r\n")
                size = 0
                while (part := file.readline()) not in (b".\r\n", b""):
                    size += len(part)
                    if self.place == "content" and size > 500:
                        return
                if not part:
                    return
                self.dots += 1
                if self.place == "dot" and self.dots == 2:
                    return
                line.sendall(b"250 taken\r\n")
            else:
                line.sendall(b"250 fine\r\n" if verb != b"RCPT" or self.place != "rcpt" else b"550 no\r\n")


@pytest.mark.parametrize(
    ("place", "expected"),
    [("", [D.SENT] * 3), ("dot", [D.SENT, D.SENT, D.DOUBTFUL]), ("rcpt", [D.REFUSED] * 3)],
)
def test_pipelined_line_knows_for_each_copy_what_is_known(settings, place, expected):
    server = Sudden(place)
    settings.DEELE_SMTP = server.smtp
    factories.released(3)

    run()

    server.socket.close()
    assert states() == sorted(expected)


def test_connection_lost_within_the_content_is_never_taken_for_sent(settings):
    server = Sudden("content")
    settings.DEELE_SMTP = server.smtp
    factories.released(3)

    run()

    server.socket.close()
    assert set(states()) <= {D.LATER, D.DOUBTFUL}  # all bytes may have been on their way when it hung up


def test_server_that_does_not_want_our_address_touches_no_copy(settings, monkeypatch):
    class Refuses(Sudden):
        def talk(self, line, file):
            line.sendall(b"220 post.example.org\r\n")
            while command := file.readline():
                line.sendall(b"550 not you\r\n" if command.startswith(b"MAIL") else b"250 fine\r\n")

    server = Refuses("")
    settings.DEELE_SMTP = server.smtp
    factories.released(2)

    with pytest.raises(NoServer):
        run()

    server.socket.close()
    assert states() == [D.WAITING, D.WAITING]
    assert set(Delivery.objects.values_list("attempts", flat=True)) == {0}


def test_whole_batch_refused_pauses_the_issue_and_asks(settings):
    server = Sudden("rcpt")
    settings.DEELE_SMTP = server.smtp
    issue = factories.released(60)

    run()

    server.socket.close()
    issue.refresh_from_db()
    assert issue.paused
    assert "550 no" in issue.held
    assert Delivery.objects.filter(state=D.REFUSED).count() == pace.BATCH


def test_who_left_or_was_erased_between_claim_and_send_gets_nothing(server):
    issue = factories.released(3)
    claimed = claims.claim

    def leave(*arguments):
        rows = claimed(*arguments)
        Subscriber.objects.filter(email="leserin0@example.org").delete()
        Subscriber.objects.filter(email="leserin1@example.org").update(state="abgemeldet")
        return rows

    sending.claims.claim, kept = leave, sending.claims.claim
    try:
        run()
    finally:
        sending.claims.claim = kept

    assert server.recipients == ["leserin2@example.org"]
    assert states() == [D.DROPPED, D.DROPPED, D.SENT]
    assert set(Delivery.objects.filter(state=D.DROPPED).values_list("email", "handle")) == {("", "")}
    assert progress(issue, NOW).total == 1


def test_pause_lets_nothing_more_leave_and_resume_goes_on(server):
    issue = factories.released(30)
    release.pause(issue=issue, by=factories.person("zwei"), now=NOW)

    assert run() == 0
    release.resume(issue=issue, by=factories.person("zwei"), now=NOW)
    run()

    assert len(set(server.recipients)) == len(server.recipients) == 30


def test_stop_in_the_middle_keeps_back_what_has_not_left(server):
    issue = factories.released(60)
    calls = []
    run(stopping=lambda: len(calls) == 1 or calls.append(1))  # one batch, then the worker is asked to end

    kept_back = release.stop(issue=issue, by=factories.person("zwei"), now=NOW)
    run()

    issue.refresh_from_db()
    assert (len(server.recipients), kept_back) == (pace.BATCH, 60 - pace.BATCH)
    assert (issue.state, issue.stopped) == (IssueState.SENT, True)


def test_copies_in_hand_when_the_sending_is_stopped_do_not_keep_the_issue_open(server):
    issue = factories.released(5)
    sending.start_ready(NOW)
    issue.refresh_from_db()
    rows = claims.claim(issue, NOW, "one", 2)

    release.stop(issue=issue, by=factories.person("zwei"), now=NOW)
    claims.give_back("one", rows, NOW, unspent=True)
    run()

    issue.refresh_from_db()
    assert (issue.state, states(), server.recipients) == (IssueState.SENT, [D.DROPPED] * 5, [])


def test_two_workers_at_once_claim_different_copies(server):
    issue = factories.released(80)
    sending.start_ready(NOW)
    issue.refresh_from_db()

    first = claims.claim(issue, NOW, "one")
    second = claims.claim(issue, NOW, "two")

    assert (len(first), len(second)) == (pace.BATCH, 80 - pace.BATCH)
    assert {row.pk for row in first} & {row.pk for row in second} == set()


def test_worker_that_lost_its_claim_writes_nothing_any_more(server):
    issue = factories.released(1)
    sending.start_ready(NOW)
    issue.refresh_from_db()
    rows = claims.claim(issue, NOW, token := "one")
    later = NOW + pace.LEASE + timedelta(seconds=1)
    journal.settle_lost(later)
    assert states() == [D.DOUBTFUL]
    release.send_again(issue=issue, by=factories.person("zwei"), now=later)

    written = claims.confirm(token, {rows[0].pk: Answer(Outcome.TAKEN, "250")}, rows, later)

    assert written == 0
    assert states() == [D.WAITING]


def test_notebook_of_a_dead_worker_says_which_copies_never_began(server):
    issue = factories.released(4)
    sending.start_ready(NOW)
    issue.refresh_from_db()
    rows = claims.claim(issue, NOW, token := "one")
    with journal.Journal(token) as book:
        book.began(rows[0].pk)
        book.ended(rows[0].pk, Answer(Outcome.TAKEN, "250"))
        book.began(rows[1].pk)

    journal.settle_lost(NOW + pace.LEASE + timedelta(seconds=1))

    found = dict(Delivery.objects.values_list("pk", "state"))
    assert [found[row.pk] for row in rows] == [D.SENT, D.DOUBTFUL, D.WAITING, D.WAITING]
    assert not book.path.exists()


def test_batch_of_a_dead_worker_is_settled_at_once_and_of_a_living_one_left_alone(server):
    issue = factories.released(2)
    sending.start_ready(NOW)
    issue.refresh_from_db()
    with journal.Journal() as living:
        claims.claim(issue, NOW, living.token, 1)
        with journal.Journal() as dead:
            claims.claim(issue, NOW, dead.token, 1)
        journal.settle_lost(NOW)

        assert states() == [D.UNDERWAY, D.WAITING]
        assert living.path.exists()
        assert not dead.path.exists()


def test_notebook_whose_last_line_was_cut_is_believed_up_to_there(server):
    factories.released(1)
    with journal.Journal() as book:
        book.began(1)
        os.pwrite(book.file, b'["ended",1,"tak', book.at)

        assert journal.read(book.token) == ({1}, {})


def test_nothing_is_claimed_when_no_notebook_can_be_made(server, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    factories.released(2)
    monkeypatch.setattr(os, "posix_fallocate", full)

    with pytest.raises(OSError, match="No space"):
        run()

    assert states() == [D.WAITING, D.WAITING]
    assert list(journal.folder().iterdir()) == []


def test_turn_ends_on_a_slow_server_and_what_was_not_begun_uses_up_no_limit(server, settings):
    settings.DEELE_NEWSLETTER_PER_MINUTE = 600
    issue = factories.released(20)
    sending.start_ready(NOW)
    issue.refresh_from_db()
    ticks = iter(range(1000))
    with sending.Wire(settings.DEELE_SMTP) as wire:
        sent = sending.send_batch(issue, wire, lambda: NOW + timedelta(seconds=next(ticks) / 4))

    assert 0 < sent < 20
    assert Delivery.objects.filter(state=D.WAITING, attempts=0, lease_token="").count() == 20 - sent
    assert Pace.objects.get(key="").until - NOW < timedelta(seconds=sent / 10 + 1)


def test_address_that_cannot_be_spoken_holds_up_nobody(server):
    factories.released(3)
    Delivery.objects.filter(email="leserin1@example.org").update(email="leser\r\nDATA@example.org")

    run()

    assert states() == [D.REFUSED, D.SENT, D.SENT]
    assert sorted(server.recipients) == ["leserin0@example.org", "leserin2@example.org"]


def test_refused_copy_ends_a_subscription_once(server):
    issue = factories.released(2)
    server.answers = [("RCPT", "550 5.1.1 unknown")]

    run()
    returns.count(issue, NOW)

    assert sorted(Subscriber.objects.values_list("state", flat=True)) == ["aktiv", "bounce_gesperrt"]
    assert Bounce.objects.count() == 1


def test_refusal_for_our_content_or_name_ends_no_subscription(server):
    factories.released(2)
    server.answers = [("RCPT", "554 we do not like you"), ("RCPT", "550 5.7.1 blocked")]

    run()

    assert set(Subscriber.objects.values_list("state", flat=True)) == {"aktiv"}


def test_server_that_refuses_everything_ends_no_subscription(settings):
    server = Sudden("rcpt")
    settings.DEELE_SMTP = server.smtp
    factories.released(20)

    run()

    server.socket.close()
    assert set(Subscriber.objects.values_list("state", flat=True)) == {"aktiv"}


def test_temporary_failures_are_forgiven_a_week_after_a_copy_that_did_not_come_back(server):
    factories.released(2)
    run()
    Subscriber.objects.update(soft_bounces=2, soft_at=NOW - timedelta(days=3), soft_since=NOW - timedelta(days=9))
    Subscriber.objects.filter(email="leserin1@example.org").update(soft_at=NOW + timedelta(days=1))

    assert returns.forgive(NOW + timedelta(days=6)) == 0
    assert returns.forgive(NOW + timedelta(days=8)) == 1
    assert list(Subscriber.objects.order_by("email").values_list("soft_bounces", flat=True)) == [0, 2]


def test_notebook_of_another_start_of_the_machine_is_not_believed(server, monkeypatch):
    issue = factories.released(2)
    sending.start_ready(NOW)
    issue.refresh_from_db()
    claims.claim(issue, NOW, token := "one")
    with journal.Journal(token):
        monkeypatch.setattr(journal, "boot", lambda: "after a power cut")

    journal.settle_lost(NOW + pace.LEASE + timedelta(seconds=1))

    assert states() == [D.DOUBTFUL, D.DOUBTFUL]


def test_database_locked_while_confirming_repeats_nothing(server, monkeypatch):
    factories.released(2)
    confirm = claims.confirm

    def locked(*_):
        raise OperationalError("database is locked")

    monkeypatch.setattr(claims, "confirm", locked)
    with pytest.raises(OperationalError):
        run()
    monkeypatch.setattr(claims, "confirm", confirm)
    run(NOW + pace.LEASE + timedelta(seconds=1))

    assert states() == [D.SENT, D.SENT]
    assert len(server.recipients) == 2


def test_long_overdue_issue_waits_for_a_person(server):
    issue = factories.released(1, at=NOW + timedelta(hours=1))
    late = NOW + timedelta(hours=8)

    assert run(late) == 0
    issue.refresh_from_db()
    assert (issue.state, server.recipients) == (IssueState.PLANNED, [])
    assert issue.held

    release.resume(issue=issue, by=factories.person("zwei"), now=late)
    run(late)
    assert len(server.recipients) == 1


def test_issue_a_little_late_is_sent_and_one_too_early_is_not(server):
    factories.released(1, at=NOW + timedelta(hours=1))

    assert run(NOW + timedelta(minutes=59)) == 0
    assert run(NOW + timedelta(hours=2)) == 1


def test_restored_house_sends_nothing_by_itself(server):
    factories.released(1)
    muting.mute(reason="Restored from a backup", by=None, now=NOW)

    assert not sending.wanted(NOW)
    assert run() == 0
    assert server.recipients == []


def test_registration_goes_before_the_newsletter(server):
    factories.released(60)
    mails.mail(now=NOW)

    assert run() == 0
    outbox.OutgoingMail.objects.update(state="gesendet")
    assert run() == 60


@pytest.mark.parametrize("limit", [7, 60, 600, 5000])
def test_limit_per_minute_is_kept_within_five_percent(server, settings, limit):
    settings.DEELE_NEWSLETTER_PER_MINUTE = limit
    issue = factories.released(1)
    Delivery.objects.all().delete()
    Delivery.objects.bulk_create(
        Delivery(issue=issue, fingerprint=str(number), email=f"a{number}@x.org", domain="x.org", next_at=NOW)
        for number in range(limit * 3)
    )
    sending.start_ready(NOW)
    issue.refresh_from_db()
    left, step = [], timedelta(milliseconds=250 if limit < 5000 else 100)
    now = NOW
    while now < NOW + timedelta(minutes=2):
        while rows := claims.claim(issue, now, "one"):
            left += [now] * len(rows)
        now += step

    for start in (0, 15, 30, 45, 60):
        begins = NOW + timedelta(seconds=start)
        count = sum(begins <= at < begins + timedelta(minutes=1) for at in left)
        assert limit * 0.95 - 1 <= count <= limit * 1.05 + 1


def test_limit_of_one_domain_does_not_hold_up_others(server, settings):
    settings.DEELE_NEWSLETTER_PER_DOMAIN = 60
    factories.released(30, domain="gmx.example")
    other = factories.subscriber(99, domain="web.example")
    issue = Delivery.objects.first().issue
    Delivery.objects.create(
        issue=issue, fingerprint="o", email=other.email, handle=other.handle, domain="web.example", next_at=NOW
    )

    run()

    assert server.recipients.count(other.email) == 1
    assert len(server.recipients) == 4  # three a twentieth of a minute to the one, one to the other


def test_progress_says_how_long_it_will_take():
    issue = factories.released(10)
    sending.start_ready(NOW)
    Delivery.objects.filter(pk__in=Delivery.objects.values("pk")[:4]).update(state=D.SENT)
    issue.refresh_from_db()

    found = progress(issue, NOW + timedelta(minutes=4))

    assert (found.sent, found.total, found.percent, found.minutes) == (4, 10, 40, 6)


@pytest.mark.parametrize("sealed", [False, True])
def test_connection_lost_while_the_content_leaves_is_a_doubt_only_when_the_dot_may_have_left(sealed):
    """The system takes some bytes and then no more; where the socket does not say how many, it stays open."""

    class Breaks(ssl.SSLSocket if sealed else socket.socket):
        taken = 0

        def __new__(cls, *_):
            return super().__new__(cls)

        def __init__(self, room):
            self.room = room

        def send(self, data, *_):
            took = min(len(data), self.room)
            self.room -= took
            if not took:
                raise ConnectionResetError
            return took

        def sendall(self, data, *_):
            self.send(data)

        def close(self):
            pass

    outcomes = {}
    for room in (5, len(b"content\r\n.\r\n") - 1, len(b"content\r\n.\r\n")):
        line = wire.Wire({})
        line.sock, line.pipelined = Breaks(room), True
        following = wire.Copy(2, "b@example.org", lambda: b"more\r\n")
        outcomes[room] = line._content("a@example.org", b"content\r\n", following)[0].outcome

    assert outcomes[12] is Outcome.UNKNOWN
    assert outcomes[11] is (Outcome.UNKNOWN if sealed else Outcome.LATER)
    assert sealed or outcomes[5] is Outcome.LATER
