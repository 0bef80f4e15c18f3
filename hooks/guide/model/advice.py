"""The rules of the second tree (D1–D19) and the chains (C1–C5) as data: conditions over a closed vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from guide.model.base import Record
from guide.model.condition import TO_ALL, TO_NOBODY, Closing, Opening, When
from guide.model.fields import Action, Strict
from guide.model.reference import ActionRef, Id, RouteRef, Target
from guide.model.situation import Dimension
from guide.model.text import Text
from guide.model.vocabulary import ReachesState, RouteKind


class ToDo(Record):
    """Something to do that is no route: ``to`` leads to the page that says how.

    ``reaches_state`` has no usual value: a call to the police must not pass as something that no State learns of.
    ``open_to`` and ``closed_to`` say for whom it is, as those of a route.
    """

    id: Id
    open_to: Opening = TO_ALL
    closed_to: Closing = TO_NOBODY
    do: Action
    more: Text | None = None
    to: Target | None = None
    reaches_state: ReachesState


class Advised(Record):
    """An item of an advice: a route, an action, or each route of the country that is of some ``kinds``.

    Like a rule it applies when any of the conditions in ``when`` holds; without conditions, always.
    """

    route: RouteRef | None = None
    action: ActionRef | None = None
    kinds: tuple[RouteKind, ...] = ()
    when: tuple[When, ...] = ()

    @model_validator(mode="after")
    def _one_thing(self) -> Advised:
        if sum(map(bool, (self.route, self.action, self.kinds))) != 1:
            raise PydanticCustomError("one_thing", "an item names one of 'route', 'action' and 'kinds'")
        return self


class Avoided(Record):
    """What not to do, and the routes and kinds of route that it takes out of the advice."""

    id: Id
    text: Strict
    routes: tuple[RouteRef, ...] = ()
    kinds: tuple[RouteKind, ...] = ()
    when: tuple[When, ...] = ()


class Rule(Record):
    """One of the rules D1–D19. Rules are a union of what applies; what is avoided beats all else."""

    id: Id
    say: Text
    when: Annotated[tuple[When, ...], Field(min_length=1)]
    now: tuple[Advised, ...] = ()
    parallel: tuple[Advised, ...] = ()
    next: tuple[Advised, ...] = ()
    avoid: tuple[Avoided, ...] = ()
    facts: tuple[Id, ...] = ()


class Chain(Record):
    """How routes follow one another (rules C1–C5), and when to stop or switch."""

    id: Id
    title: Text
    steps: Annotated[tuple[Advised, ...], Field(min_length=2)]
    stop: Strict
    facts: tuple[Id, ...] = ()


class Rules(Record):
    """Everything in ``rules.yml``. ``careful`` is what counts where a question was not asked or not answered."""

    careful: Mapping[Dimension, str]
    actions: Annotated[tuple[ToDo, ...], Field(min_length=1)]
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)]
    chains: Annotated[tuple[Chain, ...], Field(min_length=1)]
