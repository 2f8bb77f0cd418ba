"""How long things hold, and how often they may happen."""

from datetime import timedelta

UNCONFIRMED = timedelta(days=7)  # a sign-up nobody confirms is deleted then
ENDED_DAYS = 365  # an ended subscription is deleted then; its suppression stays
TAKE_BACK = timedelta(hours=24)  # so long an unsubscription can be taken back by one click
OPT_IN_PAUSE = timedelta(minutes=15)  # at most one opt-in mail per address in this time …
OPT_IN_A_DAY = 3  # … and this many a day
SIGN_UPS_AN_HOUR = 300  # more in an hour come from a machine
OPT_IN_BLOCKED = timedelta(days=7)  # to somebody who complained, or whose address failed: one in this time
SOFT_LIMIT = 3  # so many temporary failures in a row …
SOFT_WINDOW = timedelta(days=30)  # … within this time stop the mail
COPIES_DAYS = 90  # how long it can be said who received an issue; then only the numbers remain
