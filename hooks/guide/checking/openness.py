"""A rule offers a route only in countries to which it is open (rule P4); country pages: :mod:`guide.checking.state`."""

from __future__ import annotations

from collections.abc import Iterator

from guide.deciding.openness import Open, open_to
from guide.model import When
from guide.model.fault import Fault
from guide.model.situation import Dimension
from guide.reading.load import Loaded


def check_openness(loaded: Loaded) -> Iterator[Fault]:
    """Yield what a rule offers by name in a country that the rule names, and that is closed there.

    Where a rule names no country, what is closed in the reader's country is left out by itself.
    """
    catalogue = loaded.catalogue
    for position, rule in enumerate(catalogue.rules.rules):
        for part in ("now", "parallel", "next"):
            for number, item in enumerate(getattr(rule, part)):
                if not item.route:
                    continue
                route = catalogue.routes[item.route]
                for country in _countries(item.when) or _countries(rule.when):
                    here = {Dimension.COUNTRY: country, Dimension.WHERE: "same"}
                    if open_to(catalogue, route, here) is Open.NO:
                        yield loaded.places["rules", ""].fault(
                            ("rules", position, part, number),
                            "closed-offer",
                            f"rule '{rule.id}' offers '{item.route}' in '{country}', where it is closed",
                            f"let the rule leave '{country}' out, or mend 'open_to' of routes/{item.route}.yml",
                        )


def _countries(when: tuple[When, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for condition in when for name in condition.country))
