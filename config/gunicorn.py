"""How the web server runs, in the demo and in an office: `gunicorn -c config/gunicorn.py config.wsgi`."""

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
