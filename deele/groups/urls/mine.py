"""Addresses of groups for the people who sit in them."""

from django.urls import path

from deele.groups.views import calendar, files, group, letters, mine, people, polls

HOME = "buendnis/mein/gruppen/"
ONE = f"{HOME}<int:pk>/"
patterns = [
    path(HOME, mine.group_list, name="mine-list"),
    path(f"{HOME}vorschlagen/", mine.propose, name="propose"),
    path(f"{HOME}einladung/<int:pk>/", mine.invitation, name="invitation"),
    path(f"{ONE}mitmachen/", mine.join, name="join"),
    path(f"{ONE}stumm/", mine.mute, name="mute"),
    path(f"{ONE}verlassen/", mine.leave, name="leave"),
    path(ONE, group.overview.mine, name="mine-group"),
    path(f"{ONE}aendern/", group.change.mine, name="mine-change"),
    path(f"{ONE}schritt/", group.move.mine, name="mine-move"),
    path(f"{ONE}leute/", people.people.mine, name="mine-people"),
    path(f"{ONE}leute/einladen/", people.invite.mine, name="mine-invite"),
    path(f"{ONE}leute/<int:seat_pk>/rolle/", people.role.mine, name="mine-role"),
    path(f"{ONE}leute/<int:seat_pk>/beenden/", people.end.mine, name="mine-seat-end"),
    path(f"{ONE}leute/anfrage/<int:wish_pk>/", people.answer.mine, name="mine-answer"),
    path(f"{ONE}dateien/", files.files.mine, name="mine-files"),
    path(f"{ONE}dateien/neu/", files.add.mine, name="mine-file-add"),
    path(f"{ONE}dateien/<int:file_pk>/", files.get.mine, name="mine-file"),
    path(f"{ONE}dateien/<int:file_pk>/freigabe/", files.share.mine, name="mine-file-share"),
    path(f"{ONE}dateien/<int:file_pk>/entfernen/", files.remove.mine, name="mine-file-remove"),
    path(f"{ONE}kalender/", calendar.renew, name="calendar-renew"),
    path(f"{ONE}termine/", polls.polls.mine, name="mine-polls"),
    path(f"{ONE}termine/neu/", polls.new.mine, name="mine-poll-new"),
    path(f"{ONE}termine/<int:poll_pk>/", polls.poll.mine, name="mine-poll"),
    path(f"{ONE}termine/<int:poll_pk>/entscheiden/", polls.choose.mine, name="mine-poll-choose"),
    path(f"{ONE}termine/<int:poll_pk>/absagen/", polls.call_off.mine, name="mine-poll-call-off"),
    path(f"{ONE}briefe/", letters.letters.mine, name="mine-letters"),
    path(f"{ONE}briefe/neu/", letters.write.mine, name="mine-letter-write"),
]
