"""What the pages of a plan share: its stages, where it leads on to, and the way between its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from guide.checking.learns import OUTWARD
from guide.deciding.openness import to_judge
from guide.deciding.plan import GENERAL, STAGES, Plan, PlanStage
from guide.deciding.results import onward_of, result_for
from guide.model import Catalogue, Guard, Policy, Route
from guide.model.roles import GuardRole
from guide.model.situation import Dimension
from guide.model.text import Text
from guide.model.vocabulary import PlanPart, ReachesState
from guide.pages.page import Page
from guide.writing import source_view, step_view
from guide.writing.file_names import plan_title
from guide.writing.links import plan_path
from guide.writing.openness_words import openness_html
from guide.writing.render import Writer, render
from guide.writing.result_view import first_sentence


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage of a plan, with its steps."""

    id: str
    title: Text
    intro: Text | None
    steps: tuple[step_view.StepView, ...]


@dataclass(frozen=True, slots=True)
class OnwardView:
    """Where a plan leads beyond the platform: the address, and the phrase for it."""

    href: str
    word: str


@dataclass(frozen=True, slots=True)
class HelpView:
    """Who helps, as a line; ``state`` is empty where no State learns of it."""

    id: str
    name: Text
    can: Markup
    only: Markup | None
    state: str
    state_why: Text


#: Most who help on the first page: those of whom no State learns. The others are under *more*, after their guard.
FIRST_ROUTES = 3


def threat_id(catalogue: Catalogue, plan: Plan) -> str:
    """Return the id of the threat of ``plan``, or that of the general plan."""
    return GENERAL if plan.threat is catalogue.general else plan.threat.id


def name_of(catalogue: Catalogue, plan: Plan) -> str:
    """Return the name of ``plan`` in references: ``facebook/doxxing``."""
    return f"{plan.platform.id}/{threat_id(catalogue, plan)}"


def rules_of(catalogue: Catalogue, plan: Plan) -> list[Policy]:
    """Return the rules that ``plan`` rests on: those of its platform's owner."""
    return [catalogue.policies[name] for name in plan.entry.rules]


def stages_of(plan: Plan, part: PlanPart, catalogue: Catalogue, writer: Writer) -> list[StageView]:
    """Return the stages of one page of ``plan``, in the plan's own order."""
    return [_stage(item, catalogue, writer) for item in plan.stages if item.stage in STAGES[part]]


def _stage(item: PlanStage, catalogue: Catalogue, writer: Writer) -> StageView:
    frame = catalogue.plan.stages[item.stage]
    steps = tuple(step_view.step(step, writer, outward=item.stage in OUTWARD) for step in item.steps)
    return StageView(item.stage.value, frame.title, frame.intro, steps)


def routes_of(catalogue: Catalogue, plan: Plan) -> list[Route]:
    """Return who helps: those of whom no State learns before the others (rule P5)."""
    return sorted((catalogue.routes[item] for item in plan.threat.routes), key=_reaches_state)


def first_routes(catalogue: Catalogue, plan: Plan) -> list[Route]:
    """Return who helps on the first page: of these no State learns (rule P5), so that no guard stands before them."""
    return [route for route in routes_of(catalogue, plan) if not _reaches_state(route)][:FIRST_ROUTES]


def state_guard(catalogue: Catalogue, routes: Iterable[Route]) -> Guard | None:
    """Return the guard that stands before ``routes``, where a State learns of one of them."""
    return catalogue.guard(GuardRole.STATE) if any(map(_reaches_state, routes)) else None


def _reaches_state(route: Route) -> bool:
    return route.reaches_state is not ReachesState.NO


def route_view(route: Route, catalogue: Catalogue, writer: Writer) -> HelpView:
    """Return who helps as a line: what it does, for whom, and whether a State learns of it."""
    state = route.reaches_state.value if _reaches_state(route) else ""
    only = openness_html(catalogue, to_judge(catalogue, route), writer)
    return HelpView(
        id=route.id,
        name=route.name,
        can=first_sentence(route.can, writer),
        only=only,
        state=state,
        state_why=route.reaches_why,
    )


def onward(catalogue: Catalogue, plan: Plan, writer: Writer) -> dict[str, list[OnwardView]]:
    """Return where a plan leads beyond the platform, with what is known by then: nobody answers twice."""
    words = {"": "nav-escalate", "not-yet": "nav-escalate", "refused": "escalate-refused", "silent": "escalate-silent"}
    out: dict[str, list[OnwardView]] = {}
    for way in onward_of(plan.threat):
        result = result_for(catalogue, way.known)
        href = writer.here.resolve(f"result:{result.id}" if result else "page:escalate")
        word = words[way.known.get(Dimension.ANSWER, "")]
        out.setdefault(way.stage.value, []).append(OnwardView(href or "", word))
    return out


def page_of(
    catalogue: Catalogue,
    plan: Plan,
    part: PlanPart,
    writer: Writer,
    edit: tuple[str, int],
    *,
    description: str,
    named: Iterable[str],
    **context: Any,
) -> Page:
    """Return one page of ``plan``, made by the template of its kind; ``named`` are the sources that it rests on."""
    kind = "plan" if part is PlanPart.NOW else f"plan-{part.value}"
    name, words = name_of(catalogue, plan), plan.threat.name
    named = list(named)
    title = f"{writer.plain(words)} · {plan.platform.name}"
    tab = plan_title(catalogue, plan, writer.plain(plan.threat.tab))
    if part is not PlanPart.NOW:
        title = f"{writer.plain(catalogue.interface[f'{kind}-title'])} · {title}"
        tab = f"{tab} · {writer.plain(catalogue.interface[f'{kind}-tab'])}"
    body = render(
        f"{kind}.md",
        writer,
        plan=plan,
        first=f"plan:{name}",
        age_first=plan.threat.age_first,
        g9=catalogue.guard(GuardRole.AGE),
        after=f"plan:{name}#next",
        more=f"plan:{name}#sources",
        menus=f"{plan.platform.id}/menus/",
        more_path=plan_path(name, PlanPart.MORE),
        title=writer.m(words) + " · " + writer.m(catalogue.interface["on-platform"]),
        general=plan.threat is catalogue.general,
        sources=source_view.sources(catalogue, named),
        **context,
    )
    return Page(
        language=writer.language,
        path=plan_path(name, part),
        kind=kind,
        title=title,
        title_lang=writer.foreign(words),
        tab=tab,
        description=description,
        body=body,
        edit=edit,
        words=writer.plain(plan.threat.words),
        lastmod=max((str(catalogue.sources[item].checked) for item in named), default=""),
        listed=part is PlanPart.NOW,
        stale=writer.stale,
        missing=writer.missing,
    )
