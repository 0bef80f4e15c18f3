"""A decision tree: questions and answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from guide.model.base import Item, Record
from guide.model.reference import (
    Id,
    RefTo,
    Target,
    ThreatRef,
)
from guide.model.roles import TreeRole
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
    """An answer of a tree: it leads to a question or to a leaf.

    ``threat`` says in other words that this threat is the matter: what follows is asked of it. ``group`` is the group
    in which it is shown.
    """

    id: Id
    say: Text
    hint: Text | None = None
    threat: ThreatRef | None = None
    group: Group | None = None
    to: Target


class Question(Record):
    """A question of a tree. ``each: threats`` writes one answer per threat that the platform covers.

    ``shows_signs`` shows the signs of danger with it: it asks whether there is danger, and not knowing counts as yes
    (rule P37).
    """

    ask: Text
    hint: Text | None = None
    each: Annotated[str, Field(pattern="^threats$")] | None = None
    each_to: Target | None = None
    shows_signs: bool = False
    answers: tuple[Answer, ...] = ()


class Tree(Record):
    """A decision tree (rule S5): questions by id, one of them the start. ``role`` says which page it makes."""

    id: Id
    role: TreeRole | None = None
    start: Annotated[Id, RefTo("question")]
    questions: Mapping[Id, Question]
