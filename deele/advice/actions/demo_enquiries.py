"""Enquiries of the demonstration: a new one, one that is late, one that was answered. Invented roles, no persons."""

from datetime import datetime, timedelta

from deele.accounts.models import User
from deele.advice.actions import enquiries
from deele.advice.actions.enquiries import Asked
from deele.advice.enums import Topic
from deele.advice.models import Enquiry, Responsibility, TextBlock
from deele.office.enums import Audience
from deele.office.models import Area
from deele.places import queries as places

# Days ago, who, from where, about what, the words, the answer where there is one.
ASKED = (
    (9, Audience.INITIATIVE, "Verden (Aller)", Topic.GROUP, "Wir sind sechs und wollen bauen. Wie fangen wir an?",
     "Am besten mit einem Abend über Wünsche und Geld. Gern kommen wir dazu."),
    (6, Audience.RELATIVE, "Celle", Topic.CARE, "Gibt es bei uns eine Pflege-Wohngemeinschaft?", ""),
    (0, Audience.TOWN_HALL, "Hildesheim", Topic.MUNICIPALITY, "Wie vergeben andere Gemeinden Land nach Konzept?", ""),
)  # fmt: skip


def make(adviser: User, area: Area, now: datetime) -> int:
    """Enquiries, who answers, a text block, once; returns how many enquiries were made."""
    if Enquiry.objects.exists():
        return 0
    Responsibility.objects.get_or_create(topic="", place=None, defaults={"area": area, "adviser": adviser})
    greeting = "Rufen Sie uns gern an: Ein Gespräch klärt oft mehr als eine lange Mail."
    TextBlock.objects.get_or_create(area=area, title="Gespräch anbieten", defaults={"text": greeting})
    for number, (days, audience, town, topic, text, answer) in enumerate(ASKED):
        asked = Asked(
            text=text, topic=topic, place=places.exactly(town), audience=audience,
            name=f"Ratsuchende Muster {number + 1}", email=f"ratsuchende{number + 1}@deele.example",
        )  # fmt: skip
        then = now - timedelta(days=days)
        made = enquiries.take_in(asked=asked, now=then)
        if answer:
            enquiries.answer(enquiry=made, text=answer, had_nothing=False, by=adviser, now=then + timedelta(days=1))
    return len(ASKED)
