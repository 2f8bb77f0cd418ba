"""Addresses of events: the day itself, and what comes after it."""

from django.urls import path
from django.urls.resolvers import URLPattern

from deele.events.views import after, attendance, billing, entrance, lists

DESK = "schreibtisch/veranstaltungen/<int:pk>/"
patterns: list[URLPattern] = [
    path(f"{DESK}listen/", lists.lists_page, name="desk-lists"),
    path(f"{DESK}listen/<slug:key>.<slug:form>", lists.list_file, name="desk-list-file"),
    path(f"{DESK}unterschriften.pdf", lists.signatures, name="desk-signatures"),
    path(f"{DESK}namensschilder.pdf", lists.badges, name="desk-badges"),
    path(f"{DESK}einlass/", entrance.page, name="desk-entrance"),
    path(f"{DESK}einlass/tippen/", entrance.tap, name="desk-entrance-tap"),
    path(f"{DESK}einlass/abgleich/", entrance.sync, name="desk-entrance-sync"),
    path(f"{DESK}einlass/helfer.js", entrance.worker, name="desk-entrance-worker"),
    path(f"{DESK}teilnahme/", attendance.grid, name="desk-attendance"),
    path(f"{DESK}bescheinigungen/", attendance.certificate_list, name="desk-certificates"),
    path(f"{DESK}bescheinigungen/<int:person_pk>.pdf", attendance.certificate_file, name="desk-certificate"),
    path(
        f"{DESK}bescheinigungen/<int:person_pk>/zuruecknehmen/",
        attendance.certificate_withdraw,
        name="desk-certificate-withdraw",
    ),
    path(f"{DESK}rueckmeldungen/", attendance.feedback_results, name="desk-feedback"),
    path("veranstaltungen/rueckmeldung/<str:token>/", after.feedback, name="feedback"),
    path("bescheinigung/", after.certificate, name="certificate"),
    path("bescheinigung/abruf/<str:token>/", after.certificate_fetch, name="certificate-fetch"),
    path("anmeldung/<str:token>/bescheinigung/<str:code>/", after.own_certificate, name="own-certificate"),
    path("anmeldung/<str:token>/rechnung/<str:number>/", after.own_invoice, name="own-invoice"),
    path(f"{DESK}rechnungen/", billing.page, name="desk-billing"),
    path(f"{DESK}rechnungen/schreiben/", billing.bill, name="desk-billing-write"),
]
