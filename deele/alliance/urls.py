"""Addresses of the alliance."""

from django.urls import path

from deele.alliance.views import mine, news, signing_in

app_name = "alliance"
MINE = "buendnis/mein/"
urlpatterns = [
    path(MINE, mine.mine, name="mine"),
    path(f"{MINE}anmelden/", signing_in.sign_in, name="sign-in"),
    path(f"{MINE}anmelden/<str:token>/", signing_in.redeem, name="redeem"),
    path(f"{MINE}abmelden/", signing_in.sign_out, name="sign-out"),
    # News and the mails about them
    path(f"{MINE}neuigkeiten/", news.news, name="news"),
    path(f"{MINE}neuigkeiten/wieder/", news.unmute, name="unmute"),
    path("buendnis/neuigkeiten/stumm/<str:token>/", news.mute, name="mute"),
]
