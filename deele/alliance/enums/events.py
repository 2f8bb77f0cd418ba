"""What the log can say of the alliance."""

from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare

ASKED = declare("alliance.asked", _("%(actor)s asked for “%(about)s” to join the alliance."))
ENTERED = declare("alliance.entered", _("%(actor)s entered “%(about)s” as part of the alliance."))
CHANGED = declare("alliance.changed", _("%(actor)s changed what we know of “%(about)s”."))
RENAMED = declare("alliance.renamed", _("%(actor)s gave “%(about)s” its new name."))
MOVED = declare("alliance.moved", _("%(actor)s changed how “%(about)s” stands in the alliance."))
PROFILE_WRITTEN = declare("alliance.profile-written", _("%(actor)s wrote on the profile of “%(about)s”."))
PROFILE_SENT = declare("alliance.profile-sent", _("%(actor)s sent the profile of “%(about)s” to the office."))
PROFILE_AGREED = declare("alliance.profile-agreed", _("%(actor)s agreed to the profile of “%(about)s”."))
PROFILE_RETURNED = declare("alliance.profile-returned", _("%(actor)s sent the profile of “%(about)s” back."))
PROFILE_ASKED = declare("alliance.profile-asked", _("%(actor)s asked whether the profile of “%(about)s” still holds."))
PROFILE_CONFIRMED = declare("alliance.profile-confirmed", _("%(actor)s confirmed the profile of “%(about)s”."))
DELEGATE_ADDED = declare("alliance.delegate-added", _("%(actor)s added somebody who acts for “%(about)s”."))
DELEGATE_CHANGED = declare("alliance.delegate-changed", _("%(actor)s changed who acts for “%(about)s”."))
DELEGATE_ENDED = declare("alliance.delegate-ended", _("%(actor)s ended that somebody acts for “%(about)s”."))
DEVICES_ENDED = declare("alliance.devices-ended", _("%(actor)s signed a person of “%(about)s” out everywhere."))
LINK_SENT = declare("alliance.link-sent", _("%(actor)s sent a person of “%(about)s” a link to sign in."))
MERGED = declare("alliance.merged", _("%(actor)s merged another member into “%(about)s”."))
UNMERGED = declare("alliance.unmerged", _("%(actor)s took back that another member went into “%(about)s”."))
FORGOTTEN = declare("alliance.forgotten", _("%(actor)s took the name of a private member away: %(about)s."))
