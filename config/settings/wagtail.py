"""The editorial side."""

from config import env

WAGTAIL_SITE_NAME = "Deele"
WAGTAILADMIN_BASE_URL = env.text("DEELE_URL", "http://127.0.0.1:8000")
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_CONTENT_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
WAGTAIL_FRONTEND_LOGIN_URL = "/konto/login/"
WAGTAILIMAGES_IMAGE_MODEL = "website.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "deele.website.forms.images.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": True},
}
DEELE_URL = WAGTAILADMIN_BASE_URL
