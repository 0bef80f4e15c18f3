"""What a State learns of, told truly: countries, authorities, actions, what counts where nobody knows (rules P5–P7).

Each of these was once promised by a field's name or by the mend of another fault, and held by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.deciding.advice import guards_before
from guide.deciding.openness import Open, open_to
from guide.model import Catalogue, Country
from guide.model.fault import Fault
from guide.model.reference import Reference
from guide.model.roles import CountrySheet, GuardRole
from guide.model.situation import Dimension, Happened
from guide.model.state import AUTHORITIES, OF_PEOPLE, SHEET_ENDANGERS, STATE_LEARNS
from guide.model.vocabulary import PageId, ReachesState, StateRoute
from guide.reading.load import Loaded, Place

#: Publishers who must say so before a country's State counts as one that can be gone to (rule S13).
FEWEST_PUBLISHERS = 2
#: What not knowing counts as.
MOST_CAREFUL = {Dimension.DANGER: "yes", Dimension.SAFE: "no", Dimension.WHERE: "split"}
#: What no authority is.
_TELLS_NOBODY = frozenset({ReachesState.NO, ReachesState.MAY_LEARN})
#: The page on steps before an authority: what leads there is done before one.
TO_AUTHORITIES = frozenset({PageId.PROTOCOL})


def check_state(loaded: Loaded) -> Iterator[Fault]:
    """Yield what says falsely that no State learns of it, or that a State is safe. References have been checked."""
    yield from _check_countries(loaded)
    yield from _check_routes(loaded)
    yield from _check_actions(loaded)
    yield from _check_careful(loaded)
    yield from _check_guards(loaded)


def _check_countries(loaded: Loaded) -> Iterator[Fault]:
    catalogue = loaded.catalogue
    for name, country in catalogue.countries.items():
        place = loaded.places["countries", name]
        publishers = {_body(catalogue.sources[source].publisher) for source in country.state_sources}
        if country.id in SHEET_ENDANGERS and country.sheet is not CountrySheet.BY_NAME:
            yield place.fault(
                ("sheet",),
                "endangering-sheet",
                f"every build would print a sheet of '{country.id}', and to carry one is dangerous there",
                f"write 'sheet: {CountrySheet.BY_NAME}' (rule P18)",
            )
        if country.state is StateRoute.ADVICE and len(publishers) < FEWEST_PUBLISHERS:
            yield place.fault(
                ("state",),
                "state-sources",
                f"'advice' needs two sources of different publishers in 'state_sources'; there are {len(publishers)}",
                "name both there, or write 'state: unknown'",
            )
        yield from _check_served(loaded, country, place)


def _body(publisher: str) -> str:
    """Return who publishes, without where a copy is kept: 'Meta, kept by …' and 'Meta / …' are one."""
    return re.split(r"[,/;(]", publisher)[0].strip().casefold()


def _check_served(loaded: Loaded, country: Country, place: Place) -> Iterator[Fault]:
    for field in ("routes", "local", "beyond"):
        for position, route_id in enumerate(getattr(country, field)):
            route = loaded.catalogue.routes[route_id]
            here = {Dimension.COUNTRY: country.id, Dimension.WHERE: "same"}
            if open_to(loaded.catalogue, route, here) is Open.NO:
                message = f"'{route_id}' is closed in '{country.id}'"
                mend = f"take it out here, or mend 'open_to' and 'closed_to' of routes/{route_id}.yml"
            elif field == "routes" and country.id not in route.countries:
                message = f"'{route_id}' is no authority of '{country.id}'"
                mend = f"name '{country.id}' under 'open_to' of routes/{route_id}.yml, or take it out here"
            elif field == "routes" and route.kind in OF_PEOPLE and route.reaches_state in _TELLS_NOBODY:
                message = f"'{route_id}' is no authority: no State learns of it at once"
                mend = "name it under 'local', or under 'beyond' if it is not of this country"
            else:
                continue
            yield place.fault((field, position), "not-served", message, mend)


def _check_routes(loaded: Loaded) -> Iterator[Fault]:
    catalogue = loaded.catalogue
    age = catalogue.guard(GuardRole.AGE)
    for name, route in catalogue.routes.items():
        place = loaded.places["routes", name]
        if route.reaches_state is ReachesState.NO and route.kind in STATE_LEARNS:
            yield place.fault(
                ("reaches_state",),
                "hidden-state",
                f"'{name}' is of kind '{route.kind}', and a State learns of it: {STATE_LEARNS[route.kind]}",
                "write direct, passes-on or may-learn; unknown where no source tells",
            )
        if route.kind in AUTHORITIES and route.reaches_state is ReachesState.MAY_LEARN:
            yield place.fault(
                ("reaches_state",),
                "hidden-state",
                f"'{name}' is of kind '{route.kind}': the State learns of it at once, and not only later",
                "write direct or passes-on; unknown where no source tells",
            )
        if route.adults_only and age not in guards_before(catalogue, route):
            yield place.fault(
                ("adults_only",),
                "no-guard",
                f"'{name}' serves adults only, and the guard about age does not stand before it",
                f"add '{age.id}' to 'guards'",
            )
    for position, line in enumerate(catalogue.urgent.lines):
        if catalogue.routes[line.route].reaches_state is not ReachesState.NO:
            yield loaded.places["urgent", ""].fault(
                ("lines", position, "route"),
                "state-now",
                f"a State learns of '{line.route}', and the page for the next minutes offers it",
                "take it out: no guard stands before it there (rule P7)",
            )


def _check_actions(loaded: Loaded) -> Iterator[Fault]:
    catalogue = loaded.catalogue
    for position, action in enumerate(catalogue.rules.actions):
        to = Reference.parse(action.to) if action.to else None
        if action.reaches_state is ReachesState.NO and to and to.kind == "page" and to.name in TO_AUTHORITIES:
            yield loaded.places["rules", ""].fault(
                ("actions", position, "reaches_state"),
                "hidden-state",
                f"'{action.id}' says that no State learns of it and leads to steps before an authority ('{to.name}')",
                f"write '{ReachesState.DIRECT}', or lead to another page",
            )
        if action.reaches_state is ReachesState.NO and to and to.kind == "route":
            reaches = catalogue.routes[to.name].reaches_state
            if reaches is not ReachesState.NO:
                yield loaded.places["rules", ""].fault(
                    ("actions", position, "reaches_state"),
                    "hidden-state",
                    f"'{action.id}' says that no State learns of it and leads to '{to.name}', of which one does",
                    f"write '{reaches}'",
                )


def _check_careful(loaded: Loaded) -> Iterator[Fault]:
    """Not knowing counts as danger, and as a State that must not learn of it (rules P6, P37)."""
    rules, place = loaded.catalogue.rules, loaded.places["rules", ""]
    for name, value in MOST_CAREFUL.items():
        if rules.careful.get(name) != value:
            loc = ("careful", name.value) if name in rules.careful else ("careful",)
            message = f"who does not know, or was not asked, of '{name}' must count as '{value}'"
            yield place.fault(loc, "careless", message, f"write '{name}: \"{value}\"'")


def _check_guards(loaded: Loaded) -> Iterator[Fault]:
    """The guards that stand in front by themselves do so; a plan about intimate images begins with that about age."""
    catalogue = loaded.catalogue
    danger, age = catalogue.guard(GuardRole.DANGER), catalogue.guard(GuardRole.AGE)
    if not danger.when.always:
        yield loaded.places["guards", danger.id].fault(
            ("when",), "no-guard", "the guard about danger does not stand always", "write 'when: {always: true}'"
        )
    if Happened.IMAGES not in age.when.happened:
        yield loaded.places["guards", age.id].fault(
            ("when",),
            "no-guard",
            "the guard about age does not stand before advice on intimate images",
            f"add 'happened: [{Happened.IMAGES}]'",
        )
    for name, guard in catalogue.guards.items():
        if not guard.role and guard.when == type(guard.when)() and not _named_somewhere(guard.id, catalogue):
            yield loaded.places["guards", name].fault(
                ("when",), "no-guard", f"nothing puts the guard '{name}' in front of anything", "say when it stands"
            )
    for name, threat in catalogue.threats.items():
        images = threat.happened is Happened.IMAGES or any(catalogue.routes[r].adults_only for r in threat.routes)
        if images and not threat.age_first:
            yield loaded.places["threats", name].fault(
                ("happened",), "no-guard", "plans about intimate images do not begin with age", "add 'age_first: true'"
            )


def _named_somewhere(guard: str, catalogue: Catalogue) -> bool:
    return any(guard in route.guards for route in catalogue.routes.values())
