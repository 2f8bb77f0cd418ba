"""Addresses below /schreibtisch/datenschutz/."""

from django.urls import path

from deele.privacy import views

app_name = "privacy"
urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("fristen/", views.retention_run, name="retention-run"),
    path("fristen/<int:pk>/", views.run_detail, name="run-detail"),
    path("person/", views.person, name="person"),
    path("person/auskunft/", views.person_export, name="person-export"),
    path("person/loeschen/", views.person_erase, name="person-erase"),
    path("belege/<int:pk>/", views.receipt_detail, name="receipt-detail"),
]
