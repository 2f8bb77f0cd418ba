"""A mail server as rough as they come: refuses, puts off, stalls, hangs up, and writes down what it took."""

import os
import random
import socket
import threading
import time
import zlib
from typing import Any

STALL = 0.05, 0.3  # seconds


def serve(listener: socket.socket, log: str) -> None:
    """One process, a thread a connection. Each taken message is a line, recipient and sender, before it is answered."""
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    while True:
        line, _address = listener.accept()
        threading.Thread(target=talk, args=(line, out), daemon=True).start()


def talk(line: socket.socket, out: int) -> None:
    """One connection."""
    file, chance, to, sender = line.makefile("rb"), random.Random(), "", ""
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else each answer waits 40 ms for an echo
    try:
        line.sendall(b"220 rough\r\n")
        while command := file.readline():
            verb = command[:4].upper()
            if verb == b"EHLO":
                line.sendall(b"250-rough\r\n250 PIPELINING\r\n")
            elif verb == b"RCPT":
                to = told(command)
                answer = refusal(to, chance)
                to = to if answer.startswith(b"250") else ""
                line.sendall(answer)
                if answer.startswith(b"421"):
                    return
            elif verb == b"DATA":
                if not content(line, file, f"{to} {sender}" if to else "", out, chance):
                    return
                to = ""
            else:
                sender = told(command) if verb == b"MAIL" else sender
                line.sendall(b"250 fine\r\n")
    except (OSError, ValueError, IndexError):
        pass
    finally:
        line.close()


def told(command: bytes) -> str:
    """The address in a command."""
    return command.decode().split("<")[1].split(">")[0]


def is_unknown(to: str) -> bool:
    """Some addresses are always refused."""
    return zlib.crc32(to.encode()) % 97 == 0


def refusal(to: str, chance: random.Random) -> bytes:
    """The answer to a recipient. Anybody may be greylisted once in a while; now and then it closes for the day."""
    if is_unknown(to):
        return b"550 5.1.1 unknown\r\n"
    fate = chance.random()
    if fate < 0.002:
        return b"421 4.3.2 closing\r\n"
    return b"450 4.2.0 later\r\n" if fate < 0.02 else b"250 fine\r\n"


def content(line: socket.socket, file: Any, who: str, out: int, chance: random.Random) -> bool:
    """Take a message; or put it off, stall, hang up in its middle, before or after writing it down. False: hung up."""
    if not who:
        line.sendall(b"503 no recipient\r\n")
        return True
    line.sendall(b"354 go\r\n")
    fate, lines = chance.random(), 0
    while (part := file.readline()) != b".\r\n":
        lines += 1
        if not part or (fate < 0.003 and lines > 20):
            return False  # in the middle of the content
    if fate < 0.005:
        return False  # lost before it was kept
    if fate < 0.008:
        line.sendall(b"451 4.3.0 not now\r\n")
        return True
    if fate < 0.014:
        time.sleep(chance.uniform(*STALL))
    os.write(out, f"{who}\n".encode())
    if fate < 0.010:
        return False  # kept, and the answer lost
    line.sendall(b"250 taken\r\n")
    return True
