"""Advice of the demonstration: the calls of an office in the last two weeks. Invented; nobody is named anyway."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from deele.accounts.models import User
from deele.advice.actions import contacts, demo_cases, demo_enquiries
from deele.advice.enums import Channel, Duration, Result, Topic, Where
from deele.advice.kinds import Told
from deele.advice.models import Contact, Template
from deele.office.enums import Audience
from deele.office.models import Area
from deele.places import queries as places

ADVISER = "beratung@deele.example"
T, R, D = Topic, Result, Duration
TEMPLATES = (
    ("Welche Wohnprojekte gibt es bei uns?", Audience.SEEKING, [T.START], [R.MATERIAL], D.SHORT),
    ("Wie fängt unsere Gemeinde an?", Audience.POLITICS, [T.MUNICIPALITY, T.CONCEPT], [R.APPOINTMENT], D.MEDIUM),
    ("Welche Rechtsform passt zu uns?", Audience.INITIATIVE, [T.LAW, T.GROUP], [R.INFORMED], D.LONG),
)
# Days ago, who, from where, about what, how, how long, what came of it; a number: the same person as that line.
CALLS = (
    (13, Audience.INITIATIVE, "Verden (Aller)", [T.GROUP], Channel.PHONE, D.MEDIUM, [R.INFORMED], None),
    (12, Audience.SEEKING, "Hannover", [T.START], Channel.PHONE, D.SHORT, [R.MATERIAL], None),
    (11, Audience.POLITICS, "Hildesheim", [T.MUNICIPALITY], Channel.MAIL, D.MEDIUM, [R.APPOINTMENT], None),
    (8, Audience.RELATIVE, "", [T.CARE], Channel.PHONE, D.SHORT, [R.REFERRED], None),
    (6, Audience.INITIATIVE, "Verden (Aller)", [T.LAW, T.MONEY], Channel.VIDEO, D.LONG, [R.INFORMED], 0),
    (5, Audience.OWNER, "Celle", [T.OBJECT], Channel.PHONE, D.MEDIUM, [R.INFORMED, R.ENTRY], None),
    (1, Audience.POLITICS, "Hildesheim", [T.CONCEPT, T.FUNDING], Channel.IN_PERSON, D.LONGER, [R.FUNDING], 2),
    (0, Audience.SEEKING, "Lüneburg", [T.START], Channel.PHONE, D.SHORT, [R.MATERIAL], None),
)


@transaction.atomic
def make(now: datetime) -> int:
    """Templates, contacts and cases for the adviser of the demonstration, once; returns how many contacts were made."""
    adviser, area = User.objects.filter(email=ADVISER).first(), Area.objects.order_by("pk").first()
    if adviser is None or area is None or Contact.objects.exists():
        return 0
    for title, audience, topics, results, duration in TEMPLATES:
        values = {"audience": audience, "topics": topics, "results": results, "duration": duration}
        Template.objects.get_or_create(area=area, title=title, defaults=values)
    made: list[Contact] = []
    for days, audience, town, topics, channel, duration, results, again in CALLS:
        place = places.exactly(town) if town else None
        told = Told(
            area=area,
            audience=audience,
            topics=list(topics),
            happened_on=timezone.localdate(now) - timedelta(days=days),
            place=place,
            where=Where.PLACE if place else Where.UNKNOWN,
            channel=channel,
            duration=duration,
            results=list(results),
            code="" if again is None else made[again].code,
        )
        made.append(contacts.log(told=told, by=adviser, now=now))
    demo_cases.make(made, by=adviser, now=now)
    demo_enquiries.make(adviser, area, now)
    return len(made)
