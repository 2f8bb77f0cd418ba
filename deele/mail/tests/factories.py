"""Rows and a mail server for tests."""

import asyncio
import threading
from datetime import UTC, datetime

from aiosmtpd.smtp import SMTP

from deele.mail.actions import outbox
from deele.office.models import Office

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def office(**fields):
    return Office.objects.create(**{"name": "Büro Muster", "email": "buero@beispiel.de", **fields})


def mail(**fields):
    given = {
        "purpose": "test.message",
        "to": "empfang@beispiel.de",
        "subject": "Grüße aus Otersen",
        "body": "Guten Tag,\n\nschöne Grüße.",
        "key": "1",
        "now": NOW,
    }
    return outbox.queue(**{**given, **fields})


class Server:
    """A real SMTP server on a free port of this machine.

    `received` holds the messages it took as (recipient, bytes). `answers` are given in place of the usual
    ones, first come first served: ("RCPT" | "DATA", "550 …"), or ("DATA", "drop") to hang up.
    """

    def __init__(self):
        self.received = []
        self.answers = []
        self.connections = 0
        self.before_answer = None
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self):
        self.thread.start()
        opening = self.loop.create_server(self._smtp, "127.0.0.1", 0)
        self.server = asyncio.run_coroutine_threadsafe(opening, self.loop).result()
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.server.close)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    @property
    def recipients(self):
        return [to for to, _ in self.received]

    @property
    def smtp(self):
        return {"host": "127.0.0.1", "port": self.port, "user": "", "password": "", "starttls": False, "tls": False}

    def _smtp(self):
        self.connections += 1
        return SMTP(self, hostname="post.beispiel.de", loop=self.loop)

    def _answer(self, step):
        if self.answers and self.answers[0][0] == step:
            return self.answers.pop(0)[1]
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self._answer("RCPT")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        answer = self._answer("DATA")
        if answer == "drop" or answer.startswith("250"):
            self.received.append((envelope.rcpt_tos[0], envelope.content))
        if self.before_answer:
            self.before_answer()
        if answer == "drop":
            server.transport.abort()
        return answer
