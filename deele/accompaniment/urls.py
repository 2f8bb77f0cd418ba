"""Addresses of accompaniment."""

from django.urls import path

from deele.accompaniment.views import applications, finder, money, plans

app_name = "accompaniment"
DESK = "schreibtisch/begleitung/"
MONEY = f"{DESK}<int:pk>/geld/"
ONE = f"{DESK}<int:pk>/antraege/<int:application_pk>/"
urlpatterns = [
    path("rechtsformen/", finder.finder, name="finder"),
    path(DESK, plans.plan_list, name="list"),
    path(f"{DESK}<int:pk>/", plans.plan, name="plan"),
    path(MONEY, money.sheet, name="money"),
    path(f"{MONEY}quelle/", money.source, name="money-source-new"),
    path(f"{MONEY}quelle/<int:source_pk>/", money.source, name="money-source"),
    path(f"{MONEY}quelle/<int:source_pk>/entfernen/", money.source_remove, name="money-source-remove"),
    path(f"{MONEY}kosten/", money.use, name="money-use-new"),
    path(f"{MONEY}kosten/<int:use_pk>/", money.use, name="money-use"),
    path(f"{MONEY}kosten/<int:use_pk>/entfernen/", money.use_remove, name="money-use-remove"),
    path(f"{MONEY}rechtsform/", money.keep_answers, name="money-answers"),
    path(f"{DESK}<int:pk>/antraege/", applications.begin, name="application-new"),
    path(ONE, applications.application, name="application"),
    path(f"{ONE}angaben/", applications.facts, name="application-facts"),
    path(f"{ONE}schritt/", applications.move, name="application-move"),
    path(f"{ONE}zuruecknehmen/", applications.take_back, name="application-take-back"),
    path(f"{ONE}abruf/", applications.call, name="application-call-new"),
    path(f"{ONE}abruf/<int:call_pk>/", applications.call, name="application-call"),
    path(f"{ONE}ziel/", applications.goal, name="application-goal-new"),
    path(f"{ONE}ziel/<int:goal_pk>/", applications.goal, name="application-goal"),
]
