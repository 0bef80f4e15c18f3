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
    OwnerRef,
    StepRef,
    Strict,
    Url,
    Words,
)
from guide.model.label import PathLabel
from guide.model.reference import (
    Id,
    PolicyRef,
    SourceRef,
)
from guide.model.roles import Ask, Slot, StepRole
from guide.model.text import Text
from guide.model.vocabulary import (
    AuthorLearns,
    Stage,
)
from guide.model.whom import Signal, Whom

#: A host, with a path or without: never with a scheme, which would make it a link.
_BY_HAND = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/[a-z0-9._/-]*)?")


def _no_link(address: str) -> str:
    if not _BY_HAND.fullmatch(address):
        mend = "write it without https://, such as ejemplo.org/es"
        raise refused("odd-link", f"'{address}' is no address to type by hand", mend)
    return address


class Elsewhere(Record):
    """What a step of one company's says on the platforms of others, where it is not left out.

    What is not written here stays as the step says it.
    """

    do: Action | None = None
    more: Text | None = None
    learns_how: Strict | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Elsewhere:
        if not (self.do or self.more or self.learns_how):
            raise refused("missing-field", "'elsewhere' says nothing", "write 'do', 'more' or 'learns_how' in it")
        return self


class Step(Record):
    """One thing to do: ``do`` on page and paper, ``more`` on the page only (rule S4).

    ``role`` says what the page of a plan adds to it; ``who_reports``, that it matters there whose report it is
    (rule P14).
    ``by_hand`` is an address that must not be a link: one that opens in Tor Browser only, one that nobody has seen
    working. A text of the step may name it; its date and source are those of the step's sources.
    ``owner``: the step holds on this company's platforms alone; ``elsewhere`` is what it says on those of others. What
    code looks for by a role never goes without saying something.
    """

    id: Id
    role: StepRole | None = None
    owner: OwnerRef | None = None
    who_reports: bool = False
    do: Action
    more: Text | None = None
    whom: tuple[Whom, ...] = ()
    author_learns: AuthorLearns | None = None
    learns_how: Strict | None = None
    path: tuple[PathLabel, ...] = ()
    link: Url | None = None
    by_hand: Annotated[Words, AfterValidator(_no_link)] | None = None
    elsewhere: Elsewhere | None = None
    sources: tuple[SourceRef, ...] = ()
    facts: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _said_everywhere(self) -> Step:
        if self.elsewhere and self.owner is None:
            raise refused("idle-field", f"step '{self.id}' says what it says elsewhere and has no owner", "add 'owner'")
        if self.owner and self.role and self.elsewhere is None:
            message = f"step '{self.id}' has a role, and says nothing on the platforms of other owners"
            raise refused("missing-field", message, "add 'elsewhere' with what it says there")
        return self

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
    """A line of a text to copy.

    ``claim`` says to the reader what must be true for the line to stay: nobody ticks it for her. ``rule`` is the rule
    that the line asks for: a plan that does not rest on it leaves the line out. ``signal`` is what it gives to a rule
    that asks for one. ``board`` is false where the Oversight Board cannot do what is asked.
    ``slot`` says what is written in its place where the guide knows it.
    """

    claim: Text | None = None
    rule: PolicyRef | None = None
    signal: Signal | None = None
    board: bool = True
    slot: Slot | None = None


class CopyText(Record):
    """A text to copy, with blanks.

    ``speaks`` is how it begins, by who speaks; what it leaves out is in ``plan.yml``. ``whom`` says for whom alone it
    is. ``notice``: it is written to people, not to Meta. ``asks`` says what an appeal to the Board asks for.
    """

    id: Id
    asks: Ask | None = None
    title: Text
    notice: bool = False
    whom: tuple[Whom, ...] = ()
    speaks: Mapping[Whom, Text] = Field(default_factory=dict)
    lines: Annotated[tuple[CopyLine, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _said_by_somebody(self) -> CopyText:
        if self.speaks and Whom.ME not in self.speaks:
            raise refused("no-voice", f"the text '{self.id}' does not say how the person herself begins", "add 'me'")
        return self


class NowStep(Record):
    """One of the three things to do now, and the stage of the plan that explains it."""

    id: Id
    do: Action
    stage: Stage
