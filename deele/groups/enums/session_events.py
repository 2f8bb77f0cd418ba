"""What the log can say about sessions."""

from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare

SESSION_PLANNED = declare("groups.session-planned", _("%(actor)s planned “%(about)s”."))
SESSION_CHANGED = declare("groups.session-changed", _("%(actor)s changed “%(about)s”."))
SESSION_INVITED = declare("groups.session-invited", _("%(actor)s invited to “%(about)s”."))
SESSION_CANCELLED = declare("groups.session-cancelled", _("%(actor)s cancelled “%(about)s”."))
SESSION_HELD = declare("groups.session-held", _("%(actor)s noted that “%(about)s” took place."))
AGENDA_SET = declare("groups.agenda-set", _("%(actor)s changed the agenda of “%(about)s”."))
ATTENDANCE_NOTED = declare("groups.attendance-noted", _("%(actor)s noted who was at “%(about)s”."))
MINUTES_WRITTEN = declare("groups.minutes-written", _("%(actor)s wrote in the minutes of “%(about)s”."))
MINUTES_CIRCULATED = declare("groups.minutes-circulated", _("%(actor)s sent the draft of the minutes of “%(about)s”."))
MINUTES_REMARK = declare("groups.minutes-remark", _("%(actor)s wrote a remark on the minutes of “%(about)s”."))
MINUTES_CONFIRMED = declare("groups.minutes-confirmed", _("%(actor)s confirmed the minutes of “%(about)s”."))
TASK_GIVEN = declare("groups.task-given", _("%(actor)s gave the task “%(about)s”."))
TASK_DONE = declare("groups.task-done", _("%(actor)s closed the task “%(about)s”."))
SESSION_MAIL = declare("groups.session-mail", _("%(actor)s dealt with the mail “%(about)s”."))
