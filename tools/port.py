"""Exit 0 when the port (first argument) on this machine is free, 1 when something listens there."""

import socket
import sys

with socket.socket() as attempt:
    attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        attempt.bind(("127.0.0.1", int(sys.argv[1])))
    except (OSError, OverflowError):
        sys.exit(1)
