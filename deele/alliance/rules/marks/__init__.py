"""Marked passages: sentences with their positions, passages found again, proposals with their reasons. Pure."""

from deele.alliance.rules.marks.finding import Found, find
from deele.alliance.rules.marks.proposing import Proposed, propose
from deele.alliance.rules.marks.sentences import Sentence, sentences
from deele.alliance.rules.marks.topics import groups_of, left_open, themes_of

__all__ = ["Found", "Proposed", "Sentence", "find", "groups_of", "left_open", "propose", "sentences", "themes_of"]
