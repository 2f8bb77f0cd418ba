"""Addresses of groups at the desk."""

from django.urls import path

from deele.groups.views import desk, files, group, letters, people, polls

HOME = "schreibtisch/gruppen/"
ONE = f"{HOME}<int:pk>/"
patterns = [
    path(HOME, desk.group_list, name="desk-list"),
    path(f"{HOME}neu/", desk.group_new, name="desk-new"),
    path(ONE, group.overview.desk, name="desk-group"),
    path(f"{ONE}aendern/", group.change.desk, name="desk-change"),
    path(f"{ONE}schritt/", group.move.desk, name="desk-move"),
    path(f"{ONE}leute/", people.people.desk, name="desk-people"),
    path(f"{ONE}leute/einladen/", people.invite.desk, name="desk-invite"),
    path(f"{ONE}leute/<int:seat_pk>/rolle/", people.role.desk, name="desk-role"),
    path(f"{ONE}leute/<int:seat_pk>/beenden/", people.end.desk, name="desk-seat-end"),
    path(f"{ONE}leute/anfrage/<int:wish_pk>/", people.answer.desk, name="desk-answer"),
    path(f"{ONE}dateien/", files.files.desk, name="desk-files"),
    path(f"{ONE}dateien/neu/", files.add.desk, name="desk-file-add"),
    path(f"{ONE}dateien/<int:file_pk>/", files.get.desk, name="desk-file"),
    path(f"{ONE}dateien/<int:file_pk>/freigabe/", files.share.desk, name="desk-file-share"),
    path(f"{ONE}dateien/<int:file_pk>/entfernen/", files.remove.desk, name="desk-file-remove"),
    path(f"{ONE}termine/", polls.polls.desk, name="desk-polls"),
    path(f"{ONE}termine/neu/", polls.new.desk, name="desk-poll-new"),
    path(f"{ONE}termine/<int:poll_pk>/", polls.poll.desk, name="desk-poll"),
    path(f"{ONE}termine/<int:poll_pk>/entscheiden/", polls.choose.desk, name="desk-poll-choose"),
    path(f"{ONE}termine/<int:poll_pk>/absagen/", polls.call_off.desk, name="desk-poll-call-off"),
    path(f"{ONE}briefe/", letters.letters.desk, name="desk-letters"),
    path(f"{ONE}briefe/neu/", letters.write.desk, name="desk-letter-write"),
]
