"""Mails as they come: forwarded, forged, knotted, in strange charsets. Nothing in them is believed."""

import time
from email.message import EmailMessage

import pytest

from deele.mail.readers import letter_text, letters


def mail(text="Wie fängt man an?", **headers):
    message = EmailMessage()
    headers = {
        "From": "Ratsuchende Muster <frage@example.org>", "To": "beratung@example.org", "Subject": "Frage",
        "Message-ID": "<1@example.org>", **{key.replace("_", "-"): value for key, value in headers.items()},
    }  # fmt: skip
    for key, value in headers.items():
        message[key] = value
    message.set_content(text)
    return message


def test_a_plain_mail_is_read():
    letter = letters.read(mail().as_bytes())

    assert (letter.sender, letter.sender_name) == ("frage@example.org", "Ratsuchende Muster")
    assert (letter.subject, letter.text) == ("Frage", "Wie fängt man an?")
    assert not letter.is_automatic
    assert not letter.wants_no_answer


def test_html_alone_is_read_without_what_nobody_sees():
    message = mail()
    message.set_content("<head><style>p{}</style></head><p>Guten Tag</p><script>x()</script>eins<br>zwei", "html")
    text = letters.read(message.as_bytes()).text
    assert "Guten Tag" in text
    assert "x()" not in text
    assert "p{}" not in text


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "erfunden-7", "us-ascii"])
@pytest.mark.parametrize("content", ["Grüße".encode(), "Grüße".encode("cp1252")])
def test_a_wrong_charset_loses_no_mail(charset, content):
    raw = b"From: a@example.org\r\nContent-Type: text/plain; charset=" + charset.encode() + b"\r\n\r\n" + content
    text = letters.read(raw).text
    assert text.startswith("Gr")
    text.encode()


def test_signs_no_database_takes_are_gone():
    raw = b"From: a@example.org\r\nSubject: a\x00b\r\n\r\neins\x00zwei \xe2\x80\xae drei"
    assert letters.read(raw).text == "einszwei  drei"
    assert "\0" not in letters.read(raw).subject


def test_no_header_can_be_broken_into_two():
    raw = b"From: a@example.org\r\nSubject: =?utf-8?q?Frage=0D=0ABcc=3A_boese=40example.org?=\r\n\r\nText"
    letter = letters.read(raw)
    assert "\n" not in letter.subject
    assert "\r" not in letter.subject


@pytest.mark.parametrize(
    "block",
    [
        "-------- Weitergeleitete Nachricht --------\nBetreff: Frage\nVon: Ada Muster <ada@example.org>\n\nHallo",
        "Anfang der weitergeleiteten Nachricht:\n\nVon: Ada Muster <ada@example.org>\n\nHallo",
        "---------- Forwarded message ---------\nFrom: Ada Muster <ada@example.org>\n\nHallo",
        "-----Ursprüngliche Nachricht-----\nVon: Ada Muster [mailto:ada@example.org]\nGesendet: heute\n\nHallo",
    ],
)
def test_who_wrote_a_forwarded_mail_is_recognised(block):
    letter = letters.read(mail("Bitte übernehmen\n\n" + block, Subject="WG: Frage").as_bytes())
    assert (letter.original, letter.original_name) == ("ada@example.org", "Ada Muster")


def test_a_mail_forwarded_as_a_file_is_read_too():
    inner, outer = mail("Die eigentliche Frage", From="ada@example.org"), mail("Zur Kenntnis")
    outer.add_attachment(inner)
    letter = letters.read(outer.as_bytes())
    assert letter.original == "ada@example.org"
    assert "Die eigentliche Frage" in letter.text


@pytest.mark.parametrize(
    ("header", "value"),
    [("Auto-Submitted", "auto-replied"), ("Precedence", "auto_reply"), ("X-Autoreply", "yes"), ("Return-Path", "<>")],
)
def test_a_machine_is_known(header, value):
    assert letters.read(mail(**{header: value}).as_bytes()).is_automatic


@pytest.mark.parametrize(
    ("header", "value"),
    [("Precedence", "bulk"), ("X-Auto-Response-Suppress", "All"), ("List-Id", "<liste.example.org>")],
)
def test_who_wants_no_answer_of_a_machine_is_known(header, value):
    letter = letters.read(mail(**{header: value}).as_bytes())
    assert letter.wants_no_answer
    assert not letter.is_automatic


def test_the_number_is_found_in_subject_and_address():
    letter = letters.read(mail(Subject="Re: Ihre Anfrage [K7M4Q]", To="anfrage+Z9XYW@example.org").as_bytes())
    assert letter.codes == ("K7M4Q", "Z9XYW")


def nested(depth):
    lines = ["From: a@example.org", "Subject: tief"]
    for number in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{number}"', "", f"--b{number}"]
    return "\r\n".join([*lines, "Content-Type: text/plain", "", "unten"]).encode()


def many_parts(number, head="Content-Type: text/plain\r\n"):
    start = "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    return (start + f"--x\r\n{head}\r\nhallo\r\n" * number + "--x--").encode()


@pytest.mark.parametrize(
    "bomb",
    [
        nested(5_000),
        nested(60),
        many_parts(10_000),
        many_parts(10_000, head=""),
        many_parts(1_000, head=""),
        b"From: a@example.org\r\n" + b"X-Lang: " + b"a " * 200_000 + b"\r\n\r\nText",
        b"From: a@example.org\r\nContent-Type: message/rfc822\r\n\r\n" * 2_000,
    ],
)
def test_bombs_are_refused_in_no_time(bomb):
    began = time.perf_counter()
    with pytest.raises(letters.TooKnotted):
        letters.read(bomb)
    assert time.perf_counter() - began < 3
    assert letters.read_head(bomb).sender == "a@example.org"


def test_a_calendar_is_named_and_never_opened():
    message = mail()
    line = "BEGIN:VEVENT\r\nRRULE:FREQ=SECONDLY;COUNT=99999999\r\nEND:VEVENT\r\n"
    message.add_attachment(
        "BEGIN:VCALENDAR\r\n" + line * 20_000 + "END:VCALENDAR", subtype="calendar", filename="x.ics"
    )
    began = time.perf_counter()
    letter = letters.read(message.as_bytes())
    assert [file.name for file in letter.files] == ["x.ics"]
    assert "VEVENT" not in letter.text
    assert time.perf_counter() - began < 3


def test_a_head_full_of_nonsense_takes_no_time():
    rough = b"From: " + b"=?utf-8?q?" * 2_000 + b"\r\nTo: " + b"<a@" * 5_000 + b"\r\nSubject: x\r\n\r\nText"
    began = time.perf_counter()
    try:
        letters.read(rough)
    except letters.TooKnotted:
        letters.read_head(rough)
    assert time.perf_counter() - began < 5


def test_an_answer_is_kept_without_what_it_answers():
    text = "Danke!\n\nAm 1.12.2026 schrieb Beraterin Muster <b@example.org>:\n> Guten Tag\n> alles"
    assert letter_text.without_quote(text) == "Danke!"
    assert letter_text.without_quote("> nur Zitat") == "> nur Zitat"


def test_the_mark_knows_a_mail_again():
    one, two = mail().as_bytes(), b"Received: from anderswo\r\n" + mail().as_bytes()
    assert letters.read(one).mark == letters.read(two).mark
    assert letters.read(one).mark != letters.read(mail(Message_ID="<2@example.org>").as_bytes()).mark
