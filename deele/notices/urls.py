"""Addresses of notices."""

from django.urls import path

from deele.notices.views import answers, desk, hold, public, submitting

app_name = "notices"
DESK, OWN = "schreibtisch/gesuche/", "gesuche/mein/<str:token>/"
urlpatterns = [
    path("gesuche/", public.notice_list, name="list"),
    path("gesuche/aufgeben/", submitting.choose, name="choose"),
    path("gesuche/aufgeben/danke/", submitting.submitted, name="submitted"),
    path("gesuche/aufgeben/<slug:key>/", submitting.submit, name="submit"),
    path("gesuche/bestaetigen/<str:token>/", submitting.prove, name="prove"),
    path("gesuche/link/", submitting.ask_link, name="ask-link"),
    path(OWN, hold.hold, name="hold"),
    path(f"{OWN}aendern/", hold.change, name="hold-change"),
    path(f"{OWN}verlaengern/", hold.renew, name="hold-renew"),
    path(f"{OWN}pausieren/", hold.pause, name="hold-pause"),
    path(f"{OWN}fortsetzen/", hold.resume, name="hold-resume"),
    path(f"{OWN}gefunden/", hold.found, name="hold-found"),
    path(f"{OWN}loeschen/", hold.withdraw, name="hold-withdraw"),
    path(f"{OWN}vorschlag/<int:pk>/", answers.proposal, name="hold-proposal"),
    path(f"{OWN}vorschlag/<int:pk>/antwort/", answers.answer, name="hold-answer"),
    path(f"{OWN}vorschlag/<int:pk>/ergebnis/", answers.outcome, name="hold-outcome"),
    path("gesuche/<slug:name>-<int:pk>/", public.notice, name="notice"),
    path("gesuche/<int:pk>/nachricht/", public.message, name="message"),
    path(DESK, desk.notice_list, name="desk-list"),
    path(f"{DESK}<int:pk>/", desk.notice, name="desk-notice"),
    path(f"{DESK}<int:pk>/zustand/", desk.move, name="desk-move"),
    path(f"{DESK}<int:pk>/gelesen/", desk.read, name="desk-read"),
    path(f"{DESK}<int:pk>/suchen/", desk.look, name="desk-look"),
    path(f"{DESK}vorschlaege/", desk.proposal_list, name="desk-proposals"),
    path(f"{DESK}vorschlaege/<int:pk>/", desk.proposal, name="desk-proposal"),
    path(f"{DESK}vorschlaege/<int:pk>/fragen/", desk.ask, name="desk-ask"),
    path(f"{DESK}vorschlaege/<int:pk>/verwerfen/", desk.drop, name="desk-drop"),
]
