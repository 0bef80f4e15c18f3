"""The order of help for readers of one language: among doors that are alike, those that speak it come first.

Alike are doors of which a State learns as much, and which can answer as soon: a line that passes cases on to the police
never moves up because it speaks the reader's language (rule P5), and a grant never comes before a line of 24 hours.
Spanish readers keep the order in which the data are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from guide.model import Catalogue, Route
from guide.model.advice import Advised, Rule
from guide.model.languages import SOURCE

Item = TypeVar("Item")


def for_readers_of(catalogue: Catalogue, code: str) -> Catalogue:
    """Return ``catalogue`` with its lists of routes in the order for readers of the language ``code``."""
    if code == SOURCE:
        return catalogue
    routes = catalogue.routes

    def names(listed: Sequence[str]) -> tuple[str, ...]:
        return tuple(ordered(listed, [routes[name] for name in listed], code))

    def advised(items: Sequence[Advised]) -> tuple[Advised, ...]:
        return tuple(ordered(items, [routes[item.route] if item.route else None for item in items], code))

    def rule(one: Rule) -> Rule:
        return one.model_copy(update={part: advised(getattr(one, part)) for part in ("now", "parallel", "next")})

    urgent = catalogue.urgent
    lines = ordered(urgent.lines, [routes[line.route] for line in urgent.lines], code)
    return catalogue.model_copy(
        update={
            "threats": {
                name: threat.model_copy(update={"routes": names(threat.routes)})
                for name, threat in catalogue.threats.items()
            },
            "general": catalogue.general.model_copy(update={"routes": names(catalogue.general.routes)}),
            "countries": {
                name: country.model_copy(update={"routes": names(country.routes)})
                for name, country in catalogue.countries.items()
            },
            "urgent": urgent.model_copy(update={"lines": tuple(lines)}),
            "rules": catalogue.rules.model_copy(update={"rules": tuple(map(rule, catalogue.rules.rules))}),
        }
    )


def ordered(items: Iterable[Item], routes: Iterable[Route | None], code: str) -> Iterator[Item]:
    """Yield ``items`` in the order for readers of ``code``; ``routes`` has the route of each, or ``None``.

    What is no route stays where it is, and nothing moves across it.
    """
    pairs = zip(items, routes, strict=True)
    for is_route, run in groupby(pairs, key=lambda pair: pair[1] is not None):
        found = list(run)
        if is_route:
            yield from _reordered([(item, route) for item, route in found if route], code)
        else:
            yield from (item for item, _ in found)


def _reordered(run: list[tuple[Item, Route]], code: str) -> Iterator[Item]:
    """Yield the items of a run: each place stays one of its kind, and within a kind who speaks ``code`` comes first."""
    kinds = [(route.reaches_state, route.urgency) for _, route in run]
    first = sorted(range(len(run)), key=lambda place: code not in run[place][1].speaks)
    queues = {kind: iter([place for place in first if kinds[place] == kind]) for kind in kinds}
    for kind in kinds:
        yield run[next(queues[kind])][0]
