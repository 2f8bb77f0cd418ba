"""Addresses of funding: for everybody, and at the desk."""

from django.urls import path

from deele.funding.views import desk, desk_versions, public

app_name = "funding"
HOME = "foerderung/"
DESK = "schreibtisch/foerderung/"
urlpatterns = [
    path(HOME, public.programme_list, name="list"),
    path(f"{HOME}fristen.ics", public.deadlines_ics, name="deadlines-ics"),
    path(f"{HOME}<int:pk>/fristen.ics", public.programme_ics, name="programme-ics"),
    path(f"{HOME}<slug:name>-<int:pk>/", public.programme, name="programme"),
    path(DESK, desk.programme_list, name="desk-list"),
    path(f"{DESK}neu/", desk.programme_form, name="desk-new"),
    path(f"{DESK}<int:pk>/", desk.programme, name="desk-programme"),
    path(f"{DESK}<int:pk>/aendern/", desk.programme_form, name="desk-change"),
    path(f"{DESK}<int:pk>/geprueft/", desk.check, name="desk-check"),
    path(f"{DESK}<int:pk>/zeigen/", desk.show, name="desk-show"),
    path(f"{DESK}<int:pk>/fassung/", desk_versions.version_new, name="desk-version-new"),
    path(f"{DESK}<int:pk>/fassung/<int:version_pk>/", desk_versions.version, name="desk-version"),
    path(f"{DESK}<int:pk>/runde/", desk_versions.round_form, name="desk-round-new"),
    path(f"{DESK}<int:pk>/runde/<int:round_pk>/", desk_versions.round_form, name="desk-round"),
    path(f"{DESK}<int:pk>/runde/<int:round_pk>/entfernen/", desk_versions.round_remove, name="desk-round-remove"),
]
