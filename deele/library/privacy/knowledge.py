"""Examples, articles and the glossary: facts and texts, and the few people behind examples."""

from django.utils.translation import gettext_lazy as _

from deele.library.models import Article, Example, ExampleMessage, FollowUp, Term
from deele.privacy import kinds
from deele.privacy.kinds import register

KEPT_DAYS = 90
CONTACT_DAYS = 6 * 365


def others(model: type, *named: str) -> list[str]:
    """All fields of the table but these."""
    fields = model._meta.local_concrete_fields  # type: ignore[attr-defined]
    return [field.name for field in fields if field.name not in {*named, *kinds.ALWAYS_KEPT}]


register(
    Example,
    purpose=_("Telling how people solved something, and passing questions on to somebody who agreed"),
    keep=others(Example, "contact_name", "contact_email"),
    personal={
        "contact_name": _("to address the one who may be asked"),
        "contact_email": _("to pass questions on, and to ask what has become of it"),
    },
    person="contact_email",
    term=kinds.Term(after="contact_since", days=CONTACT_DAYS, then="anonymise"),
)
register(
    FollowUp,
    purpose=_("What became of a good example, told without a name"),
    keep=others(FollowUp),
)
register(
    ExampleMessage,
    purpose=_("Passing a question on to the contact of a good example; a proof against misuse"),
    keep=["example", "sent_at"],
    personal={"name": _("to say who asks"), "email": _("so that the answer arrives"), "text": _("the question")},
    secret={"token": _("guards against sending the form twice")},
    person="email",
    term=kinds.Term(after="sent_at", days=KEPT_DAYS, then="delete"),
)
register(Article, purpose=_("Articles, checklists and answers of the office"), keep=others(Article))
register(Term, purpose=_("Words of the field, explained"), keep=others(Term))
