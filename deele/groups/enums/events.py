"""What the log can say about working groups."""

from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare

GROUP_MADE = declare("groups.made", _("%(actor)s wrote the working group “%(about)s” down."))
GROUP_CHANGED = declare("groups.changed", _("%(actor)s changed the working group “%(about)s”."))
GROUP_MOVED = declare("groups.moved", _("%(actor)s moved the working group “%(about)s” on."))
SEAT_GIVEN = declare("groups.seat-given", _("%(actor)s gave somebody a seat in “%(about)s”."))
SEAT_CHANGED = declare("groups.seat-changed", _("%(actor)s changed a seat in “%(about)s”."))
SEAT_ENDED = declare("groups.seat-ended", _("%(actor)s ended a seat in “%(about)s”."))
WISH_MADE = declare("groups.wish-made", _("%(actor)s invited somebody to “%(about)s”, or asked to join it."))
WISH_ANSWERED = declare("groups.wish-answered", _("%(actor)s answered an invitation or a wish to join “%(about)s”."))
FILE_KEPT = declare("groups.file-kept", _("%(actor)s put a file into “%(about)s”."))
FILE_REMOVED = declare("groups.file-removed", _("%(actor)s took a file out of “%(about)s”."))
POLL_OPENED = declare("groups.poll-opened", _("%(actor)s opened a date poll in “%(about)s”."))
POLL_DECIDED = declare("groups.poll-decided", _("%(actor)s chose a date in “%(about)s”."))
POLL_CALLED_OFF = declare("groups.poll-called-off", _("%(actor)s called a date poll in “%(about)s” off."))
LETTER_SENT = declare("groups.letter-sent", _("%(actor)s wrote a mail to all in “%(about)s”."))
