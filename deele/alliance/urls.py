"""Addresses of the alliance."""

from django.urls import path

from deele.alliance.views import abilities, marks, matches, mine, signing_in

app_name = "alliance"
MINE = "buendnis/mein/"
DESK = "schreibtisch/buendnis/"
urlpatterns = [
    path(MINE, mine.mine, name="mine"),
    path(f"{MINE}anmelden/", signing_in.sign_in, name="sign-in"),
    path(f"{MINE}anmelden/<str:token>/", signing_in.redeem, name="redeem"),
    path(f"{MINE}abmelden/", signing_in.sign_out, name="sign-out"),
    # What members give and seek: for everybody, the own pages, the desk.
    path("buendnis/wer-kann-was/", abilities.listing, name="abilities"),
    path("buendnis/wer-kann-was/karte.geojson", abilities.map_features, name="abilities-map"),
    path("buendnis/wer-kann-was/matrix/", abilities.matrix, name="matrix"),
    path("buendnis/wer-kann-was/matrix.csv", abilities.matrix_csv, name="matrix-csv"),
    path("buendnis/mitglieder/<slug:name>-<int:pk>/", abilities.member, name="member"),
    path(f"{MINE}stellen/", marks.mine, name="marks"),
    path(f"{MINE}stellen/neu/", marks.mine_new, name="mark-new"),
    path(f"{MINE}stellen/vorschlagen/", marks.mine_propose, name="marks-propose"),
    path(f"{MINE}stellen/<int:pk>/", marks.mine_change, name="mark"),
    path(f"{MINE}stellen/<int:pk>/entscheiden/", marks.mine_decide, name="mark-decide"),
    path(f"{DESK}stellen/", marks.desk_list, name="desk-mark-list"),
    path(f"{DESK}stellen/mitglied/<int:pk>/", marks.desk, name="desk-marks"),
    path(f"{DESK}stellen/mitglied/<int:pk>/neu/", marks.desk_new, name="desk-mark-new"),
    path(f"{DESK}stellen/mitglied/<int:pk>/vorschlagen/", marks.desk_propose, name="desk-marks-propose"),
    path(f"{DESK}stellen/<int:pk>/", marks.desk_change, name="desk-mark"),
    path(f"{DESK}stellen/<int:pk>/entscheiden/", marks.desk_decide, name="desk-mark-decide"),
    # Offer meets need.
    path(f"{MINE}treffer/<int:pk>/", matches.mine, name="own-match"),
    path(f"{MINE}treffer/<int:pk>/antwort/", matches.mine_answer, name="own-match-answer"),
    path(f"{MINE}treffer/<int:pk>/ergebnis/", matches.mine_outcome, name="own-match-outcome"),
    path("buendnis/treffer/<str:token>/", matches.linked, name="match"),
    path("buendnis/treffer/<str:token>/antwort/", matches.linked_answer, name="match-answer"),
    path("buendnis/treffer/<str:token>/ergebnis/", matches.linked_outcome, name="match-outcome"),
    path(f"{DESK}treffer/", matches.desk_list, name="desk-matches"),
    path(f"{DESK}treffer/<int:pk>/", matches.desk, name="desk-match"),
    path(f"{DESK}treffer/<int:pk>/fragen/", matches.ask, name="desk-match-ask"),
    path(f"{DESK}treffer/<int:pk>/verwerfen/", matches.drop, name="desk-match-drop"),
]
