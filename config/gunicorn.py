"""How the web server runs, in the demo and in an office: `gunicorn -c config/gunicorn.py config.wsgi`."""

import gc
from wsgiref.util import setup_testing_defaults

from django.db import connections

from config import env

# A reverse proxy stands in front; without one only this machine is served.
bind = env.text("DEELE_BIND") or f"127.0.0.1:{env.number('PORT', 8000)}"
workers = env.number("DEELE_WEB_WORKERS", 2)
threads = env.number("DEELE_WEB_THREADS", 4)
worker_class = "gthread"
preload_app = True  # one start, shared memory
graceful_timeout = 30
timeout = 60
keepalive = 5
limit_request_line = 8190  # the most there is: so that our own page answers an address too long, up to here
max_requests = 0
control_socket_disable = True  # nothing of ours uses it, and it would lie outside DEELE_HOME
loglevel = "warning"

WARM = ("/", "/verzeichnis/?q=garten", "/verzeichnis/karte.json", "/orte/vorschlaege?q=ver", "/orte/")


def on_starting(server):
    """Ask for a few pages before the port is open and before the workers are forked.

    So no visitor waits until templates are compiled and the memories of search and place finder are read, and the
    workers share these instead of holding one each.
    """
    for address in WARM:
        path, _, query = address.partition("?")
        _ask(server.app.wsgi(), path, query)
    connections.close_all()  # a connection must not be shared with the workers
    gc.collect()
    gc.freeze()


def _ask(application, path, query):
    """One GET as a browser would send it to us."""
    host = env.names("DEELE_HOSTS", "localhost")[0]
    scheme = "https" if env.flag("DEELE_HTTPS") else "http"
    asked = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost" if host == "*" else host.lstrip(".")}
    asked |= {"HTTP_X_FORWARDED_PROTO": scheme, "HTTP_ACCEPT_ENCODING": "gzip", "HTTP_ACCEPT_LANGUAGE": "de"}
    asked |= {"wsgi.url_scheme": scheme, "REMOTE_ADDR": "127.0.0.1"}
    setup_testing_defaults(asked)
    answer = application(asked, lambda *_: None)
    for _part in answer:
        pass
    if hasattr(answer, "close"):
        answer.close()
