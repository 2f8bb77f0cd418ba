"""Addresses of the directory."""

from django.urls import path

from deele.directory.views import coverage, desk, duplicates, exports, holder, imports, photos, public

app_name = "directory"
DESK = "schreibtisch/verzeichnis/"
urlpatterns = [
    path("verzeichnis/", public.search, name="search"),
    path("verzeichnis/karte.json", public.map_features, name="map"),
    path("verzeichnis/export.<str:form>", exports.export, name="export"),
    path("verzeichnis/zustaendigkeit/", coverage.coverage, name="coverage"),
    path("verzeichnis/aehnlich/", public.alike, name="alike"),
    path("verzeichnis/melden/", holder.submit, name="submit"),
    path("verzeichnis/melden/danke/", holder.submitted, name="submitted"),
    path("verzeichnis/melden/<str:token>/", holder.prove, name="prove"),
    path("eintraege/<slug:name>-<int:pk>/", public.entry, name="entry"),
    path("eintraege/<int:pk>/nachricht/", holder.message, name="message"),
    path("eintraege/<int:pk>/link/", holder.ask_link, name="ask-link"),
    path("eintraege/pflege/<str:token>/", holder.hold, name="hold"),
    path("eintraege/pflege/<str:token>/bestaetigen/", holder.hold_confirm, name="hold-confirm"),
    path("eintraege/pflege/<str:token>/aendern/", holder.hold_change, name="hold-change"),
    path("eintraege/pflege/<str:token>/erloschen/", holder.hold_gone, name="hold-gone"),
    path(DESK, desk.entry_list, name="desk-list"),
    path(f"{DESK}neu/", desk.new, name="desk-new"),
    path(f"{DESK}<int:pk>/", desk.entry, name="desk-entry"),
    path(f"{DESK}<int:pk>/zustand/", desk.move, name="desk-move"),
    path(f"{DESK}<int:pk>/bestaetigen/", desk.confirm, name="desk-confirm"),
    path(f"{DESK}<int:pk>/erinnern/", desk.remind, name="desk-remind"),
    path(f"{DESK}<int:pk>/verbinden/", desk.link, name="desk-link"),
    path(f"{DESK}<int:pk>/verbinden/<int:link_pk>/loesen/", desk.unlink, name="desk-unlink"),
    path(f"{DESK}<int:pk>/bilder/", photos.photos, name="desk-photos"),
    path(f"{DESK}<int:pk>/bilder/<int:photo_pk>/entfernen/", photos.remove, name="desk-photo-remove"),
    path(f"{DESK}<int:pk>/verlauf/", desk.history, name="desk-history"),
    path(f"{DESK}doppelt/", duplicates.queue, name="desk-duplicates"),
    path(f"{DESK}doppelt/<int:left>/<int:right>/", duplicates.compare, name="desk-compare"),
    path(f"{DESK}doppelt/<int:left>/<int:right>/entscheiden/", duplicates.decide, name="desk-decide"),
    path(f"{DESK}import/", imports.import_list, name="imports"),
    path(f"{DESK}import/<int:pk>/", imports.import_rows, name="import"),
    path(f"{DESK}import/<int:pk>/spalten/", imports.import_columns, name="import-columns"),
    path(f"{DESK}import/<int:pk>/zeile/<int:number>/", imports.import_row, name="import-row"),
    path(f"{DESK}import/<int:pk>/uebernehmen/", imports.import_take_over, name="import-take-over"),
    path(f"{DESK}import/<int:pk>/zuruecknehmen/", imports.import_take_back, name="import-take-back"),
    path(f"{DESK}import/<int:pk>/verwerfen/", imports.import_drop, name="import-drop"),
    path(f"{DESK}zusammengefuehrt/<int:pk>/zurueck/", duplicates.undo, name="desk-undo-merge"),
]
