"""As much of an IMAP server as a reader of an inbox asks for, in a thread, over a real socket."""

import re
import socketserver
import threading


class Box(socketserver.ThreadingTCPServer):
    """`contents` are bytes, or a number: a mail of so many bytes whose body nobody may fetch."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, contents):
        super().__init__(("127.0.0.1", 0), Talk)
        self.contents = contents
        self.seen = set()
        self.sent = 0  # bytes of mails that were handed out
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def account(self):
        return {"host": "127.0.0.1", "port": self.server_address[1], "user": "u", "password": "p", "tls": False}


class Talk(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True  # else each answer waits 40 ms for an echo, as no real server does

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        self.say("* OK ready")
        for line in self.rfile:
            tag, _, command = line.decode().strip().partition(" ")
            word = command.upper().replace("UID ", "").partition(" ")[0]
            getattr(self, f"do_{word.lower()}", lambda _: None)(command)
            self.say(f"{tag} OK done")
            if word == "LOGOUT":
                return

    def do_capability(self, command):
        self.say("* CAPABILITY IMAP4rev1")

    def do_select(self, command):
        self.say(f"* {len(self.server.contents)} EXISTS")

    def do_search(self, command):
        unread = [str(uid) for uid in range(1, len(self.server.contents) + 1) if uid not in self.server.seen]
        self.say(f"* SEARCH {' '.join(unread)}")

    def do_fetch(self, command):
        uid = int(re.search(r"FETCH (\d+)", command)[1])
        head, size = self.server.contents[uid - 1], None
        if isinstance(head, tuple):
            head, size = head
        if "RFC822.SIZE" in command:
            self.say(f"* {uid} FETCH (UID {uid} RFC822.SIZE {size or len(head)})")
            return
        assert size is None or "HEADER" in command, "the body of a large mail was fetched"
        cut = re.search(r"<0\.(\d+)>", command)
        content = head[: int(cut[1])] if cut else head
        self.server.sent += len(content)
        self.say(f"* {uid} FETCH (UID {uid} BODY[] {{{len(content)}}}")
        self.wfile.write(content)
        self.say(")")

    def do_store(self, command):
        self.server.seen.add(int(re.search(r"STORE (\d+)", command)[1]))

    def do_logout(self, command):
        self.say("* BYE")
