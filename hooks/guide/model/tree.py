"""A decision tree: questions and answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from guide.model.base import Item, Record
from guide.model.condition import When
from guide.model.reference import (
    Id,
    RefTo,
    Target,
    ThreatRef,
)
from guide.model.roles import TreeRole
from guide.model.situation import Dimension
from guide.model.text import Text
from guide.model.vocabulary import Group


class DangerSigns(Record):
    """What a person can see of danger in these days (rule P16): one list, shown by every question that asks for it.

    ``older`` says what to answer when somebody was harmed longer ago: it raises care and does not end the way.
    """

    lead: Text
    items: Annotated[tuple[Item, ...], Field(min_length=4)]
    older: Text


class Answer(Record):
    """An answer of a tree: it leads to a question or to a leaf. ``sets`` is what it tells of the situation.

    ``threat`` says in other words that this threat is the matter: what follows is asked of it. ``group`` is the group
    in which it is shown.
    """

    id: Id
    say: Text
    hint: Text | None = None
    threat: ThreatRef | None = None
    group: Group | None = None
    sets: Mapping[Dimension, str] = Field(default_factory=dict)
    to: Target


class Question(Record):
    """A question of a tree. ``each: threats`` writes one answer per threat that the platform covers.

    ``shows_signs`` shows the signs of danger with it: it asks whether there is danger, and not knowing counts as yes
    (rule P37).
    A question with ``only`` is asked where one of its conditions holds; elsewhere the way goes on to ``skip_to``.
    """

    ask: Text
    hint: Text | None = None
    each: Annotated[str, Field(pattern="^threats$")] | None = None
    each_to: Target | None = None
    shows_signs: bool = False
    only: tuple[When, ...] = ()
    skip_to: Target | None = None
    answers: tuple[Answer, ...] = ()


class Entry(Record):
    """A place at which a link enters a tree, with what is known by then.

    With ``offer`` it is shown at the end of every advice as well.
    """

    id: Id
    question: Annotated[Id, RefTo("question")]
    known: Mapping[Dimension, str]
    offer: Text | None = None


class Tree(Record):
    """A decision tree (rule S5): questions by id, one of them the start. ``role`` says which page it makes."""

    id: Id
    role: TreeRole | None = None
    entries: tuple[Entry, ...] = ()
    start: Annotated[Id, RefTo("question")]
    questions: Mapping[Id, Question]
