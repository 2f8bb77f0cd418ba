"""How django-allauth behaves here: nobody signs up by themselves, staff are invited."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Closed sign-up; accounts are made by a person with the right to do so."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
