"""Tables of the library."""

from deele.library.models.article import Article
from deele.library.models.example import Example, ExampleMessage, FollowUp
from deele.library.models.term import Term

__all__ = ["Article", "Example", "ExampleMessage", "FollowUp", "Term"]
