"""Addresses of advice: all behind the desk."""

from django.urls import path

from deele.advice.views import contacts, templates

app_name = "advice"
DESK = "schreibtisch/beratung/"
urlpatterns = [
    path(DESK, contacts.log, name="log"),
    path(f"{DESK}liste/", contacts.contact_list, name="list"),
    path(f"{DESK}<int:pk>/", contacts.contact, name="contact"),
    path(f"{DESK}<int:pk>/entfernen/", contacts.contact_remove, name="contact-remove"),
    path(f"{DESK}vorlagen/", templates.template_list, name="templates"),
    path(f"{DESK}vorlagen/neu/", templates.template, name="template-new"),
    path(f"{DESK}vorlagen/<int:pk>/", templates.template, name="template"),
    path(f"{DESK}vorlagen/<int:pk>/entfernen/", templates.template_remove, name="template-remove"),
]
