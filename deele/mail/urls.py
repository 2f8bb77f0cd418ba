"""Addresses, below the desk."""

from django.urls import path

from deele.mail import views

app_name = "mail"
urlpatterns = [
    path("", views.mail_list, name="list"),
    path("stopp/", views.muting, name="muting"),
    path("probe/", views.trial, name="trial"),
    path("vorschau/", views.message_list, name="messages"),
    path("vorschau/<str:key>/", views.message_detail, name="message"),
    path("vorschau/<str:key>/html/", views.message_html, name="message-html"),
    path("<int:pk>/", views.mail_detail, name="detail"),
    path("<int:pk>/text/", views.mail_text, name="text"),
    path("<int:pk>/html/", views.mail_html, name="html"),
    path("<int:pk>/nochmal/", views.mail_again, name="again"),
    path("<int:pk>/verwerfen/", views.mail_cancel, name="cancel"),
]
