"""Lines of a country: whom to call who cannot go on, and what to do where money went to an impostor (rule P33)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from guide.model.base import Item, Record
from guide.model.contact import Contact
from guide.model.fields import LanguageCode, Strict, Url
from guide.model.listing import Consent
from guide.model.reference import Id, PlaceRef, SourceRef
from guide.model.text import Text
from guide.model.vocabulary import Confidence, ReachesState


class LineKind(StrEnum):
    """What a line of a country answers: somebody who cannot go on, or money that went to an impostor."""

    CRISIS = "crisis"
    MONEY = "money"


class RunBy(StrEnum):
    """Who runs a line: the State, a body independent of it, or a bank, a wallet or a body that watches them."""

    STATE = "state"
    INDEPENDENT = "independent"
    BANK = "bank"


class MaySend(StrEnum):
    """Who may come, or be told, because somebody called a line."""

    POLICE = "police"
    AMBULANCE = "ambulance"
    RELATIVES = "relatives"
    HEALTH = "health"


class Line(Record):
    """A line for everybody in a country, no organisation of defenders: a crisis line, or the way to a bank.

    ``may_send`` names who may come or be told because of a call, and ``warning`` says so; it stands before the number.
    ``steps`` are what to do in order, ``clock`` a term that a source gives, ``limit`` what the line does not do.
    """

    id: Id
    kind: LineKind
    country: PlaceRef
    name: Text
    run_by: RunBy
    words: Text | None = None
    may_send: tuple[MaySend, ...] = ()
    warning: Strict | None = None
    does: Text
    steps: tuple[Item, ...] = ()
    clock: Strict | None = None
    limit: Strict | None = None
    hours: Text | None = None
    cost: Text | None = None
    speaks: tuple[LanguageCode, ...] = ()
    site: Url | None = None
    contacts: tuple[Contact, ...] = ()
    consent: Consent | None = None
    reaches_state: ReachesState
    reaches_why: Strict
    confidence: Confidence
    checked: dt.date
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class LinesPage(Record):
    """What stands on the page of one kind of lines, before and after them: in ``care.yml`` and ``money.yml``."""

    intro: tuple[Item, ...]
    steps_title: Text
    steps: Annotated[tuple[Item, ...], Field(min_length=1)]
    lines_title: Text
    lines_intro: Strict
    elsewhere: Text
    facts: tuple[Id, ...] = ()
