"""What somebody can find out about hidden numbers of a table, exactly: numbers are arcs, sums are nodes. No database.

In a network what goes into a node comes out of it, as a sum is what it is made of. Whoever knows the numbers shown can
change hidden ones only along rings of hidden arcs; how far is a maximum flow (docs/decisions/0021).
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import Any

Node = Hashable
Name = Any
ENDLESS = 1 << 30


@dataclass(frozen=True)
class Arc:
    """A number between two nodes. `least` is what everybody knows it to be at least, once it is hidden."""

    tail: Node
    head: Node
    value: int
    least: int = 1


Arcs = Mapping[Name, Arc]
Price = Callable[[Name], int | None]  # what it costs to use an arc; None: it can't be used
Step = tuple[Name, int]  # an arc, and whether it becomes larger (1) or smaller (-1)
Touching = dict[Node, list[tuple[Name, int, Node]]]  # the arcs at a node, which way, and the node at their other end


class Attack:
    """Somebody who tries what a hidden number can be. Knows every number but those that were hidden."""

    def __init__(self, arcs: Arcs, hidden: Iterable[Name]) -> None:
        self.arcs = arcs
        self.all: Touching = {}
        self.open: Touching = {}  # hidden arcs only: an attacker walks on nothing else
        self.hidden: set[Name] = set()
        self._moved: dict[Name, int] = {}
        for name in arcs:
            self._lay(self.all, name)
        self.hide(hidden)

    def hide(self, names: Iterable[Name]) -> None:
        """Hide more numbers, in the order of the table: the same table hides the same numbers in every process."""
        new = set(names) - self.hidden
        for name in self.arcs:
            if name in new:
                self.hidden.add(name)
                self._lay(self.open, name)

    def reach(self, name: Name, target: int) -> int:
        """How near to `target` the hidden number `name` can be, everything shown staying as it is."""
        done, direction = self._push_all(name, target)
        return self.arcs[name].value + direction * done

    def ring(self, name: Name, target: int, price: Price) -> list[Name] | None:
        """The cheapest ring whose arcs, once hidden, bring `name` nearer to `target`; None: there is none."""
        _done, direction = self._push_all(name, target)
        start, end = self._ends(name, direction)
        costs: dict[Node, int] = {start: 0}
        came: dict[Node, tuple[Node, Step]] = {}
        turns = count()  # nodes can't be compared: of two at one price the one met first goes on
        ahead: list[tuple[int, int, Node]] = [(0, next(turns), start)]
        while ahead:
            cost, _turn, node = heappop(ahead)
            if node == end:
                return [step for step, _sign in _back(came, start, end)]
            for step, sign, there in self.all.get(node, ()):
                toll = None if step == name or self._room(step, sign) < 1 else price(step)
                if toll is not None and cost + toll < costs.get(there, ENDLESS):
                    costs[there], came[there] = cost + toll, (node, (step, sign))
                    heappush(ahead, (cost + toll, next(turns), there))
        return None

    def _push_all(self, name: Name, target: int) -> tuple[int, int]:
        """Change hidden numbers until `name` is at `target` or can't be brought nearer: by how much, which way."""
        change = target - self.arcs[name].value
        direction = 1 if change > 0 else -1
        done, self._moved = 0, {}
        while done < abs(change) and (way := self._way(name, direction)) is not None:
            amount = min([abs(change) - done, *(self._room(step, sign) for step, sign in way)])
            for step, sign in way:
                self._moved[step] = self._moved.get(step, 0) + sign * amount
            done += amount
        return done, direction

    def _way(self, name: Name, direction: int) -> list[Step] | None:
        """The shortest way over hidden arcs that closes a ring when `name` changes by `direction`."""
        start, end = self._ends(name, direction)
        came: dict[Node, tuple[Node, Step]] = {}
        seen, ahead = {start}, deque([start])
        while ahead:
            node = ahead.popleft()
            if node == end:
                return _back(came, start, end)
            for step, sign, there in self.open.get(node, ()):
                if there not in seen and step != name and self._room(step, sign) > 0:
                    seen.add(there)
                    came[there] = (node, (step, sign))
                    ahead.append(there)
        return None

    def _ends(self, name: Name, direction: int) -> tuple[Node, Node]:
        arc = self.arcs[name]
        return (arc.head, arc.tail) if direction > 0 else (arc.tail, arc.head)

    def _room(self, name: Name, sign: int) -> int:
        if sign > 0:
            return ENDLESS
        arc = self.arcs[name]
        return arc.value + self._moved.get(name, 0) - arc.least

    def _lay(self, touching: Touching, name: Name) -> None:
        arc = self.arcs[name]
        touching.setdefault(arc.tail, []).append((name, 1, arc.head))
        touching.setdefault(arc.head, []).append((name, -1, arc.tail))


def _back(came: Mapping[Node, tuple[Node, Step]], start: Node, node: Node) -> list[Step]:
    steps = []
    while node != start:
        node, step = came[node]
        steps.append(step)
    return steps
