"""Addresses of the newsletter."""

from django.urls import path

from deele.newsletter.views import leaving, lists, public, returns, subscribers

app_name = "newsletter"
PUBLIC = "newsletter/"
DESK = "schreibtisch/newsletter/"
urlpatterns = [
    path(PUBLIC, public.sign_up, name="sign-up"),
    path(f"{PUBLIC}danke/", public.asked, name="asked"),
    path(f"{PUBLIC}bestaetigen/<str:token>/", public.confirm, name="confirm"),
    path(f"{PUBLIC}einstellungen/", public.ask_settings, name="ask-settings"),
    path(f"{PUBLIC}einstellungen/<str:token>/", leaving.settings, name="preferences"),
    path(f"{PUBLIC}einstellungen/<str:token>/ende/", leaving.end_all, name="end-all"),
    path(f"{PUBLIC}abmelden/<str:token>/", leaving.unsubscribe, name="unsubscribe"),
    path(f"{PUBLIC}abmelden/<str:token>/zurueck/", leaving.take_back, name="take-back"),
    path(f"{PUBLIC}rueckmeldung/", returns.report, name="report"),
    path(f"{DESK}abonnements/", subscribers.subscriber_list, name="desk-subscribers"),
    path(f"{DESK}abonnements/neu/", subscribers.new, name="desk-subscriber-new"),
    path(f"{DESK}abonnements/export.<str:form>", subscribers.export, name="desk-subscriber-export"),
    path(f"{DESK}abonnements/<int:pk>/", subscribers.subscriber, name="desk-subscriber"),
    path(f"{DESK}abonnements/<int:pk>/beenden/", subscribers.end, name="desk-subscriber-end"),
    path(f"{DESK}abonnements/<int:pk>/link/", subscribers.send_link, name="desk-subscriber-link"),
    path(f"{DESK}ruecklaeufer/", subscribers.bounces, name="desk-bounces"),
    path(f"{DESK}listen/", lists.list_imports, name="desk-imports"),
    path(f"{DESK}listen/muster.csv", lists.sample, name="desk-import-sample"),
    path(f"{DESK}listen/<int:pk>/", lists.list_rows, name="desk-import"),
    path(f"{DESK}listen/<int:pk>/uebernehmen/", lists.take_over, name="desk-import-take-over"),
    path(f"{DESK}listen/<int:pk>/verwerfen/", lists.drop, name="desk-import-drop"),
]
