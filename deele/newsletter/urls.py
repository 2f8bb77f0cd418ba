"""Addresses of the newsletter."""

from django.urls import path

from deele.newsletter.views import archive, digests, issues, leaving, lists, public, returns, sending, subscribers

app_name = "newsletter"
PUBLIC = "newsletter/"
DESK = "schreibtisch/newsletter/"
ISSUES = [
    path(f"{PUBLIC}archiv/", archive.archive, name="archive"),
    path(f"{PUBLIC}archiv/<slug:slug>/", archive.archived, name="archived"),
    path(DESK, issues.issue_list, name="desk-issues"),
    path(f"{DESK}uebersicht/", digests.overview, name="desk-digest"),
    path(f"{DESK}uebersicht/mail/", digests.mail, name="desk-digest-mail"),
    path(f"{DESK}uebersicht/<int:pk>/entscheiden/", digests.decide, name="desk-digest-decide"),
    path(f"{DESK}neu/", issues.new, name="desk-issue-new"),
    path(f"{DESK}<int:pk>/", issues.issue, name="desk-issue"),
    path(f"{DESK}<int:pk>/texte/", issues.texts, name="desk-issue-texts"),
    path(f"{DESK}<int:pk>/vorschau/", issues.preview, name="desk-issue-preview"),
    path(f"{DESK}<int:pk>/vorschau/text/", issues.preview_text, name="desk-issue-text"),
    path(f"{DESK}<int:pk>/probe/", issues.trial, name="desk-issue-trial"),
    path(f"{DESK}<int:pk>/loeschen/", issues.drop, name="desk-issue-drop"),
    path(f"{DESK}<int:pk>/uebergeben/", issues.hand_over, name="desk-issue-hand-over"),
    path(f"{DESK}<int:pk>/zuruecknehmen/", issues.take_back, name="desk-issue-take-back"),
    path(f"{DESK}<int:pk>/abschnitt/", issues.section_add, name="desk-section-add"),
    path(f"{DESK}<int:pk>/abschnitt/<int:number>/", issues.section, name="desk-section"),
    path(f"{DESK}<int:pk>/abschnitt/<int:number>/schritt/", issues.section_step, name="desk-section-step"),
    path(f"{DESK}<int:pk>/abschnitt/<int:number>/vorschlaege/", issues.suggestions, name="desk-suggestions"),
    path(f"{DESK}<int:pk>/abschnitt/<int:number>/aufnehmen/", issues.items_add, name="desk-items-add"),
    path(f"{DESK}<int:pk>/beitrag/<int:number>/", issues.item, name="desk-item"),
    path(f"{DESK}<int:pk>/beitrag/<int:number>/schritt/", issues.item_step, name="desk-item-step"),
    path(f"{DESK}<int:pk>/freigabe/", sending.release, name="desk-issue-release"),
    path(f"{DESK}<int:pk>/versand/", sending.control, name="desk-issue-control"),
    path(f"{DESK}<int:pk>/stopp/", sending.stop, name="desk-issue-stop"),
    path(f"{DESK}<int:pk>/nochmal/", sending.again, name="desk-issue-again"),
    path(f"{DESK}<int:pk>/empfaenger/", sending.recipients, name="desk-issue-recipients"),
]
urlpatterns = [
    *ISSUES,
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
