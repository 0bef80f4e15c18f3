"""Steps of a plan, and texts to copy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator

from guide.model.base import Item, Record
from guide.model.fault import refused
from guide.model.fields import (
    Action,
    StepRef,
    Strict,
    Url,
    Words,
)
from guide.model.label import PathLabel
from guide.model.reference import (
    Id,
    SourceRef,
)
from guide.model.roles import Ask, Slot, StepRole
from guide.model.text import Text
from guide.model.vocabulary import (
    AuthorLearns,
    Stage,
    Whom,
)

#: A host, with a path or without: never with a scheme, which would make it a link.
_BY_HAND = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/[a-z0-9._/-]*)?")


def _no_link(address: str) -> str:
    if not _BY_HAND.fullmatch(address):
        mend = "write it without https://, such as ejemplo.org/es"
        raise refused("odd-link", f"'{address}' is no address to type by hand", mend)
    return address


class Step(Record):
    """One thing to do: ``do`` on page and paper, ``more`` on the page only (rule S4).

    ``role`` says what the page of a plan adds to it; ``who_reports``, that it matters there whose report it is
    (rule P14).
    ``by_hand`` is an address that must not be a link: one that opens in Tor Browser only, one that nobody has seen
    working. A text of the step may name it; its date and source are those of the step's sources.
    """

    id: Id
    role: StepRole | None = None
    who_reports: bool = False
    do: Action
    more: Text | None = None
    whom: tuple[Whom, ...] = ()
    author_learns: AuthorLearns | None = None
    learns_how: Strict | None = None
    path: tuple[PathLabel, ...] = ()
    link: Url | None = None
    by_hand: Annotated[Words, AfterValidator(_no_link)] | None = None
    sources: tuple[SourceRef, ...] = ()
    facts: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _seen_somewhere(self) -> Step:
        if self.path and not self.sources:
            message = f"step '{self.id}' names labels of a menu and no source that shows them"
            raise refused("no-source", message, "add 'sources: [id]' from sources.yml, or leave 'path' out")
        if self.by_hand and not self.sources:
            raise refused("no-source", f"the address '{self.by_hand}' has no source", "add 'sources: [id]'")
        return self


class StepUse(Record):
    """A step that several plans share, kept in ``plan.yml``."""

    use: StepRef


def _step_or_use(value: Any) -> str:
    return "use" if isinstance(value, StepUse) or (isinstance(value, dict) and "use" in value) else "step"


StepEntry = Annotated[Annotated[Step, Tag("step")] | Annotated[StepUse, Tag("use")], Discriminator(_step_or_use)]
Steps = Mapping[Stage, tuple[StepEntry, ...]]


class CopyLine(Item):
    """A line of a text to copy; ``slot`` says what is written in its place where the guide knows it."""

    slot: Slot | None = None


class CopyText(Record):
    """A text to copy, with blanks; ``whom`` says who speaks in it, ``asks`` what an appeal to the Board asks for."""

    id: Id
    asks: Ask | None = None
    title: Text
    whom: tuple[Whom, ...] = ()
    lines: Annotated[tuple[CopyLine, ...], Field(min_length=1)]


class NowStep(Record):
    """One of the three things to do now, and the stage of the plan that explains it."""

    id: Id
    do: Action
    stage: Stage
