import threading
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from django.db import connection, transaction

from deele.mail import queries
from deele.mail.actions import delivery, muting, outbox
from deele.mail.actions.line import Answer, Line, NoServer, Outcome
from deele.mail.enums import State
from deele.mail.models import OutgoingMail
from deele.mail.tests.factories import NOW, mail, office

MINUTE = timedelta(minutes=1)


def send(now=NOW):
    return delivery.send_due(lambda: now)


def only():
    return OutgoingMail.objects.get()


@pytest.mark.django_db
@pytest.mark.postgres
def test_mail_arrives_with_umlauts_and_both_forms(server):
    office(name="Büro für gute Nachbarschaft")
    mail(
        body="# Schöne Grüße\n\n- Äpfel\n- Öl\n\n[[Bestätigen|https://deele.beispiel.de/b/abc]]\n\n.Punkt",
        reply_to="antwort@beispiel.de",
    )

    send()

    message = message_from_bytes(server.received[0][1], policy=default)
    text = message.get_body(["plain"]).get_content().replace("\r\n", "\n")
    html = message.get_body(["html"]).get_content()
    assert message["Subject"] == "Grüße aus Otersen"
    assert message["From"] == "Büro für gute Nachbarschaft <deele@localhost>"
    assert message["Reply-To"] == "antwort@beispiel.de"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"] == only().message_id
    assert "- Äpfel\n- Öl\n" in text
    assert "Bestätigen:\nhttps://deele.beispiel.de/b/abc\n\n.Punkt\n" in text
    assert "<li" in html
    assert "Öl" in html
    assert (only().state, only().sent_at, only().attempts) == (State.SENT, NOW, 1)


@pytest.mark.django_db
def test_many_mails_travel_over_one_connection_urgent_ones_first(server):
    for number, urgency in enumerate(["bulk", "normal", "now"]):
        mail(key=str(number), to=f"{urgency}@beispiel.de", urgency=urgency)

    send()

    assert (server.recipients, server.connections) == (["now@beispiel.de", "normal@beispiel.de", "bulk@beispiel.de"], 1)


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["RCPT", "DATA"])
def test_refused_mail_fails_with_the_servers_words_and_the_next_one_still_goes(server, step):
    mail(key="1", urgency="now")
    mail(key="2")
    server.answers = [(step, "550 5.1.1 kein solches Postfach")]

    send()

    first, second = OutgoingMail.objects.order_by("pk")
    assert (first.state, first.last_answer) == (State.FAILED, "550 5.1.1 kein solches Postfach")
    assert second.state == State.SENT


@pytest.mark.django_db
def test_put_off_mail_is_tried_again_later(server):
    mail()
    server.answers = [("RCPT", "451 4.7.1 bitte spaeter")]

    send()
    put_off = only()
    send(NOW + MINUTE)
    early = len(server.received)
    send(NOW + 3 * MINUTE)

    assert (put_off.state, put_off.next_at, early) == (State.QUEUED, NOW + 2 * MINUTE, 0)
    assert (only().state, only().attempts, len(server.received)) == (State.SENT, 2, 1)


@pytest.mark.django_db
def test_mail_put_off_for_days_fails_at_last(server):
    OutgoingMail.objects.filter(pk=mail().pk).update(attempts=delivery.delivery.ATTEMPTS - 1)
    server.answers = [("DATA", "452 4.2.2 Postfach voll")]

    send()

    assert (only().state, only().last_answer) == (State.FAILED, "452 4.2.2 Postfach voll")


@pytest.mark.django_db
def test_connection_lost_after_data_is_a_doubt_and_never_sent_again_by_itself(server):
    mail(key="1", urgency="now")
    mail(key="2", to="zweite@beispiel.de")
    server.answers = [("DATA", "drop")]

    send()
    send(NOW + timedelta(days=9))

    assert list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True)) == [State.DOUBTFUL, State.SENT]
    assert server.recipients == ["empfang@beispiel.de", "zweite@beispiel.de"]
    assert queries.waiting(NOW).needs_somebody == 1


@pytest.mark.django_db
def test_doubtful_mail_goes_again_when_a_person_says_so(server):
    mail()
    server.answers = [("DATA", "drop")]
    send()

    outbox.send_again(mail=only(), by=None, now=NOW)
    send()

    assert (only().state, len(server.received)) == (State.SENT, 2)


@pytest.mark.django_db
def test_unreachable_server_touches_no_mail_and_is_told(settings, server):
    settings.DEELE_SMTP = {**server.smtp, "port": 1}
    mail()

    with pytest.raises(NoServer):
        send()
    trouble = queries.state().trouble
    settings.DEELE_SMTP = server.smtp
    send()

    assert "127.0.0.1:1" in trouble
    assert (only().attempts, only().state, queries.state().trouble) == (1, State.SENT, "")


@pytest.mark.django_db
def test_without_a_server_mail_waits_in_the_outbox():
    mail()

    send()

    assert only().state == State.QUEUED
    assert not delivery.wanted(NOW)


@pytest.mark.django_db
def test_lost_worker_leaves_a_doubt_that_its_late_answer_settles(server):
    row = mail()
    token = delivery.claim(row, NOW)
    later = NOW + timedelta(hours=1)

    send(later)
    lost = only().state
    settled = delivery.confirm(row, token, Answer(Outcome.TAKEN, "250 OK"), later)

    assert (lost, settled, only().state, server.received) == (State.DOUBTFUL, True, State.SENT, [])


@pytest.mark.django_db
def test_late_answer_says_nothing_about_a_new_try(server):
    row = mail()
    token = delivery.claim(row, NOW)
    delivery.mark_lost(NOW + timedelta(hours=1))
    outbox.send_again(mail=row, by=None, now=NOW)

    settled = delivery.confirm(row, token, Answer(Outcome.TAKEN, "250 OK"), NOW)

    assert (settled, only().state) == (False, State.QUEUED)


@pytest.mark.django_db
def test_claimed_mail_can_not_be_claimed_or_cancelled():
    row = mail()
    delivery.claim(row, NOW)

    assert delivery.claim(row, NOW) == ""
    with pytest.raises(outbox.NotPossible):
        outbox.cancel(mail=row, by=None, now=NOW)


@pytest.mark.django_db
def test_muted_house_sends_nothing_until_a_person_decides(server):
    mail(key="1", to="eins@beispiel.de")
    muting.mute(reason="Kopie vom Sonntag", by=None, now=NOW)
    mail(key="2", to="zwei@beispiel.de")

    send()
    silent = list(server.received)
    muting.unmute(send_held=True, by=None, now=NOW)
    send()

    assert silent == []
    assert server.recipients == ["eins@beispiel.de", "zwei@beispiel.de"]


@pytest.mark.django_db
def test_held_mail_of_a_copy_can_be_cancelled(server):
    mail()
    muting.mute(reason="Kopie", by=None, now=NOW)

    muting.unmute(send_held=False, by=None, now=NOW)
    send()

    assert (only().state, server.received) == (State.CANCELLED, [])


@pytest.mark.django_db
def test_muting_stops_even_a_mail_already_picked(server):
    row = mail()
    muting.mute(reason="Kopie", by=None, now=NOW)
    OutgoingMail.objects.update(state=State.QUEUED)

    with Line(server.smtp) as line:
        sent = delivery.send_one(row, line, lambda: NOW)

    assert (sent, server.received) == (False, [])


@pytest.mark.django_db
def test_no_more_mails_a_minute_than_allowed(server, settings):
    settings.DEELE_MAIL_PER_MINUTE = 3
    for number in range(5):
        mail(key=str(number))

    send()
    first = len(server.received)
    send(NOW + 2 * MINUTE)

    assert (first, len(server.received)) == (3, 5)


@pytest.mark.django_db
def test_mail_a_person_waits_for_passes_the_limit(server, settings):
    settings.DEELE_MAIL_PER_MINUTE = 1
    mail(key="1")
    mail(key="2")
    send()
    mail(key="3", to="eilig@beispiel.de", urgency="now")

    send()

    assert server.recipients == ["empfang@beispiel.de", "eilig@beispiel.de"]


@pytest.mark.django_db
def test_mail_that_can_not_be_put_into_form_fails_and_the_next_one_still_goes(server):
    OutgoingMail.objects.filter(pk=mail(key="1", urgency="now").pk).update(headers={"List-Id": "zwei\nZeilen"})
    mail(key="2")

    send()

    assert list(OutgoingMail.objects.order_by("pk").values_list("state", flat=True)) == [State.FAILED, State.SENT]


@pytest.mark.django_db(transaction=True)
def test_rolled_back_change_leaves_no_mail():
    def change():
        with transaction.atomic():
            mail()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change()

    assert not OutgoingMail.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
def test_two_workers_at_once_send_each_mail_once(server):
    for number in range(30):
        mail(key=str(number), to=f"e{number}@beispiel.de")

    def work():
        send()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(server.recipients) == sorted(f"e{number}@beispiel.de" for number in range(30))
    assert OutgoingMail.objects.filter(state=State.SENT, attempts=1).count() == 30
