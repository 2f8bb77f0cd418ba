"""Addresses of events: the day itself, and what comes after it."""

from django.urls import path
from django.urls.resolvers import URLPattern

from deele.events.views import after, attendance, billing, entrance, lists, refunds, volunteers

DESK = "schreibtisch/veranstaltungen/<int:pk>/"
patterns: list[URLPattern] = [
    path(f"{DESK}listen/", lists.lists_page, name="desk-lists"),
    path(f"{DESK}listen/<slug:key>.<slug:form>", lists.list_file, name="desk-list-file"),
    path(f"{DESK}unterschriften.pdf", lists.signatures, name="desk-signatures"),
    path(f"{DESK}namensschilder.pdf", lists.badges, name="desk-badges"),
    path(f"{DESK}einlass/", entrance.page, name="desk-entrance"),
    path(f"{DESK}einlass/tippen/", entrance.tap, name="desk-entrance-tap"),
    path(f"{DESK}neu-vor-ort/", entrance.walk_in, name="desk-walk-in"),
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
    path("schreibtisch/ehrenamt/", volunteers.volunteer_list, name="desk-volunteers"),
    path("schreibtisch/ehrenamt/neu/", volunteers.volunteer, name="desk-volunteer-new"),
    path("schreibtisch/ehrenamt/export.xlsx", volunteers.export, name="desk-volunteers-export"),
    path("schreibtisch/ehrenamt/fragen/", volunteers.ask, name="desk-volunteers-ask"),
    path("schreibtisch/ehrenamt/<int:pk>/", volunteers.volunteer, name="desk-volunteer"),
    path("schreibtisch/ehrenamt/<int:pk>/jahr/", volunteers.volunteer_year, name="desk-volunteer-year"),
    path(f"{DESK}ehrenamt/", volunteers.take_over, name="desk-volunteers-take"),
    path("ehrenamt/jahr/<str:token>/", volunteers.report, name="volunteer-report"),
    path(f"{DESK}rechnungen/", billing.page, name="desk-billing"),
    path(f"{DESK}rechnungen/schreiben/", billing.bill, name="desk-billing-write"),
    path(f"{DESK}erstattungen/", refunds.page, name="desk-refunds"),
    path(f"{DESK}erstattungen.xlsx", refunds.table, name="desk-refunds-file"),
    path(f"{DESK}erstattungen/<int:registration_pk>/konto/", refunds.account, name="desk-refund-account"),
    path(f"{DESK}erstattungen/<int:registration_pk>/gezahlt/", refunds.paid, name="desk-refund-paid"),
    path("anmeldung/<str:token>/erstattung/", refunds.own_account, name="own-refund"),
]
