"""One SMTP connection. Knows exactly when a message may have been taken and when not."""

import re
import smtplib
import ssl
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Any

SECONDS = 30  # for each answer of the server
DOT = re.compile(rb"(?m)^\.")
CLOSING = 421  # the server ends the connection (RFC 5321 §3.8)


class NoServer(Exception):
    """The mail server can't be reached or doesn't let us in; no message is touched by this."""


class Outcome(StrEnum):
    """What is known about a message after a try."""

    TAKEN = "taken"
    LATER = "later"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    """What the server made of a message, and its words."""

    outcome: Outcome
    text: str


class Line:
    """A connection, opened when needed and kept for the next message. A context manager."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        self.smtp: smtplib.SMTP | None = None

    def __enter__(self) -> "Line":
        return self

    def __exit__(self, kind: type | None, value: BaseException | None, trace: TracebackType | None) -> None:
        if self.smtp:
            try:
                self.smtp.quit()
            except (smtplib.SMTPException, OSError):
                self._drop()

    def open(self) -> bool:
        """Connect if not connected; True for a new connection. Raises NoServer."""
        if self.smtp:
            return False
        try:
            self.smtp = self._connect()
        except (smtplib.SMTPException, OSError) as error:
            raise NoServer(f"{self.settings['host']}:{self.settings['port']}: {error}") from error
        return True

    def _connect(self) -> smtplib.SMTP:
        at = self.settings
        sealed = at.get("tls") or at.get("starttls")
        context = ssl.create_default_context() if sealed else None  # reading all certificates takes its time
        if at.get("tls"):
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(at["host"], at["port"], timeout=SECONDS, context=context)
        else:
            smtp = smtplib.SMTP(at["host"], at["port"], timeout=SECONDS)
        try:
            if at.get("starttls") and not at.get("tls"):
                smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
            if at.get("user"):
                smtp.login(at["user"], at["password"])
        except (smtplib.SMTPException, OSError):
            smtp.close()
            raise
        return smtp

    def send(self, sender: str, to: str, content: bytes) -> Answer:
        """Hand one message over. Never raises for what a server may do.

        Only a connection lost between the final dot and the answer leaves a doubt; before the dot the server
        must throw away what it has (RFC 5321 §4.1.1.4), so the message may safely be tried again.
        """
        assert self.smtp is not None, "open() comes first"  # noqa: S101  a fault of the program
        try:
            if answer := self._begin(self.smtp, sender, to):
                return answer
            self.smtp.send(DOT.sub(b"..", content) + (b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n"))
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Answer(Outcome.LATER, f"{type(error).__name__}: {error}")
        try:
            return self._judge(*self.smtp.getreply())
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Answer(Outcome.UNKNOWN, f"{type(error).__name__}: {error}")

    def _begin(self, smtp: smtplib.SMTP, sender: str, to: str) -> Answer | None:
        """Sender, recipient, DATA. None when the server waits for the message, else its refusal."""
        steps = ((lambda: smtp.mail(sender), 250), (lambda: smtp.rcpt(to), 250), (lambda: smtp.docmd("DATA"), 354))
        for step, wanted in steps:
            code, reply = step()
            if code // 10 != wanted // 10:
                answer = self._judge(code, reply)
                if self.smtp:
                    self.smtp.rset()
                return answer if answer.outcome is not Outcome.TAKEN else Answer(Outcome.LATER, answer.text)
        return None

    def _judge(self, code: int, reply: bytes) -> Answer:
        words = f"{code} {reply.decode('utf-8', 'replace')}"
        if 200 <= code < 300:
            return Answer(Outcome.TAKEN, words)
        if code == CLOSING:
            self._drop()
        return Answer(Outcome.REFUSED if 500 <= code < 600 else Outcome.LATER, words)

    def _drop(self) -> None:
        if self.smtp:
            self.smtp.close()
        self.smtp = None
