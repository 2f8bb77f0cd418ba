"""Taking the next number: continuous, without gaps, each once."""

from deele.money.models import Sequence
from deele.office.models import Carrier


def take(*, carrier: Carrier, year: int) -> int:
    """The next running number of the carrier in the year. The row stays locked until the transaction ends.

    Whoever comes next waits for that end, so a number that is rolled back is taken by the next one.
    """
    Sequence.objects.bulk_create([Sequence(carrier=carrier, year=year)], ignore_conflicts=True)
    row = Sequence.objects.select_for_update().get(carrier=carrier, year=year)
    row.last += 1
    row.save(update_fields=["last", "updated_at"])
    return row.last
