"""What the rules say of a situation (rules D1–D19): now, in parallel, next, and what to avoid.

A situation says what is known by dimension; what was not asked, or answered with 'No sé', counts as the careful
answer that ``rules.yml`` gives. Rules are a union of what applies; what is avoided beats all else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.deciding.openness import If, Offered, Open, Situation, applies, open_to
from guide.model import Advised, Avoided, Catalogue, Guard, Route, Rule, Rules, ToDo
from guide.model.situation import Dimension
from guide.model.vocabulary import ReachesState, RouteKind

#: Stands for an answer that nobody could give.
UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Offer:
    """An item of an advice: a route, something to do, or the country's own authorities of some kinds.

    ``only`` says for whom the route is, where the situation does not tell.
    """

    route: Route | None = None
    action: ToDo | None = None
    kinds: tuple[RouteKind, ...] = ()
    only: If | None = None

    @property
    def reaches_state(self) -> ReachesState:
        """Whether a State learns of it (rule P5)."""
        if self.route:
            return self.route.reaches_state
        return self.action.reaches_state if self.action else ReachesState.DIRECT

    @property
    def guarded(self) -> bool:
        """Whether the guard about the State must stand before it."""
        return self.reaches_state is not ReachesState.NO


@dataclass(frozen=True, slots=True)
class Advice:
    """What applies in a situation, each thing once, in the first part that names it."""

    rules: tuple[Rule, ...]
    now: tuple[Offer, ...]
    parallel: tuple[Offer, ...]
    next: tuple[Offer, ...]
    avoid: tuple[Avoided, ...]

    @property
    def parts(self) -> tuple[tuple[str, tuple[Offer, ...]], ...]:
        """The three parts that offer something, by name, in reading order."""
        return ("now", self.now), ("parallel", self.parallel), ("next", self.next)

    def offers(self) -> Iterator[Offer]:
        """Yield everything that is offered, in reading order."""
        for _, offers in self.parts:
            yield from offers

    def routes(self) -> set[str]:
        """Return the ids of the routes that are offered."""
        return {offer.route.id for offer in self.offers() if offer.route}


def careful(rules: Rules, known: Situation) -> dict[Dimension, str]:
    """Return ``known`` with the careful answer wherever nothing was asked or answered."""
    out = {name: value for name, value in known.items() if value != UNSURE or name not in rules.careful}
    return {**rules.careful, **out}


def advise(catalogue: Catalogue, known: Situation) -> Advice:
    """Return what the rules say of a situation."""
    rules = catalogue.rules
    situation = careful(rules, known)
    matched = tuple(rule for rule in rules.rules if applies(catalogue, rule.when, situation))
    avoid = tuple(item for rule in matched for item in rule.avoid if applies(catalogue, item.when, situation))
    seen: set[object] = set()
    parts: dict[str, tuple[Offer, ...]] = {}
    for name in ("now", "parallel", "next"):
        items = [item for rule in matched for item in getattr(rule, name) if applies(catalogue, item.when, situation)]
        parts[name] = tuple(_offers(catalogue, items, situation, known, avoid, seen))
    return Advice(matched, parts["now"], parts["parallel"], parts["next"], _once(avoid))


def _once(avoid: Iterable[Avoided]) -> tuple[Avoided, ...]:
    """Return each text once, without those that take out only what a stricter one before them did.

    "No office of the State" must not be followed by "not without a lawyer", which opens the door again.
    """
    kept: dict[str, Avoided] = {}
    closed: set[RouteKind] = set()
    for item in avoid:
        if not item.kinds or set(item.kinds) - closed:
            kept.setdefault(item.text.source, item)
        closed |= set(item.kinds)
    return tuple(kept.values())


def _offers(
    catalogue: Catalogue,
    items: Iterable[Advised],
    situation: Situation,
    known: Situation,
    avoid: tuple[Avoided, ...],
    seen: set[object],
) -> Iterator[Offer]:
    for item in items:
        for found in _offer(catalogue, item, situation):
            # What nobody said is no answer here: the reader judges for whom a route is, not the careful guess.
            for offer in _open(catalogue, found, known):
                key = offer.route.id if offer.route else offer.action.id if offer.action else offer.kinds
                if key not in seen and not is_avoided(offer, avoid):
                    seen.add(key)
                    yield offer


def _open(catalogue: Catalogue, offer: Offer, known: Situation) -> Iterator[Offer]:
    """Yield ``offer`` as it stands for somebody of whom this is known; nothing where it is closed to her.

    Where nobody said the country, what is open in one country alone is left to its page: to everybody else it would be
    one line more that is not for them.
    """
    thing = offer.route or offer.action
    if thing and len(thing.open_to.country) == 1 and Dimension.COUNTRY not in known:
        return
    if offer.route:
        yield from offers_in(catalogue, offer.route, known)
    elif offer.action is None:
        yield offer
    elif (answer := open_to(catalogue, offer.action, known)) is not Open.NO:
        yield Offer(action=offer.action, only=answer if isinstance(answer, If) else None)


def offers_in(catalogue: Catalogue, route: Route, known: Situation) -> tuple[Offer, ...]:
    """Return what is offered for ``route`` to somebody of whom this is known: doors of it that are nearer, or itself.

    Nothing where it is closed to her. A nearer door is offered where it is certain that it is open.
    """
    near = [catalogue.routes[name] for name in route.nearer]
    if certain := [door for door in near if _is_open(catalogue, door, known)]:
        return tuple(Offer(route=door) for door in certain)
    answer = open_to(catalogue, route, known)
    if answer is Open.NO:
        return ()
    return (Offer(route=route, only=answer if isinstance(answer, If) else None),)


def _is_open(catalogue: Catalogue, offered: Offered, known: Situation) -> bool:
    return open_to(catalogue, offered, known) is Open.YES


def _offer(catalogue: Catalogue, item: Advised, situation: Situation) -> Iterator[Offer]:
    if item.route:
        yield Offer(route=catalogue.routes[item.route])
    elif item.action:
        yield Offer(action=action_named(catalogue, item.action))
    elif country := situation.get(Dimension.COUNTRY):
        for name in catalogue.countries[country].routes:
            if catalogue.routes[name].kind in item.kinds:
                yield Offer(route=catalogue.routes[name])
    else:
        yield Offer(kinds=item.kinds)


def action_named(catalogue: Catalogue, name: str) -> ToDo:
    """Return the action ``name`` of the rules; raises KeyError."""
    for action in catalogue.rules.actions:
        if action.id == name:
            return action
    raise KeyError(name)


def is_avoided(offer: Offer, avoid: Iterable[Avoided]) -> bool:
    """Return whether something that is avoided takes ``offer`` out."""
    kinds = {offer.route.kind} if offer.route else set(offer.kinds)
    name = offer.route.id if offer.route else ""
    return any(name in item.routes or not kinds.isdisjoint(item.kinds) for item in avoid)


def guards_before(catalogue: Catalogue, route: Route) -> tuple[Guard, ...]:
    """Return the guards that stand before a route: those it names, and those whose conditions it meets (G1–G9)."""
    return tuple(
        guard
        for guard in catalogue.guards.values()
        if guard.id in route.guards
        or route.reaches_state in guard.when.reaches
        or route.kind in guard.when.kinds
        or any(contact.kind in guard.when.contacts for contact in route.contacts)
        or any(country in guard.when.countries for country in route.countries)
    )
