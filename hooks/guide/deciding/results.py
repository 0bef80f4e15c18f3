"""What a result says: what holds for everybody, what only where a State may learn of it, and for whom each line is.

The answers up to a result are few (what happened, what the platform said). What else decides stands on the page:
whether the State may learn of it is a choice; what somebody does, and where she is, are words in front of a line. Taken
together they say exactly what :func:`~guide.deciding.advice.advise` says of the whole situation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from guide.deciding.advice import Offer, advise
from guide.deciding.openness import If, Situation, to_judge
from guide.model import Avoided, Catalogue, Result, Threat
from guide.model.condition import Role
from guide.model.situation import SITUATION, Dimension, Happened, Part
from guide.model.vocabulary import Stage

#: Most results in a language (rule S12): small pages, and few of them.
MOST_RESULTS = 30
ROLES = tuple(item.value for item in Role)
#: What happened on the platform, so that it matters what the platform said.
ASKS_ANSWER = frozenset({Happened.THREAT, Happened.ATTACK, Happened.IMAGES})
#: What leads to no answer about somebody else's post: nobody knows yet what it is, or it is her own that went.
NOTHING_REPORTED = frozenset({Happened.UNSURE, Happened.CLOSED})
WHERES = tuple(value for value in SITUATION[Dimension.WHERE] if value != "unsure")
#: What somebody is and where: nobody asks it, so a line says for whom it is.
Who = tuple[str, str]
Key = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Line:
    """Something offered or to avoid; ``roles`` and ``wheres`` say for whom, empty for everybody."""

    part: Part
    offer: Offer | None
    avoided: Avoided | None
    roles: tuple[str, ...] = ()
    wheres: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What it is, whoever reads it: two of the same key are the same thing."""
        if self.avoided is not None:
            return ("avoid", self.avoided.text.source)
        assert self.offer is not None
        return (self.part.value, _thing(self.offer))

    def is_for(self, role: str, where: str) -> bool:
        """Return whether it is for somebody who does ``role`` and is ``where``."""
        return (not self.roles or role in self.roles) and (not self.wheres or where in self.wheres)


@dataclass(frozen=True, slots=True)
class Said:
    """All lines of a result: for everybody, where the State must not learn of it or nobody knows, where it may."""

    common: tuple[Line, ...]
    careful: tuple[Line, ...]
    safe: tuple[Line, ...]

    def lines(self) -> tuple[Line, ...]:
        """Return every line, whoever it is for."""
        return (*self.common, *self.careful, *self.safe)

    def to(self, *, safe: bool, role: str, where: str) -> set[Key]:
        """Return what somebody reads who chose ``safe`` or did not, and reads the lines that are for her."""
        chosen = (*self.common, *(self.safe if is_safe(safe=safe, where=where) else self.careful))
        return {line.key for line in chosen if line.is_for(role, where)}


def is_safe(*, safe: bool, where: str) -> bool:
    """Return whether the part for who said that the State may learn of it is hers: only where all are in her country.

    Where somebody is in another country the strictest guard wins (rule P7), so she reads the careful part.
    """
    return safe and where == "same"


def said_of(catalogue: Catalogue, known: Situation) -> Said:
    """Return what the rules say of a situation of which ``known`` is known, for whoever reads it."""
    fixed = known.get(Dimension.WHERE)
    wheres = (fixed,) if fixed else WHERES
    careful = _found(catalogue, {**known, Dimension.SAFE: "no"}, wheres)
    safe = _found(catalogue, {**known, Dimension.SAFE: "yes"}, ("same",)) if "same" in wheres else {}
    home = "same" if "same" in wheres else wheres[0]
    common = [key for key in careful if _same(careful[key], safe.get(key), home)]
    split = len(wheres) > 1
    return Said(
        tuple(line for key in common for line in _lines(catalogue, known, careful[key], wheres if split else ())),
        tuple(
            line
            for key in careful
            if key not in common
            for line in _lines(catalogue, known, careful[key], wheres if split else ())
        ),
        tuple(line for key in safe if key not in common for line in _lines(catalogue, known, safe[key], ())),
    )


@dataclass(frozen=True, slots=True)
class PlanExit:
    """Where a plan leads to: from which stage, and what is known by then; nothing for the second tree's start."""

    stage: Stage
    known: Situation


def onward_of(threat: Threat) -> tuple[PlanExit, ...]:
    """Return where the plans of ``threat`` lead beyond the platform: told no, told nothing, and besides."""
    known = {Dimension.DANGER: "no", Dimension.HAPPENED: threat.happened.value}
    asks = threat.happened in ASKS_ANSWER
    beyond = PlanExit(
        Stage.BEYOND, {} if threat.asks_danger else {**known, **({Dimension.ANSWER: "not-yet"} if asks else {})}
    )
    if threat.happened in NOTHING_REPORTED:
        return (beyond,)
    refused = (PlanExit(Stage.REFUSED, {**known, Dimension.ANSWER: answer}) for answer in ("refused", "silent"))
    return (*refused, beyond)


def result_for(catalogue: Catalogue, known: Situation) -> Result | None:
    """Return the result for exactly what is known; ``None`` where there is none."""
    return next((item for item in catalogue.results.values() if dict(item.known) == dict(known)), None)


@dataclass(slots=True)
class _Found:
    """Where something stands, and for whom."""

    part: Part
    thing: Offer | Avoided
    whom: set[Who]


def _found(catalogue: Catalogue, known: Situation, wheres: Iterable[str]) -> dict[Key, _Found]:
    """Return everything that is said to anybody, each where those who read it meet it."""
    out: dict[Key, _Found] = {}
    order: list[Key] = []
    for role, where in product(ROLES, wheres):
        advice = advise(catalogue, {**known, Dimension.ROLE: role, Dimension.WHERE: where})
        told: list[tuple[Part, Offer | Avoided]] = [
            (Part(name), offer) for name, offers in advice.parts for offer in offers
        ]
        told += [(Part.AVOID, item) for item in advice.avoid]
        before = -1
        for part, thing in told:
            key = (part.value, _thing(thing) if isinstance(thing, Offer) else thing.text.source)
            if key not in out:
                order.insert(before + 1, key)
                out[key] = _Found(part, thing, set())
            before = order.index(key)
            out[key].whom.add((role, where))
    return {key: out[key] for key in order}


def _same(one: _Found, other: _Found | None, home: str) -> bool:
    """Return whether the part for who is safe says it to the same people: she reads the lines for who is at home."""
    return other is not None and {r for r, _ in other.whom} == {r for r, where in one.whom if where == home}


def _lines(catalogue: Catalogue, known: Situation, found: _Found, wheres: tuple[str, ...]) -> Iterator[Line]:
    """Yield lines that together are for exactly those whom ``found`` is for; one, where that can be said in one."""
    by_where: dict[str, frozenset[str]] = {}
    for where in dict.fromkeys(where for _, where in found.whom):
        by_where[where] = frozenset(role for role, at in found.whom if at == where)
    groups: dict[frozenset[str], list[str]] = {}
    for where, roles in by_where.items():
        groups.setdefault(roles, []).append(where)
    for roles, at in groups.items():
        told_roles = () if len(roles) == len(ROLES) else tuple(role for role in ROLES if role in roles)
        told_wheres = () if not wheres or set(at) == set(wheres) else tuple(where for where in WHERES if where in at)
        offer = found.thing if isinstance(found.thing, Offer) else None
        avoided = found.thing if isinstance(found.thing, Avoided) else None
        if offer is not None:
            offer = _for_whom(catalogue, known, offer, told_roles, told_wheres)
        yield Line(found.part, offer, avoided, told_roles, told_wheres)


def _for_whom(
    catalogue: Catalogue, known: Situation, offer: Offer, roles: tuple[str, ...], wheres: tuple[str, ...]
) -> Offer:
    """Return ``offer`` with what is left to judge where the words in front of its line have said the rest."""
    thing = offer.route or offer.action
    if thing is None:
        return offer
    told: dict[Dimension, str] = dict(known)
    if len(roles) == 1:
        told[Dimension.ROLE] = roles[0]
    if wheres and "exile" not in wheres:
        told[Dimension.WHERE] = "same"  # whoever reads the line lives in her country
    elif len(wheres) == 1:
        told[Dimension.WHERE] = wheres[0]
    left: If | None = to_judge(catalogue, thing, told)
    return Offer(route=offer.route, action=offer.action, kinds=offer.kinds, only=left)


def _thing(offer: Offer) -> object:
    if offer.route:
        return offer.route.id
    return offer.action.id if offer.action else offer.kinds
