"""German first, English second."""

from config.settings.paths import BASE_DIR

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "others"]  # others: allauth and Django, said our way
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True
