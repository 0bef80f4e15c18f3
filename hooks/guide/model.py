"""What the data mean: frozen models of every record (design §3 and §4).

Every translatable field is a :class:`~guide.text.Text`; every fact names its sources; every reference is typed.
Lists of texts are lists of items with an id, because a translation belongs to an id, never to a position.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from guide.reference import (
    GuardRef,
    Id,
    PlatformRef,
    PolicyRef,
    RefTo,
    RouteRef,
    SourceRef,
    Target,
    ThreatRef,
    TreeRef,
)
from guide.text import Text
from guide.vocabulary import (
    AuthorLearns,
    Confidence,
    ContactKind,
    Device,
    Group,
    Icon,
    Known,
    PageId,
    ReachesState,
    ReadHow,
    RouteKind,
    SourceKind,
    Stage,
    TargetReport,
    TextKind,
    WhoCan,
    Whom,
)

#: Longest action of a step, in characters: it must fit one line of a printed sheet (design §4).
LONGEST_ACTION = 110
#: Most printed steps of a plan, so that its sheet holds on two pages (design §4).
MOST_PRINTED_STEPS = 30


def _https(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise PydanticCustomError("not_https", "link '{url}' does not start with https://", {"url": url})
    if parts.username or parts.password or parts.port:
        raise PydanticCustomError("odd_link", "link '{url}' holds a user name or a port", {"url": url})
    if foreign := next((c for c in parts.netloc if not c.isascii()), None):
        name = unicodedata.name(foreign, "an unknown letter").lower()
        raise PydanticCustomError(
            "mixed_script",
            "the host of '{url}' holds '{letter}' ({name})",
            {"url": url, "letter": foreign, "name": name},
        )
    return url


def _short(text: Text) -> Text:
    if len(text.words) > LONGEST_ACTION:
        raise PydanticCustomError("action_too_long", "{length} characters", {"length": len(text.words)})
    return text


def _copy_date(value: str) -> str:
    if value != "undated" and not re.fullmatch(r"20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise PydanticCustomError("copy_date", "'{value}' is no date of a copy", {"value": value})
    return value


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Url = Annotated[str, AfterValidator(_https)]
#: ``2026-08-03``, ``2026-08``, ``2026`` or ``undated``.
CopyDate = Annotated[str, AfterValidator(_copy_date)]
#: A text that must never be shown in an outdated translation.
Strict = Annotated[Text, TextKind.STRICT]
#: What a step says to do, at most :data:`LONGEST_ACTION` characters.
Action = Annotated[Text, AfterValidator(_short)]
Wordings = Annotated[tuple[str, ...], BeforeValidator(_one_or_many)]
SurfaceRef = Annotated[Id, RefTo("surface")]
FormRef = Annotated[Id, RefTo("form")]
ProtectionRef = Annotated[Id, RefTo("protection")]
StepRef = Annotated[Id, RefTo("step")]


class Record(BaseModel):
    """Base of all records: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Item(Record):
    """A text in a list, with the id that its translations hang on."""

    id: Id
    text: Text


class StrictItem(Record):
    """An item that is a warning: never shown in an outdated translation."""

    id: Id
    text: Strict


class Fact(Record):
    """Something that the guide states. ``facts`` names the rows of the researched facts it rests on."""

    id: Id
    text: Text
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Source(Record):
    """Where a fact was read. Without ``url`` the source is cited by its kind and never linked."""

    id: Id
    title: str
    publisher: str
    url: Url | None = None
    kind: SourceKind
    copy_read: CopyDate
    checked: dt.date
    how: ReadHow = ReadHow.ARCHIVED
    language: str = "en"


class Label(Record):
    """A label of an app's interface, as each language of the app shows it; or a sign without words.

    A language that no source gives stays empty: the page then shows the English label and says so.
    """

    icon: Icon | None = None
    es: Wordings = ()
    en: Wordings = ()
    pt: Wordings = ()
    fr: Wordings = ()

    def wordings(self, language: str) -> tuple[str, ...]:
        """Return the wordings seen in ``language``; empty when none was."""
        return tuple(getattr(self, language, ()))


class MenuPath(Record):
    """A way through an app's menus, on the devices where it was seen."""

    device: Annotated[tuple[Device, ...], Field(min_length=1)]
    path: Annotated[tuple[Label, ...], Field(min_length=1)]
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
    """A setting that protects at once. ``hides`` when it also hides the aggressor's posts from the reader."""

    id: Id
    do: Action
    more: Text | None = None
    path: tuple[Label, ...] = ()
    hides: bool = False
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
    author_learns: AuthorLearns
    learns_how: Strict | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Policy(Record):
    """A rule of a platform: what it bans, what a report must supply, and whose report it asks for."""

    id: Id
    standard: Label
    name: Text
    bans: Text
    needs: Text | None = None
    escalation: bool = False
    target_report: TargetReport
    who: Text | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Step(Record):
    """One thing to do: ``do`` on page and paper, ``more`` on the page only (design §4)."""

    id: Id
    do: Action
    more: Text | None = None
    whom: tuple[Whom, ...] = ()
    author_learns: AuthorLearns | None = None
    learns_how: Strict | None = None
    path: tuple[Label, ...] = ()
    link: Url | None = None
    sources: tuple[SourceRef, ...] = ()
    facts: tuple[Id, ...] = ()


class StepUse(Record):
    """A step that several plans share, kept in ``plan.yml``."""

    use: StepRef


def _step_or_use(value: Any) -> str:
    return "use" if isinstance(value, StepUse) or (isinstance(value, dict) and "use" in value) else "step"


StepEntry = Annotated[Annotated[Step, Tag("step")] | Annotated[StepUse, Tag("use")], Discriminator(_step_or_use)]
Steps = Mapping[Stage, tuple[StepEntry, ...]]


class CopyText(Record):
    """A text to copy, with blanks; ``whom`` says who speaks in it."""

    id: Id
    title: Text
    whom: tuple[Whom, ...] = ()
    lines: Annotated[tuple[Item, ...], Field(min_length=1)]


class NowStep(Record):
    """One of the three things to do now, and the stage of the plan that explains it."""

    id: Id
    do: Action
    stage: Stage


class Choice(Record):
    """What to choose in the report menu once it is open. Only on ``surfaces``, when some are named."""

    id: Id
    path: Annotated[tuple[Label, ...], Field(min_length=1)]
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


class Number(Record):
    """A number that would be dangerous to get wrong, written once and set into texts as ``{name}``."""

    value: Annotated[int, Field(ge=0)]
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Appeal(Record):
    """Asking a platform to look again, and the reference number for the Oversight Board."""

    where: tuple[MenuPath, ...] = ()
    where_instead: Text | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class Platform(Record):
    """A platform: its surfaces, protections, forms, what happens after a report, and one entry per threat."""

    id: Id
    name: str
    tab: Text
    owner: str
    intro: Text
    numbers: Mapping[str, Number] = Field(default_factory=dict)
    surfaces: Annotated[tuple[Surface, ...], Field(min_length=1)]
    protections: tuple[Protection, ...]
    forms: tuple[Form, ...] = ()
    after: Annotated[tuple[Fact, ...], Field(min_length=1)]
    appeal: Appeal
    general: PlanEntry
    threats: Mapping[ThreatRef, PlanEntry]
    tree: TreeRef


class Threat(Record):
    """A type of threat: how to recognise it, and the part of its plans that no platform changes."""

    id: Id
    name: Text
    tab: Text
    group: Group
    platforms: Annotated[tuple[PlatformRef, ...], Field(min_length=1)]
    say: Text
    hint: Text
    words: Text
    what: Text
    signs: Annotated[tuple[Item, ...], Field(min_length=2)]
    examples: Annotated[tuple[Item, ...], Field(min_length=3)]
    leads_to: tuple[Item, ...]
    honest: Fact | None = None
    strengthens: Annotated[tuple[Item, ...], Field(min_length=2)]
    weakens: Annotated[tuple[StrictItem, ...], Field(min_length=2)]
    notes: tuple[Fact, ...] = ()
    order: tuple[Stage, ...] = tuple(Stage)
    order_why: Strict | None = None
    age_first: bool = False
    now: Annotated[tuple[NowStep, ...], Field(min_length=3, max_length=3)]
    avoid: tuple[StrictItem, ...]
    steps: Steps = Field(default_factory=dict)
    texts: Annotated[tuple[CopyText, ...], Field(min_length=1)]
    whom: Mapping[Whom, Text] = Field(default_factory=dict)
    routes: tuple[RouteRef, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    facts: tuple[Id, ...] = ()


class StageFrame(Record):
    """Name and first line of a stage, the same in all plans."""

    title: Text
    short: Text
    intro: Text | None = None


class PlanFrame(Record):
    """What all plans share: stages, steps kept once, and the steps of a stage that a threat says nothing of."""

    stages: Mapping[Stage, StageFrame]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    usual: Steps


class WhomBlock(Record):
    """What changes when a plan is read for somebody else (practice P13)."""

    label: Text
    intro: Text | None = None
    do: tuple[Item, ...] = ()
    dont: tuple[StrictItem, ...] = ()


class Contact(Record):
    """A phone, address or form, written once and never translated; how it is known decides where it stands."""

    id: Id
    kind: ContactKind
    value: str
    label: Text | None = None
    known: Known
    copy_read: CopyDate
    by: tuple[str, ...] = ()
    checked: dt.date
    note: Strict | None = None
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Route(Record):
    """A way beyond the in-app report: who can use it, what it can and cannot do, how to reach it."""

    id: Id
    name: str
    tab: Text
    kind: RouteKind
    who: Text
    can: Text
    cannot: Strict
    prepare: Text
    site: Url | None = None
    contacts: tuple[Contact, ...] = ()
    languages: Text | None = None
    hours: Text | None = None
    response: Text | None = None
    cost: Text | None = None
    risk: Strict | None = None
    reaches_state: ReachesState
    reaches_why: Strict
    guards: tuple[GuardRef, ...] = ()
    adults_only: bool = False
    confidence: Confidence
    checked: dt.date
    sources: Annotated[tuple[SourceRef, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()


class Guard(Record):
    """A rule of safety that overrides every route (G1–G9 of the facts)."""

    id: Id
    title: Strict
    text: Strict
    facts: tuple[Id, ...] = ()


class UrgentLine(Record):
    """A route on the urgent page, with its limit in one line."""

    id: Id
    route: RouteRef
    limit: Strict


class UrgentPart(Record):
    """A part of the urgent page with an anchor of its own."""

    id: Id
    title: Text
    intro: Strict | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class Urgent(Record):
    """The page for the next minutes (practice P1, P4, P16, P24)."""

    title: Text
    tab: Text
    description: Text
    intro: Strict
    parts: Annotated[tuple[UrgentPart, ...], Field(min_length=1)]
    lines_title: Text
    lines_intro: Strict
    lines: tuple[UrgentLine, ...]
    avoid_title: Text
    avoid: Annotated[tuple[StrictItem, ...], Field(min_length=1)]


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
    """A decision tree (design §5): questions by id, one of them the start."""

    id: Id
    start: Annotated[Id, RefTo("question")]
    questions: Mapping[Id, Question]


class Door(Record):
    """A door of the home page. ``each_platform`` writes one button a platform, to this place of its plans."""

    id: Id
    danger: bool = False
    title: Text
    text: Text
    to: Target | None = None
    each_platform: Target | None = None


class Term(Record):
    """An entry of the glossary."""

    id: Id
    name: Text
    text: Text
    sources: tuple[SourceRef, ...] = ()


class PageText(Record):
    """Title, neutral tab name, description and texts of a page that is made from data alone."""

    id: PageId
    title: Text
    tab: Text
    description: Text
    words: Text | None = None
    intro: tuple[Item, ...] = ()


class GroupText(Record):
    """Name of a group of threats."""

    id: Group
    name: Text


class Catalogue(Record):
    """Everything in ``data/``, each thing by its id."""

    platforms: Mapping[Id, Platform]
    threats: Mapping[Id, Threat]
    routes: Mapping[Id, Route]
    trees: Mapping[Id, Tree]
    policies: Mapping[Id, Policy]
    sources: Mapping[Id, Source]
    guards: Mapping[Id, Guard]
    terms: Mapping[Id, Term]
    groups: Mapping[Group, GroupText]
    page_texts: Mapping[PageId, PageText]
    doors: Mapping[Id, Door]
    whom: Mapping[Whom, WhomBlock]
    plan: PlanFrame
    general: Threat
    urgent: Urgent
    interface: Mapping[str, Text]
    freshness: Mapping[str, int]
