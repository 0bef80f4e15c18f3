"""The public case that this guide begins with, and the goals beside which it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from guide.model.base import Item, Record
from guide.model.fields import LongWords, Words
from guide.model.reference import Id, SourceRef
from guide.model.text import Text


class Statement(Record):
    """Something that was said or done, with who says so."""

    id: Id
    text: Text
    says: Text
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Moment(Record):
    """A moment of the case's timeline."""

    id: Id
    when: Text
    short: Text
    text: Text
    says: Text
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Case(Record):
    """Everything in ``case.yml``."""

    intro: Text
    card: Annotated[tuple[Statement, ...], Field(min_length=1)]
    moments: Annotated[tuple[Moment, ...], Field(min_length=3)]
    failed: Annotated[tuple[Statement, ...], Field(min_length=1)]
    worked: Annotated[tuple[Statement, ...], Field(min_length=1)]
    decided: Annotated[tuple[Statement, ...], Field(min_length=1)]
    told: Annotated[tuple[Statement, ...], Field(min_length=1)]
    differs: Annotated[tuple[Statement, ...], Field(min_length=1)]
    lessons: Annotated[tuple[Item, ...], Field(min_length=6, max_length=6)]
    unknown: Annotated[tuple[Item, ...], Field(min_length=1)]


class Indicator(Record):
    """An indicator of the article: what would have to be counted, and by whom. None is an official one."""

    id: Id
    text: Text
    note: Text
    count: Text
    by: Text


class GoalTarget(Record):
    """A target in its official wording by language (never translated by us), beside the article's."""

    id: Id
    number: Words
    official: Mapping[str, LongWords]
    article: Text | None = None
    nearest: Text
    indicators: tuple[Indicator, ...] = ()


class Goal(Record):
    """A Sustainable Development Goal."""

    id: Id
    number: Annotated[int, Field(ge=1, le=17)]
    targets: Annotated[tuple[GoalTarget, ...], Field(min_length=1)]


class Goals(Record):
    """Everything in ``goals.yml``."""

    intro: tuple[Statement, ...]
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)]
