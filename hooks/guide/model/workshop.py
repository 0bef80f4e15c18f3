"""The workshop pack: notes for whoever facilitates, agendas, and two forms (rules P12, P13, P18)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from guide.model.base import Item, Record, StrictItem
from guide.model.fields import Strict
from guide.model.reference import Id
from guide.model.text import Text


class WorkshopPart(Record):
    """A part of the notes. What it says keeps people safe, so no outdated translation is ever shown."""

    id: Id
    title: Text
    items: Annotated[tuple[StrictItem, ...], Field(min_length=1)]


class AgendaRow(Record):
    """What is done, and for how many minutes."""

    id: Id
    minutes: Annotated[int, Field(ge=1, le=120)]
    text: Text


class Agenda(Record):
    """An agenda whose rows add up to its minutes."""

    id: Id
    title: Text
    minutes: Annotated[int, Field(ge=10, le=480)]
    rows: Annotated[tuple[AgendaRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _adds_up(self) -> Agenda:
        total = sum(row.minutes for row in self.rows)
        if total != self.minutes:
            raise PydanticCustomError(
                "minutes",
                "the rows add up to {total} minutes, not {minutes}",
                {"total": total, "minutes": self.minutes},
            )
        return self


class PaperField(Record):
    """A question of a form, with boxes to tick or ``lines`` to write on."""

    id: Id
    ask: Text
    hint: Strict | None = None
    choices: tuple[Item, ...] = ()
    lines: Annotated[int, Field(ge=0, le=10)] = 0

    @model_validator(mode="after")
    def _answered_somehow(self) -> PaperField:
        if bool(self.choices) == bool(self.lines):
            raise PydanticCustomError("answer", "a question has either 'choices' or 'lines'")
        return self


class PaperForm(Record):
    """A form for paper, with a neutral title and its warning."""

    title: Text
    warning: Strict
    fields: Annotated[tuple[PaperField, ...], Field(min_length=1)]


class Workshop(Record):
    """Everything in ``workshop.yml``."""

    title: Text
    subtitle: Text
    about: Annotated[tuple[Item, ...], Field(min_length=1)]
    notes_title: Text
    parts: Annotated[tuple[WorkshopPart, ...], Field(min_length=1)]
    agendas: Annotated[tuple[Agenda, ...], Field(min_length=1)]
    intake: PaperForm
    opinion: PaperForm
