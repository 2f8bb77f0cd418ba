"""Addresses of the money, below the desk."""

from django.urls import path

from deele.money.views import bank, billing, invoices

app_name = "money"
urlpatterns = [
    path("", invoices.invoice_list, name="list"),
    path("erinnerungen/", invoices.reminders, name="reminders"),
    path("buecher/", billing.books_page, name="books"),
    path("daten/", billing.billing_list, name="billing-list"),
    path("daten/<int:carrier_pk>/", billing.billing, name="billing"),
    path("bank/", bank.bank_page, name="bank"),
    path("bank/sichere/", bank.book_sure, name="bank-book-sure"),
    path("bank/<int:pk>/", bank.bank_line, name="bank-line"),
    path("bank/<int:pk>/buchen/", bank.book_line, name="bank-book"),
    path("bank/<int:pk>/uebergehen/", bank.ignore, name="bank-ignore"),
    path("bank/<int:pk>/aufnehmen/", bank.take_up, name="bank-take-up"),
    path("<int:pk>/", invoices.invoice_page, name="invoice"),
    path("<int:pk>/datei/<slug:form>/", invoices.invoice_file, name="file"),
    path("<int:pk>/zahlung/", invoices.book, name="book"),
    path("<int:pk>/erstattung/", invoices.refund, name="refund"),
    path("<int:pk>/buchung/<int:payment_pk>/zurueck/", invoices.take_back, name="take-back"),
    path("<int:pk>/stornieren/", invoices.cancel, name="cancel"),
    path("<int:pk>/erlassen/", invoices.waive, name="waive"),
    path("<int:pk>/senden/", invoices.send, name="send"),
    path("<int:pk>/erinnern/", invoices.remind, name="remind"),
    path("<int:pk>/pause/", invoices.hold, name="hold"),
    path("<int:pk>/erinnerung/<int:level>/", invoices.reminder_file, name="reminder"),
]
