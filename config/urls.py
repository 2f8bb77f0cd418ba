"""All addresses, composed. German paths for people, /api/ for machines."""

from django.contrib import admin
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

handler400 = "deele.ui.views.bad_request"
handler403 = "deele.ui.views.forbidden"
handler404 = "deele.ui.views.not_found"
handler500 = "deele.ui.views.server_error"

urlpatterns = [
    path("", include("deele.core.urls")),
    path("", include("deele.ui.urls")),
    path("konto/", include("deele.accounts.urls")),
    path("", include("deele.places.urls")),
    path("", include("deele.directory.urls")),
    path("", include("deele.alliance.urls")),
    path("", include("deele.events.urls")),
    path("", include("deele.groups.urls")),
    path("", include("deele.jointactions.urls")),
    path("", include("deele.library.urls")),
    path("", include("deele.funding.urls")),
    path("", include("deele.notices.urls")),
    path("", include("deele.accompaniment.urls")),
    path("schreibtisch/zahlen/", include("deele.reporting.urls")),
    path("", include("deele.advice.urls")),
    path("", include("deele.newsletter.urls")),
    path("schreibtisch/abgleich/", include("deele.likeness.urls")),
    path("schreibtisch/rechnungen/", include("deele.money.urls")),
    path("schreibtisch/post/", include("deele.mail.urls")),
    path("schreibtisch/datenschutz/", include("deele.privacy.urls")),
    path("schreibtisch/", include("deele.access.urls")),
    path("schreibtisch/", include("deele.desk.urls")),
    path("api/", include("deele.api.urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("dateien/", include(wagtaildocs_urls)),
    path("technik/", admin.site.urls),
    path("", include("deele.website.urls")),
    path("", include(wagtail_urls)),
]
