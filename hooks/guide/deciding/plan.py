"""A plan: what one platform and one threat make together, stage by stage.

Fixed order of who speaks: the threat's steps (or the usual ones, where the threat says nothing of a stage),
then the platform's own, then its protections, appeal and general facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from guide.deciding.voices import SpokenText, first_for_each, spoken
from guide.model import (
    Catalogue,
    Choice,
    Form,
    PlanEntry,
    Platform,
    Protection,
    Step,
    StepUse,
    Surface,
    Threat,
)
from guide.model.roles import StepRole
from guide.model.vocabulary import PlanPart, Stage

#: Id of the plan for 'I do not know / several things' (rule P15).
GENERAL = "general"


#: What has no time to wait, in the order of the data; the rest is one tap away.
FIRST_PROTECTIONS, FIRST_SURFACES = 2, 4
#: Which stages stand on which page of a plan; a threat's own order of them holds there too.
STAGES = {
    PlanPart.NOW: (Stage.PEOPLE, Stage.EVIDENCE, Stage.PROTECT, Stage.REPORT, Stage.WRITE, Stage.BEYOND),
    PlanPart.NO: (Stage.NEXT, Stage.REFUSED),
    PlanPart.MORE: (Stage.BLOCK, Stage.CARE),
}


@dataclass(frozen=True, slots=True)
class PlanStage:
    """One stage of a plan."""

    stage: Stage
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the page, the sheet and the message of one plan are made from."""

    platform: Platform
    threat: Threat
    entry: PlanEntry
    stages: tuple[PlanStage, ...]
    surfaces: tuple[Surface, ...]
    choices: tuple[Choice, ...]
    forms: tuple[Form, ...]
    texts: tuple[SpokenText, ...]

    @property
    def reports_by_menu(self) -> bool:
        """Whether this plan uses the report menu at all (a stolen account does not)."""
        return any(step.role is StepRole.OPENS_MENU for stage in self.stages for step in stage.steps)

    @property
    def first_surfaces(self) -> tuple[Surface, ...]:
        """The places whose menu a plan shows, those first whose menu is known; none where nothing is reported by it."""
        if not self.reports_by_menu:
            return ()
        return tuple(sorted(self.surfaces, key=lambda item: not item.report)[:FIRST_SURFACES])

    def places_of(self, choice: Choice) -> frozenset[str]:
        """Return the places of the plan that a choice is for; none where it is for all of them."""
        places = {item.id for item in self.surfaces}
        named = places & set(choice.surfaces)
        return frozenset() if named == places else frozenset(named)

    @property
    def first_texts(self) -> tuple[SpokenText, ...]:
        """The texts to write today: the first for each person. The others are for rarer cases."""
        return first_for_each(self.texts)

    @property
    def on_paper(self) -> tuple[PlanStage, ...]:
        """What a sheet, a message and a single file hold: what to do now, then what comes after the report."""
        stages = [item for part in (PlanPart.NOW, PlanPart.NO) for item in self.stages if item.stage in STAGES[part]]
        return tuple(
            replace(item, steps=item.steps[:FIRST_PROTECTIONS]) if item.stage is Stage.PROTECT else item
            for item in stages
        )

    @property
    def printed(self) -> int:
        """Number of steps that a printed sheet shows."""
        return sum(len(stage.steps) for stage in self.on_paper)


def compose(catalogue: Catalogue, platform: Platform, threat_id: str) -> Plan:
    """Return the plan for ``threat_id`` on ``platform``; ``general`` for the plan of whoever does not know.

    Raises:
        KeyError: when the platform has no entry for the threat, or an entry names a thing that does not exist.
    """
    general = threat_id == GENERAL
    threat = catalogue.general if general else catalogue.threats[threat_id]
    entry = platform.general if general else platform.threats[threat_id]
    shared = {step.id: step for step in catalogue.plan.steps}
    protections = {item.id: item for item in platform.protections}
    surfaces = {item.id: item for item in platform.surfaces}
    forms = {item.id: item for item in platform.forms}
    texts = entry.texts or threat.texts
    stages = tuple(
        PlanStage(stage, _steps(stage, threat, entry, platform, shared, protections, catalogue))
        for stage in threat.order
    )
    return Plan(
        platform=platform,
        threat=threat,
        entry=entry,
        stages=stages,
        surfaces=tuple(surfaces[name] for name in entry.surfaces),
        choices=entry.choose,
        forms=tuple(forms[name] for name in entry.forms),
        texts=tuple(filter(None, (spoken(text, catalogue.plan.speaks, entry.rules) for text in texts))),
    )


def _steps(
    stage: Stage,
    threat: Threat,
    entry: PlanEntry,
    platform: Platform,
    shared: Mapping[str, Step],
    protections: Mapping[str, Protection],
    catalogue: Catalogue,
) -> tuple[Step, ...]:
    listed = (*threat.steps.get(stage, catalogue.plan.usual.get(stage, ())), *entry.steps.get(stage, ()))
    steps = [shared[item.use] if isinstance(item, StepUse) else item for item in listed]
    if stage is Stage.PROTECT:
        steps += [_as_step(protections[name]) for name in entry.protections if not protections[name].blocks]
    if stage is Stage.BLOCK and (blocking := next((item for item in platform.protections if item.blocks), None)):
        # The step keeps its own id: the stage itself has the anchor 'block'.
        own = _as_step(blocking)
        steps = [own.model_copy(update={"id": s.id}) if s.role is StepRole.BLOCKS else s for s in steps]
    if stage is Stage.REFUSED and stage not in threat.steps:
        # What a plan alone says comes first: it may be that an appeal is not open.
        steps = [*steps, *platform.appeal.steps]
    return tuple(steps)


def _as_step(protection: Protection) -> Step:
    return Step.model_construct(
        id=protection.id,
        role=None,
        who_reports=False,
        do=protection.do,
        more=protection.more,
        whom=(),
        author_learns=protection.author_learns,
        learns_how=protection.learns_how,
        path=protection.path,
        link=None,
        sources=protection.sources,
        facts=protection.facts,
    )
