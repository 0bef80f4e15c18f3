"""A type of threat, and the frame that all plans share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from guide.model.base import Fact, Item, Record, StrictItem
from guide.model.fields import POCKET_STEPS, Code, OwnerRef, SheetCode, StepRef, Strict
from guide.model.helping import HelpItem
from guide.model.reference import (
    Id,
    PlatformRef,
    RouteRef,
    SourceRef,
    ThreatRef,
)
from guide.model.situation import Happened
from guide.model.step import CopyText, NowStep, Step, Steps
from guide.model.text import Text
from guide.model.vocabulary import Group, Stage
from guide.model.whom import Whom


class Note(Fact):
    """What else there is to know of the rules; of ``owner``'s alone, where one is named.

    ``elsewhere`` is what it says then on platforms of others.
    """

    owner: OwnerRef | None = None
    elsewhere: Text | None = None


class Near(Record):
    """A plan that lies near: what is then also true, and which of the two goes first.

    Without ``first`` it is the plan to follow in place of this one. ``when`` completes a sentence that ends in "if".
    """

    plan: ThreatRef
    when: Text
    first: bool | None = None

    @property
    def id(self) -> str:
        """What a translation hangs on: each plan is named once with an order, and once without."""
        return f"{self.plan}-instead" if self.first is None else self.plan


class Threat(Record):
    """A type of threat: how to recognise it, and the part of its plans that no platform changes.

    ``code``: names its sheets and stands in titles of tabs. It is printed on paper, so it stays when threats are added,
    ordered anew or taken away, and no other threat ever gets it.
    ``asks_back``: the reader wants something of their own put back, and not something of others removed.
    ``right_if`` and ``near`` open its plans: for whom they are, and which other plan is better, goes first or follows.
    ``whom_of``: what is said to these readers holds on this company's platforms alone.
    ``asks_danger``: its signs can be those of danger, so that the second tree asks for that first (rule P16).
    """

    id: Id
    name: Text
    tab: Text
    code: Code
    group: Group
    platforms: Annotated[tuple[PlatformRef, ...], Field(min_length=1)]
    say: Text
    hint: Text
    words: Text
    right_if: Text
    near: tuple[Near, ...] = ()
    what: Text
    signs: Annotated[tuple[Item, ...], Field(min_length=2)]
    examples: Annotated[tuple[Item, ...], Field(min_length=3)]
    leads_to: tuple[Item, ...]
    honest: Fact | None = None
    strengthens: Annotated[tuple[Item, ...], Field(min_length=2)]
    weakens: Annotated[tuple[StrictItem, ...], Field(min_length=2)]
    notes: tuple[Note, ...] = ()
    order: tuple[Stage, ...] = tuple(Stage)
    order_why: Strict | None = None
    age_first: bool = False
    happened: Happened = Happened.THREAT
    asks_back: bool = False
    asks_danger: bool = False
    now: Annotated[tuple[NowStep, ...], Field(min_length=3, max_length=3)]
    avoid: tuple[StrictItem, ...]
    steps: Steps = Field(default_factory=dict)
    texts: Annotated[tuple[CopyText, ...], Field(min_length=1)]
    whom: Mapping[Whom, Text] = Field(default_factory=dict)
    whom_of: Mapping[Whom, OwnerRef] = Field(default_factory=dict)
    routes: tuple[RouteRef, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    facts: tuple[Id, ...] = ()


class StageFrame(Record):
    """Name and first line of a stage, the same in all plans.

    ``owner``: the first line holds on this company's platforms alone; ``elsewhere`` is that of others.
    """

    title: Text
    intro: Text | None = None
    owner: OwnerRef | None = None
    elsewhere: Text | None = None


class PlanFrame(Record):
    """What all plans share: stages, steps kept once, and the steps of a stage that a threat says nothing of.

    ``speaks`` is how a text to copy begins, by who speaks in it, where the text does not say it in its own way.
    ``pocket`` names the steps of the general plan that the pocket sheet has room for.
    ``english_why`` says what an owner says of reports in English: it stands before those texts.
    """

    stages: Mapping[Stage, StageFrame]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    usual: Steps
    speaks: Mapping[Whom, Text]
    english_why: tuple[Note, ...] = ()
    pocket: Annotated[tuple[StepRef, ...], Field(min_length=POCKET_STEPS, max_length=POCKET_STEPS)]


class PersonSheet(Record):
    """A sheet for one kind of reader on every platform: ``code`` names it, ``tab`` is its dull title (rule P35)."""

    code: SheetCode
    tab: Text


class WhomBlock(Record):
    """What changes when a plan is read for somebody else (rule P13).

    ``intro`` and ``first`` stand in every plan; ``do`` and ``dont`` on the page of who helps only; all
    of them on ``sheet``, where there is one.
    """

    label: Text
    intro: Text | None = None
    first: tuple[HelpItem, ...] = ()
    do: tuple[HelpItem, ...] = ()
    dont: tuple[StrictItem, ...] = ()
    sheet: PersonSheet | None = None
