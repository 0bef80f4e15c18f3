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
)
from guide.model.roles import TreeRole
from guide.model.text import Text


class Answer(Record):
    """An answer of a tree: it leads to a question or to a leaf."""

    id: Id
    say: Text
    hint: Text | None = None
    to: Target


class Question(Record):
    """A question of a tree. ``each: threats`` writes one answer per threat that the platform covers."""

    ask: Text
    hint: Text | None = None
    each: Annotated[str, Field(pattern="^threats$")] | None = None
    each_to: Target | None = None
    signs: tuple[Item, ...] = ()
    answers: tuple[Answer, ...] = ()


class Tree(Record):
    """A decision tree (rule S5): questions by id, one of them the start. ``role`` says which page it makes."""

    id: Id
    role: TreeRole | None = None
    start: Annotated[Id, RefTo("question")]
    questions: Mapping[Id, Question]
