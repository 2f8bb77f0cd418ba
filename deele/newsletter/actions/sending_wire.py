"""Handing copies to the mail server over one connection, pipelined where it offers that (RFC 2920).

At any moment at most one message has its final dot on the way without an answer. So a lost connection leaves exactly
one copy in doubt, and it is known which.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from deele.mail.actions.line import Answer, Line, NoServer, Outcome

LARGEST = 64 * 1024  # of all answers read at once; more is no mail server
CLOSING = 421


class Copy:
    """What is handed over: the row it stands for, the address, and how its bytes (without the final dot) are made."""

    __slots__ = ("_content", "_fault", "_make", "pk", "to")

    def __init__(self, pk: int, to: str, make: Callable[[], bytes]) -> None:
        self.pk, self.to, self._make = pk, to, make
        self._content: bytes | None = None
        self._fault: Exception | None = None

    def prepare(self) -> None:
        """Make the bytes while the server works on the copy before. A fault is raised when they are needed."""
        if self._content is None and self._fault is None:
            try:
                self._content = self._make()
            except Exception as fault:  # noqa: BLE001  raised by content()
                self._fault = fault

    def content(self) -> bytes:
        """The bytes, ending with a line break."""
        self.prepare()
        if self._content is None:
            raise self._fault or ValueError("no content")
        return self._content if self._content.endswith(b"\r\n") else self._content + b"\r\n"


class Closed(Exception):
    """The connection is lost. `dotted`: a final dot may have left before."""

    dotted = False


class SenderRefused(NoServer):
    """The server takes nothing from our address; no copy is touched by this."""


class Wire:
    """A connection with answers read from it. Opened when needed, kept for the next batch."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.line = Line(settings)
        self.sock: socket.socket | None = None
        self.buffer = b""
        self.pipelined = False
        self.dirty = False  # a transaction is open that must be reset before the next

    def __enter__(self) -> "Wire":
        return self

    def __exit__(self, kind: type | None, *_: object) -> None:
        if self.sock and kind is None:  # after a fault the server may wait for content: it would hear no QUIT
            try:
                self._write(b"QUIT\r\n")
                self._reply()
            except Closed:
                pass
        self._close()

    def open(self) -> bool:
        """Connect if not connected; True for a new connection. Raises NoServer."""
        if self.sock:
            return False
        self.line.open()
        smtp = self.line.smtp
        if smtp is None or smtp.sock is None:
            raise NoServer(str(self.line.settings["host"]))
        self.sock = smtp.sock
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # the dot must not wait for an echo
        self.pipelined = smtp.has_extn("pipelining")
        self.buffer, self.dirty = b"", False
        return True

    def send(self, sender: str, copies: Iterable[Copy], begins: Callable[[int], None]) -> Iterator[tuple[Copy, Answer]]:
        """Hand the copies over one by one; yields what became of each as soon as it is known.

        `begins` is called right before the content of a copy leaves. Ends early when the connection is
        lost; whatever was not yielded was not touched. Raises SenderRefused.
        """
        waiting = iter(copies)
        copy = next(waiting, None)
        begun = False
        while copy and self.sock:
            begun = begun or self._begin(sender, copy)
            refusal = self._opened(sender, copy)
            if refusal:
                yield copy, refusal
                copy, begun = next(waiting, None), False
                continue
            following = next(waiting, None)
            content = copy.content()
            begins(copy.pk)
            answer, begun = self._content(sender, content, following)
            yield copy, answer
            copy = following

    def _commands(self, sender: str, copy: Copy) -> list[bytes]:
        reset = [b"RSET\r\n"] if self.dirty else []
        return [*reset, f"MAIL FROM:<{sender}>\r\n".encode(), f"RCPT TO:<{copy.to}>\r\n".encode(), b"DATA\r\n"]

    def _begin(self, sender: str, copy: Copy) -> bool:
        """Announce a copy in one group of commands. Without pipelining nothing is said ahead."""
        if not self.pipelined:
            return False
        try:
            self._write(b"".join(self._commands(sender, copy)))
        except Closed:
            return False  # reading will tell
        return True

    def _opened(self, sender: str, copy: Copy) -> Answer | None:
        """None when the server waits for the content, else why it does not."""
        try:
            answers = self._answers(sender, copy)
        except Closed as error:
            self._close()
            return Answer(Outcome.LATER, str(error))
        if answers[-1][0] == 354 and all(code // 100 == 2 for code, _ in answers[:-1]):
            self.dirty = False
            return None
        bad = next((one for one in answers if one[0] // 100 not in (2, 3)), answers[-1])
        self._leave(answers)
        if answers and answers[0] is bad and bad[0] // 100 == 5:
            raise SenderRefused(_words(bad))
        return self._judge(bad, begun=False)

    def _answers(self, sender: str, copy: Copy) -> list[tuple[int, bytes]]:
        """The answers to MAIL, RCPT and DATA; without pipelining the commands after a refusal are spared."""
        commands = self._commands(sender, copy)
        found = []
        for command in commands:
            if not self.pipelined:
                self._write(command)
            found.append(self._reply())
            if not self.pipelined and found[-1][0] // 100 not in (2, 3):
                break
        return found[1:] if len(commands) > 3 else found

    def _leave(self, answers: list[tuple[int, bytes]]) -> None:
        """Get out of a transaction that led nowhere."""
        self.dirty = True
        if answers[-1][0] != 354:
            return
        try:  # the server waits for content though it refused the recipient: give it none
            self._write(b".\r\n")
            self._reply()
        except Closed:
            self._close()

    def _content(self, sender: str, content: bytes, following: Copy | None) -> tuple[Answer, bool]:
        """Content, dot, and in the same breath the announcement of the next. Says whether that is under way.

        Before the dot the server must throw away what it has (RFC 5321 §4.1.1.4); after it, nobody knows.
        """
        ahead = b"".join(self._commands(sender, following)) if following and self.pipelined else b""
        left = False
        try:
            self._with_dot(content, ahead)
            left = True
            if following:
                following.prepare()
            return self._judge(self._reply(), begun=True), bool(ahead)
        except Closed as error:
            self._close()
            return Answer(Outcome.UNKNOWN if left or error.dotted else Outcome.LATER, str(error)), False

    def _with_dot(self, content: bytes, ahead: bytes) -> None:
        """Write all of it in one go. Raises Closed, which says whether the dot may have left.

        A plain socket says how many bytes the system took. TLS does not, so there the dot goes by itself.
        """
        sealed = isinstance(self.sock, ssl.SSLSocket)
        if sealed:
            self._write(content)
        view = memoryview((b"" if sealed else content) + b".\r\n" + ahead)
        try:
            while view and self.sock:
                view = view[self.sock.send(view) :]
        except OSError as error:
            closed = Closed(f"{type(error).__name__}: {error}")
            closed.dotted = sealed or len(view) <= len(ahead)
            raise closed from error

    def _judge(self, reply: tuple[int, bytes], *, begun: bool) -> Answer:
        code = reply[0]
        if code == CLOSING:
            self._close()
        if 200 <= code < 300:
            return Answer(Outcome.TAKEN if begun else Outcome.LATER, _words(reply))
        return Answer(Outcome.REFUSED if 500 <= code < 600 else Outcome.LATER, _words(reply))

    def _write(self, data: bytes) -> None:
        if self.sock is None:
            raise Closed("closed")
        try:
            self.sock.sendall(data)
        except OSError as error:
            raise Closed(f"{type(error).__name__}: {error}") from error

    def _reply(self) -> tuple[int, bytes]:
        """One answer; of several lines the last. Raises Closed."""
        while True:
            line, found, rest = self.buffer.partition(b"\n")
            if found:
                self.buffer = rest
                if line[3:4] == b"-":
                    continue
                if not line[:3].isdigit():
                    raise Closed(f"no answer of a mail server: {line[:80]!r}")
                return int(line[:3]), line[4:].strip()
            self._read()

    def _read(self) -> None:
        if self.sock is None or len(self.buffer) > LARGEST:
            raise Closed("closed")
        try:
            more = self.sock.recv(LARGEST)
        except OSError as error:
            raise Closed(f"{type(error).__name__}: {error}") from error
        if not more:
            raise Closed("the mail server closed the connection")
        self.buffer += more

    def _close(self) -> None:
        if self.line.smtp:
            self.line.smtp.close()
        self.line.smtp = None
        self.sock, self.buffer, self.dirty = None, b"", False


def _words(reply: tuple[int, bytes]) -> str:
    return f"{reply[0]} {reply[1].decode('utf-8', 'replace')}"[:500]


def breathe(seconds: float) -> None:
    """Wait a little; replaced in tests by a clock of their own."""
    time.sleep(seconds)
