"""Roles in the data: each that code looks for is held once, and none stands where nothing reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from guide.deciding.owners import for_owner
from guide.deciding.plan import GENERAL, compose
from guide.deciding.results import onward_of, result_for
from guide.model import CopyText, Route, Step
from guide.model.fault import Fault
from guide.model.roles import Ask, GuardRole, RouteRole, Slot, StepRole, TreeRole
from guide.model.walk import records
from guide.reading.load import Loaded, Place

#: Where the steps of plans stand.
_OF_PLANS = frozenset({"plan", "general", "threats", "platforms"})
#: A role, and where it stands.
_Held = tuple[StrEnum | None, Place, tuple[int | str, ...]]


def check_roles(loaded: Loaded) -> Iterator[Fault]:
    """Yield roles that are held by nothing or twice, and those that nothing reads."""
    catalogue, places = loaded.catalogue, loaded.places
    guards = ((guard.role, places["guards", name], ("role",)) for name, guard in catalogue.guards.items())
    yield from _once(GuardRole, guards, "data/guards.yml", "guard")
    trees = ((tree.role, places["trees", name], ("role",)) for name, tree in catalogue.trees.items())
    yield from _once(TreeRole, trees, "data/trees", "tree")
    routes = ((route.role, places["routes", name], ("role",)) for name, route in catalogue.routes.items())
    yield from _once(RouteRole, routes, "data/routes", "route")
    steps = ((step.role, places["plan", ""], ("steps", n, "role")) for n, step in enumerate(catalogue.plan.steps))
    yield from _once(StepRole, steps, "data/plan.yml", "step under 'steps'")
    if not catalogue.protocols:
        yield Fault("data/protocol", 1, 1, "one-role", "there is no protocol", "restore its file")
    for name in list(catalogue.protocols)[1:]:
        yield places["protocols", name].fault(("id",), "one-role", "there is a second protocol", "keep one file")
    for name, route in catalogue.routes.items():
        if route.role is RouteRole.BOARD:
            yield from _check_board(route, places["routes", name])
    for name, platform in catalogue.platforms.items():
        blocking = [n for n, item in enumerate(platform.protections) if item.blocks]
        for number in blocking[1:]:
            loc = ("protections", number, "blocks")
            message = f"{name} has two protections with 'blocks'"
            yield places["platforms", name].fault(loc, "one-role", message, "keep it on the one that blocks")
    yield from _check_idle(loaded)


def _once(roles: type[StrEnum], found: Iterable[_Held], file: str, kind: str) -> Iterator[Fault]:
    all_held = list(found)
    for role in roles:
        holders = [(place, loc) for held, place, loc in all_held if held is role]
        if not holders:
            yield Fault(file, 1, 1, "one-role", f"no {kind} has 'role: {role}'", "give it back to the one that had it")
        for place, loc in holders[1:]:
            yield place.fault(loc, "one-role", f"a second {kind} has 'role: {role}'", "keep it on one of them")


def _check_board(board: Route, place: Place) -> Iterator[Fault]:
    for ask in Ask:
        texts = [(number, text) for number, text in enumerate(board.texts) if text.asks is ask]
        if not texts:
            yield place.fault(
                ("texts",), "one-role", f"no text of the Board has 'asks: {ask}'", "give it back to the one that had it"
            )
        for number, _ in texts[1:]:
            yield place.fault(
                ("texts", number, "asks"), "one-role", f"a second text has 'asks: {ask}'", "keep it on one of them"
            )
        for number, text in texts[:1]:
            for slot in Slot:
                if sum(line.slot is slot for line in text.lines) == 1:
                    continue
                yield place.fault(
                    ("texts", number, "lines"),
                    "one-role",
                    f"'{text.id}' does not have one line with 'slot: {slot}'",
                    f"mark the line in whose place the {slot} stand{'s' if slot is Slot.VOICE else ''}",
                )


def _check_idle(loaded: Loaded) -> Iterator[Fault]:
    has_board = any(route.role is RouteRole.BOARD for route in loaded.catalogue.routes.values())
    for collection, _, record, place in loaded.records():
        # Where no route is the Board, that is told once, and not at each of its texts.
        board = isinstance(record, Route) and (record.role is RouteRole.BOARD or not has_board)
        for loc, inner in records(record):
            if isinstance(inner, Step) and collection not in _OF_PLANS:
                for field in ("role", "who_reports"):
                    if getattr(inner, field):
                        yield _idle(place, (*loc, field), f"'{field}' counts in the steps of plans only")
            elif isinstance(inner, CopyText):
                if inner.asks and not board:
                    yield _idle(place, (*loc, "asks"), "'asks' counts in the texts of the Board's route only")
                for number, line in enumerate(inner.lines):
                    if line.slot and not (board and inner.asks):
                        message = "'slot' counts in a text with 'asks' only"
                        yield _idle(place, (*loc, "lines", number, "slot"), message)


def _idle(place: Place, loc: tuple[int | str, ...], message: str) -> Fault:
    return place.fault(loc, "idle-field", message, "delete it here")


def check_roles_of_plans(loaded: Loaded) -> Iterator[Fault]:
    """Yield plans with two steps of a role, and threats whose plans lead to no entry of the second tree.

    The catalogue has passed :func:`check_roles`.
    """
    catalogue = loaded.catalogue
    for name, platform in catalogue.platforms.items():
        own = for_owner(catalogue, platform.owner)
        for threat_id in (GENERAL, *platform.threats):
            plan = compose(own, platform, threat_id)
            roles = Counter(step.role for stage in plan.stages for step in stage.steps if step.role)
            for role in [role for role, count in roles.items() if count > 1]:
                loc = (GENERAL,) if threat_id == GENERAL else ("threats", threat_id)
                yield loaded.places["platforms", name].fault(
                    loc,
                    "one-role",
                    f"the plan {name}/{threat_id} has two steps with 'role: {role}'",
                    "keep it on one of them",
                    key=True,
                )
    threats = [(catalogue.general, loaded.places["general", ""])]
    threats += [(threat, loaded.places["threats", name]) for name, threat in catalogue.threats.items()]
    for threat, place in threats:
        for onward in onward_of(threat):
            if onward.known and result_for(catalogue, onward.known) is None:
                known = ", ".join(f"{name}: {value}" for name, value in onward.known.items())
                yield place.fault(
                    ("happened",),
                    "no-entry",
                    f"the plan leads on with {{{known}}}, and results.yml has no such result",
                    "add it there, or change 'happened'",
                )
