"""Addresses of accompaniment: the desk, and the group's own page behind the link of its mail."""

from django.urls import path

from deele.accompaniment.views import applications, finder, group, money, parts, plans, records

app_name = "accompaniment"
DESK = "schreibtisch/begleitung/"
ONE = f"{DESK}<int:pk>/"
MONEY = f"{ONE}geld/"
APPLICATION = f"{ONE}antraege/<int:application_pk>/"
urlpatterns = [
    path("rechtsformen/", finder.finder, name="finder"),
    path(DESK, plans.plan_list, name="list"),
    path(f"{DESK}neu/", plans.plan_new, name="plan-new"),
    path(f"{DESK}dauer/", records.durations, name="durations"),
    path(ONE, plans.plan, name="plan"),
    path(f"{ONE}blatt.pdf", records.sheet, name="sheet"),
    path(f"{ONE}akte.zip", records.export, name="export"),
    path(f"{ONE}eintrag/", records.enter, name="enter"),
    path(f"{ONE}beispiel/", records.example, name="example"),
    path(f"{ONE}aendern/", plans.plan_change, name="plan-change"),
    path(f"{ONE}schritt/", plans.plan_move, name="plan-move"),
    path(f"{ONE}uebergeben/", plans.plan_hand_over, name="plan-hand-over"),
    path(f"{ONE}meilensteine/", parts.milestones, name="milestones"),
    path(f"{ONE}arbeit/", parts.work, name="work"),
    path(f"{ONE}verlauf/", parts.history, name="history"),
    path(f"{ONE}phase/", parts.phase, name="phase"),
    path(f"{ONE}phase/<int:line_pk>/", parts.line_correct, name="line"),
    path(f"{ONE}datei/", parts.file_add, name="file-add"),
    path(f"{ONE}datei/<int:part_pk>/", parts.file_get, name="file"),
    path(f"{ONE}datei/<int:part_pk>/entfernen/", parts.file_remove, name="file-remove"),
    path(f"{ONE}teil/<slug:word>/", parts.part_form, name="part-new"),
    path(f"{ONE}teil/<slug:word>/<int:part_pk>/", parts.part_form, name="part"),
    path(f"{ONE}teil/<slug:word>/<int:part_pk>/entfernen/", parts.part_remove, name="part-remove"),
    path(f"{ONE}gruppe/", group.group, name="group"),
    path(f"{ONE}gruppe/<int:part_pk>/link/", group.send_link, name="group-link"),
    path(f"{ONE}vorschlag/<int:part_pk>/", group.answer, name="answer"),
    path("vorhaben/", group.ask_link, name="group-ask"),
    path("vorhaben/<str:token>/", group.page, name="group-page"),
    path("vorhaben/<str:token>/vorschlag/", group.propose, name="group-propose"),
    path("vorhaben/<str:token>/datei/<int:pk>/", group.file, name="group-file"),
    path(MONEY, money.sheet, name="money"),
    path(f"{MONEY}quelle/", money.source, name="money-source-new"),
    path(f"{MONEY}quelle/<int:source_pk>/", money.source, name="money-source"),
    path(f"{MONEY}quelle/<int:source_pk>/entfernen/", money.source_remove, name="money-source-remove"),
    path(f"{MONEY}kosten/", money.use, name="money-use-new"),
    path(f"{MONEY}kosten/<int:use_pk>/", money.use, name="money-use"),
    path(f"{MONEY}kosten/<int:use_pk>/entfernen/", money.use_remove, name="money-use-remove"),
    path(f"{MONEY}rechtsform/", money.keep_answers, name="money-answers"),
    path(f"{ONE}antraege/", applications.begin, name="application-new"),
    path(APPLICATION, applications.application, name="application"),
    path(f"{APPLICATION}angaben/", applications.facts, name="application-facts"),
    path(f"{APPLICATION}schritt/", applications.move, name="application-move"),
    path(f"{APPLICATION}zuruecknehmen/", applications.take_back, name="application-take-back"),
    path(f"{APPLICATION}abruf/", applications.call, name="application-call-new"),
    path(f"{APPLICATION}abruf/<int:call_pk>/", applications.call, name="application-call"),
    path(f"{APPLICATION}ziel/", applications.goal, name="application-goal-new"),
    path(f"{APPLICATION}ziel/<int:goal_pk>/", applications.goal, name="application-goal"),
]
