"""A platform: surfaces, protections, forms, rules, appeal, and one entry per threat."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, model_validator

from guide.model.base import Fact, Number, Record
from guide.model.fields import (
    Action,
    FormRef,
    OwnerRef,
    ProtectionRef,
    Strict,
    SurfaceRef,
    Url,
    Words,
)
from guide.model.label import Label, MenuLabel, PathLabel, tied
from guide.model.reference import (
    Id,
    PolicyRef,
    SourceRef,
    ThreatRef,
    TreeRef,
)
from guide.model.roles import Ask
from guide.model.step import CopyText, Step, Steps
from guide.model.text import Text
from guide.model.vocabulary import (
    AuthorLearns,
    Device,
    TargetReport,
    WhoCan,
)
from guide.model.whom import Signal


class WithoutAccount(StrEnum):
    """Whether a form serves who has no account: besides the others, or nobody else."""

    ALSO = "also"
    ONLY = "only"


class MenuPath(Record):
    """A way through an app's menus, on the devices where it was seen."""

    device: Annotated[tuple[Device, ...], Field(min_length=1)]
    path: Annotated[tuple[PathLabel, ...], Field(min_length=1)]
    note: Text | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Surface(Record):
    """A place on a platform where a threat stands, such as a post, a story or a profile.

    ``report`` is empty when no path was seen; ``instead`` then says what to look for.
    """

    id: Id
    name: Text
    report: tuple[MenuPath, ...] = ()
    instead: Text | None = None
    link: Text | None = None
    gone: Strict | None = None
    who_can: WhoCan = WhoCan.ANYONE
    author_learns: AuthorLearns
    learns_how: Strict | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Protection(Record):
    """A setting that protects at once.

    ``hides`` when it also hides the aggressor's posts from the reader. ``blocks``: it is how one blocks here, so that
    it stands in the stage about blocking instead of the one about protection.
    """

    id: Id
    do: Action
    more: Text | None = None
    path: tuple[PathLabel, ...] = ()
    hides: bool = False
    blocks: bool = False
    author_learns: AuthorLearns
    learns_how: Strict | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Form(Record):
    """A form outside the menus."""

    id: Id
    name: Text
    purpose: Text
    url: Url
    who_can: WhoCan
    login: Text | None = None
    without_account: WithoutAccount | None = None
    author_learns: AuthorLearns
    learns_how: Strict | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Policy(Record):
    """A rule of an owner's platforms: what it bans, what a report must supply, and whose report it asks for.

    ``signals`` are those that it weighs besides the words.
    """

    id: Id
    owner: OwnerRef
    standard: Label
    name: Text
    bans: Text
    needs: Text | None = None
    escalation: bool = False
    signals: tuple[Signal, ...] = ()
    target_report: TargetReport
    who: Text | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Choice(Record):
    """What to choose in the report menu once it is open. Only on ``surfaces``, when some are named."""

    id: Id
    path: Annotated[tuple[PathLabel, ...], Field(min_length=1)]
    surfaces: tuple[SurfaceRef, ...] = ()
    note: Text | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class PlanEntry(Record):
    """What one platform does about one threat: everything in which its plan differs from the others."""

    surfaces: Annotated[tuple[SurfaceRef, ...], Field(min_length=1)]
    choose: tuple[Choice, ...] = ()
    choose_instead: Text | None = None
    rules: tuple[PolicyRef, ...]
    target_report: TargetReport
    say: Text
    forms: tuple[FormRef, ...] = ()
    protections: tuple[ProtectionRef, ...] = ()
    steps: Steps = Field(default_factory=dict)
    texts: tuple[CopyText, ...] = ()
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class AppealWay(MenuPath):
    """A way to where a review is asked for; ``asks`` says whether of something of others, or of one's own."""

    asks: Ask


class AppealLine(Record):
    """Where an answer and its number are found on this platform: a line beside those of the others."""

    text: Text
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Appeal(Record):
    """Asking a platform to look again, and the reference number for the Oversight Board.

    ``find`` is its line on the page of all platforms; ``steps`` stand in its plans.
    """

    find: AppealLine
    where: tuple[AppealWay, ...] = ()
    where_instead: Text | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class Platform(Record):
    """A platform: its surfaces, protections, forms, what happens after a report, and one entry per threat.

    ``rules_source`` is where its rules were read: every plan tells the date of that copy. ``labels`` are those of its
    menus, each defined once: the paths name them.
    """

    id: Id
    name: Words
    tab: Text
    owner: Words
    rules_source: SourceRef
    intro: Text
    numbers: Mapping[str, Number] = Field(default_factory=dict)
    labels: Mapping[Id, MenuLabel] = Field(default_factory=dict)
    surfaces: Annotated[tuple[Surface, ...], Field(min_length=1)]
    protections: tuple[Protection, ...]
    forms: tuple[Form, ...] = ()
    after: Annotated[tuple[Fact, ...], Field(min_length=1)]
    appeal: Appeal
    general: PlanEntry
    threats: Mapping[ThreatRef, PlanEntry]
    tree: TreeRef

    @model_validator(mode="after")
    def _whole(self) -> Platform:
        return self._with_words()

    def _with_words(self) -> Platform:
        """Give the paths the labels that they name: nobody who reads a path looks a label up."""
        own = {name: getattr(self, name) for name in type(self).model_fields if name != "labels"}
        self.__dict__.update({name: tied(value, self.labels) for name, value in own.items()})
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Platform:
        """Return a copy whose paths show the labels of the copy: in another language their meaning is other words."""
        return super().model_copy(update=update, deep=deep)._with_words()
