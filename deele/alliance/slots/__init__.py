"""What the alliance fills in slots of its own and of lower apps, a file a topic."""

from deele.alliance.slots import desk_marks as desk_marks
from deele.alliance.slots import entries as entries
from deele.alliance.slots import marks as marks
from deele.alliance.slots import ways as ways
