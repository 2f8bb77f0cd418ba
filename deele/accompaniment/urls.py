"""Addresses of accompaniment."""

from django.urls import path

from deele.accompaniment.views import finder, plans

app_name = "accompaniment"
DESK = "schreibtisch/begleitung/"
urlpatterns = [
    path("rechtsformen/", finder.finder, name="finder"),
    path(DESK, plans.plan_list, name="list"),
    path(f"{DESK}<int:pk>/", plans.plan, name="plan"),
]
