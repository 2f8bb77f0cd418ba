"""Addresses of the alliance."""

from django.urls import path

from deele.alliance.views import mine, signing_in

app_name = "alliance"
MINE = "buendnis/mein/"
urlpatterns = [
    path(MINE, mine.mine, name="mine"),
    path(f"{MINE}anmelden/", signing_in.sign_in, name="sign-in"),
    path(f"{MINE}anmelden/<str:token>/", signing_in.redeem, name="redeem"),
    path(f"{MINE}abmelden/", signing_in.sign_out, name="sign-out"),
]
