"""Static files, uploads, caches."""

from config import env
from config.settings.paths import BASE_DIR, DEBUG, DEELE_HOME

STATIC_URL = "/static/"
STATIC_ROOT = DEELE_HOME / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "deele.ui.finders.NodeModulesFinder",
]
NODE_MODULES = BASE_DIR / "node_modules"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

MEDIA_URL = "/medien/"
MEDIA_ROOT = DEELE_HOME / "media"
FILE_UPLOAD_PERMISSIONS = 0o640

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def shared_cache() -> dict:
    """A cache every process of the machine sees; sign-in limits live here. Redis by CACHE_URL."""
    if url := env.text("CACHE_URL"):
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
    return {
        "BACKEND": "deele.core.caches.DiskCache",
        "LOCATION": DEELE_HOME / "cache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }


CACHES = {
    "default": shared_cache(),
    "pages": {  # finished anonymous pages, per process; short-lived and versioned, so it needs no sharing
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 3000},
    },
}
