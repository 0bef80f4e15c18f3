"""What an advice looks like on a page: its items with one line of what to have ready, its guards in front."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace as View

from guide.deciding.advice import Advice, Offer, guards_before, guards_of_advice
from guide.deciding.openness import Situation
from guide.model import Catalogue, Guard
from guide.model.roles import GuardRole
from guide.model.vocabulary import ReachesState
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer
from guide.writing.route_view import about

#: The guard about age stands in full before everything; that about the State before the first part in which a State
#: learns of something. The others of an advice stand in a fold at its head, by their titles.
IN_FULL = (GuardRole.STATE, GuardRole.AGE)


def advice_view(catalogue: Catalogue, known: Situation, advice: Advice, writer: Writer) -> View:
    """Return an advice for ``parts.advice``."""
    guards = _guards(catalogue, known, advice)
    state = catalogue.guard(GuardRole.STATE)
    guarded = next((name for name, offers in advice.parts if any(offer.guarded for offer in offers)), "")
    return View(
        reasons=[rule.say for rule in advice.rules],
        first=[guard for guard in guards if guard.role is GuardRole.AGE],
        more_guards=[guard for guard in guards if guard.role not in IN_FULL],
        parts=[
            View(
                name=name,
                guard=state if name == guarded else None,
                items=[offer_view(item, catalogue, writer) for item in items],
            )
            for name, items in advice.parts
        ],
        avoid=[item.text for item in advice.avoid],
    )


def offer_view(offer: Offer, catalogue: Catalogue, writer: Writer) -> View:
    """Return an item: words, where it leads, what to have ready, for whom it is, whether a State learns of it."""
    state = "" if offer.reaches_state is ReachesState.NO else offer.reaches_state.value
    if offer.route:
        target = writer.here.resolve(f"route:{offer.route.id}")
        only = openness_html(catalogue, offer.only, writer)
        more = offer.route.ready
        return View(
            name=offer.route.name,
            do=None,
            more=more,
            target=target,
            state=state,
            own=False,
            only=only,
            warning=offer.route.warning,
            about=about(offer.route),
        )
    if offer.action:
        target = writer.here.resolve(offer.action.to) if offer.action.to else None
        only = openness_html(catalogue, offer.only, writer)
        return _plain_offer(do=offer.action.do, more=offer.action.more, target=target, state=state, only=only)
    target = writer.here.resolve("page:countries")
    return _plain_offer(target=target, state=state, own=[kind.value for kind in offer.kinds])


def _plain_offer(**given: object) -> View:
    """Return an item that is no route: what is not given is empty."""
    return View(
        **{"name": "", "do": None, "more": None, "own": False, "only": "", "warning": None, "about": (), **given}
    )


def _guards(catalogue: Catalogue, known: Situation, advice: Advice) -> list[Guard]:
    wanted = {guard.id for guard in guards_of_advice(catalogue, known, advice)}
    wanted |= _guards_of_offers(catalogue, advice.offers())
    # The guard about danger stands at the top of every page.
    return [g for g in catalogue.guards.values() if g.id in wanted and g.role is not GuardRole.DANGER]


def _guards_of_offers(catalogue: Catalogue, offers: Iterable[Offer]) -> set[str]:
    names: set[str] = set()
    for offer in offers:
        if offer.route:
            names |= {guard.id for guard in guards_before(catalogue, offer.route)}
        elif offer.guarded:
            names.add(catalogue.guard(GuardRole.STATE).id)
    # The country of a route is named beside it; its guard belongs on the page of that country.
    return names - {guard.id for guard in catalogue.guards.values() if guard.when.countries}
