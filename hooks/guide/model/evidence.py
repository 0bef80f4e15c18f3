"""Evidence: principles, fingerprints of files, custody, care, the incident log and the pattern sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from guide.model.base import Fact, Item, Record, StrictItem
from guide.model.fields import Strict
from guide.model.reference import Id
from guide.model.step import CopyText, Step
from guide.model.text import Text
from guide.model.vocabulary import FieldKind


class System(Record):
    """How to take the fingerprint of a file on one system."""

    id: Id
    name: Text
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class LogChoice(Record):
    """A value that a field of the log can take."""

    id: Id
    name: Text


class LogField(Record):
    """A column of the incident log. ``printed`` ones stand on the paper form; ``wide`` ones have more than a line."""

    id: Id
    name: Text
    help: Text
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[LogChoice, ...] = ()
    printed: bool = False
    wide: bool = False


class LogGroup(Record):
    """Fields of the log that belong together."""

    id: Id
    name: Text
    fields: Annotated[tuple[LogField, ...], Field(min_length=1)]


class LogExample(Record):
    """A row of the filled example, by field: about nobody, and plainly so."""

    id: Id
    values: Mapping[Id, Text]


class Evidence(Record):
    """Everything in ``evidence.yml``."""

    first: Annotated[tuple[StrictItem, ...], Field(min_length=1)]
    principles: Annotated[tuple[Fact, ...], Field(min_length=1)]
    capture: Annotated[tuple[Step, ...], Field(min_length=1)]
    hash_intro: tuple[Fact, ...]
    hash_systems: Annotated[tuple[System, ...], Field(min_length=1)]
    custody: Annotated[tuple[Fact, ...], Field(min_length=1)]
    care: Annotated[tuple[Fact, ...], Field(min_length=1)]
    more: tuple[Fact, ...] = ()
    log_warning: Strict
    log: Annotated[tuple[LogGroup, ...], Field(min_length=1)]
    example_note: Text
    example: Annotated[tuple[LogExample, ...], Field(min_length=1)]


class Patterns(Record):
    """Everything in ``patterns.yml``: how to show a pattern of risk, and whom to hold to account with it."""

    why: Annotated[tuple[Fact, ...], Field(min_length=1)]
    sheet: Annotated[tuple[Item, ...], Field(min_length=1)]
    asks: Annotated[tuple[Item, ...], Field(min_length=1)]
    principles: Annotated[tuple[Fact, ...], Field(min_length=1)]
    actions: Annotated[tuple[Item, ...], Field(min_length=1)]
    actions_note: Annotated[tuple[Fact, ...], Field(min_length=1)]
    closings: Annotated[tuple[Fact, ...], Field(min_length=1)]
    letter: CopyText
