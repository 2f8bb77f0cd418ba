"""The index holds nothing of its own: every row is derived from a public record and goes with it."""

from django.utils.translation import gettext_lazy as _

from deele.privacy.kinds import register
from deele.search.models import Content, Feature, Row, SourceState, VocabularyWord

PURPOSE = _("Finding public records; derived from them and taken out with them")
for model in (Content, Feature, Row, SourceState, VocabularyWord):
    names = [field.name for field in model._meta.local_concrete_fields if field.name not in {"id", "version"}]
    register(model, purpose=PURPOSE, keep=names)
