"""Rules of safety for routes, countries and the second tree, checked when the data are loaded (rules P5–P7)."""

from __future__ import annotations

from collections.abc import Iterator

from guide.deciding.advice import advise, guards_before
from guide.deciding.results import MOST_RESULTS, said_of
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
    """Yield values outside the closed vocabulary, in careful answers and results."""
    catalogue = loaded.catalogue
    place = loaded.places["rules", ""]
    for name, value in catalogue.rules.careful.items():
        yield from _check_value(catalogue, name, value, place, ("careful", name.value))
    for result in catalogue.results.values():
        for dimension, value in result.known.items():
            loc = ("known", dimension.value)
            yield from _check_value(catalogue, dimension, value, loaded.places["results", result.id], loc)


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
                reaches = catalogue.routes[route_id].reaches_state
                if reaches is ReachesState.UNKNOWN:
                    message = f"nobody knows whether the State learns of '{route_id}', and in '{name}' that is not safe"
                    mend = (
                        "leave it out of this list, with 'listed_why' in its own file; write another 'reaches_state' "
                        "than unknown only where a source says so"
                    )
                elif reaches in AT_ONCE:
                    message = f"'{route_id}' reaches the State, and '{name}' says that this is not safe there"
                    mend = "take it out, or say otherwise in 'state' with two sources in 'state_sources'"
                else:
                    continue
                yield place.fault((field, position), "unsafe-state-route", message, mend)
        for offer in advise(catalogue, {Dimension.HAPPENED: Happened.THREAT, Dimension.COUNTRY: name}).offers():
            if offer.route and offer.reaches_state in AT_ONCE:
                yield loaded.places["rules", ""].fault(
                    (),
                    "unsafe-state-route",
                    f"the rules offer '{offer.route.id}' in '{name}', where the State is not safe",
                    "let the rule leave that country out",
                )
    if len(catalogue.results) > MOST_RESULTS:
        yield loaded.places["results", list(catalogue.results)[-1]].fault(
            ("id",), "too-many-sections", f"there are {len(catalogue.results)} results", f"the most is {MOST_RESULTS}"
        )
    yield from _check_results(loaded)
    yield from _check_reached(loaded)


def _check_results(loaded: Loaded) -> Iterator[Fault]:
    """Yield results that no answer leads to, and those that say the same as another (rules P25, P27)."""
    catalogue = loaded.catalogue
    questions = catalogue.tree(TreeRole.ADVICE).questions.values()
    led_to = {answer.to for question in questions for answer in question.answers}
    known: dict[tuple[tuple[str, str], ...], str] = {}
    for name, result in catalogue.results.items():
        place = loaded.places["results", name]
        if f"result:{name}" not in led_to:
            mend = f"let an answer of trees/{catalogue.tree(TreeRole.ADVICE).id}.yml lead to 'result:{name}'"
            yield place.fault(("id",), "unreachable", f"no answer leads to the result '{name}'", mend)
        told = tuple(sorted((dimension.value, value) for dimension, value in result.known.items()))
        if told in known:
            message = f"'{known[told]}' is the result of the same answers"
            yield place.fault(("known",), "same-answer", message, "delete one of the two")
        known.setdefault(told, name)
        if Dimension.SAFE in result.known or Dimension.ROLE in result.known:
            message = "what the State may learn and what somebody does are no part of a page's address"
            yield place.fault(("known",), "traced-answer", message, "take 'safe' and 'role' out (rule P27)")


def _check_reached(loaded: Loaded) -> Iterator[Fault]:
    """Every route is reached by an answer or a country, or says why not (rule P25); none says so falsely."""
    catalogue = loaded.catalogue
    reached = {
        line.offer.route.id
        for result in catalogue.results.values()
        for line in said_of(catalogue, result.known).lines()
        if line.offer and line.offer.route
    }
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
