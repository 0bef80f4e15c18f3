"""Plans that lie near each other: each names the other, and both say the same of their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.model import Threat
from guide.model.fault import Fault
from guide.reading.load import Loaded


def check_neighbours(loaded: Loaded) -> Iterator[Fault]:
    """Yield neighbours that do not name a plan back, pairs that contradict each other, and orders that come back."""
    threats = loaded.catalogue.threats
    for name, threat in threats.items():
        place = loaded.places["threats", name]
        seen: set[str] = set()
        for position, near in enumerate(threat.near):
            loc = ("near", position, "plan")
            if near.id in seen:
                yield place.fault(loc, "repeated-id", f"'{near.plan}' stands twice among these plans", "delete one")
            elif near.plan == name:
                yield place.fault(loc, "own-neighbour", f"'{name}' stands among its own neighbours", "delete it")
            elif not any(other.plan == name for other in threats[near.plan].near):
                message = f"'{near.plan}' does not name '{name}' back"
                yield place.fault(loc, "one-way-neighbour", message, f"add it to 'near' of threats/{near.plan}.yml")
            elif near.first is not None and near.first is _order(threats[near.plan], name):
                message = f"'{name}' and '{near.plan}' each send to the other {'first' if near.first else 'afterwards'}"
                yield place.fault(loc, "neighbour-order", message, "the more dangerous of the two goes first")
            seen.add(near.id)
    for name in _in_circles(threats):
        position = next(n for n, near in enumerate(threats[name].near) if near.first)
        yield loaded.places["threats", name].fault(
            ("near", position, "plan"),
            "neighbour-order",
            f"who goes from '{name}' to the plans that come first comes back to it",
            "let one of the plans on that way follow the next",
        )


def _order(threat: Threat, other: str) -> bool | None:
    """Return whether ``threat`` lets ``other`` go first; ``None`` where it gives no order."""
    return next((near.first for near in threat.near if near.plan == other and near.first is not None), None)


def _in_circles(threats: Mapping[str, Threat]) -> list[str]:
    """Return the plans from which the way to what comes first comes back to themselves, by more than one step."""

    def before(name: str) -> set[str]:
        return {near.plan for near in threats[name].near if near.first and _order(threats[near.plan], name) is not True}

    circled = []
    for start in threats:
        reached: set[str] = set()
        queue = before(start)
        while queue:
            reached.add(name := queue.pop())
            queue |= before(name) - reached
        if start in reached:
            circled.append(start)
    return circled
