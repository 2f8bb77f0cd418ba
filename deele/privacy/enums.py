"""Events of this app."""

from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare

FOUND = declare("privacy.found", _("%(actor)s looked up what we hold about a person."), looked=True)
EXPORTED = declare("privacy.exported", _("%(actor)s exported the data of a person."), looked=True)
ERASED = declare("privacy.erased", _("%(actor)s erased the data of a person (%(about)s)."))
RETAINED = declare("privacy.retention", _("%(actor)s ran the retention terms (%(about)s)."))
CONSENTED = declare("privacy.consented", _("%(actor)s recorded a consent (%(about)s)."))
WITHDRAWN = declare("privacy.withdrawn", _("%(actor)s recorded a withdrawn consent (%(about)s)."))
