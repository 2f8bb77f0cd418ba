"""Addresses of joint actions."""

from django.urls import path, re_path

from deele.jointactions.views import desk, joining, mine, public, review

app_name = "jointactions"
HERE, DESK, MINE = "buendnis/aktionen/", "schreibtisch/aktionen/", "buendnis/mein/aktionen/"
ONE, SENT = f"{DESK}<int:pk>/", f"{DESK}beitraege/"
OWN = f"{HERE}beitrag/<str:token>/"
urlpatterns = [
    path(HERE, public.action_list, name="list"),
    path(f"{HERE}mitmachen/danke/", joining.joined, name="joined"),
    path(f"{HERE}mitmachen/<int:pk>/", joining.join, name="join"),
    path(f"{HERE}beitrag/", joining.ask_link, name="ask-link"),
    path(OWN, joining.own, name="own"),
    path(f"{OWN}foto/<int:pk>/", joining.own_photo, name="own-photo"),
    path(f"{OWN}zurueckziehen/", joining.withdraw, name="own-withdraw"),
    re_path(rf"^{HERE}foto/(?P<pk>\d+)/(?P<size>klein|gross)/$", public.photo, name="photo"),
    re_path(rf"^{HERE}dokumentation/(?P<pk>\d+)/(?P<size>klein|gross)/$", public.document, name="document"),
    path(f"{HERE}<int:pk>/fotos/", public.gallery, name="gallery"),
    path(f"{HERE}<int:pk>/stationen.ics", public.calendar, name="calendar"),
    path(f"{HERE}<int:pk>/stationen.json", public.stops, name="stops"),
    path(f"{HERE}<slug:name>-<int:pk>/", public.action, name="action"),
    path(MINE, mine.actions, name="mine"),
    path(f"{MINE}vorschlagen/", mine.propose, name="mine-propose"),
    path(f"{MINE}<int:pk>/", mine.action, name="mine-action"),
    path(f"{MINE}<int:pk>/absagen/", mine.decline, name="mine-decline"),
    path(DESK, desk.action_list, name="desk-list"),
    path(f"{DESK}neu/", desk.new, name="desk-new"),
    path(SENT, review.review, name="desk-review"),
    path(f"{SENT}entscheiden/", review.decide, name="desk-decide"),
    path(f"{SENT}<int:pk>/", review.submission, name="desk-submission"),
    path(f"{SENT}<int:pk>/entscheiden/", review.judge, name="desk-judge"),
    path(f"{SENT}<int:pk>/zurueckziehen/", review.take_back, name="desk-take-back"),
    path(f"{SENT}foto/<int:pk>/zeigen/", review.leave_out, name="desk-leave-out"),
    path(f"{SENT}foto/<int:pk>/verwendung/", review.use, name="desk-use"),
    path(f"{SENT}verwendung/<int:pk>/beendet/", review.use_end, name="desk-use-end"),
    re_path(rf"^{SENT}foto/(?P<pk>\d+)/(?P<size>klein|gross)/$", review.photo, name="desk-photo"),
    path(ONE, desk.action, name="desk-action"),
    path(f"{ONE}bearbeiten/", desk.edit, name="desk-edit"),
    path(f"{ONE}auswertung/", desk.evaluate, name="desk-evaluate"),
    re_path(rf"^{DESK}dokumentation/(?P<pk>\d+)/(?P<size>klein|gross)/$", desk.document, name="desk-document"),
    path(f"{ONE}zustand/", desk.move, name="desk-move"),
    path(f"{ONE}oeffentlich/", desk.release, name="desk-release"),
    path(f"{ONE}beitraege.csv", review.table, name="desk-table"),
    path(f"{ONE}fotos/<slug:use>.zip", review.pack, name="desk-pack"),
    path(f"{ONE}<slug:word>/neu/", desk.part_new, name="desk-part-new"),
    path(f"{ONE}<slug:word>/<int:part_pk>/", desk.part, name="desk-part"),
    path(f"{ONE}<slug:word>/<int:part_pk>/entfernen/", desk.part_remove, name="desk-part-remove"),
]
