"""Helping somebody: consent and danger first, then whom one helps, and where one lives oneself."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.model.base import Item, Record, StrictItem
from guide.model.fields import OwnerRef, Strict
from guide.model.reference import GuardRef, Id, SourceRef, Target
from guide.model.text import Text
from guide.model.whom import Whom


class HelpItem(Item):
    """Something to do for somebody; ``sources`` where it rests on something that was read.

    ``reporting``: it holds only where something is reported by the menu. ``owner``: in what is about one platform it
    stands on those of this company alone.
    """

    reporting: bool = False
    owner: OwnerRef | None = None
    sources: tuple[SourceRef, ...] = ()
    facts: tuple[Id, ...] = ()


class HelpPart(Record):
    """A part of the page; ``say`` leads to it from a question, in the reader's voice.

    ``whom`` adds what ``whom.yml`` says in every plan that is read for such a person; ``guard`` stands before
    everything else; ``keep`` is a protected line of the part (rule P30). With ``each_platform`` it has a button a
    platform, to this place of it.
    """

    id: Id
    say: Text | None = None
    title: Text
    whom: Whom | None = None
    guard: GuardRef | None = None
    keep: tuple[StrictItem, ...] = ()
    do: tuple[HelpItem, ...] = ()
    each_platform: Target | None = None


class Helping(Record):
    """Everything in ``helping.yml``.

    ``people`` are those whom one can help, ``places`` where the helper lives. Neither asks for an answer: each part
    stands on the page, and its id tells nothing of who reads it (rule P27).
    """

    danger: Strict
    first: HelpPart
    people_ask: Text
    people: Annotated[tuple[HelpPart, ...], Field(min_length=2)]
    places_ask: Text
    places: Annotated[tuple[HelpPart, ...], Field(min_length=2)]
    rest: tuple[HelpPart, ...] = ()
    guards: Annotated[tuple[GuardRef, ...], Field(min_length=1)]
    onward: Annotated[tuple[Item, ...], Field(min_length=1)]

    @property
    def parts(self) -> tuple[HelpPart, ...]:
        """Every part, in reading order."""
        return (self.first, *self.people, *self.places, *self.rest)
