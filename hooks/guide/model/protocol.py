"""The Esperanza Protocol as this guide proposes to use it: twelve steps, each with what it rests on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.model.base import Fact, Item, Record, StrictItem
from guide.model.fields import Strict, Url, Words
from guide.model.reference import Id, SourceRef
from guide.model.step import CopyText
from guide.model.text import Text


class Original(Record):
    """Where the original of a text stands in one language."""

    id: Id
    name: Words
    url: Url
    note: Text | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class ProtocolStep(Record):
    """One of the twelve steps: purpose, what to do, what to ask the authority for, what it gives.

    ``heading`` names the heading of the Protocol whose subject fits; ``parallel`` the standards beside it;
    ``basis`` says what is this guide's own proposal. ``letter`` is a text for the authority.
    """

    id: Id
    title: Text
    purpose: Text
    do: Annotated[tuple[Item, ...], Field(min_length=1)]
    ask: Annotated[tuple[Item, ...], Field(min_length=1)]
    gives: Text
    heading: Text
    basis: Text
    parallel: tuple[Fact, ...] = ()
    cautions: tuple[StrictItem, ...] = ()
    letter: CopyText | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Protocol(Record):
    """Everything in ``protocol/esperanza.yml``; ``label`` stands at the top of the page."""

    id: Id
    label: Strict
    about: Annotated[tuple[Fact, ...], Field(min_length=1)]
    adds: Text
    originals: Annotated[tuple[Original, ...], Field(min_length=1)]
    steps: Annotated[tuple[ProtocolStep, ...], Field(min_length=12, max_length=12)]
