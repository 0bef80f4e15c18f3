"""Rules of safety for routes, countries and the second tree, checked when the data are loaded (rules P5–P7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.deciding.advice import advise, guards_before
from guide.deciding.escalation import MOST_SECTIONS, Section, expand_advice
from guide.model import Avoided, Catalogue, Rule
from guide.model.fault import Fault
from guide.model.roles import GuardRole, TreeRole
from guide.model.situation import SITUATION, Dimension, Happened
from guide.model.vocabulary import ReachesState, StateRoute
from guide.reading.load import Loaded, Place
from guide.reading.yamltree import suggest

#: A State learns of these at once; ``unknown`` counts as ``direct`` (rule P5).
AT_ONCE = frozenset({ReachesState.DIRECT, ReachesState.PASSES_ON, ReachesState.UNKNOWN})


def check_conditions(loaded: Loaded) -> Iterator[Fault]:
    """Yield values outside the closed vocabulary, in careful answers and entries of trees."""
    catalogue = loaded.catalogue
    place = loaded.places["rules", ""]
    for name, value in catalogue.rules.careful.items():
        yield from _check_value(catalogue, name, value, place, ("careful", name.value))
    for tree_id, tree in catalogue.trees.items():
        for position, entry in enumerate(tree.entries):
            for name, value in entry.known.items():
                loc = ("entries", position, "known", name.value)
                yield from _check_value(catalogue, name, value, loaded.places["trees", tree_id], loc)


def _check_value(
    catalogue: Catalogue, name: Dimension, value: str, place: Place, loc: tuple[int | str, ...]
) -> Iterator[Fault]:
    known = set(catalogue.countries) if name is Dimension.COUNTRY else set(SITUATION[name])
    if value not in known:
        yield place.fault(loc, "unknown-value", f"'{value}' is no value of '{name}'", suggest(value, known))


def check_advice(loaded: Loaded) -> Iterator[Fault]:
    """Yield what would send a reader to a State without a guard, or at once, or where it is not safe."""
    catalogue = loaded.catalogue
    yield from _check_rules(loaded)
    state_guard = catalogue.guard(GuardRole.STATE).id
    for name, route in catalogue.routes.items():
        guards = {guard.id for guard in guards_before(catalogue, route)}
        if route.reaches_state is not ReachesState.NO and state_guard not in guards:
            yield loaded.places["routes", name].fault(
                ("reaches_state",),
                "no-guard",
                f"'{name}' reaches a State and no guard '{state_guard}' stands before it",
                f"let '{state_guard}' in guards.yml name '{route.reaches_state}'",
            )
    for name, country in catalogue.countries.items():
        if country.state is StateRoute.ADVICE:
            continue
        place = loaded.places["countries", name]
        for field in ("routes", "local", "beyond"):
            for position, route_id in enumerate(getattr(country, field)):
                if catalogue.routes[route_id].reaches_state in AT_ONCE:
                    yield place.fault(
                        (field, position),
                        "unsafe-state-route",
                        f"'{route_id}' reaches the State, and '{name}' says that this is not safe there",
                        "take it out, or say otherwise in 'state' with two sources in 'state_sources'",
                    )
        for offer in advise(catalogue, {Dimension.HAPPENED: Happened.THREAT, Dimension.COUNTRY: name}).offers():
            if offer.route and offer.reaches_state in AT_ONCE:
                yield loaded.places["rules", ""].fault(
                    (),
                    "unsafe-state-route",
                    f"the rules offer '{offer.route.id}' in '{name}', where the State is not safe",
                    "let the rule leave that country out",
                )
    tree = catalogue.tree(TreeRole.ADVICE)
    sections = expand_advice(catalogue, tree).sections
    if len(sections) > MOST_SECTIONS:
        yield loaded.places["trees", tree.id].fault(
            ("questions",),
            "too-many-sections",
            f"the tree makes {len(sections)} sections",
            f"the most is {MOST_SECTIONS}",
        )
    yield from _check_reached(loaded, sections)


def _check_reached(loaded: Loaded, sections: Iterable[Section]) -> Iterator[Fault]:
    """Every route is reached by an answer or a country, or says why not (rule P25); none says so falsely."""
    catalogue = loaded.catalogue
    reached = {name for section in sections if section.advice for name in section.advice.routes()}
    for name, country in catalogue.countries.items():
        reached |= {*country.routes, *country.local, *country.beyond}
        here = {Dimension.DANGER: "no", Dimension.HAPPENED: Happened.THREAT.value, Dimension.WHERE: "same"}
        for safe in ("no", "yes") if country.state is StateRoute.ADVICE else ("no",):
            reached |= advise(catalogue, {**here, Dimension.COUNTRY: name, Dimension.SAFE: safe}).routes()
    for name, route in catalogue.routes.items():
        place = loaded.places["routes", name]
        if name not in reached and route.listed_why is None:
            message = f"no answer and no country leads to '{name}'"
            mend = "name it in rules.yml or in a country, or say why not in 'listed_why'"
            yield place.fault(("id",), "unreached-route", message, mend)
        elif name in reached and route.listed_why is not None:
            message = f"'listed_why' says that nothing leads to '{name}', and something does"
            yield place.fault(("listed_why",), "unreached-route", message, "delete 'listed_why'")


def _check_rules(loaded: Loaded) -> Iterator[Fault]:
    catalogue = loaded.catalogue
    place = loaded.places["rules", ""]
    actions = {action.id: action.reaches_state for action in catalogue.rules.actions}
    for position, rule in enumerate(catalogue.rules.rules):
        for number, item in enumerate(rule.now):
            reaches = (
                catalogue.routes[item.route].reaches_state
                if item.route
                else actions.get(item.action or "", ReachesState.DIRECT)
            )
            if reaches is not ReachesState.NO:
                yield place.fault(
                    ("rules", position, "now", number),
                    "state-now",
                    f"rule '{rule.id}' puts under 'now' what a State learns of",
                    "move it to 'parallel' (rule P7)",
                )
        for number, avoided in enumerate(rule.avoid):
            yield from _check_avoided(rule, avoided, place, ("rules", position, "avoid", number))


def _check_avoided(rule: Rule, item: Avoided, place: Place, loc: tuple[int | str, ...]) -> Iterator[Fault]:
    offered = {entry.route for part in ("now", "parallel", "next") for entry in getattr(rule, part) if not entry.when}
    for number, name in enumerate(item.routes):
        if name in offered:
            yield place.fault(
                (*loc, "routes", number),
                "offered-and-avoided",
                f"rule '{rule.id}' offers '{name}' and tells to avoid it",
                "choose one",
            )
