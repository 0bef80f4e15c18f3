"""Who helps in a country and from outside, what not to do there, what its State offers: for its page and its sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from guide.deciding.advice import Offer, advise, offers_in
from guide.deciding.openness import Situation
from guide.model import Avoided, Catalogue, Country, LocalName, Route
from guide.model.condition import Role
from guide.model.situation import Dimension, Happened
from guide.model.state import ONLY_AMBULANCE
from guide.model.vocabulary import ReachesState, StateRoute

#: Of whoever reads about a country: a threat, everybody at home; whether the State may know is told in words (P6).
_HERE = {Dimension.DANGER: "no", Dimension.HAPPENED: Happened.THREAT.value, Dimension.WHERE: "same"}


@dataclass(frozen=True, slots=True)
class Near:
    """Bodies of a country: those of whom no State learns, or the ``guarded`` ones, before which the guard stands."""

    guarded: bool
    offers: tuple[Offer, ...]
    names: tuple[LocalName, ...]


@dataclass(frozen=True, slots=True)
class CountryHelp:
    """Who helps, near before far and without a State before with one, and what the rules say to avoid.

    ``abroad`` help from outside without a State learning, ``beyond`` with; ``press`` are for journalists alone. ``own``
    are authorities. ``careful`` holds for everybody there, ``safe`` more for whom it is safe that the State learns.
    ``door``: with the aggressor at the door one may call the emergency number, if the police is not behind it (never
    where rule P33 gives none).
    """

    near: tuple[Near, ...]
    abroad: tuple[Offer, ...]
    beyond: tuple[Offer, ...]
    press: tuple[Route, ...]
    own: tuple[Offer, ...]
    careful: tuple[Avoided, ...]
    safe: tuple[Avoided, ...]
    door: bool

    @property
    def nobody(self) -> bool:
        """Whether nobody in the country can be named."""
        return not any(group.offers or group.names for group in self.near)

    def offers(self) -> tuple[Offer, ...]:
        """Return every route that it names."""
        return (*(offer for group in self.near for offer in group.offers), *self.own, *self.abroad, *self.beyond)


def country_help(catalogue: Catalogue, country: Country) -> CountryHelp:
    """Return who helps in ``country`` and from outside, and what is to be avoided there."""
    here: Situation = {**_HERE, Dimension.COUNTRY: country.id}
    careful = advise(catalogue, {**here, Dimension.SAFE: "no"})
    safe = advise(catalogue, {**here, Dimension.SAFE: "yes"})
    near = _offers(catalogue, country.local, here)
    own = _offers(catalogue, country.routes, here)
    anywhere = [offer for offer in careful.offers() if offer.route and not offer.guarded]
    outside = _once([*_offers(catalogue, country.beyond, here), *anywhere], (*near, *own))
    return CountryHelp(
        near=tuple(_near(country, near, guarded) for guarded in (False, True)),
        abroad=tuple(offer for offer in outside if not offer.guarded),
        beyond=tuple(offer for offer in outside if offer.guarded),
        press=_press(catalogue, {offer.route.id for offer in (*near, *own, *outside) if offer.route}),
        own=tuple(own),
        careful=careful.avoid,
        safe=tuple(item for item in safe.avoid if item not in careful.avoid),
        door=country.state is not StateRoute.NONE and country.id not in ONLY_AMBULANCE,
    )


def _press(catalogue: Catalogue, told: Collection[str]) -> tuple[Route, ...]:
    """Return who helps journalists of every country, without those that are ``told`` already."""
    only = (Role.JOURNALIST,)
    return tuple(
        route
        for route in catalogue.routes.values()
        if route.open_to.role == only and not route.countries and route.id not in told
    )


def _near(country: Country, near: Iterable[Offer], guarded: bool) -> Near:
    return Near(
        guarded,
        tuple(offer for offer in near if offer.guarded is guarded),
        tuple(name for name in country.names if (name.reaches_state is not ReachesState.NO) is guarded),
    )


def _offers(catalogue: Catalogue, names: Iterable[str], here: Situation) -> list[Offer]:
    """Return the offers that routes are to somebody at home in a country."""
    return [offer for name in names for offer in offers_in(catalogue, catalogue.routes[name], here)]


def _once(offers: Iterable[Offer], told: Iterable[Offer]) -> list[Offer]:
    """Return offers, each route once, without those that are ``told`` already."""
    seen = {offer.route.id for offer in told if offer.route}
    out = []
    for offer in offers:
        if offer.route and offer.route.id not in seen:
            seen.add(offer.route.id)
            out.append(offer)
    return out
