"""Addresses of the alliance."""

from django.urls import path

from deele.alliance.views import (
    abilities,
    desk,
    desk_people,
    joining,
    marks,
    matches,
    mine,
    news,
    own,
    public,
    signing_in,
)

app_name = "alliance"
PUBLIC, MINE, DESK = "buendnis/", "buendnis/mein/", "schreibtisch/buendnis/"
MEMBERS = f"{PUBLIC}mitglieder/"
PERSON = f"{DESK}<int:pk>/personen/<int:person>/"
urlpatterns = [
    # Signing in and the start page of members
    path(MINE, mine.mine, name="mine"),
    path(f"{MINE}anmelden/", signing_in.sign_in, name="sign-in"),
    path(f"{MINE}anmelden/<str:token>/", signing_in.redeem, name="redeem"),
    path(f"{MINE}abmelden/", signing_in.sign_out, name="sign-out"),
    # A member's own pages about itself
    path(f"{MINE}profil/", own.profile, name="mine-profile"),
    path(f"{MINE}profil/bestaetigen/", own.confirm, name="mine-confirm"),
    path(f"{MINE}personen/", own.colleagues, name="mine-people"),
    path(f"{MINE}personen/<int:person>/beenden/", own.end_colleague, name="mine-person-end"),
    path(f"{MINE}wer-sieht-was/", own.who_sees, name="mine-who-sees"),
    path(f"{MINE}mails/", own.mails, name="mine-mails"),
    path(f"{MINE}ueberall-abmelden/", own.out_everywhere, name="mine-out"),
    path(f"{MINE}austreten/", own.leave, name="mine-leave"),
    # Public: the alliance, its members, joining
    path(PUBLIC, public.about, name="about"),
    path(MEMBERS, public.members, name="members"),
    path(f"{MEMBERS}karte.json", public.map_features, name="map"),
    path(f"{MEMBERS}<slug:name>-<int:pk>/", public.member, name="member"),
    path(f"{PUBLIC}mitglied-werden/", joining.join, name="join"),
    path(f"{PUBLIC}mitglied-werden/danke/", joining.sent, name="join-sent"),
    path(f"{PUBLIC}mitglied-werden/<str:token>/", joining.prove, name="join-prove"),
    path(f"{PUBLIC}profil-pruefen/<str:token>/", own.review, name="review"),
    # Members at the desk
    path(DESK, desk.member_list, name="desk-list"),
    path(f"{DESK}neu/", desk.member_form, name="desk-new"),
    path(f"{DESK}<int:pk>/", desk.member, name="desk-member"),
    path(f"{DESK}<int:pk>/aendern/", desk.member_form, name="desk-change"),
    path(f"{DESK}<int:pk>/zustand/", desk.move, name="desk-move"),
    path(f"{DESK}<int:pk>/profil/", desk.profile, name="desk-profile"),
    path(f"{DESK}<int:pk>/abstimmen/", desk.agree, name="desk-agree"),
    path(f"{DESK}<int:pk>/bestaetigen/", desk.confirm, name="desk-confirm"),
    path(f"{DESK}<int:pk>/personen/neu/", desk_people.add, name="desk-person-new"),
    path(f"{PERSON}beenden/", desk_people.end, name="desk-person-end"),
    path(f"{PERSON}link/", desk_people.link, name="desk-person-link"),
    path(f"{PERSON}abmelden/", desk_people.devices, name="desk-person-out"),
    path(f"{DESK}<int:pk>/zusammenfuehren/", desk_people.merge, name="desk-merge"),
    path(f"{DESK}zusammengefuehrt/<int:pk>/zurueck/", desk_people.undo, name="desk-unmerge"),
    # What members give and seek: for everybody, the own pages, the desk.
    path("buendnis/wer-kann-was/", abilities.listing, name="abilities"),
    path("buendnis/wer-kann-was/karte.geojson", abilities.map_features, name="abilities-map"),
    path("buendnis/wer-kann-was/matrix/", abilities.matrix, name="matrix"),
    path("buendnis/wer-kann-was/matrix.csv", abilities.matrix_csv, name="matrix-csv"),
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
    # News and the mails about them
    path(f"{MINE}neuigkeiten/", news.news, name="news"),
    path(f"{MINE}neuigkeiten/wieder/", news.unmute, name="unmute"),
    path("buendnis/neuigkeiten/stumm/<str:token>/", news.mute, name="mute"),
]
