"""Addresses of events: desk."""

from django.urls import path
from django.urls.resolvers import URLPattern

from deele.events.views import desk_documents, desk_members, desk_registering, desk_registrations, planning, sections

DESK = "schreibtisch/veranstaltungen/"
ONE = f"{DESK}<int:event_pk>/anmeldungen/<int:pk>/"
patterns: list[URLPattern] = [
    path(DESK, planning.event_list, name="desk-list"),
    path(f"{DESK}neu/", planning.new, name="desk-new"),
    path(f"{DESK}halte-vorschlaege", sections.stop_suggestions, name="desk-stop-suggestions"),
    path(f"{DESK}<int:pk>/", planning.event, name="desk-event"),
    path(f"{DESK}<int:pk>/planung/<slug:key>/", sections.section, name="desk-section"),
    path(f"{DESK}<int:pk>/zustand/", planning.move, name="desk-move"),
    path(f"{DESK}<int:pk>/termine/", planning.dates, name="desk-dates"),
    path(f"{DESK}<int:pk>/kopieren/", planning.copy, name="desk-copy"),
    path(f"{DESK}<int:pk>/verlauf/", planning.history, name="desk-history"),
    path(f"{DESK}<int:pk>/vorschau/", planning.preview, name="desk-preview"),
    path(f"{DESK}<int:pk>/dateien/", desk_documents.documents, name="desk-documents"),
    path(f"{DESK}<int:pk>/dateien/<int:document_pk>/", desk_documents.release, name="desk-document-release"),
    path(f"{DESK}<int:pk>/dateien/<int:document_pk>/entfernen/", desk_documents.remove, name="desk-document-remove"),
    path(f"{DESK}mitglieder/", desk_members.members, name="desk-members"),
    path(f"{DESK}mitglieder/einlesen/", desk_members.take_in, name="desk-members-import"),
    path(f"{DESK}mitglieder/<int:pk>/beenden/", desk_members.end, name="desk-member-end"),
    path(f"{DESK}<int:pk>/anmeldungen/", desk_registrations.registration_list, name="desk-registrations"),
    path(f"{DESK}<int:pk>/anmeldungen/neu/", desk_registering.new, name="desk-registration-new"),
    path(f"{ONE}", desk_registrations.registration, name="desk-registration"),
    path(f"{ONE}aendern/", desk_registering.change, name="desk-registration-change"),
    path(f"{ONE}stornieren/", desk_registrations.cancel, name="desk-cancel"),
    path(f"{ONE}anbieten/", desk_registrations.offer, name="desk-offer"),
    path(f"{ONE}antwort/", desk_registrations.answer, name="desk-answer"),
    path(f"{ONE}link/", desk_registrations.link, name="desk-link"),
    path(f"{ONE}nachweis/<int:participant_pk>/", desk_registrations.proof, name="desk-proof"),
]
