"""What a result looks like: lines for everybody, the choice about the State, and for whom each other line is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from guide.deciding.advice import Offer, guards_before
from guide.deciding.openness import Situation
from guide.deciding.results import ROLES, Line, Said
from guide.model import Catalogue, Guard, Route
from guide.model.roles import GuardRole
from guide.model.situation import Dimension, Part
from guide.model.text import Text
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer, in_language
from guide.writing.route_view import about

#: Phrases in front of a line, by where the people are for whom it is.
_WHERE = {
    ("exile",): "if-exile",
    ("exile", "split"): "if-abroad",
    ("same", "split"): "if-not-exile",
    ("same",): "if-home",
    ("split",): "if-split",
}


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a result; ``own`` names kinds of authority of the reader's country, which her country's page has.

    ``site`` and ``kinds`` are how to reach it, for pages that say so.
    """

    whom: tuple[str, ...]
    name: Text | None
    do: Text | None
    can: Markup
    target: str
    only: Markup
    about: tuple[Text, ...]
    warning: Text | None
    state: str
    own: tuple[str, ...]
    site: str
    kinds: tuple[str, ...]

    @property
    def host(self) -> str:
        """The host of the official site, as people read it."""
        return urlsplit(self.site).hostname or ""


@dataclass(frozen=True, slots=True)
class AvoidView:
    """What not to do, and for whom it is said."""

    whom: tuple[str, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class PartView:
    """Today, at the same time, later: lines under one heading; ``guard`` before the first of which a State learns."""

    name: str
    guard: Guard | None
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """What holds for everybody, or in one case of the choice."""

    parts: tuple[PartView, ...]
    avoid: tuple[AvoidView, ...]

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return not (self.parts or self.avoid)


@dataclass(frozen=True, slots=True)
class SaidView:
    """All that a result says. ``first`` are guards before everything, ``guards`` those after what is urgent."""

    first: tuple[Guard, ...]
    guards: tuple[Guard, ...]
    common: BlockView
    careful: BlockView
    safe: BlockView


def said_view(catalogue: Catalogue, said: Said, known: Situation, writer: Writer) -> SaidView:
    """Return what a result says, for ``parts.said``."""
    state = catalogue.guard(GuardRole.STATE)
    # The guard about the State stands once, before the first thing of which one learns, in each case of the choice.
    told = _guarded(said.common)
    guards = _guards(catalogue, said, known)
    return SaidView(
        first=tuple(guard for guard in guards if guard.role is GuardRole.AGE),
        guards=tuple(guard for guard in guards if guard.role is not GuardRole.AGE),
        common=_block(catalogue, said.common, state, writer),
        careful=_block(catalogue, said.careful, None if told else state, writer),
        safe=_block(catalogue, said.safe, None if told else state, writer),
    )


def _guards(catalogue: Catalogue, said: Said, known: Situation) -> tuple[Guard, ...]:
    """Return the guards of a result: by what happened, and those that some route names (rule P30)."""
    routes = [line.offer.route for line in said.lines() if line.offer and line.offer.route]
    wanted = {guard.id for route in routes for guard in guards_before(catalogue, route)}
    happened = known.get(Dimension.HAPPENED)
    for guard in catalogue.guards.values():
        if happened in [item.value for item in guard.when.happened]:
            wanted.add(guard.id)
    by_country = {guard.id for guard in catalogue.guards.values() if guard.when.countries}
    shown = (guard for guard in catalogue.guards.values() if guard.id in wanted - by_country)
    return tuple(guard for guard in shown if guard.role not in (GuardRole.DANGER, GuardRole.STATE))


def _guarded(lines: Iterable[Line]) -> bool:
    return any(line.offer is not None and line.offer.guarded for line in lines)


def _block(catalogue: Catalogue, lines: tuple[Line, ...], state: Guard | None, writer: Writer) -> BlockView:
    parts = []
    for part in (Part.NOW, Part.PARALLEL, Part.NEXT):
        mine = [line for line in lines if line.part is part and line.offer is not None]
        if mine:
            guard = state if state is not None and _guarded(mine) else None
            state = None if guard else state
            parts.append(PartView(part.value, guard, tuple(line_view(catalogue, line, writer) for line in mine)))
    avoid = tuple(AvoidView(_whom(line), line.avoided.text) for line in lines if line.avoided is not None)
    return BlockView(tuple(parts), avoid)


def line_view(catalogue: Catalogue, line: Line, writer: Writer) -> LineView:
    """Return a line: what it is and does, where it leads, for whom, and whether a State learns of it."""
    offer = line.offer
    assert offer is not None
    state = offer.reaches_state.mark
    route: Route | None = offer.route
    action = offer.action
    target = "page:countries"
    if route is not None:
        target = f"route:{route.id}"
    elif action is not None:
        target = action.to or ""
    return LineView(
        whom=_whom(line),
        name=route.name if route else None,
        do=action.do if action else None,
        can=first_sentence(what, writer) if (what := _what(offer)) is not None else Markup(),
        target=(writer.here.resolve(target) or "") if target else "",
        only=openness_html(catalogue, offer.only, writer),
        about=about(route) if route else (),
        warning=route.warning if route else None,
        state=state,
        own=tuple(kind.value for kind in offer.kinds),
        site=(route.site or "") if route else "",
        kinds=tuple(dict.fromkeys(contact.kind.value for contact in route.contacts)) if route else (),
    )


def _what(offer: Offer) -> Text | None:
    """Return what it does, or how to go about it."""
    if offer.route:
        return offer.route.can
    return offer.action.more if offer.action else None


def first_sentence(text: Text, writer: Writer) -> Markup:
    """Return the first sentence, marked where it is not in the page's language: the page of a route says the rest."""
    words = first_words(text, writer)
    foreign = writer.foreign(text)
    return in_language(foreign, escape(words), writer.language) if foreign else escape(words)


def first_words(text: Text, writer: Writer) -> str:
    """Return the first sentence as plain words.

    A full stop ends it where the next word does not begin with a small letter, as after an abbreviation: Arabic has
    no capitals.
    """
    words = writer.plain(text)
    for end in re.finditer(r"(?<=[.!?؟])\s+(?=[¿¡«“\"]?\s?([^\W\d_]))", words):
        if not end[1].islower():
            return words[: end.start()]
    return words


def _whom(line: Line) -> tuple[str, ...]:
    """Return the phrases that say for whom a line is; none for everybody."""
    roles = tuple(f"if-{role}" for role in line.roles if len(line.roles) < len(ROLES))
    return (*roles, *((_WHERE[line.wheres],) if line.wheres else ()))
