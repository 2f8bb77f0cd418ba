"""Secrets, hosts, cookies, content security policy."""

from csp.constants import NONE, SELF

from config import env
from config.settings.paths import DEELE_HOME

SECRET_KEY = env.secret("SECRET_KEY", DEELE_HOME / "keys" / "secret_key")
SECRET_KEY_FALLBACKS = env.names("SECRET_KEY_FALLBACKS")  # former keys: what they sealed and signed stays good
# Seals confidential notes, current key first. Not beside the other keys: those may go into a backup, this never does.
DEELE_NOTE_KEYS = env.secret("DEELE_NOTE_KEYS", DEELE_HOME / "note-keys" / "keys")
ALLOWED_HOSTS = env.names("DEELE_HOSTS", "localhost,127.0.0.1,[::1]")
HTTPS = env.flag("DEELE_HTTPS")

CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS]
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("DEELE_BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "deele_sitzung"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "deele.ui.views.csrf_failed"
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS: list[str] = []

CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/cms/"],  # the CMS admin carries its own policy, see docs/decisions/0003
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
# The largest body any page takes; the server refuses more before reading it (deele.ui.middleware).
DEELE_MAX_UPLOAD = env.number("DEELE_MAX_UPLOAD_MB", 25) * 1024 * 1024

DEELE_API_PER_HOUR = env.number("DEELE_API_PER_HOUR", 3600)  # requests an hour from one connection
