"""What the log can say about plans."""

from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare

BEGUN = declare("accompaniment.begun", _("%(actor)s began the plan “%(about)s”."))
CHANGED = declare("accompaniment.changed", _("%(actor)s changed the plan “%(about)s”."))
MOVED = declare("accompaniment.moved", _("%(actor)s moved the accompaniment of “%(about)s” on."))
PHASE_WRITTEN = declare("accompaniment.phase", _("%(actor)s wrote a phase of “%(about)s” down."))
PHASE_CORRECTED = declare("accompaniment.phase-corrected", _("%(actor)s corrected a phase of “%(about)s”."))
MILESTONE_SET = declare("accompaniment.milestone", _("%(actor)s set a milestone of “%(about)s”."))
PART_SAVED = declare("accompaniment.part-saved", _("%(actor)s wrote something down for “%(about)s”."))
PART_REMOVED = declare("accompaniment.part-removed", _("%(actor)s took something out of “%(about)s”."))
FILE_ADDED = declare("accompaniment.file-added", _("%(actor)s added a file to “%(about)s”."))
HANDED_OVER = declare("accompaniment.handed-over", _("%(actor)s handed “%(about)s” over to a colleague."))
EXPORTED = declare("accompaniment.exported", _("%(actor)s took the whole record of “%(about)s”."), looked=True)
LINK_SENT = declare("accompaniment.link-sent", _("%(actor)s sent a member of “%(about)s” the link to their page."))
PROPOSED = declare("accompaniment.proposed", _("%(actor)s made a proposal for “%(about)s”."))
ANSWERED = declare("accompaniment.answered", _("%(actor)s answered a proposal for “%(about)s”."))
ENTERED = declare("accompaniment.entered", _("%(actor)s made the plan “%(about)s” an entry of the directory."))
REMINDED = declare("accompaniment.reminded", _("%(actor)s reminded the adviser of “%(about)s”."))
