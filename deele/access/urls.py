"""Addresses below /schreibtisch/: roles, the log, the office."""

from django.urls import path

from deele.access.views import log, office, people

app_name = "access"
urlpatterns = [
    path("rechte/", people.people, name="people"),
    path("rechte/einladen/", people.person_invite, name="person-invite"),
    path("rechte/person/<int:pk>/", people.person_detail, name="person-detail"),
    path("rechte/person/<int:pk>/schliessen/", people.person_close, name="person-close"),
    path("rechte/rolle/<int:pk>/beenden/", people.grant_end, name="grant-end"),
    path("protokoll/", log.log, name="log"),
    path("buero/", office.office, name="office"),
    path("buero/angaben/", office.office_edit, name="office-edit"),
    path("buero/traeger/neu/", office.carrier_edit, name="carrier-new"),
    path("buero/traeger/<int:pk>/", office.carrier_edit, name="carrier-edit"),
    path("buero/bereiche/neu/", office.area_edit, name="area-new"),
    path("buero/bereiche/<int:pk>/", office.area_edit, name="area-edit"),
]
