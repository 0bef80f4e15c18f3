"""What is offered by name is open to whom it is offered, or says for whom it is (rule P4).

Country pages and their lists: :mod:`guide.checking.state`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from guide.deciding.openness import Open, open_to
from guide.model import Catalogue, Route, When
from guide.model.fault import Fault
from guide.model.reference import Reference
from guide.model.situation import Dimension
from guide.model.text import RunKind, Text, plain, walk_runs
from guide.model.walk import Leaf, leaves
from guide.reading.load import Loaded

#: Records whose pages say by themselves for whom a route is, or know the country.
_KNOWS = frozenset({"routes", "countries"})


def check_openness(loaded: Loaded) -> Iterator[Fault]:
    """Yield what a rule or a text offers by name where it is closed, or without saying for whom it is.

    Where a rule names no country, what is closed in the reader's country is left out by itself.
    """
    yield from _check_rules(loaded)
    for collection, name, record, place in loaded.records():
        for leaf in leaves(record):
            for route_id in _linked(leaf):
                route = loaded.catalogue.routes[route_id]
                if collection == "countries" and _is_closed(loaded.catalogue, route, name):
                    message = f"this text leads to '{route_id}', which is closed in '{name}'"
                    mend = f"take the link out, or mend 'open_to' of routes/{route_id}.yml"
                    yield place.fault(leaf.loc, "closed-offer", message, mend)
                elif collection not in _KNOWS and (names := _unsaid(loaded.catalogue, route, leaf.value)):
                    message = f"this text leads to '{route_id}' and does not say for whom it is"
                    yield place.fault(leaf.loc, "unsaid-opening", message, f"say it in the same text: {names}")


def _check_rules(loaded: Loaded) -> Iterator[Fault]:
    catalogue = loaded.catalogue
    for position, rule in enumerate(catalogue.rules.rules):
        for part in ("now", "parallel", "next"):
            for number, item in enumerate(getattr(rule, part)):
                if not item.route:
                    continue
                route = catalogue.routes[item.route]
                roles = _roles(item.when) or _roles(rule.when)
                if roles and route.open_to.role and not roles & set(route.open_to.role):
                    yield loaded.places["rules", ""].fault(
                        ("rules", position, part, number),
                        "closed-offer",
                        f"rule '{rule.id}' offers '{item.route}' to '{', '.join(sorted(roles))}', to whom it is closed",
                        f"offer it in another rule, or mend 'open_to' of routes/{item.route}.yml",
                    )
                for country in _countries(item.when) or _countries(rule.when):
                    if _is_closed(catalogue, route, country):
                        yield loaded.places["rules", ""].fault(
                            ("rules", position, part, number),
                            "closed-offer",
                            f"rule '{rule.id}' offers '{item.route}' in '{country}', where it is closed",
                            f"let the rule leave '{country}' out, or mend 'open_to' of routes/{item.route}.yml",
                        )


def _is_closed(catalogue: Catalogue, route: Route, country: str) -> bool:
    return open_to(catalogue, route, {Dimension.COUNTRY: country, Dimension.WHERE: "same"}) is Open.NO


def _countries(when: tuple[When, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for condition in when for name in condition.country))


def _roles(when: tuple[When, ...]) -> set[str]:
    """Return what somebody does for whom a rule is; nothing where one of its conditions asks of nobody."""
    return {role for one in when for role in one.role} if all(one.role for one in when) else set()


def _linked(leaf: Leaf) -> Iterator[str]:
    """Yield the routes to which the links of a text lead."""
    if isinstance(leaf.value, Text):
        for run in walk_runs(leaf.value.runs):
            reference = Reference.parse(run.target) if run.kind is RunKind.LINK else None
            if reference is not None and reference.kind == "route":
                yield reference.name


def _unsaid(catalogue: Catalogue, route: Route, text: Text) -> str:
    """Return the names of where ``route`` is open, one of which the text should hold; empty where one does."""
    asked, ui = route.open_to, catalogue.interface
    names = [ui[f"region-{area}"].words for area in asked.region]
    names += [ui[f"treaty-{treaty}"].words for treaty in asked.party_to]
    names += [catalogue.countries[code].name.words for code in asked.countries if code in catalogue.countries]
    said = _folded(plain(text.runs))
    return "" if any(_folded(name) in said for name in names) else ", ".join(names)


def _folded(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
