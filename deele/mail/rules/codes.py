"""Codes by which people are known again without a name. No database."""

import secrets

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is misheard or misread: no 0 O 1 I L
LENGTH = 5  # 28 million: enough that two people hardly ever share one, short enough for the telephone


def new_code() -> str:
    """A code for somebody who may come again; it says nothing about them."""
    return "".join(secrets.choice(LETTERS) for _sign in range(LENGTH))


def tidy_code(typed: str) -> str:
    """What somebody told, as a code is written; empty when it can't be one."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    return signs if len(signs) == LENGTH and set(signs) <= set(LETTERS) else ""
