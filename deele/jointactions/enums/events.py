"""What the log can say of joint actions. Nothing sent in is quoted there."""

from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare

PROPOSED = declare("jointactions.proposed", _("%(actor)s proposed the joint action “%(about)s”."))
CHANGED = declare("jointactions.changed", _("%(actor)s changed the joint action “%(about)s”."))
MOVED = declare("jointactions.moved", _("%(actor)s moved the joint action “%(about)s” to another state."))
ADDED = declare("jointactions.added", _("%(actor)s added to a joint action: %(about)s."))
REMOVED = declare("jointactions.removed", _("%(actor)s took something out of the joint action “%(about)s”."))
AGREED = declare("jointactions.agreed", _("%(actor)s agreed to be named as a partner: %(about)s."))
DECLINED = declare("jointactions.declined", _("%(actor)s declined to be a partner: %(about)s."))
EVALUATED = declare("jointactions.evaluated", _("%(actor)s evaluated the joint action “%(about)s”."))
SENT = declare("jointactions.sent", _("%(actor)s handed in: %(about)s."))
JUDGED = declare("jointactions.judged", _("%(actor)s decided on what was sent in: %(about)s."))
USED = declare("jointactions.used", _("%(actor)s noted where a photo is used: %(about)s."))
WITHDRAWN = declare("jointactions.withdrawn", _("%(actor)s withdrew what was sent in: %(about)s."))
SEEN = declare("jointactions.seen", _("%(actor)s looked at who sent this in: %(about)s."), looked=True)
EXPORTED = declare("jointactions.exported", _("%(actor)s exported from the joint action “%(about)s”."))
