"""What an offer looks like on a page: its words, where it leads, what to have ready, and for whom it is."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from guide.deciding.advice import Offer
from guide.model import Catalogue
from guide.model.text import Text
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer
from guide.writing.route_view import about


@dataclass(frozen=True, slots=True)
class OfferView:
    """An item: a route, something to do, or kinds of authority of the reader's country in ``own``."""

    name: Text | None = None
    do: Text | None = None
    more: Text | None = None
    target: str = ""
    state: str = ""
    own: tuple[str, ...] = ()
    only: Markup | str = ""
    warning: Text | None = None
    about: tuple[Text, ...] = ()


def offer_view(offer: Offer, catalogue: Catalogue, writer: Writer) -> OfferView:
    """Return an item: words, where it leads, what to have ready, for whom it is, whether a State learns of it."""
    state = offer.reaches_state.mark
    only = openness_html(catalogue, offer.only, writer)
    if offer.route:
        route = offer.route
        return OfferView(
            name=route.name,
            more=route.ready,
            target=writer.here.resolve(f"route:{route.id}") or "",
            state=state,
            only=only,
            warning=route.warning,
            about=about(route),
        )
    if offer.action:
        action = offer.action
        target = (writer.here.resolve(action.to) or "") if action.to else ""
        return OfferView(do=action.do, more=action.more, target=target, state=state, only=only)
    countries = writer.here.resolve("page:countries") or ""
    return OfferView(target=countries, state=state, own=tuple(kind.value for kind in offer.kinds))
