"""Addresses of advice: all behind the desk."""

from django.urls import path

from deele.advice.views import case_parts, case_people, cases, confidential, contacts, openings, templates

app_name = "advice"
DESK = "schreibtisch/beratung/"
CASES = f"{DESK}faelle/"
urlpatterns = [
    path(DESK, contacts.log, name="log"),
    path(f"{DESK}liste/", contacts.contact_list, name="list"),
    path(f"{DESK}<int:pk>/", contacts.contact, name="contact"),
    path(f"{DESK}<int:pk>/entfernen/", contacts.contact_remove, name="contact-remove"),
    path(f"{DESK}<int:pk>/fall/", cases.from_contact, name="case-from-contact"),
    path(f"{DESK}<int:pk>/zum-fall/", cases.join, name="case-join"),
    path(f"{DESK}vorlagen/", templates.template_list, name="templates"),
    path(f"{DESK}vorlagen/neu/", templates.template, name="template-new"),
    path(f"{DESK}vorlagen/<int:pk>/", templates.template, name="template"),
    path(f"{DESK}vorlagen/<int:pk>/entfernen/", templates.template_remove, name="template-remove"),
    path(CASES, cases.case_list, name="cases"),
    path(f"{CASES}neu/", cases.new, name="case-new"),
    path(f"{CASES}last/", case_people.loads, name="case-loads"),
    path(f"{CASES}last/<int:user_pk>/", case_people.hand_over_all, name="case-hand-over-all"),
    path(f"{CASES}einsicht/", openings.open_case, name="open-case"),
    path(f"{CASES}einsicht/<int:pk>/", openings.opened, name="opened"),
    path(f"{CASES}einsicht/<int:pk>/vertraulich/", confidential.opened_note, name="opened-note"),
    path(f"{CASES}<int:pk>/", cases.case, name="case"),
    path(f"{CASES}<int:pk>/angaben/", cases.change, name="case-change"),
    path(f"{CASES}<int:pk>/stand/", cases.move, name="case-move"),
    path(f"{CASES}<int:pk>/nur-zaehlen/", cases.count_only, name="case-count-only"),
    path(f"{CASES}<int:pk>/notiz/", case_parts.note, name="case-note"),
    path(f"{CASES}<int:pk>/aufgabe/", case_parts.task, name="case-task"),
    path(f"{CASES}<int:pk>/aufgabe/<int:task_pk>/", case_parts.task_done, name="case-task-done"),
    path(f"{CASES}<int:pk>/unterlagen/", case_parts.document_new, name="case-document-new"),
    path(f"{CASES}<int:pk>/unterlagen/<int:document_pk>/", case_parts.document, name="case-document"),
    path(
        f"{CASES}<int:pk>/unterlagen/<int:document_pk>/entfernen/",
        case_parts.document_remove,
        name="case-document-remove",
    ),
    path(f"{CASES}<int:pk>/verweisung/", case_parts.referral, name="case-referral"),
    path(f"{CASES}<int:pk>/vertraulich/", confidential.note, name="case-confidential"),
    path(f"{CASES}<int:pk>/zustaendig/", case_people.people, name="case-people"),
    path(f"{CASES}<int:pk>/bereich/", case_people.area, name="case-area"),
    path(f"{CASES}<int:pk>/freigabe/", case_people.share, name="case-share"),
    path(f"{CASES}<int:pk>/freigabe/<int:share_pk>/", case_people.unshare, name="case-unshare"),
]
