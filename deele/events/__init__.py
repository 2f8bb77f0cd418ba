"""Events with registration: calendar, places claimed in the transaction, waiting list, the day itself.

Doors: `queries.calendar`, `actions.registrations`, `actions.waiting`. What an event still has room for is counted,
never stored, so that two people can't get one seat.
"""
