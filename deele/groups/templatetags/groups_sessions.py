"""What the templates of minutes ask for."""

from django import template

from deele.groups.models import MinutesItem
from deele.groups.queries import minutes_page

register = template.Library()


@register.filter
def more_line(item: MinutesItem) -> str:
    """What an item says beside its text."""
    return minutes_page.more(item)
