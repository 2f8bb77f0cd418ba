"""Choices of the website and what it writes into the log."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from deele.audit.enums import declare


class Legal(TextChoices):
    """The pages the law asks for; each has its own ending."""

    NOTICE = "impressum", _("legal notice")
    PRIVACY = "datenschutz", _("privacy")
    ACCESSIBILITY = "barrierefreiheit", _("accessibility statement")
    OTHER = "sonstiges", _("other")


class Topic(TextChoices):
    """What a message to the office is about."""

    GENERAL = "allgemein", _("a question or a wish")
    ENTRY = "eintrag", _("an entry of the directory")
    ACCESSIBILITY = "barrierefreiheit", _("a barrier on this website")
    PRIVACY = "datenschutz", _("my personal data")


class Icon(TextChoices):
    """The icons of the house an editor may choose."""

    HEART = "heart", _("heart")
    PLAN = "plan", _("plan")
    WORK = "work", _("work")
    HOME = "home", _("house")
    PEOPLE = "people", _("people")
    PIN = "pin", _("place")
    PHONE = "phone", _("telephone")
    MAIL = "mail", _("letter")
    READ = "read", _("book")
    CALENDAR = "calendar", _("calendar")


class Pictogram(TextChoices):
    """The pictures beside Easy Language, drawn by us (static/website/pictograms.svg)."""

    NONE = "", _("no picture")
    HOUSE = "house", _("house")
    VILLAGE = "village", _("village")
    TOGETHER = "together", _("people together")
    CARE = "care", _("care")
    HELP = "help", _("helping hand")
    TALK = "talk", _("talking")
    PHONE = "phone", _("telephone")
    LETTER = "letter", _("letter")
    MAP = "map", _("map")
    MONEY = "money", _("money")
    SEARCH = "search", _("magnifying glass")


WRITTEN = declare("website.written", _("%(actor)s wrote to the office through the website."))
